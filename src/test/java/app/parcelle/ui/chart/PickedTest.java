package app.parcelle.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PickedTest {
  private final Picked picked = new Picked();

  @Test
  void clickedClusterStandsOutAgainOnceThePointerHasLeft() {
    picked.choose(2);
    picked.hover(5);
    assertEquals(5, picked.highlightedProperty().get());

    picked.hover(0);
    assertEquals(2, picked.highlightedProperty().get());
  }

  @Test
  void secondClickTakesTheFirstBack() {
    picked.choose(2);
    picked.choose(2);

    assertEquals(0, picked.chosenProperty().get());
    assertEquals(0, picked.highlightedProperty().get());
  }

  @Test
  void everyRowIsInWhereNoneIsSelected() {
    assertTrue(picked.has(70));
    picked.select(new long[]{0b100});
    assertTrue(picked.has(2));
    assertFalse(picked.has(3));
    assertFalse(picked.has(70));

    picked.select(new long[]{0, 0});
    assertFalse(picked.selecting());
    assertTrue(picked.has(70));
  }
}
