package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

import app.parcelle.engine.segment.Period;

/** A number and a unit of the calendar: 90 days. Text that is no whole number from 1 on is marked and changes nothing. */
final class PeriodField extends HBox {
  private static final int MOST = 10_000;
  private static final List<Period.Unit> UNITS = List.of(Period.Unit.values());

  private final Desk desk;
  private final TextField number;
  private final MenuButton unit;
  private final Consumer<Period> change;
  private Period period;

  PeriodField(Desk desk, Period start, Consumer<Period> change) {
    super(4);
    this.desk = desk;
    this.period = start;
    this.change = change;
    number = Inputs.field(desk.figures().count(start.n()), 52, this::typed);
    number.setAccessibleText(desk.text("builder.period.number"));
    unit = Inputs.choice(UNITS, start.unit(),
        u -> desk.text("builder.period." + Operators.id(u)), // keys: builder.period.*
        u -> become(new Period(period.n(), u)));
    unit.setAccessibleText(desk.text("builder.period.unit"));
    getChildren().addAll(number, unit);
  }

  void show(Period now) {
    if (!now.equals(period)) {
      period = now;
      number.setText(desk.figures().count(now.n()));
      Inputs.choose(unit, UNITS.indexOf(now.unit()));
    }
  }

  private void typed(String text) {
    int n = desk.figures()
        .parse(text)
        .filter(value -> value.stripTrailingZeros().scale() <= 0)
        .filter(value -> value.compareTo(BigDecimal.valueOf(MOST)) <= 0)
        .map(BigDecimal::intValue)
        .orElse(0);
    number.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("wrong"), n < 1);
    if (n >= 1) {
      become(new Period(n, period.unit()));
    }
  }

  private void become(Period now) {
    if (!now.equals(period)) {
      period = now;
      change.accept(now);
    }
  }
}
