package app.parcelle.ui.segment;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.evaluate.MemberRows;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.segment.Field;
import app.parcelle.ui.theme.Parts;

/** The members as a table: a key to look for, columns to choose, rows to copy; a double click says why. */
final class MembersView extends VBox {
  private final Desk desk;
  private final MembersViewModel model;
  private final ZoneId zone;
  private final MembersTable table;
  private final Label count = Parts.fixed("", "muted");
  private final Label nothing;
  private final Subscription shown;

  MembersView(Desk desk, ZoneId zone) {
    super(10);
    this.desk = desk;
    this.zone = zone;
    this.model = desk.audience().members();
    model.speak(desk.texts().locale());
    getStyleClass().add("members-view");
    table = new MembersTable(desk, this::why);
    nothing = Parts.label(desk.text("audience.members.none"), "muted");
    table.setPlaceholder(nothing);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox card = new VBox(table);
    card.getStyleClass().add("card");
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().addAll(tools(), card, Parts.wrapped(desk.text("audience.members.hint"), "muted", "small"));
    table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
        copy();
        event.consume();
      }
    });
    shown = Subscription.combine(model.rows().subscribe(this::show), model.order().subscribe(table::mark),
        model.masked().subscribe(_ -> table.refresh()));
  }

  /** It is not looked at any more. */
  void leave() {
    shown.unsubscribe();
  }

  private Node tools() {
    TextField find = new TextField();
    find.setId("members-find");
    find.setPrefWidth(220);
    find.setPromptText(desk.text("audience.members.find"));
    find.setAccessibleText(desk.text("audience.members.find"));
    find.setOnAction(_ -> model.find(find.getText(), this::go));
    Button columns = Parts.button(desk.text("audience.members.columns"), () -> {});
    columns.setId("members-columns");
    Bubble.on(columns, this::columns);
    ToggleButton personal = new ToggleButton(desk.text("audience.members.personal"));
    personal.setMnemonicParsing(false);
    personal.setMinWidth(USE_PREF_SIZE);
    personal.getStyleClass().add("toggle-chip");
    personal.setSelected(!model.masked().get());
    personal.setOnAction(_ -> model.masked().set(!personal.isSelected()));
    Button copy = Parts.iconButton(Feather.COPY, desk.text("audience.members.copy"));
    copy.setOnAction(_ -> copy());
    return Parts.line(8, find, count, Parts.gap(), personal, columns, copy);
  }

  private void show(@Nullable MemberRows rows) {
    table.show(rows);
    count.setText(rows == null ? "" : desk.text("audience.members.count", rows.size()));
  }

  private void go(int row) {
    if (row < 0) {
      nothing.setText(desk.text("audience.members.none"));
      count.setText(desk.text("audience.members.notFound"));
      return;
    }
    table.getSelectionModel().clearAndSelect(row);
    table.scrollTo(Math.max(0, row - 3));
    table.requestFocus();
  }

  private void why(String key) {
    WhyView.open(desk, key, count);
  }

  private Node columns() {
    List<Field> chosen = new ArrayList<>(model.columns());
    VBox boxes = new VBox(6);
    for (Field field : model.choices()) {
      CheckBox box = new CheckBox(desk.title(field));
      box.setMnemonicParsing(false);
      box.setSelected(chosen.contains(field));
      box.setOnAction(_ -> {
        if (box.isSelected()) {
          chosen.add(field);
        } else {
          chosen.remove(field);
        }
        model.choose(chosen);
      });
      boxes.getChildren().add(box);
    }
    ScrollPane scroll = new ScrollPane(boxes);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(380);
    scroll.setPrefWidth(280);
    return new VBox(8, Parts.label(desk.text("audience.members.columns"), "section-label"), scroll);
  }

  private void copy() {
    // made away from the screen, and number formats are not shared between threads
    Figures figures = new Figures(desk.texts(), zone);
    List<Field> fields = model.columns();
    model.copy(table.chosen(), table.head(), row -> line(row, fields, figures), text -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    });
  }

  private String line(MemberRows.Row row, List<Field> fields, Figures figures) {
    StringBuilder line = new StringBuilder(row.key());
    for (int i = 0; i < fields.size(); i++) {
      Value value = row.values().get(i);
      line.append('\t').append(model.shown(fields.get(i), value == null ? "" : figures.value(value)));
    }
    return line.toString();
  }
}
