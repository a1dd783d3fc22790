package app.parcelle.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Field;

class ExportViewModelTest {
  private final PaperShop shop = new PaperShop();
  private final PaperWorkbench workbench = new PaperWorkbench(Locale.ENGLISH);
  private final ExportViewModel model = new ExportViewModel(shop, workbench);

  @BeforeEach
  void threeSegments() {
    shop.members.put("Loyal", i -> i < 100);
    shop.members.put("Big", i -> i >= 90 && i < 120);
    workbench.segments("Loyal", "Big", "Broken");
    model.refresh();
  }

  @Test
  void theFirstSegmentIsChosenAndAllAreCounted() {
    assertEquals(Set.of("Loyal"), model.chosen());
    assertEquals(Map.of("Loyal", 100, "Big", 30, "Broken", -1), model.counts());
    assertEquals(100, preview().checks().rows());
  }

  @Test
  void customersOfTwoSegmentsAreListedOnce() {
    model.choose("Big", true);

    assertEquals(120, preview().checks().rows());
    assertEquals(10, preview().checks().duplicates());
    assertEquals("Segments", preview().columns().getLast().heading());
  }

  @Test
  void withoutAChoiceThereIsNothingToSave() {
    model.choose("Loyal", false);
    workbench.saveTo = Path.of("list.xlsx");
    model.save();

    assertNull(model.preview().get());
    assertNull(model.problem().get());
    assertEquals(List.of(), shop.written);
  }

  @Test
  void aSegmentThatCannotBeComputedIsExplained() {
    model.choose(List.of("Broken"));

    assertNull(model.preview().get());
    assertEquals(Message.of("export.problem.field", "gone"), model.problem().get());
    assertEquals(List.of(), workbench.complaints);
  }

  @Test
  void arrivingWithSegmentsChoosesThoseAlone() {
    model.choose(List.of("Big"));

    assertEquals(Set.of("Big"), model.chosen());
    assertEquals(30, preview().checks().rows());
  }

  @Test
  void theUsualColumnsComeFirstAndTheRestIsAvailable() {
    assertEquals(
        List.of("key", "t1.c1", "t1.c2", "t1.c3", "t1.c4", "t1.c5", "t2:recency", "t2:frequency",
            "t2:monetary"),
        ids(model.columns()));
    assertEquals(List.of("t2.c6:last"), ids(model.available()));
  }

  @Test
  void columnsAreAddedMovedAndTakenOut() {
    model.add(shop.field("t2.c6:last"));
    model.move(shop.field("t2.c6:last"), 1);
    model.remove(shop.field("t1.c1"));

    assertEquals(List.of("key", "t2.c6:last", "t1.c2"), ids(model.columns()).subList(0, 3));
    assertEquals(ids(model.columns()), shop.asked.getLast());
  }

  @Test
  void aMoveBeyondTheEndStopsThere() {
    model.move(shop.field("key"), 99);
    model.move(shop.field("t1.c1"), -5);

    assertEquals("t1.c1", model.columns().getFirst().id());
    assertEquals("key", model.columns().getLast().id());
  }

  @Test
  void theLastColumnStays() {
    List.copyOf(model.columns()).forEach(model::remove);

    assertEquals(1, model.columns().size());
  }

  @Test
  void aColumnThatIsGoneLeavesTheOthersInPlace() {
    model.move(shop.field("t2:monetary"), 0);
    shop.drop("t1.c1");
    workbench.segments("Loyal");
    model.refresh();

    assertEquals(List.of("t2:monetary", "key", "t1.c2"), ids(model.columns()).subList(0, 3));
  }

  @Test
  void aRemovedSegmentIsNoLongerChosen() {
    model.choose("Big", true);
    workbench.segments("Big");
    model.refresh();

    assertEquals(Set.of("Big"), model.chosen());
    assertEquals(30, preview().checks().rows());
  }

  @Test
  void savingAsksWhereAndSaysWhatWasDone() {
    workbench.saveTo = Path.of("out", "list.xlsx");
    model.save();

    assertEquals(List.of(Path.of("out", "list.xlsx")), shop.written);
    assertEquals("Loyal.xlsx", workbench.suggested);
    assertEquals(List.of(Message.of("exports.saved", 100, "list.xlsx")), workbench.said);
  }

  @Test
  void clusteringThatASegmentTestsHasItsPersonasInTheWorkbook() {
    shop.members.put("VIP", i -> i < 7);
    workbench.clusterings("VIP", "Kinds", "Other", "Kinds");
    model.refresh();
    model.choose(List.of("VIP"));
    workbench.saveTo = Path.of("vip.xlsx");

    assertEquals(2, model.clusterings().size());
    assertEquals("Kinds", Objects.requireNonNull(model.personas().get()).name());
    model.save();
    assertEquals(1, model.pages().size());
    model.choosePersonas(model.clusterings().getFirst());
    model.look();
    model.save();
    model.choosePersonas(null);
    assertEquals(List.of(), model.pages());
    model.look();
    model.save();
    assertEquals(List.of("Kinds", "Other", ""), shop.personas);
  }

  @Test
  void savingWithoutAPlaceWritesNothing() {
    model.save();

    assertEquals(List.of(), shop.written);
    assertEquals(List.of(), workbench.said);
  }

  @Test
  void namesOfFilesHoldNothingThatSystemsRefuse() {
    shop.members.put("A/B: \"best\"?", i -> i < 5);
    workbench.segments("A/B: \"best\"?");
    model.refresh();
    model.choose(List.of("A/B: \"best\"?"));
    model.save();

    assertEquals("A B best.xlsx", workbench.suggested);
  }

  @Test
  void thePreviewShowsTheFirstCustomersAsTheListWill() {
    assertEquals(Preview.ROWS, preview().rows().size());
    assertEquals(List.of("12346", "Claire", "Moreau", "FR"), preview().rows().getFirst().subList(0, 4));
    assertTrue(preview().columns().getLast().figures());
    assertFalse(preview().columns().getFirst().figures());
  }

  private Preview preview() {
    @Nullable
    Preview preview = model.preview().get();
    assertNotNull(preview);
    return java.util.Objects.requireNonNull(preview);
  }

  private static List<String> ids(List<Field> fields) {
    return fields.stream().map(Field::id).toList();
  }
}
