package app.parcelle.ui.overlap;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Distinction;
import app.parcelle.engine.overlap.RuleComparison;
import app.parcelle.engine.overlap.RuleComparison.Line;
import app.parcelle.engine.overlap.RuleComparison.Row;
import app.parcelle.engine.project.SegmentOverlap;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Sentence;
import app.parcelle.ui.theme.Parts;

/** Two rules side by side: what only one of them says is marked by a sign and a colour. Above, who is in one, both, the other. */
final class RulesPane extends VBox {
  private static final double INDENT = 16;
  private static final int FEW = 4;

  private final OverlapWords words;
  private final FieldCatalog fields;
  private final VBox differences = new VBox(4);

  RulesPane(SegmentOverlap found, OverlapWords words, OverlapViewModel model) {
    super(12);
    this.words = words;
    fields = model.fields();
    setId("overlap-rules");
    VBox.setVgrow(this, Priority.ALWAYS);
    Segment left = found.segments().getFirst().segment();
    Segment right = found.segments().getLast().segment();
    GridPane grid = new GridPane(16, 2);
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    half.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(half, half);
    grid.add(head(left, found.overlap().sizes().getFirst()), 0, 0);
    grid.add(head(right, found.overlap().sizes().getLast()), 1, 0);
    int at = 1;
    boolean apart = false;
    for (Row row : RuleComparison.of(left.rule(), right.rule()).rows()) {
      grid.add(line(row.left(), row.same(), "overlap.rules.left"), 0, at);
      grid.add(line(row.right(), row.same(), "overlap.rules.right"), 1, at);
      apart |= !row.same();
      at++;
    }
    getChildren().addAll(
        Parts.wrapped(words.text("overlap.rules.counts", found.overlap().count(1), left.name(),
            found.overlap().count(3), found.overlap().count(2), right.name())),
        Parts.scrolling(grid, 12),
        Parts.wrapped(words.text(apart ? "overlap.rules.marked" : "overlap.rules.same"), "small", "muted"),
        differences);
    model.apart(found, strongest -> showApart(strongest, left.name()));
  }

  /** In a few words: how those only in the first segment differ from all who are in only one of the two. */
  private void showApart(List<Distinction> strongest, String left) {
    DistinctionWords said = new DistinctionWords(words.texts(), fields, left);
    differences.getChildren().setAll(Parts.label(words.text("overlap.apart"), "section-label"));
    strongest.stream()
        .limit(FEW)
        .forEach(one -> differences.getChildren().add(Parts.wrapped(said.of(one))));
  }

  private VBox head(Segment segment, int size) {
    VBox head = new VBox(2, Parts.given(segment.name(), "heading"), Parts.label(words.count(size), "muted"));
    head.setPadding(new Insets(0, 0, 8, 0));
    return head;
  }

  private Node line(@Nullable Line line, boolean same, String only) {
    if (line == null) {
      Region nothing = new Region();
      nothing.getStyleClass().addAll("rule-line", "absent");
      return nothing;
    }
    Label text = Parts.wrapped(said(line));
    GridPane.setMargin(text, new Insets(0, 0, 0, INDENT * line.depth()));
    text.setMaxWidth(Double.MAX_VALUE);
    text.getStyleClass().addAll("rule-line", same ? "same" : "apart");
    if (!same) {
      text.setText("≠  " + said(line));
      text.setAccessibleText(words.text(only, said(line))); // keys: overlap.rules.*
    }
    return text;
  }

  private String said(Line line) {
    return switch (line.condition()) {
      case Condition.AllOf _ -> words.text("overlap.rules.allOf");
      case Condition.AnyOf _ -> words.text("overlap.rules.anyOf");
      case Condition.Not _ -> words.text("overlap.rules.not");
      default -> Sentence.clause(line.condition(), fields, words.texts());
    };
  }
}
