package app.parcelle.ui.value;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.value.RfmModel;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.value.ValueViewModel.Found;

/** The screen: how customers are scored, the grid at the left, named segments and how people moved at the right. */
final class ValueView extends StackPane {
  private final ValueViewModel model;
  private final ValueWords words;
  private final Runnable toData;
  private final VBox page = new VBox(12);
  private final Pictures pictures;
  private Side side = Side.PICTURES;
  private @Nullable Shown shown;

  /** What stands at the right. */
  private enum Side {
    PICTURES, TABLES, BOUNDS
  }

  private record Shown(RfmModel model, @Nullable Found found, ValueViewModel.Shade shade, Side side) {}

  /** Makes the buttons that copy or save a chart. */
  interface Pictures {
    Node of(Region chart, String name);
  }

  /** @param toData leads to where data is imported */
  ValueView(ValueViewModel model, ValueWords words, Pictures pictures, Runnable toData) {
    this.model = model;
    this.pictures = pictures;
    this.words = words;
    this.toData = toData;
    getStyleClass().addAll("workspace", "value");
    InvalidationListener change = _ -> build();
    model.model().addListener(change);
    model.found().addListener(change);
    model.problem().addListener(change);
    model.shade().addListener(change);
    build();
  }

  private void build() {
    RfmModel now = model.model().get();
    if (now == null) {
      getChildren().setAll(noData());
      return;
    }
    Message problem = model.problem().get();
    Found found = model.found().get();
    Shown next = new Shown(now, found, model.shade().get(), side);
    if (problem == null && next.equals(shown) && !page.getChildren().isEmpty()) {
      return;
    }
    shown = next;
    page.getChildren()
        .setAll(new SettingsLine(model, words, now, () -> turn(Side.TABLES), () -> turn(Side.BOUNDS)));
    if (problem != null) {
      page.getChildren().add(Parts.notice("warning", Parts.wrapped(words.text(problem))));
    }
    if (now.edges() instanceof app.parcelle.engine.value.Edges.Fixed fixed) {
      page.getChildren().add(new EdgesEditor(model, words, fixed));
    }
    if (found != null) {
      // a report of the model before is not shown under the names of this one
      page.getChildren().addAll(new FiguresLine(words, found), pictures(now, found));
    } else if (problem == null) {
      page.getChildren().add(Parts.label(words.text("value.working"), "muted"));
    }
    getChildren().setAll(Parts.scrolling(page, 14));
  }

  private HBox pictures(RfmModel now, Found found) {
    GridPane grid = new GridPane(model, words, found.now(), pictures);
    VBox right = switch (side) {
      case PICTURES -> new VBox(12, new SegmentsPane(model, words, found.now(), pictures),
          new MovesPane(model, words, found, pictures));
      case TABLES -> new VBox(12, new TablesPane(words, found));
      case BOUNDS -> new VBox(12, new BoundsEditor(model, words, now));
    };
    grid.setPrefWidth(460);
    grid.setMinWidth(320);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox.setHgrow(grid, Priority.SOMETIMES);
    return new HBox(12, grid, right);
  }

  private void turn(Side to) {
    side = side == to ? Side.PICTURES : to;
    build();
  }

  private VBox noData() {
    Button data = Parts.button(words.text("value.empty.data"), toData, "accent");
    Label explained = Parts.wrapped(words.text("value.empty.what"), "muted");
    explained.setMaxWidth(460);
    explained.setTextAlignment(TextAlignment.CENTER);
    VBox empty = new VBox(12, new FontIcon(Feather.BAR_CHART),
        Parts.label(words.text("value.empty.title"), "title"), explained, data);
    empty.getStyleClass().add("empty-state");
    return empty;
  }
}
