package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.explain.Persona;
import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.ui.chart.Swatches;
import app.parcelle.ui.theme.Parts;

/** One cluster as a persona: a picture, its name, size and worth, what sets it apart, and what to do with it. */
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
  private final List<Node> said = new ArrayList<>();
  private final VBox advice;
  private final Button make = new Button();
  private final InvalidationListener pointed = _ -> point();
  private final InvalidationListener chosen = _ -> comeForward();
  private final ChangeListener<Number> making = (_, _, cluster) -> askFor(cluster.intValue());

  /** @param brief without what sets it apart, as where diagrams show that */
  ClusterCard(Showing showing, Portrait portrait, boolean brief) {
    this.showing = showing;
    this.model = showing.model();
    this.words = showing.words();
    this.found = showing.found();
    this.portrait = portrait;
    getStyleClass().addAll("card", "cluster-card");
    Persona persona = found.personas().get(portrait.cluster() - 1);
    VBox band = new VBox(8, new Pictogram(persona.name()),
        Parts.fixed(words.count(portrait.cluster()), "group-badge"));
    band.getStyleClass().addAll("band", "persona-band", Swatches.style(portrait.cluster()));
    said.addAll(List.of(name(), figures(brief), Parts.wrapped(words.text(persona.sentence()))));
    if (!brief) {
      said.add(new Differences(words, persona));
    }
    advice = new VBox(2, Parts.label(words.text("personas.next"), "section-label"),
        Parts.wrapped(words.text(persona.advice())));
    advice.getStyleClass().add("advice");
    VBox.setVgrow(room, Priority.ALWAYS);
    content.getStyleClass().add("content");
    HBox.setHgrow(content, Priority.ALWAYS);
    getChildren().setAll(band, content);
    offer();
    setOnMouseEntered(_ -> model.picked().hover(portrait.cluster()));
    setOnMouseExited(_ -> model.picked().hover(0));
    model.picked().highlightedProperty().addListener(new WeakInvalidationListener(pointed));
    model.picked().chosenProperty().addListener(new WeakInvalidationListener(chosen));
    model.making().addListener(new WeakChangeListener<>(making));
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

  private NameField name() {
    NameField name = new NameField(model.names().get(portrait.cluster() - 1),
        "cluster-name-" + portrait.cluster(), words.text("clusters.card.name", portrait.cluster()),
        words.text("clusters.card.rename", portrait.cluster()), model::keepNames);
    // what is typed stands above what is written below
    VBox.setMargin(name, new Insets(0, 0, 0, -4));
    return name;
  }

  /** How many they are and what they are worth. */
  private FlowPane figures(boolean brief) {
    VBox size = figure(words.count(portrait.size()),
        words.text("personas.customers", portrait.size(), words.percent(found.share(portrait))));
    size.setId("cluster-size-" + portrait.cluster());
    FlowPane figures = new FlowPane(10, 4, size);
    Portrait.Value value = portrait.value();
    if (value != null && !Double.isNaN(value.share())) {
      figures.getChildren().add(figure(words.percent(value.share()), words.text("personas.revenue")));
    }
    if (value != null && !brief && !Double.isNaN(value.basket())) {
      figures.getChildren().add(figure(words.one(value.basket()), words.text("personas.basket")));
    }
    return figures;
  }

  private static VBox figure(String value, String what) {
    return new VBox(Parts.fixed(value, "figure"), Parts.fixed(what, "muted", "small"));
  }

  private void offer() {
    actions.setAlignment(Pos.CENTER_LEFT);
    actions.getChildren().clear();
    make.setText(words.text("clusters.card.segment"));
    make.setId("make-segment-" + portrait.cluster());
    make.setMinWidth(USE_PREF_SIZE);
    make.setOnAction(_ -> ask());
    actions.getChildren().addAll(Parts.gap(), make);
    content.getChildren().setAll(said);
    content.getChildren().addAll(room, advice, actions);
  }

  private void askFor(int cluster) {
    if (cluster == portrait.cluster()) {
      ask();
    }
  }

  /** Asks, in place of the button, what the segment is to hold. */
  private void ask() {
    SegmentMaker maker = new SegmentMaker(showing, portrait, this::offer);
    content.getChildren().setAll(said);
    content.getChildren().add(maker);
    maker.begin();
  }
}
