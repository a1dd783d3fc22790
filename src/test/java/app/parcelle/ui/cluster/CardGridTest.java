package app.parcelle.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardGridTest {
  /** As high as it says; narrower cards are higher, as those with text are. */
  private static final class Card extends Region {
    private final double area;

    private Card(double area) {
      this.area = area;
    }

    @Override
    protected double computePrefHeight(double width) {
      return area / width;
    }
  }

  @ParameterizedTest
  @CsvSource({"320, 1", "631, 1", "632, 2", "953, 2", "954, 3", "2000, 3"})
  void cardsStandInEqualColumnsAndRowsAreAsHighAsTheirHighestCard(double width, int columns) {
    List<Card> cards = IntStream.rangeClosed(1, 5).mapToObj(i -> new Card(20_000.0 * i)).toList();
    CardGrid grid = new CardGrid(cards);
    grid.resize(width, grid.prefHeight(width));
    grid.layout();
    for (int i = 0; i < cards.size(); i++) {
      Card card = cards.get(i);
      assertEquals(cards.getFirst().getWidth(), card.getWidth());
      assertTrue(card.getHeight() >= card.prefHeight(card.getWidth()), "card " + i + " is cut");
      assertTrue(card.getLayoutX() + card.getWidth() <= width, "card " + i + " sticks out");
      int above = i - columns;
      if (above >= 0) {
        Card upper = cards.get(above);
        assertTrue(card.getLayoutY() >= upper.getLayoutY() + upper.getHeight(), "card " + i + " overlaps");
      }
    }
    assertEquals(columns, cards.stream().filter(card -> card.getLayoutY() == 0).count());
    assertTrue(cards.getLast().getLayoutY() + cards.getLast().getHeight() <= grid.getHeight());
  }
}
