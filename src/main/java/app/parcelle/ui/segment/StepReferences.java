package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.StepTest;

/** What the steps of a sequence say of one another. */
final class StepReferences {
  private StepReferences() {}

  /**
   * The same tests where a step is gone: those that compared with it go too, those that compare with a later one still do.
   *
   * @param gone the number of the step, from 1
   */
  static @Nullable Condition without(int gone, @Nullable Condition where) {
    return switch (where) {
      case null -> null;
      case StepTest test -> test.step() == gone
          ? null
          : new StepTest(test.column(), test.operator(), test.step() > gone ? test.step() - 1 : test.step(),
              test.other());
      case Condition.AllOf(List<Condition> children) -> {
        List<Condition> left = all(gone, children);
        yield left.isEmpty() ? null : left.size() == 1 ? left.getFirst() : new Condition.AllOf(left);
      }
      case Condition.AnyOf(List<Condition> children) -> {
        List<Condition> left = all(gone, children);
        yield left.isEmpty() ? null : left.size() == 1 ? left.getFirst() : new Condition.AnyOf(left);
      }
      case Condition.Not(Condition child) -> {
        Condition left = without(gone, child);
        yield left == null ? null : new Condition.Not(left);
      }
      default -> where;
    };
  }

  private static List<Condition> all(int gone, List<Condition> children) {
    List<Condition> left = new ArrayList<>();
    for (Condition child : children) {
      Condition now = without(gone, child);
      if (now != null) {
        left.add(now);
      }
    }
    return left;
  }
}
