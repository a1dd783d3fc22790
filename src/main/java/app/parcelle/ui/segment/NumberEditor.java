package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextField;

import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.ui.segment.Card.Blank;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.theme.Parts;

/** One number or two, typed or drawn over the field's own distribution. */
final class NumberEditor implements ValueEditor {
  private final Desk desk;
  private final Edits edits;
  private final NumberOperator operator;
  private final TextField first;
  private final TextField second;
  private final RangeOverBars bars;
  private Row row;

  NumberEditor(Desk desk, Subject subject, NumberTest test, Edits edits) {
    this.desk = desk;
    this.edits = edits;
    this.operator = test.operator();
    this.row = new Row(0, test, Set.of());
    first = field("builder.number.value", subject, text -> typed(text, Blank.FIRST));
    second = field("builder.number.upTo", subject, text -> typed(text, Blank.SECOND));
    bars = new RangeOverBars(RangeOverBars.Ends.of(operator), subject.scale(),
        desk.text("builder.number.slider", subject.title()), this::drawn);
    if (bars.usable()) {
      subject.distribution().accept(bars::over);
    }
  }

  private TextField field(String key, Subject subject, java.util.function.Consumer<String> typed) {
    TextField field = Inputs.field("", 58, typed);
    field.setAccessibleText(desk.text(key, subject.title()));
    field.setPromptText(desk.text("builder.number.prompt"));
    return field;
  }

  @Override
  public List<Node> parts() {
    List<Node> parts = new ArrayList<>();
    if (bars.usable()) {
      parts.add(bars);
    }
    parts.add(operator.needsTwo()
        ? Parts.line(6, first, Parts.fixed(desk.text("builder.number.and"), "muted"), second)
        : first);
    return parts;
  }

  @Override
  public boolean show(Row now) {
    if (!(now.test() instanceof NumberTest test) || test.operator() != operator) {
      return false;
    }
    row = now;
    show(first, now.blanks().contains(Blank.FIRST) ? Optional.empty() : Optional.of(test.value()));
    show(second, now.blanks().contains(Blank.SECOND) ? Optional.empty() : Optional.ofNullable(test.second()));
    bars.show(now.blanks().contains(Blank.FIRST) ? null : test.value(),
        now.blanks().contains(Blank.SECOND) ? null : test.second());
    return true;
  }

  /** Leaves the text of a field alone that already says the number, as while it is being typed. */
  private void show(TextField field, Optional<BigDecimal> value) {
    Optional<BigDecimal> typed = desk.figures().parse(field.getText());
    boolean same = value.isPresent() == typed.isPresent()
        && value.map(v -> v.compareTo(typed.orElse(BigDecimal.ZERO)) == 0).orElse(true);
    if (!same) {
      field.setText(value.map(desk.figures()::number).orElse(""));
    }
  }

  private void typed(String text, Blank which) {
    Optional<BigDecimal> value = desk.figures().parse(text);
    NumberTest test = (NumberTest) row.test();
    boolean isFirst = which == Blank.FIRST;
    BigDecimal low = isFirst ? value.orElse(BigDecimal.ZERO) : test.value();
    BigDecimal high = isFirst ? test.second() : value.orElse(BigDecimal.ZERO);
    edits.replace(new Row(row.id(), new NumberTest(test.field(), operator, low, high, test.includeMissing()),
        Operators.blanks(isFirst ? value.isEmpty() : row.blanks().contains(Blank.FIRST),
            isFirst ? row.blanks().contains(Blank.SECOND) : value.isEmpty())),
        false);
  }

  private void drawn(BigDecimal low, BigDecimal high, boolean continues) {
    NumberTest test = (NumberTest) row.test();
    BigDecimal only = RangeOverBars.Ends.of(operator) == RangeOverBars.Ends.UPPER ? high : low;
    edits.replace(new Row(row.id(), operator.needsTwo()
        ? new NumberTest(test.field(), operator, low, high, test.includeMissing())
        : new NumberTest(test.field(), operator, only, null, test.includeMissing()), Set.of()), continues);
  }
}
