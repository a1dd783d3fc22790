package app.parcelle.ui.segment;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.sql.Dialect;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** The statement of a segment, lightly coloured, with the choice of who is to read it. */
final class SqlView extends VBox {
  /** What is longer is copied whole, but shown up to here. */
  private static final int SHOWN = 20_000;

  private final Desk desk;
  private final TextFlow flow = new TextFlow();
  private final Label note;
  private final Button copy;

  SqlView(Desk desk, SqlViewModel model, Notices notices) {
    super(10);
    this.desk = desk;
    getStyleClass().add("sql");
    Segmented<Dialect> dialects = new Segmented<>(Arrays.asList(Dialect.values()), SqlView::name);
    dialects.valueProperty().bindBidirectional(model.dialect());
    copy = Parts.button(desk.text("sql.copy"), () -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(model.statement().get());
      Clipboard.getSystemClipboard().setContent(content);
      notices.say(Message.of("sql.copied"));
    });
    flow.getStyleClass().add("mono");
    ScrollPane scroll = new ScrollPane(flow);
    scroll.getStyleClass().add("sql-text");
    scroll.setAccessibleText(desk.text("sql.title"));
    note = Parts.wrapped(desk.text("sql.note"), "muted", "small");
    getChildren().addAll(
        Parts.line(12, Parts.label(desk.text("sql.title"), "section-label"), dialects, Parts.gap(), copy),
        scroll,
        note);
    model.statement().subscribe(statement -> show(statement, model.problem().get()));
  }

  private static String name(Dialect dialect) {
    return switch (dialect) {
      case H2 -> "H2";
      case POSTGRES -> "PostgreSQL";
      case TRINO -> "Trino";
    };
  }

  private void show(@Nullable String statement, @Nullable Message problem) {
    copy.setDisable(statement == null);
    if (statement == null) {
      Text why = new Text(problem == null ? "" : desk.text(problem));
      why.getStyleClass().add("sql-plain");
      flow.getChildren().setAll(why);
      flow.setAccessibleText(why.getText());
      return;
    }
    boolean cut = statement.length() > SHOWN;
    List<Text> texts = SqlWord.of(cut ? statement.substring(0, SHOWN) : statement)
        .stream()
        .map(SqlView::text)
        .toList();
    flow.getChildren().setAll(texts);
    flow.setAccessibleText(statement);
    note.setText(desk.text(cut ? "sql.cut" : "sql.note"));
  }

  private static Text text(SqlWord word) {
    Text text = new Text(word.text());
    text.getStyleClass().add(switch (word.kind()) {
      case PLAIN -> "sql-plain";
      case KEYWORD -> "sql-keyword";
      case NAME -> "sql-name";
      case VALUE -> "sql-value";
      case COMMENT -> "sql-comment";
    });
    return text;
  }
}
