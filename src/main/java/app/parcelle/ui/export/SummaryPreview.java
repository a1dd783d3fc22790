package app.parcelle.ui.export;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.export.SummaryTable;
import app.parcelle.engine.export.WorkbookContent.Money;
import app.parcelle.engine.message.Texts;
import app.parcelle.ui.chart.ShareBar;

/** The summary as it would be: its figures, and the bars of its chart. */
final class SummaryPreview extends ScrollPane {
  private static final double BAR = 420;
  private static final double NAMES = 140;

  private final SummaryTable table;
  private final Texts texts;

  SummaryPreview(SummaryTable table, Texts texts) {
    this.table = table;
    this.texts = texts;
    setFitToWidth(true);
    setContent(new VBox(24, figures(), chart()));
  }

  private GridPane figures() {
    GridPane grid = new GridPane(0, 0);
    grid.getStyleClass().add("summary");
    List<String> headings = headings();
    for (int i = 0; i < headings.size(); i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.SOMETIMES);
      column.setMinWidth(i == 0 ? NAMES : Region.USE_COMPUTED_SIZE);
      column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
      grid.getColumnConstraints().add(column);
      grid.add(cell(headings.get(i), i > 0, "summary-heading"), i, 0);
    }
    int at = 1;
    for (SummaryTable.Row row : table.rows()) {
      List<String> cells = cells(row);
      String style = row.kind() == SummaryTable.Kind.SEGMENT ? "summary-cell" : "summary-total";
      for (int i = 0; i < cells.size(); i++) {
        grid.add(cell(cells.get(i), i > 0, style), i, at);
      }
      at++;
    }
    return grid;
  }

  private static Label cell(String text, boolean figure, String style) {
    Label cell = Parts.label(text, style);
    cell.setAlignment(figure ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    cell.setMaxWidth(Double.MAX_VALUE);
    cell.setMinWidth(figure ? Region.USE_PREF_SIZE : 0);
    cell.setMaxHeight(Double.MAX_VALUE);
    cell.setWrapText(!figure);
    return cell;
  }

  private List<String> headings() {
    List<String> headings = new ArrayList<>(List.of(texts.text("export.summary.segment"),
        texts.text("export.summary.customers"), texts.text("export.summary.share")));
    if (table.consent()) {
      headings.add(texts.text("export.summary.reachable"));
    }
    if (table.money()) {
      headings.addAll(List.of(texts.text("export.summary.revenue"), texts.text("export.summary.orders"),
          texts.text("export.summary.basket")));
    }
    return headings;
  }

  private List<String> cells(SummaryTable.Row row) {
    List<String> cells = new ArrayList<>(
        List.of(name(row), whole(row.customers()), texts.text("exports.value.share", row.share())));
    if (table.consent()) {
      cells.add(row.reachable().isPresent() ? whole(row.reachable().getAsInt()) : "");
    }
    if (table.money()) {
      Money money = row.money();
      cells.add(money == null ? "" : amount(money.revenue()));
      cells.add(money == null ? "" : whole(money.orders()));
      cells.add(amount(row.averageBasket()));
    }
    return cells;
  }

  private VBox chart() {
    VBox bars = new VBox(6, Parts.heading(texts.text("export.summary.chart")));
    int most = table.rows()
        .stream()
        .filter(this::charted)
        .mapToInt(SummaryTable.Row::customers)
        .max()
        .orElse(0);
    GridPane grid = new GridPane(12, 8);
    int at = 0;
    for (SummaryTable.Row row : table.rows()) {
      if (charted(row)) {
        ShareBar bar = new ShareBar(BAR, 14);
        bar.show(most == 0 ? 0 : (double) row.customers() / most);
        Label figure = Parts.label(whole(row.customers()), "muted");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(at++, Parts.label(name(row)), bar, figure);
      }
    }
    bars.getChildren().add(grid);
    return bars;
  }

  /** As in the workbook: the segments, and everyone beside a single one. */
  private boolean charted(SummaryTable.Row row) {
    return row.kind() == SummaryTable.Kind.SEGMENT
        || (table.rows().size() == 2 && row.kind() == SummaryTable.Kind.BASE);
  }

  private String name(SummaryTable.Row row) {
    return switch (row.kind()) {
      case SEGMENT -> row.name();
      case LIST -> texts.text("export.summary.list");
      case BASE -> texts.text("export.summary.base");
    };
  }

  private String whole(long number) {
    return texts.text("exports.value.whole", number);
  }

  private String amount(@Nullable Number amount) {
    return amount == null ? "" : texts.text("exports.value.money", amount);
  }
}
