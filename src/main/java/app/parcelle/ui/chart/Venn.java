package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/**
 * One to three sets as circles, with the figure of each region in it. Areas are as proportional as circles can be; figures are exact.
 * Style class {@code venn}.
 */
public final class Venn extends SetChart {
  /** Sets that circles can show. */
  public static final int MOST = 3;

  private static final double SIDE = 12;
  private static final double WIDEST_NAME = 260;
  private static final double NAME_HEIGHT = 38;
  private static final double GAP = 6;

  private final VennLayout layout;
  private final List<Circle> circles = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private final Map<Integer, Label> figures = new HashMap<>();
  private final Map<Integer, Path> paths = new HashMap<>();
  private double scale = 1;
  private double left;
  private double top;

  /** @param sets one to three, at least one of which holds somebody */
  public Venn(Sets sets) {
    super(sets, sets.regions());
    layout = VennLayout.of(shares(sets));
    getStyleClass().add("venn");
    for (int i = 0; i < sets.sets().size(); i++) {
      Circle circle = new Circle();
      circle.getStyleClass().addAll("set", "group-" + (i + 1));
      circles.add(circle);
      Sets.OneSet set = sets.sets().get(i);
      Label name = new Label(set.name() + "\n" + set.figure());
      name.getStyleClass().addAll("given", "set-name");
      name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      name.setTooltip(new Tooltip(name.getText()));
      names.add(name);
    }
    for (Sets.Region region : sets.regions()) {
      Label figure = new Label(region.figure());
      figure.getStyleClass().add("region-figure");
      figure.setAlignment(Pos.CENTER);
      figure.setMouseTransparent(true);
      figures.put(region.set(), figure);
    }
    getChildren().addAll(circles);
    getChildren().addAll(names);
    getChildren().addAll(figures.values());
    setMinSize(200, 200);
  }

  /** The largest difference between the area of a region and its figure, as a part of everybody shown, 0 to 1. */
  public double error() {
    return layout.error();
  }

  private static double[] shares(Sets sets) {
    double[] shares = new double[1 << sets.sets().size()];
    double all = sets.regions().stream().mapToInt(Sets.Region::count).sum();
    sets.regions().forEach(region -> shares[region.set()] = region.count() / all);
    return shares;
  }

  @Override
  int at(double x, double y) {
    int set = layout.at((x - left) / scale, (y - top) / scale);
    return sets.regions().stream().anyMatch(region -> region.set() == set) ? set : NONE;
  }

  @Override
  List<? extends Node> parts(Sets.Region region) {
    Path path = paths.get(region.set());
    Label figure = figures.get(region.set());
    return path == null || figure == null ? List.of() : List.of(path, figure);
  }

  @Override
  protected void layoutChildren() {
    double[] bounds = layout.bounds();
    double width = getWidth() - 2 * SIDE;
    double height = getHeight() - 2 * (NAME_HEIGHT + GAP);
    scale = Math.max(1, Math.min(width / (bounds[2] - bounds[0]), height / (bounds[3] - bounds[1])));
    left = getWidth() / 2 - scale * (bounds[0] + bounds[2]) / 2;
    top = getHeight() / 2 - scale * (bounds[1] + bounds[3]) / 2;
    for (int i = 0; i < circles.size(); i++) {
      VennLayout.Circle c = layout.circles().get(i);
      circles.get(i).setCenterX(left + scale * c.x());
      circles.get(i).setCenterY(top + scale * c.y());
      circles.get(i).setRadius(scale * c.r());
      placeName(i);
    }
    drawRegions();
    sets.regions().forEach(this::placeFigure);
    mark();
  }

  /** Above a circle of the upper half, below one of the lower half. */
  private void placeName(int i) {
    Circle circle = circles.get(i);
    Label name = names.get(i);
    double width = Math.min(WIDEST_NAME, Math.ceil(name.prefWidth(-1)));
    boolean above = circles.size() < MOST || circle.getCenterY() <= getHeight() / 2 + 1;
    double outward = circles.size() == 1
        ? 0
        : Math.signum(circle.getCenterX() - getWidth() / 2) * circle.getRadius() / 2;
    boolean sole = circles.size() == MOST && alone(i, above);
    double x = circle.getCenterX() + (sole ? 0 : outward) - width / 2;
    double y = circle.getCenterY()
        + (above ? -circle.getRadius() - NAME_HEIGHT - GAP : circle.getRadius() + GAP);
    name.setAlignment(Pos.CENTER);
    name.resizeRelocate(Math.clamp(x, 0, Math.max(0, getWidth() - width)),
        Math.clamp(y, 0, Math.max(0, getHeight() - NAME_HEIGHT)), width, NAME_HEIGHT);
  }

  /** Whether no other circle has its name on that side. */
  private boolean alone(int i, boolean above) {
    for (int other = 0; other < circles.size(); other++) {
      if (other != i && circles.get(other).getCenterY() <= getHeight() / 2 + 1 == above) {
        return false;
      }
    }
    return true;
  }

  private void drawRegions() {
    getChildren().removeAll(paths.values());
    paths.clear();
    for (Sets.Region region : sets.regions()) {
      if (shape(region) instanceof Path path) {
        path.getStyleClass().setAll("region");
        path.setMouseTransparent(true);
        path.setManaged(false);
        paths.put(region.set(), path);
      }
    }
    getChildren().addAll(circles.size(), paths.values());
  }

  /** The area of a region. Of circles by themselves: of those in the scene, JavaFX would give it in the scene's coordinates. */
  private Shape shape(Sets.Region region) {
    Shape shape = new Rectangle(getWidth(), getHeight());
    for (int i = 0; i < circles.size(); i++) {
      Circle there = circles.get(i);
      Circle bare = new Circle(there.getCenterX(), there.getCenterY(), there.getRadius());
      shape = region.in(i) ? Shape.intersect(shape, bare) : Shape.subtract(shape, bare);
    }
    return shape;
  }

  /** In the roomiest place of its region; not at all where it does not fit. */
  private void placeFigure(Sets.Region region) {
    Label figure = figures.get(region.set());
    if (figure == null) {
      return;
    }
    layout.spot(region.set()).ifPresentOrElse(spot -> {
      double width = Math.ceil(figure.prefWidth(-1));
      double height = Math.ceil(figure.prefHeight(-1));
      figure.setVisible(scale * spot.room() * 2 > height * 0.8 && scale * spot.room() * 2.6 > width);
      figure.resizeRelocate(left + scale * spot.x() - width / 2, top + scale * spot.y() - height / 2, width,
          height);
    }, () -> figure.setVisible(false));
  }
}
