package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.ui.segment.Card.Blank;
import app.parcelle.ui.theme.Parts;

/** An operator of numbers and the number or two that it needs. */
final class Comparison extends HBox {
  /**
   * What is asked.
   *
   * @param first null where it has not been given
   * @param second null where it has not been given, or is not needed
   */
  record Asked(NumberOperator operator, @Nullable BigDecimal first, @Nullable BigDecimal second) {
    BigDecimal value() {
      return first == null ? BigDecimal.ZERO : first;
    }

    /** The upper end where there has to be one; null where not. */
    @Nullable
    BigDecimal upTo() {
      return !operator.needsTwo() ? null : second == null ? BigDecimal.ZERO : second;
    }

    Set<Blank> blanks() {
      return Operators.blanks(first == null, operator.needsTwo() && second == null);
    }

    static Asked of(NumberOperator operator, BigDecimal first, @Nullable BigDecimal second,
        Set<Blank> blanks) {
      return new Asked(operator, blanks.contains(Blank.FIRST) ? null : first,
          blanks.contains(Blank.SECOND) ? null : second);
    }
  }

  private static final List<NumberOperator> ALL = List.of(NumberOperator.AT_LEAST, NumberOperator.AT_MOST,
      NumberOperator.GREATER, NumberOperator.LESS, NumberOperator.EQUAL, NumberOperator.NOT_EQUAL,
      NumberOperator.BETWEEN, NumberOperator.NOT_BETWEEN);

  private final Desk desk;
  private final Consumer<Asked> change;
  private final MenuButton operators;
  private final TextField first;
  private final TextField second;
  private final String unit;
  private Asked asked;

  /**
   * @param name of what is compared, for people who do not see it
   * @param unit what stands behind the number; empty for nothing
   */
  Comparison(Desk desk, String name, String unit, Asked start, Consumer<Asked> change) {
    super(6);
    this.desk = desk;
    this.unit = unit;
    this.change = change;
    this.asked = start;
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    operators = Inputs.choice(ALL, start.operator(), o -> desk.text("builder.number." + Operators.id(o)), // keys: builder.number.*
        operator -> become(new Asked(operator, asked.first(), asked.second())));
    operators.setAccessibleText(desk.text("builder.operator", name));
    first = Inputs.field("", 52, text -> become(new Asked(asked.operator(), number(text), asked.second())));
    second = Inputs.field("", 52, text -> become(new Asked(asked.operator(), asked.first(), number(text))));
    first.setAccessibleText(desk.text("builder.number.value", name));
    second.setAccessibleText(desk.text("builder.number.upTo", name));
    first.setPromptText(desk.text("builder.number.prompt"));
    arrange();
    show(start);
  }

  void show(Asked now) {
    boolean other = now.operator().needsTwo() != asked.operator().needsTwo();
    asked = now;
    Inputs.choose(operators, ALL.indexOf(now.operator()));
    show(first, now.first());
    show(second, now.second());
    if (other) {
      arrange();
    }
  }

  private void arrange() {
    getChildren().setAll(operators, first);
    if (asked.operator().needsTwo()) {
      getChildren().addAll(Parts.fixed(desk.text("builder.number.and"), "muted"), second);
    }
    if (!unit.isEmpty()) {
      getChildren().add(Parts.fixed(unit, "muted"));
    }
  }

  private void become(Asked now) {
    if (!now.equals(asked)) {
      boolean other = now.operator().needsTwo() != asked.operator().needsTwo();
      asked = now;
      if (other) {
        arrange();
      }
      change.accept(now);
    }
  }

  private @Nullable BigDecimal number(String text) {
    return desk.figures().parse(text).orElse(null);
  }

  private void show(TextField field, @Nullable BigDecimal value) {
    Optional<BigDecimal> typed = desk.figures().parse(field.getText());
    boolean same = value == null
        ? typed.isEmpty()
        : typed.isPresent() && Objects.requireNonNull(value).compareTo(typed.get()) == 0;
    if (!same) {
      field.setText(value == null ? "" : desk.figures().number(value));
    }
  }
}
