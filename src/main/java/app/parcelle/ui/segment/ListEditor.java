package app.parcelle.ui.segment;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.ui.segment.Card.Row;

/** The elements that a list has to hold, to tick. */
final class ListEditor implements ValueEditor {
  private final Desk desk;
  private final Subject subject;
  private final Edits edits;
  private final Button ticked = new Button();
  private final ToggleButton exact;
  private Row row;

  ListEditor(Desk desk, Subject subject, Row row, Edits edits) {
    this.desk = desk;
    this.subject = subject;
    this.edits = edits;
    this.row = row;
    ticked.setMnemonicParsing(false);
    ticked.getStyleClass().add("value");
    ticked.setMaxWidth(240);
    Bubble.on(ticked, this::list);
    exact = new ToggleButton(desk.text("builder.text.exact"));
    exact.setMinWidth(Region.USE_PREF_SIZE);
    exact.getStyleClass().add("toggle-chip");
    exact.setTooltip(new Tooltip(desk.text("builder.text.exact.what")));
    exact.setOnAction(_ -> replace(test().values(), exact.isSelected()));
  }

  @Override
  public List<Node> parts() {
    return List.of(ticked, exact);
  }

  @Override
  public boolean show(Row now) {
    if (!(now.test() instanceof ListTest test)) {
      return false;
    }
    row = now;
    exact.setSelected(test.exact());
    ticked.setText(TextEditor.summary(desk, test.values()));
    ticked.setAccessibleText(desk.text("builder.text.value", subject.title()) + " " + ticked.getText());
    return true;
  }

  private Node list() {
    return CheckList.of(desk, subject, test().values(), test().exact(),
        values -> replace(values, test().exact()));
  }

  private ListTest test() {
    return (ListTest) row.test();
  }

  private void replace(List<String> values, boolean spelling) {
    edits.replace(new Row(row.id(),
        new ListTest(test().field(), test().operator(), values, spelling, test().includeMissing()), Set.of()),
        false);
  }
}
