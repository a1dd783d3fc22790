package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;

/** What is wrong with a segment, as far as it has been looked at. */
final class Faults {
  private final List<Fault> found = new ArrayList<>();

  List<Fault> found() {
    return List.copyOf(found);
  }

  void add(String path, Message message) {
    found.add(new Fault(path, message));
  }

  void noValue(String path) {
    add(path, Message.of("segment.fault.noValue"));
  }

  <T extends Comparable<? super T>> void ordered(String path, T first, T last) {
    if (first.compareTo(last) > 0) {
      add(path, Message.of("segment.fault.reversed"));
    }
  }

  /** That a comparison has its numbers, in order, and that something can meet it. */
  void range(String path, NumberOperator operator, BigDecimal value, @Nullable BigDecimal second,
      Possible possible) {
    if (operator.needsTwo() && second == null) {
      noValue(path);
    } else if (operator.needsTwo() && second != null && value.compareTo(second) > 0) {
      add(path, Message.of("segment.fault.reversed"));
    } else if (!possible.meets(operator, value, second)) {
      add(path, Message.of("segment.fault.impossible"));
    }
  }
}
