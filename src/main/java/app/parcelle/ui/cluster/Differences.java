package app.parcelle.ui.cluster;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.explain.Persona;
import app.parcelle.ui.chart.Swatches;
import app.parcelle.ui.theme.Parts;

/** What sets the customers of a cluster apart most: a field, its index, and a bar to the right for more, to the left for less. */
final class Differences extends VBox {
  private static final int SHOWN = 3;

  Differences(ClusterWords words, Persona persona) {
    super(5);
    List<Persona.Apart> strongest = persona.apart().stream().limit(SHOWN).toList();
    if (!strongest.isEmpty()) {
      getChildren().add(Parts.label(words.text("personas.index"), "muted", "small"));
    }
    strongest.forEach(apart -> getChildren().add(line(words, apart, persona.cluster())));
  }

  private static VBox line(ClusterWords words, Persona.Apart apart, int cluster) {
    String what = words.text(apart.what());
    String own = words.text(apart.own());
    String all = words.text(apart.overall());
    Label name = Parts.given(what, "small");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    String index = apart.index().isPresent() ? words.count(Math.round(apart.index().getAsDouble())) : own;
    HBox figures = new HBox(8, name, Parts.fixed(index, "small", "index"));
    figures.setAlignment(Pos.BASELINE_LEFT);
    VBox line = new VBox(2, figures, new Bar(apart.strength(), cluster));
    String told = words.text("personas.against", what, own, all);
    line.setAccessibleRole(AccessibleRole.TEXT);
    line.setAccessibleText(told);
    Tooltip.install(line, new Tooltip(told));
    return line;
  }

  /** From the middle, as long as the difference is strong. */
  private static final class Bar extends Region {
    /** Standard deviations of the longest bar. */
    private static final double FULL = 1.5;
    private static final double HEIGHT = 5;

    private final Region filled = new Region();
    private final Region middle = new Region();
    private final double strength;

    Bar(double strength, int cluster) {
      this.strength = strength;
      getStyleClass().add("difference");
      filled.getStyleClass().addAll("filled", Swatches.style(cluster));
      middle.getStyleClass().add("middle");
      getChildren().setAll(filled, middle);
      setMinHeight(HEIGHT);
      setPrefHeight(HEIGHT);
    }

    @Override
    protected void layoutChildren() {
      double half = getWidth() / 2;
      double length = Math.min(1, Math.abs(strength) / FULL) * half;
      filled.resizeRelocate(strength > 0 ? half : half - length, 0, length, HEIGHT);
      middle.resizeRelocate(Math.floor(half), -2, 1, HEIGHT + 4);
    }
  }
}
