package app.parcelle.engine.split;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;

/** A part a value: the most frequent ones, then the others together. */
record ValueParts(FieldColumn column, long[] known, int top) {
  private record Counted<T>(T value, int count) {}

  List<Part> of() {
    return switch (column.field().type()) {
      case TEXT, IDENTIFIER -> texts();
      case YES_NO -> yesOrNo();
      case WHOLE, DECIMAL -> numbers();
      case DATE, DATE_TIME -> throw new IllegalStateException(column.field().name());
    };
  }

  /** Clusters in their order, all of them. */
  List<Part> clusters() {
    return new TreeSet<>(counts().keySet()).stream()
        .map(cluster -> new Part(Message.of("split.part.cluster", cluster),
            new Condition.InCluster(column.field().id(), Set.of(Math.toIntExact(cluster)))))
        .toList();
  }

  private List<Part> yesOrNo() {
    List<Part> parts = new ArrayList<>();
    for (long value : new TreeMap<>(counts()).descendingKeySet()) {
      parts.add(value == 0
          ? new Part(Message.of("split.part.no"),
              new Condition.YesNoTest(PartFinder.ref(column.field()), YesNoOperator.IS_NO, false))
          : new Part(Message.of("split.part.yes"),
              new Condition.YesNoTest(PartFinder.ref(column.field()), YesNoOperator.IS_YES, false)));
    }
    return parts;
  }

  private List<Part> texts() {
    List<String> values = folded();
    List<String> first = values.stream().limit(top).toList();
    List<Part> parts = new ArrayList<>();
    first.forEach(value -> parts.add(new Part(Message.of("split.part.value", value),
        text(TextOperator.IS_ONE_OF, List.of(value)))));
    if (values.size() > first.size()) {
      parts.add(new Part(Message.of("split.part.others"), text(TextOperator.IS_NONE_OF, first)));
    }
    return parts;
  }

  private Condition text(TextOperator operator, List<String> values) {
    return new Condition.TextTest(PartFinder.ref(column.field()), operator, values, false, false);
  }

  /** The values in their most frequent spelling, the most frequent first. */
  private List<String> folded() {
    Dictionary dictionary = Objects.requireNonNull(column.dictionary());
    List<Counted<String>> spellings = ranked(counts().entrySet()
        .stream()
        .map(one -> new Counted<>(dictionary.text(one.getKey()), one.getValue()))
        .toList(), Comparator.naturalOrder());
    Map<String, Counted<String>> folded = new HashMap<>();
    // the most frequent spelling comes first, and gives the text
    spellings.forEach(one -> folded.merge(Folding.fold(one.value()), one,
        (first, other) -> new Counted<>(first.value(), first.count() + other.count())));
    return ranked(List.copyOf(folded.values()), Comparator.naturalOrder()).stream()
        .map(Counted::value)
        .toList();
  }

  private List<Part> numbers() {
    List<BigDecimal> values = ranked(counts().entrySet()
        .stream()
        .map(one -> new Counted<>(RangeParts.plain(BigDecimal.valueOf(one.getKey(), column.field().scale())),
            one.getValue()))
        .toList(), Comparator.naturalOrder()).stream().map(Counted::value).toList();
    List<BigDecimal> first = values.stream().limit(top).toList();
    List<Part> parts = new ArrayList<>();
    first.forEach(value -> parts
        .add(new Part(Message.of("split.part.number", value), number(NumberOperator.EQUAL, value))));
    if (values.size() > first.size()) {
      parts.add(new Part(Message.of("split.part.others"),
          new Condition.AllOf(
              first.stream().map(value -> number(NumberOperator.NOT_EQUAL, value)).toList())));
    }
    return parts;
  }

  private Condition number(NumberOperator operator, BigDecimal value) {
    return new Condition.NumberTest(PartFinder.ref(column.field()), operator, value, null, false);
  }

  private static <T> List<Counted<T>> ranked(List<Counted<T>> counted, Comparator<? super T> order) {
    return counted.stream()
        .sorted(Comparator.<Counted<T>>comparingInt(Counted::count)
            .reversed()
            .thenComparing(Counted::value, order))
        .toList();
  }

  private Map<Long, Integer> counts() {
    Map<Long, Integer> counts = new HashMap<>();
    for (int word = 0; word < known.length; word++) {
      for (long left = known[word]; left != 0; left &= left - 1) {
        counts.merge(column.values()[(word << 6) + Long.numberOfTrailingZeros(left)], 1, Integer::sum);
      }
    }
    return counts;
  }
}
