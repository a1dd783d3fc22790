package app.parcelle.ui.chart;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** What a drag across a chart takes in, seen while it lasts. */
final class DragField extends Rectangle {
  private static final double LEAST = 3;

  private Point2D from = Point2D.ZERO;

  /**
   * @param shape what is taken in between the places where the drag began and where it is
   * @param taker called with the same when the drag ends
   */
  DragField(Region chart, BiFunction<Point2D, Point2D, Rectangle2D> shape,
      BiConsumer<Point2D, Point2D> taker) {
    getStyleClass().add("drag-field");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    chart.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> from = new Point2D(event.getX(), event.getY()));
    chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
      Point2D to = new Point2D(event.getX(), event.getY());
      setVisible(event.getButton() == MouseButton.PRIMARY && from.distance(to) >= LEAST);
      Rectangle2D now = shape.apply(from, to);
      BoxPlots.rectangle(this, now.getMinX(), now.getMinY(), now.getWidth(), now.getHeight());
    });
    chart.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
      if (isVisible()) {
        setVisible(false);
        taker.accept(from, new Point2D(event.getX(), event.getY()));
      }
    });
  }
}
