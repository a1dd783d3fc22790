package app.parcelle.ui.value;

import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
  private boolean bounds;
  private @Nullable Shown shown;

  private record Shown(RfmModel model, @Nullable Found found, ValueViewModel.Shade shade, boolean bounds) {}

  /** @param toData leads to where data is imported */
  ValueView(ValueViewModel model, ValueWords words, Runnable toData) {
    this.model = model;
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
    Shown next = new Shown(now, found, model.shade().get(), bounds);
    if (problem == null && next.equals(shown) && !page.getChildren().isEmpty()) {
      return;
    }
    shown = next;
    page.getChildren().setAll(new SettingsLine(model, words, now, this::toggleBounds));
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
    GridPane grid = new GridPane(model, words, found.now());
    VBox right = bounds
        ? new VBox(12, new BoundsEditor(model, words, now))
        : new VBox(12, new SegmentsPane(model, words, found.now()), new MovesPane(model, words, found));
    grid.setPrefWidth(460);
    grid.setMinWidth(320);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox.setHgrow(grid, Priority.SOMETIMES);
    return new HBox(12, grid, right);
  }

  private void toggleBounds() {
    bounds = !bounds;
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

  /** A card with a heading. */
  static VBox card(String title, javafx.scene.Node... parts) {
    VBox card = new VBox(10, Parts.line(8, Parts.label(title, "heading")));
    card.getChildren().addAll(parts);
    card.getStyleClass().addAll("card", "value-card");
    return card;
  }

  /** What stands beside the heading of a card, at its right. */
  static void beside(VBox card, javafx.scene.Node... parts) {
    HBox line = Objects.requireNonNull((HBox) card.getChildren().getFirst());
    line.getChildren().add(Parts.gap());
    line.getChildren().addAll(parts);
  }
}
