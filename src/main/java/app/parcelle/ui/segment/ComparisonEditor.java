package app.parcelle.ui.segment;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;

import app.parcelle.engine.segment.Condition;
import app.parcelle.ui.segment.Card.Row;

/** A criterion whose only values are an operator of numbers and its numbers. */
final class ComparisonEditor implements ValueEditor {
  private final Class<? extends Condition> kind;
  private final Function<Row, Comparison.Asked> get;
  private final Comparison comparison;
  private Row row;

  ComparisonEditor(Desk desk, String name, Row start, Function<Row, Comparison.Asked> get,
      BiFunction<Condition, Comparison.Asked, Condition> put, Edits edits) {
    this.kind = start.test().getClass();
    this.get = get;
    this.row = start;
    comparison = new Comparison(desk, name, "", get.apply(start),
        asked -> edits.replace(new Row(row.id(), put.apply(row.test(), asked), asked.blanks()), false));
  }

  @Override
  public List<Node> parts() {
    return List.of(comparison);
  }

  @Override
  public boolean show(Row now) {
    if (!kind.isInstance(now.test())) {
      return false;
    }
    row = now;
    comparison.show(get.apply(now));
    return true;
  }
}
