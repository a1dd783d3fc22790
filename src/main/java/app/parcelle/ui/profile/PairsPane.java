package app.parcelle.ui.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.profile.Association;
import app.parcelle.engine.profile.Association.Measure;
import app.parcelle.engine.profile.Associations;
import app.parcelle.ui.chart.HeatMap;
import app.parcelle.ui.chart.PictureButtons;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** How all pairs of columns go together, as a heat map or as a table. */
final class PairsPane extends VBox {
  /** More names than these cannot be read; the table has all. */
  private static final int MOST = 40;

  private final ProfileViewModel model;
  private final ProfileWords words;
  private final Associations found;
  private final FileDialogs files;
  private final Consumer<Throwable> complain;
  private final List<String> names;
  private final Map<String, Association> byNames = new HashMap<>();
  private final Segmented<Boolean> measure;
  private final Segmented<Boolean> form;
  private final VBox card = new VBox(10);
  private final HBox pictures = new HBox(4);

  PairsPane(ProfileViewModel model, ProfileWords words, Associations found, FileDialogs files,
      Consumer<Throwable> complain) {
    super(12);
    this.model = model;
    this.words = words;
    this.found = found;
    this.files = files;
    this.complain = complain;
    this.names = found.columns().stream().limit(MOST).toList();
    found.pairs().forEach(pair -> byNames.put(key(pair.first(), pair.second()), pair));
    measure = new Segmented<>(List.of(false, true),
        ranked -> words.text(ranked ? "profile.measure.ranked" : "profile.measure.linear"));
    measure.setId("profile-measure");
    form = new Segmented<>(List.of(false, true),
        table -> words.text(table ? "profile.as-table" : "profile.as-map"));
    form.setId("profile-form");
    measure.valueProperty().addListener((_, _, _) -> build());
    form.valueProperty().addListener((_, _, _) -> build());
    VBox.setVgrow(this, Priority.ALWAYS);
    VBox.setVgrow(card, Priority.ALWAYS);
    card.getStyleClass().add("card");
    build();
  }

  private static String key(String first, String second) {
    return first + "\0" + second;
  }

  private void build() {
    if (names.size() < 2) {
      getChildren().setAll(Parts.wrapped(words.text("profile.pairs.none"), "muted"));
      return;
    }
    HBox tools = new HBox(8, Parts.fixed(words.text("profile.measure.of-numbers"), "muted", "small"), measure,
        Parts.gap(), pictures, form);
    tools.setAlignment(Pos.CENTER_LEFT);
    if (form.getValue()) {
      pictures.getChildren().clear();
      card.getChildren().setAll(table());
    } else {
      HeatMap map = map();
      VBox picture = new VBox(12, map, legend());
      VBox.setVgrow(map, Priority.ALWAYS);
      VBox.setVgrow(picture, Priority.ALWAYS);
      pictures.getChildren().setAll(buttons(picture));
      card.getChildren().setAll(picture);
    }
    getChildren().setAll(tools, card, remarks());
  }

  private HeatMap map() {
    HeatMap map = new HeatMap(words.text("profile.pairs.name"), names, new HeatMap.Pairs() {
      @Override
      public double strength(int a, int b) {
        return value(pair(a, b)).orElse(Double.NaN);
      }

      @Override
      public String figure(int a, int b) {
        return value(pair(a, b)).map(words::strength).orElse("");
      }

      @Override
      public String words(int a, int b) {
        return said(pair(a, b));
      }
    });
    map.setId("profile-heat-map");
    map.whenChosen((a, b) -> model.pair().set(pair(a, b)));
    return map;
  }

  private @Nullable Association pair(int a, int b) {
    return byNames.get(key(names.get(Math.min(a, b)), names.get(Math.max(a, b))));
  }

  private Optional<Double> value(@Nullable Association pair) {
    if (pair == null) {
      return Optional.empty();
    }
    boolean ranked = measure.getValue() && pair.measure() == Measure.CORRELATION;
    return Optional.ofNullable(ranked ? pair.ranked() : pair.value());
  }

  private String said(@Nullable Association pair) {
    if (pair == null) {
      return "";
    }
    return value(pair)
        .map(value -> words.text("profile.pair.said", pair.first(), pair.second(), measure(pair),
            words.strength(value)))
        .orElseGet(() -> words.text("profile.pair.constant", pair.first(), pair.second()));
  }

  private String measure(Association pair) {
    return pair.measure() == Measure.CORRELATION && measure.getValue()
        ? words.text("profile.measure.spearman")
        : words.measure(pair.measure());
  }

  private HBox legend() {
    Region scale = new Region();
    scale.getStyleClass().add("heat-scale");
    HBox legend = new HBox(8, Parts.fixed(words.text("profile.legend.below"), "small", "muted"), scale,
        Parts.fixed(words.text("profile.legend.above"), "small", "muted"));
    legend.setAlignment(Pos.CENTER);
    return legend;
  }

  private VBox remarks() {
    VBox remarks = new VBox(2, Parts.wrapped(words.text("profile.pairs.what"), "muted", "small"));
    if (found.rows() < rows()) {
      remarks.getChildren()
          .add(Parts.wrapped(words.text("profile.pairs.sample", found.rows()), "muted", "small"));
    }
    if (found.columns().size() == Associations.MOST_COLUMNS) {
      remarks.getChildren()
          .add(Parts.wrapped(words.text("profile.pairs.limit", Associations.MOST_COLUMNS), "muted", "small"));
    }
    if (found.columns().size() > MOST) {
      remarks.getChildren().add(Parts.wrapped(words.text("profile.pairs.first", MOST), "muted", "small"));
    }
    return remarks;
  }

  private long rows() {
    var table = model.table().get();
    return table == null ? 0 : table.rows();
  }

  // as a table

  private TableView<Association> table() {
    TableView<Association> table = new TableView<>();
    table.setId("profile-pairs");
    table.setAccessibleText(words.text("profile.pairs.name"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(text("profile.pair.first", 150, Association::first));
    table.getColumns().add(text("profile.pair.second", 150, Association::second));
    table.getColumns().add(text("profile.pair.measure", 190, this::measure));
    TableColumn<Association, Double> strength = new TableColumn<>(words.text("profile.pair.strength"));
    strength.getStyleClass().add("number");
    strength.setPrefWidth(90);
    strength.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(value(cell.getValue()).orElse(Double.NaN)));
    strength.setCellFactory(_ -> new StrengthCell(words));
    strength.setComparator(Comparator.comparingDouble(value -> Double.isNaN(value) ? -1 : Math.abs(value)));
    strength.setSortType(TableColumn.SortType.DESCENDING);
    table.getColumns().add(strength);
    table.getItems().setAll(new ArrayList<>(found.pairs()));
    table.getSortOrder().setAll(List.of(strength));
    table.sort();
    table.getSelectionModel().selectedItemProperty().subscribe(pair -> {
      if (pair != null) {
        model.pair().set(pair);
      }
    });
    VBox.setVgrow(table, Priority.ALWAYS);
    return table;
  }

  /** What is read off a pair as text. */
  private interface Reading {
    String of(Association pair);
  }

  private TableColumn<Association, String> text(String key, double width, Reading reading) {
    TableColumn<Association, String> column = new TableColumn<>(words.text(key)); // keys: profile.pair.*
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(reading.of(cell.getValue())));
    return column;
  }

  // as a picture

  private PictureButtons buttons(Region picture) {
    return new PictureButtons("profile", picture, () -> {
      var table = model.table().get();
      return (table == null ? "" : table.name() + " ") + words.text("profile.picture.name");
    }, words.texts(), files, complain);
  }
}
