package app.parcelle.ui.segment;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Workbench;
import app.parcelle.ui.theme.Parts;

/** Which segment this is: the way to the others, its name, whether it is saved, and where it can go. */
final class HeaderView extends HBox {
  private static final double ROUND_NAME = 28;
  private static final double WIDEST = 420;

  private final Desk desk;
  private final Workbench workbench;
  private final TextField name = new TextField();
  private final Label reference = Parts.chip("");
  private final Label unsaved;
  private final Button crumb;
  private final Button save;
  private final Button export;
  private final Button sql;

  HeaderView(Desk desk, Workbench workbench) {
    super(8);
    this.desk = desk;
    this.workbench = workbench;
    SegmentViewModel model = desk.model();
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    crumb = Parts.button(desk.text("builder.header.segments") + " ›", () -> {}, "quiet", "crumb");
    crumb.setOnAction(_ -> openSaved());
    name.getStyleClass().addAll("title", "name-field");
    name.setAccessibleText(desk.text("builder.header.name"));
    name.textProperty().addListener((_, _, _) -> fit());
    name.fontProperty().addListener((_, _, _) -> fit());
    name.setOnAction(_ -> crumb.requestFocus());
    name.focusedProperty().subscribe(focused -> {
      if (!focused) {
        model.rename(name.getText());
        name.setText(model.name());
      }
    });
    name.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        name.setText(model.name());
        crumb.requestFocus();
        event.consume();
      }
    });
    unsaved = Parts.chip(desk.text("builder.header.unsaved"), "warning");
    unsaved.visibleProperty().bind(model.unsaved());
    unsaved.managedProperty().bind(unsaved.visibleProperty());
    save = Parts.button(desk.text("builder.header.save"), model::save);
    save.disableProperty().bind(model.unsaved().not());
    Button more = Parts.iconButton(Feather.MORE_HORIZONTAL, desk.text("builder.header.more"));
    more.setOnAction(_ -> menu(more).show(more, Side.BOTTOM, 0, 4));
    export = Parts.button(desk.text("builder.header.export"), this::export, "accent");
    sql = Parts.iconButton(Feather.CODE, desk.text("sql.show"));
    sql.setId("show-sql");
    Bubble.on(sql, () -> new SqlView(desk, model.sql(), Notices.of(workbench)));
    getChildren().addAll(crumb, name, reference, unsaved, Parts.gap(), sql, more, save, export);
  }

  void show(History.Moment moment) {
    if (!name.isFocused()) {
      name.setText(desk.model().name());
    }
    reference.setText(switch (moment.reference()) {
      case Segment.Reference.Fixed fixed -> desk.text("builder.header.asOf", desk.figures().day(fixed.day()));
      case Segment.Reference.Project _,Segment.Reference.Now _ -> desk.text("builder.header.dynamic");
    });
    export.setDisable(moment.draft().isEmpty());
    sql.setDisable(moment.draft().isEmpty());
    fit();
  }

  /** The saved segments, under the breadcrumb. */
  void openSaved() {
    Bubble[] bubble = new Bubble[1];
    bubble[0] = Bubble.under(crumb, new SavedList(desk, () -> bubble[0].hide(),
        () -> workbench.go(new Place.Library())));
  }

  /** As wide as its text, so that the chips stand beside the name. */
  private void fit() {
    Text measure = new Text(name.getText());
    measure.setFont(
        javafx.scene.text.Font.font(name.getFont().getFamily(), javafx.scene.text.FontWeight.BOLD, 18));
    double width = measure.getLayoutBounds().getWidth() + ROUND_NAME;
    name.setPrefWidth(Math.clamp(width, 80, WIDEST));
    name.setTooltip(width > WIDEST ? new Tooltip(name.getText()) : null);
  }

  private ContextMenu menu(Button owner) {
    SegmentViewModel model = desk.model();
    MenuItem fresh = item("builder.header.new", model::fresh);
    MenuItem saveAs = item("builder.header.saveAs", () -> askName(owner));
    MenuItem json = item("builder.header.json", this::copyJson);
    json.setDisable(model.segment().rule() == null);
    MenuItem freeze = item("builder.frozen.freeze",
        () -> model.whenSaved(id -> desk.kept().freeze(id, model.name())));
    freeze.setDisable(model.segment().rule() == null);
    ContextMenu menu = new ContextMenu(fresh, saveAs, new SeparatorMenuItem(), json, freeze);
    model.saved()
        .ifPresent(saved -> menu.getItems()
            .addAll(item("builder.frozen.list", () -> Bubble.under(owner, new FrozenList(desk, saved))),
                new SeparatorMenuItem(),
                item("builder.header.duplicate", () -> model.copy(saved)),
                item("builder.header.delete", () -> model.delete(saved))));
    return menu;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(desk.text(key));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void askName(Button owner) {
    TextField other = new TextField(desk.text("builder.header.copyOf", desk.model().name()));
    other.setPrefColumnCount(24);
    Bubble[] bubble = new Bubble[1];
    Runnable go = () -> {
      if (!other.getText().isBlank()) {
        bubble[0].hide();
        desk.model().saveAs(other.getText());
      }
    };
    other.setOnAction(_ -> go.run());
    VBox content = new VBox(8, Parts.label(desk.text("builder.header.saveAsTitle"), "section-label"),
        Parts.line(8, other, Parts.button(desk.text("builder.header.save"), go, "accent")));
    bubble[0] = Bubble.under(owner, content);
    other.requestFocus();
    other.selectAll();
  }

  private void copyJson() {
    ClipboardContent content = new ClipboardContent();
    content.putString(SegmentJson.write(desk.model().segment()));
    Clipboard.getSystemClipboard().setContent(content);
    workbench.say(Message.of("builder.said.copied"));
  }

  /** What is exported is what is saved: so it is saved first. */
  private void export() {
    desk.model().whenSaved(id -> workbench.go(new Place.Exports(List.of(id))));
  }
}
