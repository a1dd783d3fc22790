package app.parcelle.ui.value;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.value.RfmModel;
import app.parcelle.engine.value.RfmSegment;
import app.parcelle.engine.value.RfmSegment.Bounds;
import app.parcelle.ui.theme.Parts;

/** The named segments with their bounds of scores, in the order they are looked at. */
final class BoundsEditor extends VBox {
  private final ValueViewModel model;
  private final ValueWords words;
  private final RfmModel now;
  private final GridPane grid = new GridPane();

  BoundsEditor(ValueViewModel model, ValueWords words, RfmModel now) {
    super(10);
    this.model = model;
    this.words = words;
    this.now = now;
    getStyleClass().addAll("card", "value-card");
    grid.getStyleClass().add("bounds");
    grid.setHgap(6);
    grid.setVgap(4);
    grid.addRow(0, Parts.fixed(words.text("value.bounds.segment"), "section-label"),
        Parts.fixed(words.text("value.bounds.recency"), "section-label"),
        Parts.fixed(words.text("value.bounds.frequency"), "section-label"),
        Parts.fixed(words.text("value.bounds.monetary"), "section-label"));
    for (int i = 0; i < now.segments().size(); i++) {
      row(i, now.segments().get(i));
    }
    getChildren().addAll(Parts.label(words.text("value.bounds"), "heading"),
        Parts.wrapped(words.text("value.bounds.order", now.others()), "muted", "small"), grid,
        Parts.button(words.text("value.bounds.add"), this::add));
  }

  private void row(int i, RfmSegment segment) {
    TextField name = new TextField(segment.name());
    name.setPrefColumnCount(14);
    name.setAccessibleText(words.text("value.bounds.segment"));
    name.setOnAction(_ -> rename(i, name.getText()));
    name.focusedProperty().subscribe(focused -> {
      if (!focused) {
        rename(i, name.getText());
      }
    });
    grid.addRow(i + 1, name,
        range(segment.recency(), words.text("value.bounds.recency"),
            b -> set(i, new RfmSegment(segment.name(), b, segment.frequency(), segment.monetary()))),
        range(segment.frequency(), words.text("value.bounds.frequency"),
            b -> set(i, new RfmSegment(segment.name(), segment.recency(), b, segment.monetary()))),
        range(segment.monetary(), words.text("value.bounds.monetary"),
            b -> set(i, new RfmSegment(segment.name(), segment.recency(), segment.frequency(), b))),
        buttons(i));
  }

  private Node buttons(int i) {
    var up = Parts.iconButton(Feather.ARROW_UP, words.text("value.bounds.up"));
    up.setDisable(i == 0);
    up.setOnAction(_ -> swap(i - 1));
    var down = Parts.iconButton(Feather.ARROW_DOWN, words.text("value.bounds.down"));
    down.setDisable(i == now.segments().size() - 1);
    down.setOnAction(_ -> swap(i));
    var remove = Parts.iconButton(Feather.X, words.text("value.bounds.remove"));
    remove.setOnAction(_ -> {
      List<RfmSegment> all = new ArrayList<>(now.segments());
      all.remove(i);
      model.segments(all);
    });
    return Parts.line(0, up, down, remove);
  }

  private interface Chosen {
    void bounds(Bounds bounds);
  }

  private Node range(Bounds bounds, String what, Chosen chosen) {
    Spinner<Integer> first = spinner(bounds.first(), words.text("value.bounds.from", what));
    Spinner<Integer> last = spinner(bounds.last(), words.text("value.bounds.to", what));
    first.valueProperty()
        .addListener((_, _, v) -> chosen.bounds(new Bounds(v, Math.max(v, last.getValue()))));
    last.valueProperty()
        .addListener((_, _, v) -> chosen.bounds(new Bounds(Math.min(v, first.getValue()), v)));
    return Parts.line(3, first, Parts.fixed("–", "muted"), last);
  }

  private Spinner<Integer> spinner(int value, String name) {
    Spinner<Integer> spinner = new Spinner<>(1, now.scores(), value);
    spinner.setPrefWidth(58);
    spinner.setMinWidth(58);
    spinner.setAccessibleText(name);
    return spinner;
  }

  private void rename(int i, String name) {
    RfmSegment segment = now.segments().get(i);
    if (!name.strip().equals(segment.name())) {
      set(i, new RfmSegment(name.strip(), segment.recency(), segment.frequency(), segment.monetary()));
    }
  }

  private void set(int i, RfmSegment segment) {
    List<RfmSegment> all = new ArrayList<>(now.segments());
    all.set(i, segment);
    model.segments(all);
  }

  private void swap(int i) {
    List<RfmSegment> all = new ArrayList<>(now.segments());
    java.util.Collections.swap(all, i, i + 1);
    model.segments(all);
  }

  private void add() {
    List<RfmSegment> all = new ArrayList<>(now.segments());
    String name = words.text("value.bounds.new");
    int n = 2;
    while (now.names().contains(name)) {
      name = words.text("value.bounds.new") + " " + n++;
    }
    Bounds every = new Bounds(1, now.scores());
    all.add(new RfmSegment(name, every, every, every));
    model.segments(all);
  }
}
