package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Someone builds a segment of ten conditions in three groups with a sequence, goes all the way back and forth again. */
class TenConditionsJourneyTest {
  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "fr-FR"})
  void byKeyboard(String language) throws Exception {
    TenConditions ten = new TenConditions(Locale.forLanguageTag(language));
    try {
      ten.byKeyboard();
      ten.assertBuilt();
      backAndForth(ten);
    } finally {
      ten.leave();
    }
  }

  private static void backAndForth(TenConditions ten) {
    Draft built = ten.model().draft();
    int steps = 0;
    while (ten.model().undoable().get()) {
      ten.robot.interact(() -> assertTrue(ten.model().undo()));
      steps++;
    }
    assertTrue(ten.model().draft().isEmpty());
    assertTrue(steps >= 12);
    ten.robot.interact(() -> assertFalse(ten.model().undo()));
    while (ten.model().redoable().get()) {
      ten.robot.interact(() -> assertTrue(ten.model().redo()));
    }
    assertEquals(built, ten.model().draft());
  }
}
