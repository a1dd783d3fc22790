package app.parcelle.ui.segment;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.evaluate.Explanation;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.SegmentPaths;
import app.parcelle.ui.theme.Parts;

/** Why one customer is in or out: each condition with the value that was compared and whether it is met. */
final class WhyView extends VBox {
  WhyView(Desk desk, Outcome outcome, Explanation explained) {
    super(6);
    setPrefWidth(420);
    getStyleClass().add("why");
    Label title = Parts.label(
        desk.text(explained.member() ? "builder.why.in" : "builder.why.out", explained.key()), "heading");
    getChildren().add(title);
    Map<String, Condition> conditions = new HashMap<>();
    SegmentPaths.rows(outcome.segment().rule()).forEach(row -> conditions.put(row.path(), row.condition()));
    for (Explanation.Row row : explained.rows()) {
      Condition condition = conditions.get(row.path());
      if (condition != null && !row.path().equals(SegmentPaths.ROOT)) {
        getChildren().add(line(desk, row, condition));
      }
    }
  }

  private static HBox line(Desk desk, Explanation.Row row, Condition condition) {
    FontIcon sign = new FontIcon(row.met() ? Feather.CHECK : Feather.X);
    sign.getStyleClass().add(row.met() ? "met" : "unmet");
    sign.setAccessibleText(desk.text(row.met() ? "builder.why.met" : "builder.why.unmet"));
    boolean group = condition instanceof Condition.AllOf || condition instanceof Condition.AnyOf
        || condition instanceof Condition.Not;
    Label words = Parts.label(group ? words(desk, condition) : desk.clause(condition));
    if (group) {
      words.getStyleClass().add("muted");
    }
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label value = Parts.fixed(group
        ? ""
        : row.value() == null ? desk.text("builder.why.missing") : desk.figures().value(row.value()),
        "figure");
    HBox line = Parts.line(8, sign, words, value);
    line.setPadding(new Insets(0, 0, 0, 14.0 * depth(row.path())));
    return line;
  }

  private static String words(Desk desk, Condition group) {
    return switch (group) {
      case Condition.AllOf _ -> desk.text("builder.why.all");
      case Condition.AnyOf _ -> desk.text("builder.why.any");
      default -> desk.text("builder.why.not");
    };
  }

  private static int depth(String path) {
    return (int) path.chars().filter(c -> c >= '0' && c <= '9').count() - 1
        + (path.endsWith("/not") || path.contains("/not/") ? 1 : 0);
  }
}
