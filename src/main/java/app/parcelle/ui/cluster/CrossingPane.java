package app.parcelle.ui.cluster;

import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.ui.chart.StackedShares;
import app.parcelle.ui.theme.Parts;

/**
 * Clusters against any field: how the values of a category, or yes and no, are shared out in each cluster, and how numbers and
 * dates lie; a click, or a drag, selects those customers.
 */
final class CrossingPane extends VBox {
  private static final String DIAGRAM = "diagram-crossing";

  private final Showing showing;
  private final ClusterWords words;

  CrossingPane(Showing showing) {
    super(8);
    this.showing = showing;
    this.words = showing.words();
    ComboBox<Field> field = new ComboBox<>(FXCollections.observableArrayList(fields(showing.model())));
    field.setId("crossing-field");
    field.setConverter(Shown.as(words::title));
    field.setAccessibleText(words.text("clusters.crossing.field"));
    field.valueProperty().addListener((_, _, chosen) -> {
      if (chosen != null) {
        cross(chosen);
      }
    });
    getChildren().setAll(Parts.line(8, Parts.fixed(words.text("clusters.crossing.field"), "muted"), field));
    field.getSelectionModel().selectFirst();
  }

  /** Categories and yes or no, the clusters that were kept before, and numbers. */
  static List<Field> fields(ClusterViewModel model) {
    List<Field> known = model.setup().fields().stream().map(FieldChoice::field).toList();
    Stream<Field> kept = model.source().fields().fields().stream().filter(Field.Cluster.class::isInstance);
    return Stream.of(known.stream().filter(CrossingPane::isCategory), kept,
        known.stream().filter(field -> !isCategory(field))).flatMap(fields -> fields).toList();
  }

  private void cross(Field field) {
    getChildren().remove(1, getChildren().size());
    if (isCategory(field)) {
      shares(field);
    } else {
      FieldBoxes.draw(showing, DIAGRAM, field,
          job -> Crossing.numbers(showing.found(), showing.model().source().sheet(field, job)), shown -> {
            getChildren().remove(1, getChildren().size());
            getChildren().add(shown);
          });
    }
  }

  private static boolean isCategory(Field field) {
    return field.type().isText() || field.type() == ColumnType.YES_NO || field instanceof Field.Cluster;
  }

  private void shares(Field field) {
    ClusterViewModel model = showing.model();
    String yes = words.text("clusters.crossing.yes");
    String no = words.text("clusters.crossing.no");
    String none = words.text("clusters.crossing.none");
    model.jobs()
        .run(DIAGRAM, Message.of("clusters.job.crossing"),
            job -> Crossing.of(showing.found(), model.source().sheet(field, job), yes, no, none),
            crossing -> show(field, crossing), model.after().complain());
  }

  private void show(Field field, Crossing crossing) {
    String title = words.title(field);
    StackedShares shares = new StackedShares(title, showing.names(), crossing.levels(), crossing.counts(),
        showing.model().picked(), words.texts());
    shares.whenChosen((cluster, level) -> {
      if (level >= 0) {
        showing.model().picked().select(crossing.points(showing.found(), cluster, level));
      }
    });
    OfSelection.follow(shares, showing, DIAGRAM, (points, _) -> crossing.counts(points),
        counts -> shares.select(counts == null ? "" : OfSelection.words(showing),
            counts == null ? new int[0] : counts));
    var frame = showing.frame("crossing", title, shares, shares::rows);
    VBox.setVgrow(frame, Priority.ALWAYS);
    getChildren().remove(1, getChildren().size());
    getChildren().addAll(frame, Parts.wrapped(words.text("clusters.crossing.what"), "muted", "small"));
  }
}
