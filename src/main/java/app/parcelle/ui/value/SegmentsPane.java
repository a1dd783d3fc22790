package app.parcelle.ui.value;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

import app.parcelle.engine.value.RfmReport;
import app.parcelle.engine.value.RfmReport.Figures;
import app.parcelle.ui.chart.Treemap;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** The named segments, as large as they have customers. */
final class SegmentsPane extends VBox {
  SegmentsPane(ValueViewModel model, ValueWords words, RfmReport report, ValueView.Pictures pictures) {
    super(10);
    getStyleClass().addAll("card", "value-card");
    List<Treemap.Tile> tiles = new ArrayList<>();
    List<String> names = report.model().names();
    for (int i = 0; i < names.size(); i++) {
      Figures figures = report.segments().get(i);
      String name = names.get(i);
      String revenue = words.text("value.tile.revenue", words.shortAmount(figures.revenue()));
      tiles.add(new Treemap.Tile(figures.customers(), ValueWords.style(i), name,
          words.count(figures.customers()) + "\n" + revenue,
          name + "\n" + words.figures(figures), () -> model.open(name)));
    }
    Treemap map = new Treemap(words.text("value.segments.name"), tiles);
    map.setId("rfm-segments");
    getChildren().addAll(
        new Wrapping(Parts.fixed(words.text("value.segments"), "heading"),
            Parts.fixed(words.text("value.segments.area"), "muted", "small"),
            Parts.fixed(words.text("value.segments.hint"), "muted", "small"),
            pictures.of(map, words.text("value.segments"))),
        map);
  }
}
