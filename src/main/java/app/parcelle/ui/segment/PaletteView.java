package app.parcelle.ui.segment;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.ui.segment.PaletteList.Line;
import app.parcelle.ui.theme.Parts;

/**
 * All that criteria can be made of, by kind, with a search. A field is taken by a double click, Enter or a drag. Only the lines
 * in sight are built, however many fields there are.
 */
final class PaletteView extends VBox {
  private static final double LINE = 28;

  private final Desk desk;
  private final Consumer<Source> take;
  private final boolean side;
  private final TextField search = new TextField();
  private final ListView<Line> list = new ListView<>();
  private final Label none = Parts.wrapped("", "muted");
  private final PalettePreview preview;
  private PaletteList all;

  /** @param side stands at the side of the screen, with distributions and dragging, rather than in a bubble */
  PaletteView(Desk desk, Consumer<Source> take, boolean side) {
    super(8);
    this.desk = desk;
    this.take = take;
    this.side = side;
    all = desk.palette();
    preview = new PalettePreview(desk);
    search.setPromptText(desk.text("builder.palette.search"));
    search.setAccessibleText(desk.text("builder.palette.search"));
    search.textProperty().addListener((_, _, _) -> showLines());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInSearch);
    search.setOnAction(_ -> firstItem());
    list.setFixedCellSize(LINE);
    list.setCellFactory(_ -> new PaletteCell(desk, this));
    list.getStyleClass().add("palette-list");
    list.setAccessibleText(desk.text("builder.palette.list"));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    list.getSelectionModel().selectedItemProperty().subscribe(this::preview);
    VBox.setVgrow(list, Priority.ALWAYS);
    getStyleClass().add("palette");
    getChildren().addAll(search, list, none);
    if (side) {
      getChildren().add(preview);
    }
    focusedProperty().subscribe(focused -> {
      if (focused) {
        search.requestFocus();
      }
    });
    showLines();
  }

  /** Shows what the project now holds. */
  void show() {
    PaletteList before = all;
    all = desk.palette();
    all.foldAs(before);
    showLines();
  }

  boolean isSide() {
    return side;
  }

  void take(Source source) {
    take.accept(source);
  }

  void fold(FieldKind kind) {
    all.fold(kind);
    showLines();
  }

  /** Shows more of what the mouse or the keyboard is on; of nothing, of what is selected. */
  void preview(@Nullable Line line) {
    Line shown = line == null ? list.getSelectionModel().getSelectedItem() : line;
    if (side) {
      preview.show(shown instanceof Line.Item(Source source, _) ? source : null, title(shown));
    }
  }

  private static String title(@Nullable Line line) {
    return line instanceof Line.Item item ? item.title() : "";
  }

  private void showLines() {
    List<Line> lines = all.lines(search.getText());
    if (!lines.equals(list.getItems())) {
      list.getItems().setAll(lines);
    }
    none.setText(desk.text(all.isEmpty() ? "builder.palette.noData" : "builder.palette.none"));
    boolean empty = lines.isEmpty();
    none.setVisible(empty);
    none.setManaged(empty);
    list.setVisible(!empty);
    list.setManaged(!empty);
  }

  private void firstItem() {
    list.getItems()
        .stream()
        .filter(Line.Item.class::isInstance)
        .findFirst()
        .ifPresent(line -> {
          search.clear();
          take.accept(((Line.Item) line).source());
        });
  }

  private void keyInSearch(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
      int first = list.getItems().getFirst() instanceof Line.Heading && list.getItems().size() > 1 ? 1 : 0;
      list.requestFocus();
      list.getSelectionModel().clearAndSelect(first);
      list.getFocusModel().focus(first);
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    Line line = list.getSelectionModel().getSelectedItem();
    KeyCode code = event.getCode();
    boolean go = code == KeyCode.ENTER || code == KeyCode.SPACE;
    if (line instanceof Line.Item item && go) {
      take.accept(item.source());
    } else if (line instanceof Line.Heading heading
        && (go || code == (heading.folded() ? KeyCode.RIGHT : KeyCode.LEFT))) {
      int at = list.getSelectionModel().getSelectedIndex();
      fold(heading.kind());
      list.getSelectionModel().clearAndSelect(at);
    } else if (code == KeyCode.UP && list.getSelectionModel().getSelectedIndex() <= 0) {
      search.requestFocus();
    } else if (code.isLetterKey() && !event.isShortcutDown() && !event.isAltDown()) {
      search.requestFocus();
      search.setText(event.getText());
      search.end();
    } else {
      return;
    }
    event.consume();
  }
}
