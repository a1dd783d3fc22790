package app.parcelle.ui.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.cluster.importance.Importance;
import app.parcelle.engine.cluster.importance.Redundancy;
import app.parcelle.engine.segment.Field;
import app.parcelle.ui.chart.ShareBar;
import app.parcelle.ui.cluster.ImportanceViewModel.Measured;
import app.parcelle.ui.theme.Parts;

/** Which fields matter, as bars; which say the same, in words; and the weights after that. */
final class ImportancePane extends VBox {
  private static final double BAR = 120;

  private final ImportanceViewModel model;
  private final ClusterWords words;
  private final VBox content = new VBox(14);
  private final InvalidationListener change = _ -> show();

  ImportancePane(ImportanceViewModel model, ClusterWords words) {
    super(12);
    this.model = model;
    this.words = words;
    setId("importance");
    getChildren().setAll(heading(), Parts.wrapped(words.text("importance.what"), "muted"), target(),
        Parts.scrolling(content, 14));
    model.measured().addListener(new WeakInvalidationListener(change));
    model.running().addListener(new WeakInvalidationListener(change));
    show();
  }

  private HBox heading() {
    Button close = Parts.iconButton(Feather.X, words.text("importance.close"));
    close.setId("close-importance");
    close.setCancelButton(true);
    close.setOnAction(_ -> model.open().set(false));
    return Parts.line(10, Parts.label(words.text("importance.title"), "title"), Parts.gap(), close);
  }

  private HBox target() {
    ComboBox<@Nullable Field> box = new ComboBox<>();
    box.setId("importance-target");
    box.getItems().setAll(Stream.concat(Stream.of((Field) null), model.targets().stream()).toList());
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable Field field) {
        return field == null ? words.text("importance.clusters") : words.title(field);
      }

      @Override
      public @Nullable Field fromString(String text) {
        return null;
      }
    });
    box.valueProperty().bindBidirectional(model.target());
    Label name = Parts.fixed(words.text("importance.target"));
    name.setLabelFor(box);
    return Parts.line(8, name, box);
  }

  private void show() {
    Measured measured = model.measured().get();
    if (model.running().get()) {
      content.getChildren().setAll(working());
    } else if (measured == null) {
      content.getChildren()
          .setAll(Parts.wrapped(words.text(model.canLook() ? "importance.stopped" : "importance.empty"),
              "muted"));
    } else {
      content.getChildren().setAll(bars(measured), redundant(measured), weights());
    }
  }

  private Waiting working() {
    return new Waiting(words.text("importance.job"), model.progress(), words, "cancel-importance",
        model::cancel);
  }

  private VBox bars(Measured measured) {
    GridPane grid = new GridPane(16, 8);
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names);
    grid.addRow(0, Parts.label(words.text("importance.field"), "section-label"),
        Parts.fixed(words.text("importance.information"), "section-label"),
        Parts.fixed(words.text("importance.correlation"), "section-label"),
        Parts.fixed(words.text("importance.permutation"), "section-label"),
        Parts.fixed(words.text("importance.weight"), "section-label"));
    List<Importance> all = measured.importances().fields();
    List<Double> weights = measured.importances().weights();
    double most = all.stream().mapToDouble(Importance::mutualInformation).max().orElse(0);
    int[] order = IntStream.range(0, all.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -all.get(i).mutualInformation()))
        .mapToInt(Integer::intValue)
        .toArray();
    for (int i : order) {
      Importance field = all.get(i);
      grid.addRow(grid.getRowCount(), Parts.wrapped(words.title(measured.fields().get(i))),
          bar(most > 0 ? field.mutualInformation() / most : 0,
              words.text("importance.nats", field.mutualInformation())),
          bar(Math.abs(field.association().value()),
              words.text("importance.correlation.figure", field.association().value())),
          bar(field.permutation(), words.text("importance.share", field.permutation())),
          Parts.fixed(words.one(weights.get(i))));
    }
    VBox card = new VBox(10, grid,
        Parts.wrapped(words.text("importance.rows", measured.importances().rows()), "muted", "small"),
        Parts.wrapped(words.text("importance.correlation.what"), "muted", "small"));
    card.getStyleClass().add("card");
    return card;
  }

  private static HBox bar(double share, String figure) {
    ShareBar bar = new ShareBar(BAR, 8);
    bar.show(share);
    HBox both = Parts.line(8, bar, Parts.fixed(figure, "small"));
    both.setAccessibleRole(AccessibleRole.TEXT);
    both.setAccessibleText(figure);
    return both;
  }

  /** Pairs of fields of which one is enough. */
  private VBox redundant(Measured measured) {
    VBox all = new VBox(4, Parts.label(words.text("importance.redundant"), "heading"));
    List<Redundancy> pairs = measured.importances().redundant();
    if (pairs.isEmpty()) {
      all.getChildren().add(Parts.wrapped(words.text("importance.redundant.none"), "muted"));
    }
    pairs.forEach(pair -> all.getChildren()
        .add(Parts.wrapped(words.text(new Redundancy(title(measured, pair.first()),
            title(measured, pair.second()), pair.association()).words()))));
    return all;
  }

  private String title(Measured measured, String name) {
    return measured.fields()
        .stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .map(words::title)
        .orElse(name);
  }

  private Node weights() {
    Button weigh = Parts.button(words.text("importance.weigh"), model::weigh);
    weigh.setId("weigh-by-importance");
    Button equal = Parts.button(words.text("importance.equal"), model::weighEqually, "quiet");
    equal.setId("equal-weights");
    HBox both = new HBox(8, weigh, equal);
    both.setAlignment(Pos.CENTER_LEFT);
    return new VBox(6, both, Parts.wrapped(words.text("importance.weigh.what"), "muted", "small"));
  }
}
