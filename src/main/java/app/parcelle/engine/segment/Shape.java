package app.parcelle.engine.segment;

import java.util.List;
import java.util.stream.Stream;

import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Not;

/** The same rule with fewer brackets: groups of one, and groups in a group of the same kind, are opened. */
final class Shape {
  private Shape() {}

  static Condition of(Condition condition) {
    return switch (condition) {
      case AllOf(List<Condition> children) -> {
        List<Condition> open = children.stream()
            .map(Shape::of)
            .flatMap(
                child -> child instanceof AllOf(var inner) && !inner.isEmpty()
                    ? inner.stream()
                    : Stream.of(child))
            .toList();
        yield open.size() == 1 ? open.getFirst() : new AllOf(open);
      }
      case AnyOf(List<Condition> children) -> {
        List<Condition> open = children.stream()
            .map(Shape::of)
            .flatMap(
                child -> child instanceof AnyOf(var inner) && !inner.isEmpty()
                    ? inner.stream()
                    : Stream.of(child))
            .toList();
        yield open.size() == 1 ? open.getFirst() : new AnyOf(open);
      }
      case Not(Condition child) -> new Not(of(child));
      default -> condition;
    };
  }
}
