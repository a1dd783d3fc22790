package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.ui.segment.Card.Row;

/** Texts to tick in a list with their counts, or one to type. */
final class TextEditor implements ValueEditor {
  private static final int NAMED = 2;

  private final Desk desk;
  private final Subject subject;
  private final Edits edits;
  private final TextOperator operator;
  private final Button ticked = new Button();
  private final TextField typed;
  private final ToggleButton exact;
  private Row row;

  TextEditor(Desk desk, Subject subject, TextTest test, Edits edits) {
    this.desk = desk;
    this.subject = subject;
    this.edits = edits;
    this.operator = test.operator();
    this.row = new Row(0, test, Set.of());
    ticked.setMnemonicParsing(false);
    ticked.getStyleClass().add("value");
    ticked.setMaxWidth(240);
    Bubble.on(ticked, this::list);
    typed = Inputs.field("", 140, text -> replace(text.isBlank() ? List.of() : List.of(given(text))));
    typed.setAccessibleText(desk.text("builder.text.value", subject.title()));
    typed.setPromptText(desk.text("builder.text.prompt"));
    exact = new ToggleButton(desk.text("builder.text.exact"));
    exact.setMinWidth(Region.USE_PREF_SIZE);
    exact.getStyleClass().add("toggle-chip");
    exact.setTooltip(new Tooltip(desk.text("builder.text.exact.what")));
    exact.setAccessibleHelp(desk.text("builder.text.exact.what"));
    exact.setOnAction(_ -> replace(((TextTest) row.test()).values(), exact.isSelected()));
  }

  @Override
  public List<Node> parts() {
    return List.of(many() ? ticked : typed, exact);
  }

  @Override
  public boolean show(Row now) {
    if (!(now.test() instanceof TextTest test) || test.operator() != operator) {
      return false;
    }
    row = now;
    exact.setSelected(test.exact());
    ticked.setText(summary(desk, test.values()));
    ticked.setAccessibleText(desk.text("builder.text.value", subject.title()) + " " + ticked.getText());
    String only = test.values().isEmpty() ? "" : test.values().getFirst();
    if (!many() && !given(typed.getText()).equals(only)) {
      typed.setText(only);
    }
    return true;
  }

  /** Without spaces around it, unless they count. */
  private String given(String text) {
    return ((TextTest) row.test()).exact() ? text : text.strip();
  }

  private boolean many() {
    return operator.positive() == TextOperator.IS_ONE_OF;
  }

  /** A few of the values in words. */
  static String summary(Desk desk, List<String> values) {
    if (values.isEmpty()) {
      return desk.text("builder.text.choose");
    }
    return values.size() <= NAMED
        ? String.join(", ", values)
        : desk.text("builder.text.several", values.getFirst(), values.size() - 1);
  }

  private Node list() {
    TextTest test = (TextTest) row.test();
    return CheckList.of(desk, subject, test.values(), test.exact(), this::replace);
  }

  private void replace(List<String> values) {
    replace(values, ((TextTest) row.test()).exact());
  }

  private void replace(List<String> values, boolean spelling) {
    TextTest test = (TextTest) row.test();
    edits.replace(new Row(row.id(),
        new TextTest(test.field(), operator, new ArrayList<>(values), spelling, test.includeMissing()),
        Set.of()),
        false);
  }
}
