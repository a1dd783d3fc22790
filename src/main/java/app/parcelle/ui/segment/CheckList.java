package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import app.parcelle.engine.table.Folding;
import app.parcelle.ui.theme.Parts;

/** Texts to tick, with how many customers have each, and a search that also takes a text that is not in the list. */
final class CheckList extends VBox {
  private final Desk desk;
  private final Set<String> ticked;
  private final Consumer<List<String>> change;
  private final UnaryOperator<String> same;
  private final ObservableList<ValueCount> all = FXCollections.observableArrayList();
  private final FilteredList<ValueCount> found = new FilteredList<>(all);
  private final TextField search = new TextField();
  private final ListView<ValueCount> list = new ListView<>(found);

  /** @param exact texts that differ in case and accents only are not the same */
  CheckList(Desk desk, List<String> values, boolean exact, Consumer<List<String>> change) {
    super(8);
    this.desk = desk;
    this.ticked = new LinkedHashSet<>(values);
    this.change = change;
    this.same = exact ? UnaryOperator.identity() : Folding::fold;
    values.forEach(value -> all.add(new ValueCount(value, -1)));
    search.setPromptText(desk.text("builder.list.search"));
    search.textProperty().addListener((_, _, text) -> {
      String folded = Folding.fold(text);
      found.setPredicate(value -> Folding.fold(value.text()).contains(folded));
    });
    search.setOnAction(_ -> takeTyped());
    list.setCellFactory(_ -> new Cell());
    list.setPrefSize(260, 240);
    list.setFixedCellSize(28);
    list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      ValueCount chosen = list.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.SPACE && chosen != null) {
        toggle(chosen.text());
        event.consume();
      }
    });
    getChildren().addAll(search, list);
    getStyleClass().add("check-list");
    focusedProperty().subscribe(focused -> {
      if (focused) {
        search.requestFocus();
      }
    });
  }

  /** The texts that occur; those ticked before stand first. */
  void offer(List<ValueCount> values) {
    Set<String> there = new LinkedHashSet<>();
    ticked.forEach(text -> there.add(same.apply(text)));
    List<ValueCount> sorted = new ArrayList<>();
    for (String text : ticked) {
      sorted.add(values.stream()
          .filter(v -> same.apply(v.text()).equals(same.apply(text)))
          .findFirst()
          .map(v -> new ValueCount(text, v.count()))
          .orElse(new ValueCount(text, 0)));
    }
    values.stream().filter(v -> !there.contains(same.apply(v.text()))).forEach(sorted::add);
    all.setAll(sorted);
  }

  private void takeTyped() {
    String text = search.getText().strip();
    if (text.isEmpty()) {
      return;
    }
    if (found.size() == 1) {
      toggle(found.getFirst().text());
    } else if (all.stream().noneMatch(v -> same.apply(v.text()).equals(same.apply(text)))) {
      all.addFirst(new ValueCount(text, 0));
      toggle(text);
    }
    search.clear();
  }

  private void toggle(String text) {
    if (!ticked.remove(text)) {
      ticked.add(text);
    }
    change.accept(List.copyOf(ticked));
    list.refresh();
  }

  private final class Cell extends ListCell<ValueCount> {
    private final CheckBox box = new CheckBox();
    private final Label count = Parts.fixed("", "muted", "small");
    private final HBox line = Parts.line(8, box, Parts.gap(), count);

    Cell() {
      box.setMnemonicParsing(false);
      box.setFocusTraversable(false);
      box.setOnAction(_ -> toggle(getItem().text()));
    }

    @Override
    protected void updateItem(ValueCount value, boolean empty) {
      super.updateItem(value, empty);
      setGraphic(empty || value == null ? null : line);
      if (!empty && value != null) {
        box.setText(value.text());
        box.setSelected(ticked.contains(value.text()));
        count.setText(value.count() < 0 ? "" : desk.figures().count(value.count()));
      }
    }
  }
}
