package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Which colour and which number is which cluster; pointing at one makes it stand out, a click keeps it so. */
final class ClusterLegend extends FlowPane {
  private static final double FADED = 0.35;
  private static final double LONGEST = 280;

  private final List<HBox> entries = new ArrayList<>();
  /** Held weakly by what is picked, which lives longer than the chart. */
  private final ChangeListener<Number> highlight = (_, _, now) -> fade(now.intValue());

  /** @param names of the clusters, from 1 on */
  ClusterLegend(List<String> names, Picked picked) {
    super(12, 2);
    getStyleClass().add("cluster-legend");
    setAlignment(Pos.CENTER);
    for (int cluster = 1; cluster <= names.size(); cluster++) {
      int own = cluster;
      Region swatch = new Region();
      swatch.getStyleClass().addAll("swatch", Swatches.style(cluster));
      Label name = ClusterChart.given(names.get(cluster - 1));
      name.setMaxWidth(LONGEST);
      HBox entry = new HBox(5, swatch, ClusterChart.label(Integer.toString(cluster), "cluster-number"), name);
      entry.setAlignment(Pos.CENTER_LEFT);
      entry.setOnMouseEntered(_ -> picked.hover(own));
      entry.setOnMouseExited(_ -> picked.hover(0));
      entry.setOnMouseClicked(_ -> picked.choose(own));
      entries.add(entry);
    }
    getChildren().addAll(entries);
    picked.highlightedProperty().addListener(new WeakChangeListener<>(highlight));
  }

  /** @param name of what is drawn besides the clusters, with the swatch class {@code selected}; empty for nothing */
  void also(String name) {
    getChildren().setAll(entries);
    if (!name.isEmpty()) {
      Region swatch = new Region();
      swatch.getStyleClass().addAll("swatch", "selected");
      HBox entry = new HBox(5, swatch, new Label(name));
      entry.getChildren().getLast().getStyleClass().add("small");
      entry.setAlignment(Pos.CENTER_LEFT);
      getChildren().add(entry);
    }
  }

  private void fade(int highlighted) {
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).setOpacity(highlighted == 0 || highlighted == i + 1 ? 1 : FADED);
    }
  }
}
