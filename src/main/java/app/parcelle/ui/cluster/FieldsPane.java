package app.parcelle.ui.cluster;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** At the left: which fields and how many clusters; for analysts how the fields are prepared, who takes part, and the method. */
final class FieldsPane extends VBox {
  private static final double MOST_ASIDE = 0.1;

  private final ClusterViewModel model;
  private final ClusterSetup setup;
  private final ClusterWords words;
  private final VBox content = new VBox(14);
  private final VBox number;

  FieldsPane(ClusterViewModel model, ClusterWords words) {
    this.model = model;
    this.setup = model.setup();
    this.words = words;
    this.number = number();
    getStyleClass().addAll("side-panel", "left", "cluster-fields");
    getChildren().setAll(Parts.scrolling(content, 11), find());
    setSpacing(12);
    model.analyst().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    boolean analyst = model.analyst().get();
    HBox heading = Parts.line(4,
        Parts.label(words.text(analyst ? "clusters.fields.prepare" : "clusters.fields"), "heading"));
    if (analyst) {
      heading.getChildren().addAll(Parts.gap(), importance());
    }
    content.getChildren().setAll(new VBox(4, heading, new FieldList(setup, words, analyst)));
    if (analyst) {
      content.getChildren().addAll(within(), outliers(), new MethodPane(setup, words));
    }
    content.getChildren().add(number);
  }

  private Button importance() {
    Button button = Parts.iconButton(Feather.BAR_CHART_2, words.text("importance.title"));
    button.setId("field-importance");
    button.setOnAction(_ -> model.importance().open().set(!model.importance().open().get()));
    return button;
  }

  private VBox within() {
    ComboBox<@Nullable SavedSegment> box = new ComboBox<>(FXCollections.observableArrayList(
        Stream.concat(Stream.of((SavedSegment) null), model.source().segments().stream()).toList()));
    box.setId("cluster-within");
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable SavedSegment segment) {
        return segment == null ? words.text("clusters.within.all") : segment.segment().name();
      }

      @Override
      public @Nullable SavedSegment fromString(String text) {
        return null;
      }
    });
    box.setValue(box.getItems()
        .stream()
        .filter(s -> s != null && s.id().equals(setup.within().get()))
        .findFirst()
        .orElse(null));
    box.valueProperty()
        .addListener((_, _, segment) -> setup.within().set(segment == null ? null : segment.id()));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(words.text("clusters.within"));
    return new VBox(4, Parts.label(words.text("clusters.within"), "section-label"), box);
  }

  private VBox outliers() {
    Slider share = new Slider(0, MOST_ASIDE, setup.outliers().get());
    share.setId("cluster-outliers");
    share.setBlockIncrement(0.005);
    share.setAccessibleText(words.text("clusters.outliers"));
    HBox.setHgrow(share, Priority.ALWAYS);
    var figure = Parts.fixed(aside(), "small");
    figure.setMinWidth(44);
    share.valueProperty().addListener((_, _, value) -> {
      setup.outliers().set(Math.round(value.doubleValue() * 200) / 200.0);
      figure.setText(aside());
    });
    HBox both = new HBox(6, share, figure);
    both.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, Parts.wrapped(words.text("clusters.outliers"), "section-label"), both);
  }

  private String aside() {
    return setup.outliers().get() == 0
        ? words.text("clusters.outliers.none")
        : words.percent(setup.outliers().get());
  }

  private VBox number() {
    List<Integer> numbers = IntStream.concat(IntStream.of(ClusterSetup.AUTOMATIC),
        IntStream.rangeClosed(2, ClusterSetup.MOST)).boxed().toList();
    Segmented<Integer> choice = new Segmented<>(numbers,
        k -> k == ClusterSetup.AUTOMATIC ? words.text("clusters.number.auto") : words.count(k));
    choice.getStyleClass().add("cluster-number");
    choice.valueProperty().set(setup.k().get());
    choice.valueProperty().addListener((_, _, k) -> {
      if (k != setup.k().get()) {
        model.choose(k);
      }
    });
    setup.k().addListener((_, _, k) -> {
      if (k.intValue() <= ClusterSetup.MOST) {
        choice.valueProperty().set(k.intValue());
      }
    });
    Label itself = Parts.wrapped(words.text("clusters.number.itself"), "muted", "small");
    itself.visibleProperty().bind(choice.visibleProperty().not());
    for (Node one : List.of(choice, itself)) {
      one.managedProperty().bind(one.visibleProperty());
    }
    choice.visibleProperty().bind(setup.asksForK());
    return new VBox(4, Parts.label(words.text("clusters.number"), "section-label"), choice, itself);
  }

  private Button find() {
    Button find = new Button();
    find.setId("find-clusters");
    find.getStyleClass().add("accent");
    find.setMaxWidth(Double.MAX_VALUE);
    Runnable look = () -> {
      boolean first = model.found().get() == null;
      find.setText(words.text(first ? "clusters.find" : "clusters.find.again"));
      boolean shown = !first && (model.outdated().get() || model.running().get());
      find.setVisible(shown);
      find.setManaged(shown);
      find.setDisable(model.running().get() || setup.ticked().isEmpty());
    };
    InvalidationListener listener = _ -> look.run();
    model.found().addListener(listener);
    model.outdated().addListener(listener);
    model.running().addListener(listener);
    setup.fields().addListener(listener);
    look.run();
    find.setOnAction(_ -> {
      model.importance().open().set(false);
      model.find();
    });
    return find;
  }
}
