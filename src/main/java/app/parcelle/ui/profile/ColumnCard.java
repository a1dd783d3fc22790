package app.parcelle.ui.profile;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.profile.ColumnProfile;
import app.parcelle.engine.profile.ColumnProfile.Range;
import app.parcelle.ui.chart.ShareBar;
import app.parcelle.ui.theme.Parts;

/** One column at a glance: how its values spread, what is not filled in, how many differ, how good it is. */
final class ColumnCard extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double CHART = 78;
  private static final int VALUES = 3;

  private final ProfileViewModel model;
  private final ProfileWords words;
  private final ColumnProfile profile;

  ColumnCard(ProfileViewModel model, ProfileWords words, ColumnProfile profile) {
    super(8);
    this.model = model;
    this.words = words;
    this.profile = profile;
    setId("profile-" + profile.column().id());
    getStyleClass().addAll("card", "column-card");
    getChildren().setAll(heading(), chart(), figures(), quality());
    setAccessibleText(words.text("profile.card", profile.column().name(), words.kind(profile.column()),
        words.percent(share(profile.missing())), words.distinct(profile), profile.quality()));
    setOnMousePressed(event -> {
      model.selected().set(profile);
      requestFocus();
      // else the list around would take the keyboard
      event.consume();
    });
    focusedProperty().subscribe(focused -> {
      if (focused) {
        model.selected().set(profile);
      }
    });
    mark();
  }

  /** Shows whether it is the one that the inspector shows; the Tab key visits that one only. */
  void mark() {
    pseudoClassStateChanged(CHOSEN, isChosen());
    setFocusTraversable(isChosen());
  }

  boolean isChosen() {
    return profile.equals(model.selected().get());
  }

  private HBox heading() {
    var name = Parts.given(profile.column().name(), "heading");
    HBox heading = new HBox(8, name, Parts.gap(), Parts.chip(words.kind(profile.column())));
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  private Node chart() {
    VBox chart = new VBox(2);
    chart.setMinHeight(CHART);
    chart.setPrefHeight(CHART);
    VBox.setVgrow(chart, Priority.ALWAYS);
    Spread spread = new Spread(model, words, profile);
    Range range = profile.range();
    if (profile.present() == 0) {
      chart.getChildren().add(Parts.wrapped(words.text("profile.no-value"), "muted"));
      chart.setAlignment(Pos.CENTER);
    } else if (range != null && spread.isRange()) {
      var bars = spread.bars();
      VBox.setVgrow(bars, Priority.ALWAYS);
      HBox ends = new HBox(8, Parts.fixed(words.value(profile.column(), range.min()), "muted", "small"),
          Parts.gap(), Parts.fixed(words.value(profile.column(), range.max()), "muted", "small"));
      chart.getChildren().addAll(bars, ends);
    } else if (profile.top().isEmpty()) {
      chart.setAlignment(Pos.CENTER);
      chart.getChildren().add(Parts.wrapped(words.text("profile.all-different"), "muted"));
      if (!profile.patterns().isEmpty()) {
        chart.getChildren().add(Parts.given(profile.patterns().getFirst().text(), "mono"));
      }
    } else {
      chart.setSpacing(4);
      chart.getChildren().setAll(spread.values(VALUES));
    }
    return chart;
  }

  private HBox figures() {
    HBox figures = new HBox(8, figure(104, words.percent(share(profile.missing())), "profile.missing",
        profile.missing() > 0 ? "warning" : "muted"),
        figure(66, words.percent(share(profile.invalid())), "profile.invalid",
            profile.invalid() > 0 ? "bad" : "muted"),
        figure(80, words.distinct(profile), "profile.distinct", "plain"));
    figures.getStyleClass().add("card-figures");
    return figures;
  }

  private VBox figure(double width, String figure, String key, String tone) {
    VBox both = new VBox(Parts.fixed(figure, "figure", tone),
        Parts.wrapped(words.text(key), "muted", "small"));
    both.setMinWidth(0);
    // about as wide as its words: the height of a wrapped label follows from it
    both.setPrefWidth(width);
    HBox.setHgrow(both, Priority.ALWAYS);
    return both;
  }

  private double share(long rows) {
    return profile.rows() == 0 ? 0 : (double) rows / profile.rows();
  }

  private HBox quality() {
    ShareBar bar = new ShareBar(60, 6);
    bar.getStyleClass().add(tone());
    bar.show(profile.quality() / 100.0);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox quality = new HBox(8, Parts.fixed(words.text("profile.quality"), "muted", "small"), bar,
        Parts.fixed(words.count(profile.quality()), "figure", "small"));
    quality.setAlignment(Pos.CENTER_LEFT);
    Tooltip.install(quality, new Tooltip(QualityWords.formula(words, profile)));
    return quality;
  }

  private String tone() {
    return profile.quality() >= 90 ? "good" : profile.quality() >= 60 ? "warning" : "bad";
  }
}
