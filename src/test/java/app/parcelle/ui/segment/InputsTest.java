package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

import org.junit.jupiter.api.Test;

import app.parcelle.ui.OnScreen;

class InputsTest {
  private final List<Integer> chosen = new ArrayList<>();

  @Test
  void aMenuHigherThanTheScreenHasAMenuForEachOfItsGroupsButTheFirst() throws Exception {
    MenuButton menu = grouped(28);
    List<MenuItem> lines = menu.getItems();
    assertEquals(
        List.of("Four 0", "0", "1", "2", "3", "Four 1", "Four 2", "Four 3", "Four 4", "Four 5", "Four 6"),
        lines.stream().map(MenuItem::getText).toList());
    MenuItem last = ((Menu) lines.getLast()).getItems().getLast();
    OnScreen.run(last::fire);
    assertEquals(List.of(27), chosen);
    assertEquals("27", menu.getText());
  }

  @Test
  void aMenuThatTheScreenHoldsShowsAllOfItUnderHeadings() throws Exception {
    List<MenuItem> lines = grouped(12).getItems();
    assertEquals(15, lines.size());
    assertTrue(lines.stream().noneMatch(Menu.class::isInstance));
  }

  /** Whole numbers, four under each heading. */
  private MenuButton grouped(int many) throws Exception {
    return OnScreen.call(() -> Inputs.grouped(IntStream.range(0, many).boxed().toList(), 0,
        number -> "Four " + number / 4, String::valueOf, chosen::add));
  }
}
