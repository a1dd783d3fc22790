package app.parcelle.ui.cluster;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.ui.theme.Parts;

/** The screen: fields at the left, map and profiles in the middle, one card a cluster at the right. */
final class ClusterView extends HBox {
  private final ClusterViewModel model;
  private final ClusterWords words;
  private final Runnable toData;
  private final StackPane middle = new StackPane();
  private final VBox cards = new VBox(10);
  private final VBox right = new VBox(10);
  private final VBox both = new VBox(12);
  private @Nullable Found shown;

  /** @param toData leads to where data is imported */
  ClusterView(ClusterViewModel model, ClusterWords words, Runnable toData) {
    this.model = model;
    this.words = words;
    this.toData = toData;
    getStyleClass().add("clusters");
    middle.getStyleClass().add("workspace");
    HBox.setHgrow(middle, Priority.ALWAYS);
    right.getStyleClass().add("side-panel");
    right.getChildren()
        .setAll(Parts.label(words.text("clusters.cards"), "heading"), Parts.scrolling(cards, 14));
    InvalidationListener change = _ -> build();
    model.found().addListener(change);
    model.fields().addListener((InvalidationListener) _ -> {
      if (getChildren().isEmpty() || model.fields().isEmpty() != (getChildren().size() == 1)) {
        build();
      }
    });
    model.running().addListener(change);
    build();
  }

  private void build() {
    Found found = model.found().get();
    if (model.fields().isEmpty()) {
      middle.getChildren().setAll(noData());
      getChildren().setAll(middle);
      return;
    }
    if (getChildren().size() < 2) {
      getChildren().setAll(new FieldsPane(model, words), middle);
    }
    if (found == null) {
      getChildren().remove(right);
      middle.getChildren().setAll(model.running().get() ? working() : start());
      return;
    }
    if (!getChildren().contains(right)) {
      getChildren().add(right);
    }
    if (!found.equals(shown)) {
      show(found);
    }
    middle.getChildren().setAll(both);
    if (model.running().get()) {
      middle.getChildren().add(working());
    }
  }

  private void show(Found found) {
    shown = found;
    ProfilePane profiles = new ProfilePane(model, words, found);
    HBox.setHgrow(profiles, Priority.ALWAYS);
    HBox below = new HBox(12, new SilhouettePane(model, words, found), profiles);
    both.getChildren().setAll(new MapPane(model, words, found), below);
    cards.getChildren()
        .setAll(
            found.result().profiles().stream().map(p -> new ClusterCard(model, words, found, p)).toList());
  }

  private VBox noData() {
    Button data = new Button(words.text("clusters.empty.data"));
    data.getStyleClass().add("accent");
    data.setOnAction(_ -> toData.run());
    return empty(Feather.DATABASE, "clusters.empty.title", "clusters.empty.what", data);
  }

  private VBox start() {
    Button find = new Button(words.text("clusters.find"));
    find.setId("find-first");
    find.getStyleClass().add("accent");
    find.setDefaultButton(true);
    find.setOnAction(_ -> model.find());
    return empty(Feather.SHARE_2, "clusters.start.title", "clusters.start.what", find);
  }

  private VBox empty(Feather icon, String title, String what, Button next) {
    var explained = Parts.wrapped(words.text(what), "muted");
    explained.setMaxWidth(460);
    explained.setTextAlignment(TextAlignment.CENTER);
    VBox empty = new VBox(12, new FontIcon(icon), Parts.label(words.text(title), "title"), explained, next);
    empty.getStyleClass().add("empty-state");
    return empty;
  }

  private VBox working() {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setMaxSize(36, 36);
    Button cancel = new Button(words.text("clusters.cancel"));
    cancel.setId("cancel-clusters");
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> model.cancel());
    VBox working = new VBox(12, turning, Parts.label(words.text("clusters.working")), cancel);
    working.getStyleClass().add("working");
    working.setAlignment(Pos.CENTER);
    VBox.setVgrow(working, Priority.ALWAYS);
    return working;
  }
}
