package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.ui.OnScreen;

class CheckListTest {
  private final SmallShop shop = new SmallShop(10);

  @Test
  void tenThousandIdentifiersArePastedInOneEditAndFewCellsAreMade() throws Exception {
    String ids = IntStream.range(0, 10_000)
        .mapToObj(i -> "C%07d".formatted(i))
        .collect(Collectors.joining("\n"));
    List<List<String>> edits = new ArrayList<>();
    OnScreen.run(() -> {
      CheckList list = CheckList.of(QuietDesk.of(shop), subject(List.of(new ValueCount("C0000001", 3))),
          List.of(), false,
          edits::add);
      Scene scene = new Scene(list, 320, 400);
      list.take(ids + "\nc0000000\nnobody\n");
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      assertTrue(list.lookupAll(".list-cell").stream().filter(ListCell.class::isInstance).count() < 60);
    });
    assertEquals(1, edits.size());
    assertEquals(10_001, edits.getFirst().size());
  }

  @Test
  void aPastedListIsAddedToWhatIsTickedOnce() throws Exception {
    List<List<String>> edits = new ArrayList<>();
    OnScreen
        .run(() -> CheckList.of(QuietDesk.of(shop), subject(List.of()), List.of("Lyon"), false, edits::add)
            .take("LYON;Paris"));
    assertEquals(List.of(List.of("Lyon", "Paris")), edits);
  }

  private static Subject subject(List<ValueCount> values) {
    return new Subject(FieldRef.named("Client"), "Client", ColumnType.IDENTIFIER, 0, List.of(), Set.of(),
        then -> then.accept(Distribution.ofTexts(new ValueCounts(values, values, values.size()))),
        (texts, exact, then) -> then.accept(texts.stream().filter("nobody"::equals).toList()));
  }
}
