package app.parcelle.ui.value;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import app.parcelle.engine.value.RfmReport;
import app.parcelle.engine.value.RfmReport.Figures;
import app.parcelle.ui.chart.ScoreGrid;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;
import app.parcelle.ui.value.ValueViewModel.Shade;

/** Recency and frequency scores as a grid, shaded by customers, revenue or average basket. */
final class GridPane extends VBox {
  private final ValueViewModel model;
  private final ValueWords words;
  private final RfmReport report;

  GridPane(ValueViewModel model, ValueWords words, RfmReport report, ValueView.Pictures pictures) {
    super(10);
    this.model = model;
    this.words = words;
    this.report = report;
    getStyleClass().addAll("card", "value-card");
    int n = report.model().scores();
    List<String> rows = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    List<List<ScoreGrid.Cell>> cells = new ArrayList<>();
    double greatest = greatest();
    for (int f = n; f >= 1; f--) {
      rows.add(words.text("value.grid.frequency", f));
      List<ScoreGrid.Cell> row = new ArrayList<>();
      for (int r = 1; r <= n; r++) {
        row.add(cell(r, f, greatest));
      }
      cells.add(row);
    }
    for (int r = 1; r <= n; r++) {
      columns.add(r == 1
          ? words.text("value.grid.oldest", r)
          : r == n ? words.text("value.grid.newest", r) : words.text("value.grid.recency", r));
    }
    ScoreGrid grid = new ScoreGrid(words.text("value.grid.name"), rows, columns, cells);
    grid.setId("rfm-grid");
    getChildren().addAll(
        new Wrapping(Parts.fixed(words.text("value.grid"), "heading"),
            Parts.fixed(words.text("value.grid.hint"), "muted", "small")),
        new Wrapping(shades(), pictures.of(grid, words.text("value.grid"))), grid,
        Parts.wrapped(explained(), "muted", "small"));
  }

  private HBox shades() {
    ToggleGroup group = new ToggleGroup();
    HBox line = Parts.line(0);
    line.setId("rfm-shade");
    line.getStyleClass().add("segmented");
    for (Shade shade : Shade.values()) {
      ToggleButton button = new ToggleButton(words.choice("value.shade.", shade));
      button.setMinWidth(USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.setSelected(shade == model.shade().get());
      button.setOnAction(_ -> model.shade().set(shade));
      line.getChildren().add(button);
    }
    return line;
  }

  private double greatest() {
    double greatest = 0;
    for (Figures[] row : report.cells()) {
      for (Figures figures : row) {
        greatest = Math.max(greatest, value(figures));
      }
    }
    return greatest;
  }

  private double value(Figures figures) {
    var basket = figures.averageBasket();
    return switch (model.shade().get()) {
      case CUSTOMERS -> figures.customers();
      case REVENUE -> figures.revenue().doubleValue();
      case BASKET -> basket == null ? 0 : basket.doubleValue();
    };
  }

  private ScoreGrid.Cell cell(int r, int f, double greatest) {
    Figures figures = report.cells()[r - 1][f - 1];
    String name = words.text("value.cell", r, f);
    var basket = figures.averageBasket();
    String figure = switch (model.shade().get()) {
      case CUSTOMERS -> words.count(figures.customers());
      case REVENUE -> words.shortAmount(figures.revenue());
      case BASKET -> basket == null ? "" : words.shortAmount(basket);
    };
    return new ScoreGrid.Cell(greatest == 0 ? 0 : Math.max(0, value(figures)) / greatest, figure,
        name + "\n" + words.figures(figures), () -> model.open(name, r, f));
  }

  /** What scores mean at their edges, in the unit of the model. */
  private String explained() {
    List<double[]> edges = report.scores().edges();
    double newest = edges.get(0)[0];
    double most = edges.get(1)[edges.get(1).length - 1];
    String unit = words.choice("value.recency.unit.", report.model().recency()); // keys: value.recency.unit.*
    return words.text("value.grid.explained", report.model().scores(), edge(newest), unit, edge(most));
  }

  private String edge(double edge) {
    return Double.isInfinite(edge) ? words.text("value.none") : words.number(edge);
  }
}
