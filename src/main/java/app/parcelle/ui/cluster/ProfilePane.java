package app.parcelle.ui.cluster;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.engine.cluster.explain.Portrait.Measure;
import app.parcelle.engine.segment.Field;
import app.parcelle.ui.chart.PictureButtons;
import app.parcelle.ui.chart.Swatches;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** A heat table: one row a cluster and one for those selected, one column a field; blue above the average, orange below. */
final class ProfilePane extends VBox {
  /** Where the colour is full: in doublings of the average, or in standard deviations. */
  private static final double FULL = 1.5;

  private static final double STRONGEST = 0.55;

  private final Showing showing;
  private final ClusterViewModel model;
  private final ClusterWords words;
  private final Found found;
  private final ScrollPane scroll = new ScrollPane();
  private final StackPane pictured = new StackPane();
  private final Segmented<Shown> choice;
  private @Nullable Portrait selection;

  /** What the cells say. */
  private enum Shown {
    INDEX, MEDIAN
  }

  ProfilePane(Showing showing) {
    this.showing = showing;
    this.model = showing.model();
    this.words = showing.words();
    this.found = showing.found();
    getStyleClass().add("card");
    setSpacing(8);
    choice = new Segmented<>(List.of(Shown.INDEX, Shown.MEDIAN), shown -> switch (shown) {
      case INDEX -> words.text("clusters.profiles.index");
      case MEDIAN -> words.text("clusters.profiles.median");
    });
    choice.valueProperty().addListener((_, _, shown) -> show(shown));
    HBox heading = new HBox(10, Parts.fixed(words.text("clusters.profiles"), "heading"), Parts.gap(), choice,
        new PictureButtons("profiles", pictured, () -> words.text("clusters.profiles"), words.texts(),
            showing.files(), model.after().complain()));
    heading.setAlignment(Pos.CENTER_LEFT);
    show(Shown.INDEX);
    scroll.setFitToWidth(true);
    getChildren().setAll(heading, Parts.wrapped(words.text("clusters.profiles.what"), "muted", "small"),
        scroll);
    OfSelection.follow(this, showing, "diagram-profiles", found::portraitOf, portrait -> {
      selection = portrait;
      show(choice.valueProperty().get());
    });
  }

  private void show(Shown shown) {
    GridPane table = table(shown);
    pictured.getChildren().setAll(table);
    scroll.setContent(pictured);
    // as high as the table turns out to be once its headings are wrapped
    scroll.prefViewportHeightProperty().bind(table.heightProperty());
    scroll.minViewportHeightProperty().bind(table.heightProperty());
  }

  private GridPane table(Shown shown) {
    GridPane table = new GridPane();
    table.getStyleClass().add("profile-table");
    table.setAccessibleText(words.text("clusters.profiles"));
    ColumnConstraints name = new ColumnConstraints(150, 230, 280);
    table.getColumnConstraints().add(name);
    List<Measure> columns = found.result().portraits().getFirst().measures();
    for (int i = 0; i < columns.size(); i++) {
      ColumnConstraints wide = new ColumnConstraints(72, 96, 240);
      wide.setHgrow(Priority.ALWAYS);
      wide.setFillWidth(true);
      table.getColumnConstraints().add(wide);
      Label title = Parts.wrapped(words.title(found.fields().get(columns.get(i).column())), "section-label");
      title.setTextAlignment(TextAlignment.RIGHT);
      title.setTooltip(new Tooltip(title.getText()));
      table.add(cell(title), i + 1, 0);
    }
    for (Portrait portrait : found.result().portraits()) {
      table.addRow(portrait.cluster(), row(name(portrait), portrait, shown));
    }
    if (selection != null) {
      HBox who = Parts.line(6, swatch("selected"), Parts.wrapped(OfSelection.words(showing)));
      table.addRow(found.result().k() + 1, row(who, selection, shown));
    }
    return table;
  }

  private Node[] row(Node name, Portrait portrait, Shown shown) {
    return Stream
        .concat(Stream.of(name),
            portrait.measures()
                .stream()
                .map(measure -> value(found.fields().get(measure.column()), measure, shown)))
        .toArray(Node[]::new);
  }

  private static StackPane cell(Node... content) {
    StackPane cell = new StackPane(content);
    cell.getStyleClass().add("cell");
    cell.setAlignment(Pos.CENTER_RIGHT);
    return cell;
  }

  private HBox name(Portrait portrait) {
    Label name = Parts.wrapped(words.name(model, portrait.cluster()));
    model.names()
        .get(portrait.cluster() - 1)
        .addListener((_, _, _) -> name.setText(words.name(model, portrait.cluster())));
    HBox row = new HBox(6, swatch(Swatches.style(portrait.cluster())), name);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Region swatch(String style) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll("swatch", style);
    return swatch;
  }

  /** Of an index the colour says the same as the figure: above 100 or below. */
  private static double warmth(Measure measure, Shown shown) {
    return shown == Shown.INDEX && measure.index().isPresent()
        ? Math.log(Math.max(0, measure.index().getAsDouble() / 100)) / Math.log(2)
        : measure.difference().value();
  }

  private StackPane value(Field field, Measure measure, Shown shown) {
    double warmth = warmth(measure, shown);
    Region heat = new Region();
    heat.getStyleClass().addAll("heat", warmth > 0 ? "above" : "below");
    heat.setOpacity(Double.isNaN(warmth) ? 0 : STRONGEST * Math.min(1, Math.abs(warmth) / FULL));
    Label value = new Label(switch (shown) {
      case INDEX -> words.index(measure);
      case MEDIAN -> words.value(field, measure.own().median());
    });
    StackPane cell = cell(heat, value);
    Tooltip.install(cell,
        new Tooltip(words.text("clusters.profiles.tip", words.value(field, measure.own().mean()),
            words.value(field, measure.overall().mean()), words.value(field, measure.own().median()),
            words.value(field, measure.overall().median()))));
    return cell;
  }
}
