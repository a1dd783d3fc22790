package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import app.parcelle.engine.table.Folding;
import app.parcelle.ui.theme.Parts;

/**
 * Texts to tick, with how often each occurs, and a search that also takes a text that is not in the list. A list of any length
 * can be pasted or read from a file; only the lines in sight are built.
 */
final class CheckList extends VBox {
  private final Desk desk;
  private final Subject subject;
  private final boolean exact;
  private final Set<String> ticked;
  private final Consumer<List<String>> change;
  private final UnaryOperator<String> same;
  private final ObservableList<ValueCount> all = FXCollections.observableArrayList();
  private final FilteredList<ValueCount> found = new FilteredList<>(all);
  private final TextField search = new TextField();
  private final ListView<ValueCount> list = new ListView<>(found);
  private final Label chosen = Parts.wrapped("", "muted", "small");
  private final Label pasted = Parts.wrapped("", "small");

  /** @param exact texts that differ in case and accents only are not the same */
  private CheckList(Desk desk, Subject subject, List<String> values, boolean exact,
      Consumer<List<String>> change) {
    super(8);
    this.desk = desk;
    this.subject = subject;
    this.exact = exact;
    this.ticked = new LinkedHashSet<>(values);
    this.change = change;
    this.same = exact ? UnaryOperator.identity() : Folding::fold;
    all.setAll(values.stream().map(value -> new ValueCount(value, -1)).toList());
    build();
  }

  /** A list of the texts of a subject. */
  static CheckList of(Desk desk, Subject subject, List<String> values, boolean exact,
      Consumer<List<String>> change) {
    CheckList made = new CheckList(desk, subject, values, exact, change);
    subject.distribution().accept(spread -> made.offer(spread.values().of(exact)));
    return made;
  }

  private void build() {
    search.setPromptText(desk.text("builder.list.search"));
    search.setAccessibleText(desk.text("builder.list.search"));
    search.textProperty().addListener((_, _, text) -> {
      String folded = Folding.fold(text);
      found.setPredicate(value -> Folding.fold(value.text()).contains(folded));
    });
    search.setOnAction(_ -> takeTyped());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInSearch);
    list.setCellFactory(_ -> new Cell());
    list.setPrefSize(280, 240);
    list.setFixedCellSize(28);
    list.setAccessibleText(desk.text("builder.text.value", subject.title()));
    list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      ValueCount selected = list.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.SPACE && selected != null) {
        toggle(selected.text());
        event.consume();
      }
    });
    HBox ways = Parts.line(4,
        Parts.button(desk.text("builder.list.all"), this::tickFound, "quiet"),
        Parts.button(desk.text("builder.list.none"), this::clear, "quiet"), Parts.gap(),
        Parts.button(desk.text("builder.list.paste"),
            () -> take(Clipboard.getSystemClipboard().getString()), "quiet"),
        Parts.button(desk.text("builder.list.file"), () -> desk.files().choose(this::take), "quiet"));
    pasted.setManaged(false);
    getChildren().addAll(search, list, chosen, pasted, ways);
    getStyleClass().add("check-list");
    setMaxWidth(320);
    count();
    focusedProperty().subscribe(focused -> {
      if (focused) {
        search.requestFocus();
      }
    });
  }

  /** The texts that occur; those ticked before stand first. */
  void offer(List<ValueCount> values) {
    Map<String, ValueCount> counted = new HashMap<>();
    values.forEach(value -> counted.putIfAbsent(same.apply(value.text()), value));
    Set<String> there = new LinkedHashSet<>();
    List<ValueCount> sorted = new ArrayList<>();
    for (String text : ticked) {
      ValueCount value = counted.get(same.apply(text));
      there.add(same.apply(text));
      sorted.add(new ValueCount(text, value == null ? 0 : value.count()));
    }
    values.stream().filter(v -> !there.contains(same.apply(v.text()))).forEach(sorted::add);
    all.setAll(sorted);
  }

  /** Ticks all texts of a list, and says how many came twice and how many nobody has. */
  void take(String text) {
    PastedList many = PastedList.of(text == null ? "" : text, same);
    if (many.texts().isEmpty()) {
      say(desk.text("builder.list.pastedNone"), "warning");
      return;
    }
    Set<String> there = new LinkedHashSet<>();
    ticked.forEach(one -> there.add(same.apply(one)));
    List<String> fresh = many.texts().stream().filter(one -> !there.contains(same.apply(one))).toList();
    ticked.addAll(fresh);
    List<ValueCount> before = List.copyOf(all);
    offer(before);
    report();
    say(desk.text("builder.list.pasted", many.texts().size(), many.duplicates()), "good");
    subject.absence().of(many.texts(), exact, absent -> {
      if (!absent.isEmpty()) {
        say(desk.text("builder.list.pasted", many.texts().size(), many.duplicates()) + " "
            + desk.text("builder.list.unknown", absent.size(), absent.getFirst()), "warning");
      }
    });
  }

  private void keyInSearch(KeyEvent event) {
    String clip = event.isShortcutDown() && event.getCode() == KeyCode.V
        ? Clipboard.getSystemClipboard().getString()
        : null;
    if (clip != null && PastedList.of(clip, same).texts().size() > 1) {
      take(clip);
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && !found.isEmpty()) {
      list.requestFocus();
      list.getSelectionModel().selectFirst();
      event.consume();
    }
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

  private void tickFound() {
    found.forEach(value -> ticked.add(value.text()));
    report();
  }

  private void clear() {
    ticked.clear();
    report();
  }

  private void toggle(String text) {
    if (!ticked.remove(text)) {
      ticked.add(text);
    }
    report();
  }

  private void report() {
    change.accept(List.copyOf(ticked));
    count();
    list.refresh();
  }

  private void count() {
    chosen.setText(desk.text("builder.list.chosen", ticked.size()));
  }

  private void say(String words, String tone) {
    pasted.setText(words);
    pasted.getStyleClass().setAll("label", "small", tone);
    pasted.setManaged(true);
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
