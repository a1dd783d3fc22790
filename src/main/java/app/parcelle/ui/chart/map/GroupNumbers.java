package app.parcelle.ui.chart.map;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.control.Label;

/** The numbers or names of groups, at their middles. Where two would stand over each other, the first does, or the highlighted. */
final class GroupNumbers extends Group {
  private final List<Label> labels = new ArrayList<>();
  private double[] centres = {};

  GroupNumbers() {
    setManaged(false);
    setMouseTransparent(true);
  }

  /** @param places x and y of each group's middle in turn, from 0 for none on; NaN where a group has none */
  void show(List<String> names, double[] places) {
    centres = places;
    labels.clear();
    for (String name : names) {
      Label label = new Label(name);
      label.getStyleClass().add("group-number");
      label.setManaged(false);
      labels.add(label);
    }
    getChildren().setAll(labels);
  }

  void place(MapWindow window, double width, double height, int highlighted) {
    List<Bounds> taken = new ArrayList<>();
    if (highlighted > 0 && highlighted <= labels.size()) {
      place(highlighted, window, width, height, taken);
    }
    for (int group = 1; group <= labels.size(); group++) {
      if (group != highlighted) {
        place(group, window, width, height, taken);
      }
    }
  }

  private void place(int group, MapWindow window, double width, double height, List<Bounds> taken) {
    Label label = labels.get(group - 1);
    boolean known = 2 * group + 1 < centres.length && !Double.isNaN(centres[2 * group]);
    double x = known ? window.x(centres[2 * group]) : -1;
    double y = known ? window.y(centres[2 * group + 1]) : -1;
    label.applyCss();
    label.autosize();
    Bounds bounds = new BoundingBox(snapPosition(x - label.getWidth() / 2),
        snapPosition(y - label.getHeight() / 2), label.getWidth(), label.getHeight());
    boolean seen = x >= 0 && x <= width && y >= 0 && y <= height
        && taken.stream().noneMatch(bounds::intersects);
    label.setVisible(seen);
    if (seen) {
      taken.add(bounds);
      label.relocate(bounds.getMinX(), bounds.getMinY());
    }
  }

  private static double snapPosition(double at) {
    return Math.rint(at);
  }
}
