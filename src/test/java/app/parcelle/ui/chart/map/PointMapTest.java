package app.parcelle.ui.chart.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.table.Bits;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.chart.Picked;
import app.parcelle.ui.job.SameThreadJobs;
import app.parcelle.ui.theme.Theme;

/** Four points of two groups at the corners of a square, one in none and one without a place. */
class PointMapTest {
  private static final PointCloud CORNERS = new PointCloud(
      new float[]{-1, 1, 1, 1, 1, -1, -1, -1, 0, 0, Float.NaN, Float.NaN}, new int[]{1, 2, 2, 1, 0, 2});

  private final Picked picked = new Picked();
  private @Nullable PointMap made;

  @BeforeEach
  void open() throws Exception {
    OnScreen.run(() -> {
      PointMap map = new PointMap("Customers", picked, new SameThreadJobs(), "map", new Texts(Locale.UK));
      made = map;
      Scene scene = new Scene(new StackPane(map), 400, 400);
      Theme.LIGHT.apply(scene);
      map.show(CORNERS);
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    });
  }

  @Test
  void whatIsPickedDoesNotHoldAMapThatIsGone() throws Exception {
    WeakReference<PointMap> gone = OnScreen.call(() -> {
      PointMap map = new PointMap("Customers", picked, new SameThreadJobs(), "gone", new Texts(Locale.UK));
      map.show(CORNERS);
      return new WeakReference<>(map);
    });
    for (int i = 0; i < 50 && gone.get() != null; i++) {
      System.gc();
    }
    assertNull(gone.get());
  }

  private PointMap map() {
    return Objects.requireNonNull(made);
  }

  private void press(KeyCode key) throws Exception {
    OnScreen.run(
        () -> map().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
  }

  private void mouse(EventType<MouseEvent> type, double x, double y, boolean shift, boolean still)
      throws Exception {
    OnScreen.run(() -> map().fireEvent(new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, shift, false,
        false, false, true, false, false, false, false, still, null)));
  }

  /** Along corners, pressed at the first and released at the last. */
  private void drag(boolean shift, double... corners) throws Exception {
    mouse(MouseEvent.MOUSE_PRESSED, corners[0], corners[1], shift, true);
    for (int i = 2; i < corners.length; i += 2) {
      mouse(MouseEvent.MOUSE_DRAGGED, corners[i], corners[i + 1], shift, false);
    }
    mouse(MouseEvent.MOUSE_RELEASED, corners[corners.length - 2], corners[corners.length - 1], shift, false);
  }

  private List<Integer> selected() {
    long[] rows = picked.rowsProperty().get();
    return java.util.stream.IntStream.range(0, 64 * rows.length)
        .filter(row -> Bits.get(rows, row))
        .boxed()
        .toList();
  }

  @Test
  void lineDrawnWithShiftSelectsThePointsWithin() throws Exception {
    drag(true, 100, 0, 400, 0, 400, 400, 100, 400);

    assertEquals(List.of(1, 2, 4), selected());
  }

  @Test
  void dragMovesTheMapUnlessItIsToSelect() throws Exception {
    drag(false, 100, 0, 400, 0, 400, 400, 100, 400);
    assertFalse(picked.selecting());

    press(KeyCode.HOME);
    OnScreen.run(() -> map().lassoProperty().set(true));
    drag(false, 100, 0, 400, 0, 400, 400, 100, 400);
    assertEquals(List.of(1, 2, 4), selected());
  }

  @Test
  void aPressWithShiftThatDoesNotMoveSelectsNothing() throws Exception {
    OnScreen.run(() -> picked.select(new long[]{1}));
    mouse(MouseEvent.MOUSE_PRESSED, 50, 50, true, true);
    mouse(MouseEvent.MOUSE_RELEASED, 50, 50, true, true);

    assertEquals(List.of(0), selected());
  }

  @Test
  void pointIsHoveredAndItsGroupStandsOut() throws Exception {
    double[] corner = cornerOf(1, 1);
    mouse(MouseEvent.MOUSE_MOVED, corner[0] + 3, corner[1], false, true);

    assertEquals(1, map().hoveredProperty().get());
    assertEquals(2, picked.highlightedProperty().get());

    mouse(MouseEvent.MOUSE_MOVED, 200, 100, false, true);
    assertEquals(-1, map().hoveredProperty().get());
    assertEquals(0, picked.highlightedProperty().get());
  }

  @Test
  void groupThatIsClickedStaysUntilItIsClickedAgain() throws Exception {
    double[] corner = cornerOf(-1, -1);
    mouse(MouseEvent.MOUSE_CLICKED, corner[0], corner[1], false, true);
    mouse(MouseEvent.MOUSE_EXITED, 0, 0, false, true);
    assertEquals(1, picked.highlightedProperty().get());

    mouse(MouseEvent.MOUSE_CLICKED, corner[0], corner[1], false, true);
    assertEquals(0, picked.highlightedProperty().get());
  }

  /** Where a place is on the screen before anything moves: the square stands within margins of 24. */
  private static double[] cornerOf(double x, double y) {
    return new double[]{200 + x * 176, 200 - y * 176};
  }

  @Test
  void keysChooseAGroupAndSelectItOrWhatIsInSight() throws Exception {
    press(KeyCode.DIGIT1);
    assertEquals(1, picked.chosenProperty().get());
    press(KeyCode.ENTER);
    assertEquals(List.of(0, 3), selected());

    press(KeyCode.SPACE);
    assertEquals(List.of(0, 1, 2, 3, 4), selected());

    press(KeyCode.PLUS);
    press(KeyCode.SPACE);
    assertEquals(List.of(4), selected());

    press(KeyCode.ESCAPE);
    assertEquals(List.of(), selected());
  }

  @Test
  void arrowsMoveTheMapAndZeroBringsAllBack() throws Exception {
    for (int i = 0; i < 6; i++) {
      press(KeyCode.RIGHT);
    }
    press(KeyCode.SPACE);
    assertEquals(List.of(1, 2), selected());

    press(KeyCode.DIGIT0);
    press(KeyCode.SPACE);
    assertEquals(5, selected().size());
  }

  @Test
  void tableSaysHowManyAreShownAndSelectedInEachGroup() throws Exception {
    OnScreen.run(() -> picked.select(new long[]{0b110}));

    assertEquals(List.of("In no cluster", "1", "0", "0", "0"), map().rows().rows().get(0));
    assertEquals(List.of("Cluster 1", "2", "0", "-1", "0"), map().rows().rows().get(1));
    assertEquals(List.of("Cluster 2", "2", "2", "1", "0"), map().rows().rows().get(2));
  }

  @Test
  void mapHasANameForPeopleWhoDoNotSeeIt() {
    assertEquals("Customers", map().getAccessibleText());
    assertTrue(map().isFocusTraversable());
  }

  @Test
  void manyPointsAreDrawnAsDensity() throws Exception {
    OnScreen.run(
        () -> map().show(new PointCloud(new float[2 * (PointMap.DOTS + 1)], new int[PointMap.DOTS + 1])));

    assertTrue(map().densityProperty().get());
    assertArrayEquals(Picked.NONE, picked.rowsProperty().get());
  }
}
