package app.parcelle.ui.chart;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** A part of a whole as a bar; style class {@code share-bar}. */
public final class ShareBar extends Region {
  private final Region filled = new Region();
  private double share;

  public ShareBar(double width, double height) {
    getStyleClass().add("share-bar");
    setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    setMinSize(width, height);
    setPrefSize(width, height);
    setMaxHeight(height);
    filled.getStyleClass().add("filled");
    getChildren().add(filled);
  }

  /** @param share 0 to 1; what is beyond is cut */
  public void show(double share) {
    this.share = Math.clamp(share, 0, 1);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = share == 0 ? 0 : Math.max(2, share * getWidth());
    filled.resizeRelocate(0, 0, width, getHeight());
  }
}
