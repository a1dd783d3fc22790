package app.parcelle.engine.cluster.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RoundNumbersTest {
  @Test
  void aFiveAtTheEndIsEasierHoweverLargeTheNumber() {
    RoundNumbers numbers = new RoundNumbers.Numbers(0);
    assertEquals(numbers.effort(6) - 1, numbers.effort(5));
    assertEquals(numbers.effort(12_345_678_906.0) - 1, numbers.effort(12_345_678_905.0));
  }
}
