package app.parcelle.ui.segment;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.ui.chart.ShareBar;
import app.parcelle.ui.theme.Parts;

/** How many customers are left after each card of the rule, from everyone down to the audience. */
final class FunnelView extends VBox {
  private final Desk desk;
  private final GridPane grid = new GridPane(12, 6);

  FunnelView(Desk desk) {
    super(8);
    this.desk = desk;
    getStyleClass().addAll("card", "funnel");
    ColumnConstraints name = new ColumnConstraints();
    name.setPercentWidth(44);
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(name, bar, right(72), right(72));
    getChildren().addAll(
        Parts.line(8, Parts.label(desk.text("builder.funnel.title"), "heading"),
            Parts.label(desk.text("builder.funnel.unit"), "muted")),
        grid);
  }

  private static ColumnConstraints right(double width) {
    ColumnConstraints column = new ColumnConstraints(width);
    column.setHalignment(HPos.RIGHT);
    return column;
  }

  void show(Draft draft, @Nullable Outcome outcome) {
    boolean there = outcome != null && outcome.segment().rule() != null
        && !outcome.funnel(draft.root()).isEmpty();
    setVisible(there);
    setManaged(there);
    grid.getChildren().clear();
    if (!there || outcome == null) {
      return;
    }
    int base = outcome.evaluation().base();
    line(0, desk.text("builder.funnel.everyone"), base, base, "");
    int row = 1;
    for (Outcome.Step step : outcome.funnel(draft.root())) {
      boolean first = row == 1 && draft.root().any();
      boolean unknown = step.left() < 0;
      line(row++, name(step.card()), step.left(), base,
          first || unknown ? "" : desk.figures().change(step.change()));
    }
  }

  private String name(Card card) {
    String clause = desk.clause(DraftRule.of(card));
    return card instanceof Card.Block block && block.excluded()
        ? desk.text("builder.funnel.except", clause)
        : clause;
  }

  /** @param left -1 where it is not known */
  private void line(int row, String name, int left, int base, String change) {
    ShareBar bar = new ShareBar(60, 11);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.show(Math.max(0.0, left) / Math.max(1, base));
    Label label = Parts.wrapped(name, row == 0 ? "plain" : "muted");
    grid.addRow(row, label, bar, Parts.fixed(left < 0 ? "–" : desk.figures().count(left), "figure"),
        Parts.fixed(change, "muted"));
  }
}
