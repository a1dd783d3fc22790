package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A distribution whose bars say what they are and may be clicked; style class {@code histogram}. With the keyboard, arrows move
 * from bar to bar and Enter does what a click does.
 */
public final class Bars extends Region {
  private static final double GAP = 1;
  private static final double LEAST = 2;
  private static final Duration SOON = Duration.millis(200);

  private final String name;
  private final List<Bar> bars;
  private final List<Rectangle> drawn = new ArrayList<>();
  private final Tooltip tooltip = new Tooltip();
  private final long greatest;
  private int current = -1;

  /**
   * One bar.
   *
   * @param count its height, in proportion to the greatest
   * @param words what it stands for
   * @param action what a click does; null where it does nothing
   */
  public record Bar(long count, String words, @Nullable Runnable action) {}

  /**
   * @param name what they show, for people who do not see it
   * @param bars from left to right
   */
  public Bars(String name, List<Bar> bars) {
    this.name = name;
    this.bars = List.copyOf(bars);
    this.greatest = bars.stream().mapToLong(Bar::count).max().orElse(1);
    getStyleClass().addAll("histogram", "bars");
    if (acts()) {
      getStyleClass().add("acting");
    }
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    for (int i = 0; i < bars.size(); i++) {
      Rectangle bar = new Rectangle();
      bar.setMouseTransparent(true);
      drawn.add(bar);
    }
    getChildren().setAll(drawn);
    mark(-1);
    tooltip.setShowDelay(SOON);
    Tooltip.install(this, tooltip);
    setOnMouseMoved(event -> mark(at(event.getX())));
    setOnMouseExited(_ -> mark(-1));
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && run(at(event.getX()))) {
        event.consume();
      }
    });
  }

  /** Whether a click on any bar does something. */
  public boolean acts() {
    return bars.stream().anyMatch(bar -> bar.action() != null);
  }

  /** Takes a place among what the Tab key visits. */
  public Bars withKeys() {
    setFocusTraversable(true);
    setOnKeyPressed(this::key);
    focusedProperty().subscribe(focused -> mark(focused ? Math.max(0, current) : -1));
    return this;
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> mark(Math.max(0, current - 1));
      case RIGHT -> mark(Math.min(bars.size() - 1, current + 1));
      case HOME -> mark(0);
      case END -> mark(bars.size() - 1);
      case ENTER, SPACE -> run(current);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private int at(double x) {
    return Math.clamp((long) (x / getWidth() * bars.size()), 0, Math.max(0, bars.size() - 1));
  }

  private boolean run(int bar) {
    Runnable action = bar < 0 || bar >= bars.size() ? null : bars.get(bar).action();
    if (action != null) {
      action.run();
    }
    return action != null;
  }

  /** Marks the bar that is pointed at; none for -1. */
  private void mark(int bar) {
    current = bars.isEmpty() ? -1 : bar;
    for (int i = 0; i < drawn.size(); i++) {
      drawn.get(i).getStyleClass().setAll("bar", i == current ? "chosen" : "plain");
    }
    if (current >= 0) {
      tooltip.setText(bars.get(current).words());
    }
    setAccessibleText(current < 0 ? name : name + ". " + bars.get(current).words());
  }

  @Override
  protected void layoutChildren() {
    double step = (getWidth() + GAP) / Math.max(1, bars.size());
    double gap = step > 3 ? GAP : 0;
    for (int i = 0; i < drawn.size(); i++) {
      long count = bars.get(i).count();
      double height = count == 0 ? 0 : Math.max(LEAST, getHeight() * count / greatest);
      Rectangle bar = drawn.get(i);
      double left = snapPositionX(i * step);
      bar.setX(left);
      bar.setWidth(Math.max(1, snapPositionX((i + 1) * step) - left - gap));
      bar.setY(getHeight() - height);
      bar.setHeight(height);
    }
  }
}
