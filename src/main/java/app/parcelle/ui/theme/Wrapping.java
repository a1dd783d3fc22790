package app.parcelle.ui.theme;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

import org.jspecify.annotations.Nullable;

/** Controls in a line that wraps; its height follows the width it really has, however deep it stands in other panes. */
public class Wrapping extends FlowPane {
  // what subclasses override is only asked for by a layout, which comes later
  @SuppressWarnings("this-escape")
  public Wrapping(Node... parts) {
    super(6, 6, parts);
    setAlignment(Pos.CENTER_LEFT);
    setPrefWrapLength(420);
    setMinWidth(90);
    widthProperty().subscribe(_ -> requestParentLayout());
  }

  @Override
  public @Nullable Orientation getContentBias() {
    return null;
  }

  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(width > 0 || getWidth() <= 0 ? width : getWidth());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }
}
