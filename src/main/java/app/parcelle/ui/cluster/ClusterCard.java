package app.parcelle.ui.cluster;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.explain.Persona;
import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.ui.theme.Parts;

/** One cluster in plain words: name, size, what sets it apart, what it is worth, and what to do with it. */
final class ClusterCard extends HBox {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  private final Showing showing;
  private final ClusterViewModel model;
  private final ClusterWords words;
  private final Found found;
  private final Portrait portrait;
  private final VBox content = new VBox(6);
  private final HBox actions = new HBox(6);
  private final Region room = new Region();
  private final List<Node> said;
  private final Button make = new Button();
  private final InvalidationListener pointed = _ -> point();
  private final InvalidationListener chosen = _ -> comeForward();

  ClusterCard(Showing showing, Portrait portrait) {
    this.showing = showing;
    this.model = showing.model();
    this.words = showing.words();
    this.found = showing.found();
    this.portrait = portrait;
    getStyleClass().addAll("card", "cluster-card");
    Region stripe = new Region();
    stripe.getStyleClass().addAll("stripe", "group-" + portrait.cluster());
    Persona persona = found.personas().get(portrait.cluster() - 1);
    said = List.of(heading(), Parts.wrapped(words.text(persona.sentence())),
        Parts.wrapped(words.text("clusters.card.next", words.text(persona.advice())), "muted"));
    VBox.setVgrow(room, Priority.ALWAYS);
    HBox.setHgrow(content, Priority.ALWAYS);
    getChildren().setAll(stripe, content);
    offer();
    setOnMouseEntered(_ -> model.picked().hover(portrait.cluster()));
    setOnMouseExited(_ -> model.picked().hover(0));
    model.picked().highlightedProperty().addListener(new WeakInvalidationListener(pointed));
    model.picked().chosenProperty().addListener(new WeakInvalidationListener(chosen));
  }

  private void point() {
    pseudoClassStateChanged(POINTED, model.picked().highlightedProperty().get() == portrait.cluster());
  }

  /** Once chosen on the map, the card is in sight and its button has the keyboard: Enter makes the segment. */
  private void comeForward() {
    if (model.picked().chosenProperty().get() != portrait.cluster()) {
      return;
    }
    for (Parent around = getParent(); around != null; around = around.getParent()) {
      if (around instanceof ScrollPane scroll) {
        double hidden = ((Region) scroll.getContent()).getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
          scroll.setVvalue(Math.clamp(getBoundsInParent().getMinY() / hidden, 0, 1));
        }
      }
    }
    if (content.getChildren().contains(actions)) {
      make.requestFocus();
    }
  }

  private HBox heading() {
    TextField name = new TextField();
    name.setId("cluster-name-" + portrait.cluster());
    name.getStyleClass().add("cluster-name");
    name.setPromptText(words.text("clusters.card.name", portrait.cluster()));
    name.setAccessibleText(words.text("clusters.card.rename", portrait.cluster()));
    name.textProperty().bindBidirectional(model.names().get(portrait.cluster() - 1));
    name.focusedProperty().subscribe(focused -> {
      if (!focused) {
        model.keepNames();
      }
    });
    name.setMinWidth(0);
    name.setPrefColumnCount(8);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox heading = new HBox(8,
        Parts.fixed(words.count(portrait.cluster()), "group-badge", "group-" + portrait.cluster()),
        name, Parts.fixed(words.count(portrait.size()), "figure"),
        Parts.fixed(words.percent(found.share(portrait)), "muted"));
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  private void offer() {
    actions.setAlignment(Pos.CENTER_LEFT);
    actions.getChildren().clear();
    Portrait.Value value = portrait.value();
    if (value != null && !Double.isNaN(value.share())) {
      String share = words.text("clusters.card.revenue", words.percent(value.share()));
      actions.getChildren().add(Parts.wrapped(share, "chip"));
    }
    make.setText(words.text("clusters.card.segment"));
    make.setId("make-segment-" + portrait.cluster());
    make.setMinWidth(USE_PREF_SIZE);
    make.setOnAction(_ -> ask());
    actions.getChildren().addAll(Parts.gap(), make);
    content.getChildren().setAll(said);
    content.getChildren().addAll(room, actions);
  }

  /** Asks, in place of the button, what the segment is to hold. */
  private void ask() {
    SegmentMaker maker = new SegmentMaker(showing, portrait, this::offer);
    content.getChildren().setAll(said);
    content.getChildren().add(maker);
    maker.begin();
  }
}
