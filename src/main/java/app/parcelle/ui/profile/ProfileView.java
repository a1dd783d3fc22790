package app.parcelle.ui.profile;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.profile.Associations;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.profile.ProfileViewModel.Order;
import app.parcelle.ui.profile.ProfileViewModel.Side;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;
import app.parcelle.ui.theme.Wrapping;

/** The screen: which table, its columns or its pairs in the middle, the chosen one in full at the right. */
final class ProfileView extends HBox {
  private final ProfileViewModel model;
  private final ProfileWords words;
  private final FileDialogs files;
  private final Runnable toData;
  private final Consumer<Throwable> complain;
  private final VBox workspace = new VBox(12);
  private final StackPane middle = new StackPane();
  private final VBox inspector = new VBox();
  private final InvalidationListener change = _ -> build();
  private final InvalidationListener inspected = _ -> inspect();
  private @Nullable ColumnGrid grid;
  private @Nullable PairsPane pairs;
  private @Nullable Associations drawn;

  /** @param toData leads to where data is imported */
  ProfileView(ProfileViewModel model, ProfileWords words, FileDialogs files, Runnable toData,
      Consumer<Throwable> complain) {
    this.model = model;
    this.words = words;
    this.files = files;
    this.toData = toData;
    this.complain = complain;
    getStyleClass().add("profile");
    workspace.getStyleClass().add("workspace");
    HBox.setHgrow(workspace, Priority.ALWAYS);
    VBox.setVgrow(middle, Priority.ALWAYS);
    inspector.getStyleClass().add("side-panel");
    workspace.getChildren().setAll(heading(), tools(), middle);
    WeakInvalidationListener weak = new WeakInvalidationListener(change);
    List.of(model.table(), model.profile(), model.pairs(), model.side(), model.running(), model.comparing())
        .forEach(property -> property.addListener(weak));
    WeakInvalidationListener weakly = new WeakInvalidationListener(inspected);
    model.selected().addListener(weakly);
    model.pair().addListener(weakly);
    model.picture().addListener(weakly);
    build();
  }

  private HBox heading() {
    Button back = Parts.iconButton(Feather.ARROW_LEFT, words.text("profile.back"));
    back.setId("profile-back");
    back.setOnAction(_ -> toData.run());
    HBox heading = new HBox(8, back, Parts.fixed(words.text("profile.title"), "title"), tables(), Parts.gap(),
        sides());
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  private ComboBox<TableVersion> tables() {
    ComboBox<TableVersion> tables = new ComboBox<>(model.tables());
    tables.setId("profile-table-choice");
    tables.setAccessibleText(words.text("profile.table"));
    tables.setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable TableVersion table) {
        return table == null ? "" : table.name();
      }

      @Override
      public @Nullable TableVersion fromString(String name) {
        return null;
      }
    });
    model.table().subscribe(tables::setValue);
    tables.setOnAction(_ -> {
      TableVersion chosen = tables.getValue();
      if (chosen != null && !chosen.equals(model.table().get())) {
        model.open(chosen.tableId());
      }
    });
    return tables;
  }

  private Segmented<Side> sides() {
    Segmented<Side> sides = new Segmented<>(List.of(Side.values()), words::side);
    sides.setId("profile-sides");
    sides.valueProperty().bindBidirectional(model.side());
    return sides;
  }

  private Wrapping tools() {
    TextField filter = new TextField();
    filter.setId("profile-filter");
    filter.setPromptText(words.text("profile.filter"));
    filter.setAccessibleText(words.text("profile.filter"));
    filter.setPrefWidth(220);
    filter.textProperty().bindBidirectional(model.filter());
    Segmented<Order> order = new Segmented<>(List.of(Order.values()), words::order);
    order.setId("profile-order");
    order.valueProperty().bindBidirectional(model.order());
    Wrapping tools = new Wrapping(filter, Parts.fixed(words.text("profile.order"), "muted", "small"), order,
        rows());
    tools.setHgap(8);
    tools.visibleProperty().bind(model.side().isEqualTo(Side.COLUMNS).and(model.profile().isNotNull()));
    tools.managedProperty().bind(tools.visibleProperty());
    return tools;
  }

  private Node rows() {
    var rows = Parts.fixed("", "muted", "small");
    rows.textProperty().bind(model.table().map(this::rowsOf).orElse(""));
    return rows;
  }

  private String rowsOf(@Nullable TableVersion table) {
    return table == null
        ? ""
        : words.text(table.countsWhen() == null ? "data.rows" : "profile.rows.all", table.rows());
  }

  private void build() {
    if (model.table().get() == null) {
      getChildren().setAll(noData());
      return;
    }
    Node now = model.side().get() == Side.COLUMNS ? columns() : pairs();
    if (!middle.getChildren().equals(List.of(now))) {
      middle.getChildren().setAll(now);
    }
    inspect();
  }

  private Node columns() {
    if (model.profile().get() == null) {
      return waiting(model.running().get());
    }
    ColumnGrid there = grid == null ? new ColumnGrid(model, words) : grid;
    grid = there;
    return there;
  }

  private Node pairs() {
    Associations found = model.pairs().get();
    if (found == null) {
      return waiting(model.comparing().get());
    }
    PairsPane there = pairs == null || !found.equals(drawn)
        ? new PairsPane(model, words, found, files, complain)
        : pairs;
    pairs = there;
    drawn = found;
    return there;
  }

  private void inspect() {
    boolean columns = model.side().get() == Side.COLUMNS;
    var column = model.selected().get();
    var pair = model.pair().get();
    var all = model.pairs().get();
    boolean ready = columns ? model.profile().get() != null : all != null;
    // the workspace is never taken out, because what has the keyboard in it would lose it
    if (!getChildren().contains(workspace)) {
      getChildren().setAll(workspace);
    }
    if (!ready) {
      getChildren().remove(inspector);
      return;
    }
    inspector.getChildren()
        .setAll(columns && column != null
            ? new ColumnPane(model, words, column)
            : !columns && pair != null
                ? new PairDetails(model, words, pair)
                : Parts.wrapped(words.text(columns ? "profile.none-chosen" : "profile.pair.choose"),
                    "muted"));
    if (!getChildren().contains(inspector)) {
      getChildren().add(inspector);
    }
  }

  private VBox waiting(boolean working) {
    VBox waiting = new VBox(12);
    waiting.getStyleClass().add("empty-state");
    if (working) {
      ProgressIndicator turning = new ProgressIndicator();
      turning.setMaxSize(36, 36);
      Button cancel = Parts.button(words.text("profile.cancel"), model::cancel);
      cancel.setId("cancel-profile");
      cancel.setCancelButton(true);
      waiting.getChildren().addAll(turning, Parts.label(words.text("profile.working")), cancel);
    } else {
      Button start = Parts.button(words.text("profile.start"), model::look, "accent");
      start.setId("start-profile");
      waiting.getChildren()
          .addAll(new FontIcon(Feather.BAR_CHART_2), Parts.label(words.text("profile.stopped"), "title"),
              start);
    }
    return waiting;
  }

  private VBox noData() {
    var what = Parts.wrapped(words.text("profile.empty.what"), "muted");
    what.setMaxWidth(460);
    what.setTextAlignment(TextAlignment.CENTER);
    VBox empty = new VBox(12, new FontIcon(Feather.BAR_CHART_2),
        Parts.label(words.text("profile.empty.title"), "title"), what,
        Parts.button(words.text("profile.empty.data"), toData, "accent"));
    empty.getStyleClass().addAll("workspace", "empty-state");
    HBox.setHgrow(empty, Priority.ALWAYS);
    return empty;
  }
}
