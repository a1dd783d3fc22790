package app.parcelle.ui.segment;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.segment.Condition;
import app.parcelle.ui.chart.ShareBar;
import app.parcelle.ui.theme.Parts;

/** What a criterion gives by itself, at the end of its row: bar, count, share of the base and the missing values. */
final class CountLine extends HBox {
  private static final double COUNT_WIDTH = 52;
  private static final double SHARE_WIDTH = 52;

  private final Desk desk;
  private final Button missing = new Button();
  private final Label incomplete;
  private final ShareBar bar = new ShareBar(44, 5);
  private final Label count = Parts.fixed("", "figure");
  private final Label share = Parts.fixed("", "muted");

  /** @param toggleMissing lets those without a value in, or keeps them out */
  CountLine(Desk desk, Runnable toggleMissing) {
    super(8);
    this.desk = desk;
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(USE_PREF_SIZE);
    missing.setMnemonicParsing(false);
    missing.getStyleClass().addAll("chip", "warning", "missing");
    missing.setMinWidth(USE_PREF_SIZE);
    missing.setOnAction(_ -> toggleMissing.run());
    incomplete = Parts.chip(desk.text("builder.row.incomplete"), "incomplete");
    for (Label label : new Label[]{count, share}) {
      label.setAlignment(Pos.CENTER_RIGHT);
    }
    count.setMinWidth(COUNT_WIDTH);
    share.setMinWidth(SHARE_WIDTH);
    getChildren().addAll(incomplete, missing, bar, count, share);
  }

  void show(Card.Row row, @Nullable Outcome outcome) {
    Evaluation.@Nullable Row counts = outcome == null ? null : outcome.counts(row.id()).orElse(null);
    boolean counted = counts != null && counts.error() == null;
    int alone = counted && counts != null ? counts.alone() : 0;
    int base = outcome == null ? 0 : outcome.evaluation().base();
    present(incomplete, !row.complete());
    bar.setVisible(counted);
    bar.show((double) alone / Math.max(1, base));
    count.setText(counted ? desk.figures().count(alone) : "");
    share.setText(counted ? desk.figures().share(alone, base) : "");
    showMissing(row.test(), counted && counts != null ? counts.missing() : 0);
  }

  private void showMissing(Condition test, int n) {
    boolean toggles = Operators.field(test) != null && !(test instanceof Condition.Known);
    present(missing, n > 0 && toggles);
    if (n > 0 && toggles) {
      boolean included = Operators.includesMissing(test);
      missing.setText(desk.text(included ? "builder.missing.in" : "builder.missing.out", n));
      missing.setAccessibleText(missing.getText() + ". "
          + desk.text(included ? "builder.missing.keepOut" : "builder.missing.letIn"));
      missing.setTooltip(new javafx.scene.control.Tooltip(
          desk.text(included ? "builder.missing.keepOut" : "builder.missing.letIn")));
    }
  }

  private static void present(javafx.scene.Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
