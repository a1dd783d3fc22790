package app.parcelle.ui.chart;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * A picture of overlapping sets in which one region can be chosen: by a click, or with arrows and Enter. Parts of regions take the
 * pseudo classes {@code pointed} and {@code chosen}.
 */
public abstract sealed class SetChart extends Region permits Venn, UpSet {
  /** No region. */
  public static final int NONE = -1;

  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  final Sets sets;
  private final List<Sets.Region> regions;
  private final IntegerProperty chosen = new SimpleIntegerProperty(NONE);
  private final Tooltip tooltip = new Tooltip();
  private int pointed = NONE;

  /** @param regions that can be chosen, in the order of the arrow keys */
  SetChart(Sets sets, List<Sets.Region> regions) {
    this.sets = sets;
    this.regions = regions;
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(sets.name());
    setFocusTraversable(true);
    tooltip.setShowDelay(Duration.millis(150));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    setOnMouseMoved(event -> point(at(event.getX(), event.getY())));
    setOnMouseExited(_ -> point(NONE));
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        requestFocus();
        choose(at(event.getX(), event.getY()));
      }
    });
    setOnKeyPressed(this::key);
    focusedProperty().subscribe(focused -> {
      if (!focused) {
        point(NONE);
      }
    });
    chosen.addListener((_, _, _) -> mark());
  }

  /** The sets of the region that is chosen; {@link #NONE} where none is. */
  public IntegerProperty chosenProperty() {
    return chosen;
  }

  /** The sets of the region at a point; {@link #NONE} where there is none. */
  abstract int at(double x, double y);

  /** The parts that show a region. */
  abstract List<? extends Node> parts(Sets.Region region);

  /** A click beside all regions changes nothing, so that a slip does not lose what was chosen. */
  private void choose(int set) {
    if (set != NONE) {
      chosen.set(set);
    }
  }

  private void key(KeyEvent event) {
    if (regions.isEmpty()) {
      return;
    }
    int last = regions.size() - 1;
    int index = index(pointed == NONE ? chosen.get() : pointed);
    switch (event.getCode()) {
      case LEFT, UP -> point(regions.get(Math.max(0, index - 1)).set());
      case RIGHT, DOWN -> point(regions.get(Math.min(last, index + 1)).set());
      case HOME -> point(regions.getFirst().set());
      case END -> point(regions.getLast().set());
      case ENTER, SPACE -> choose(pointed);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private int index(int set) {
    for (int i = 0; i < regions.size(); i++) {
      if (regions.get(i).set() == set) {
        return i;
      }
    }
    return -1;
  }

  private void point(int set) {
    if (set == pointed) {
      return;
    }
    pointed = set;
    int index = index(set);
    if (index < 0) {
      Tooltip.uninstall(this, tooltip);
      setAccessibleText(sets.name());
    } else {
      tooltip.setText(regions.get(index).words());
      Tooltip.install(this, tooltip);
      setAccessibleText(sets.name() + ". " + regions.get(index).words());
    }
    mark();
  }

  /** Shows which region is pointed at and which is chosen. */
  final void mark() {
    for (Sets.Region region : regions) {
      for (Node part : parts(region)) {
        part.pseudoClassStateChanged(POINTED, region.set() == pointed);
        part.pseudoClassStateChanged(CHOSEN, region.set() == chosen.get());
      }
    }
  }
}
