package app.parcelle.ui.segment;

import javafx.scene.layout.Region;

/** How far an index is from 100: to the right above it, to the left below; the bar ends at a third and at three times. */
final class IndexBar extends Region {
  private static final double END = Math.log(3);

  private final Region bar = new Region();
  private final Region middle = new Region();
  private final double length;

  IndexBar(int index) {
    length = Math.clamp(Math.log(Math.max(1, index) / 100.0) / END, -1, 1);
    bar.getStyleClass().add(length < 0 ? "below" : "above");
    middle.getStyleClass().add("middle");
    getStyleClass().add("index-bar");
    setMinSize(60, 12);
    setPrefHeight(12);
    setMaxHeight(12);
    getChildren().addAll(bar, middle);
  }

  @Override
  protected void layoutChildren() {
    double half = Math.floor(getWidth() / 2);
    double width = Math.abs(length) * half;
    bar.resizeRelocate(length < 0 ? half - width : half, 1, width, getHeight() - 2);
    middle.resizeRelocate(half, 0, 1, getHeight());
  }
}
