package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** A number to type. Text that is no number is marked and changes nothing. */
final class NumberBox extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Desk desk;
  private final TextField field;

  /** @param name what the number is, for people who do not see it */
  NumberBox(Desk desk, String name, double width, Consumer<BigDecimal> change) {
    this.desk = desk;
    field = Inputs.field("", width, text -> {
      var number = desk.figures().parse(text);
      field().pseudoClassStateChanged(WRONG, number.isEmpty());
      number.ifPresent(change);
    });
    field.setAccessibleText(name);
    getChildren().add(field);
  }

  private TextField field() {
    return field;
  }

  /** Leaves a text alone that already says the number. */
  void show(BigDecimal number) {
    boolean same = desk.figures()
        .parse(field.getText())
        .map(typed -> typed.compareTo(number) == 0)
        .orElse(false);
    if (!same && !field.isFocused()) {
      field.setText(desk.figures().number(number));
    }
  }
}
