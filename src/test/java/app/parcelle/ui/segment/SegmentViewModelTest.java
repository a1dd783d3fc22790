package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.segment.Card.Blank;

class SegmentViewModelTest {
  private final SmallShop shop = new SmallShop(300);
  private final List<String> said = new ArrayList<>();
  private String fresh = "New segment";
  private final SegmentViewModel model = new SegmentViewModel(shop, new SameThread(), notices(),
      () -> fresh);

  @Test
  void anIncompleteCriterionWaitsForItsValue() {
    model.add(shop.source("recency"));
    assertEquals(Set.of(Blank.FIRST), row(2).blanks());
    assertEquals(0, count());
    assertTrue(outcome().counts(2).isEmpty());
    model.replace(2, atLeast("recency", 10), Set.of(), false);
    assertTrue(count() > 0 && count() < 300);
    assertEquals(count(), outcome().counts(2).orElseThrow().alone());
  }

  @Test
  void editsThatDoNotChangeTheRuleAreNotComputedAgain() {
    model.add(shop.events());
    int before = shop.evaluations;
    model.add(shop.source("recency"));
    model.select(2);
    model.rename("Loyal");
    assertEquals(before, shop.evaluations);
    assertEquals(count(), outcome().counts(2).orElseThrow().alone());
  }

  @Test
  void undoBringsBackDraftCountAndSelection() {
    model.add(shop.events());
    int first = count();
    model.replace(2, atLeast("recency", 50), Set.of(), false);
    model.cards().group(List.of(2L));
    int last = count();
    assertNotEquals(first, last);
    undo(2);
    assertEquals(first, count());
    assertEquals(2, model.present().get().selected());
    assertTrue(model.redo());
    assertTrue(model.redo());
    assertEquals(last, count());
    assertFalse(model.redo());
    undo(3);
    assertFalse(model.undo());
    assertTrue(model.draft().isEmpty());
  }

  @Test
  void aDragOfAThumbIsOneStepBack() {
    model.add(shop.source("recency"));
    for (int days = 1; days < 20; days++) {
      model.replace(2, atLeast("recency", days), Set.of(), true);
    }
    model.undo();
    assertEquals(Set.of(Blank.FIRST), row(2).blanks());
  }

  @Test
  void anEditAfterUndoForgetsWhatWasUndone() {
    model.add(shop.events());
    model.undo();
    model.add(shop.source("recency"));
    assertFalse(model.redo());
  }

  @Test
  void aNewCriterionStandsBelowTheSelectedOne() {
    model.add(shop.events());
    model.add(shop.source("Pays"));
    model.select(2);
    model.add(shop.source("recency"));
    assertEquals(List.of(2L, 4L, 3L), model.draft().root().children().stream().map(Card::id).toList());
    assertEquals(4, model.present().get().selected());
  }

  @Test
  void removingSelectsTheNeighbour() {
    model.add(shop.events());
    model.add(shop.source("Pays"));
    model.cards().remove(List.of(3L));
    assertEquals(2, model.present().get().selected());
    model.cards().remove(List.of(2L));
    assertEquals(0, model.present().get().selected());
  }

  @Test
  void whatWasSavedIsMarkedUntilItChanges() {
    assertFalse(model.unsaved().get());
    model.add(shop.events());
    assertTrue(model.unsaved().get());
    model.save();
    assertFalse(model.unsaved().get());
    assertEquals(1, shop.saved.size());
    model.cards().exclude(List.of(2L));
    assertTrue(model.unsaved().get());
    model.undo();
    assertFalse(model.unsaved().get());
  }

  @Test
  void undoingPastASaveStillSavesTheSameSegment() {
    model.add(shop.events());
    model.save();
    model.undo();
    model.add(shop.events());
    model.cards().group(List.of(2L));
    model.save();
    assertEquals(1, shop.saved.size());
    assertEquals(model.segment(), shop.saved.getFirst().segment());
  }

  @Test
  void renamingKeepsTheSegmentAndItsId() {
    model.add(shop.events());
    model.save();
    String id = shop.saved.getFirst().id();
    model.rename("Loyal");
    assertTrue(model.unsaved().get());
    model.save();
    assertEquals(List.of("Loyal"), names());
    model.rename("Loyal ones");
    model.cards().group(List.of(2L));
    model.add(shop.source("recency"));
    model.save();
    assertEquals(List.of(new SavedSegment(id, model.segment())), shop.saved);
    assertEquals(List.of("save " + id, "rename " + id, "rename " + id, "save " + id), shop.changes);
  }

  @Test
  void savingUnderAnotherNameKeepsTheFirst() {
    model.add(shop.events());
    model.save();
    model.saveAs("Another");
    assertEquals(List.of("New segment", "Another"), names());
    assertEquals("Another", model.saved().orElseThrow().segment().name());
  }

  @Test
  void aNameThatIsTakenIsNotOverwritten() {
    model.add(shop.events());
    model.save();
    model.fresh();
    model.add(shop.source("recency"));
    model.replace(2, atLeast("recency", 3), Set.of(), false);
    model.rename("new SEGMENT");
    model.save();
    assertEquals(List.of("New segment"), names());
    assertTrue(said.contains("builder.said.nameTaken"));
  }

  @Test
  void aNameThatNobodyGaveFollowsTheLanguageUntilItIsSaved() {
    model.add(shop.events());
    fresh = "Nouveau segment";
    assertEquals("Nouveau segment", model.segment().name());
    model.save();
    fresh = "New segment";
    assertEquals("Nouveau segment", model.segment().name());
    assertFalse(model.unsaved().get());
    model.undo();
    assertEquals("Nouveau segment", model.segment().name());
    model.fresh();
    assertEquals("New segment", model.segment().name());
  }

  @Test
  void aNameThatWasGivenStaysInEveryLanguage() {
    model.rename("Loyal");
    fresh = "Nouveau segment";
    assertEquals("Loyal", model.segment().name());
    model.undo();
    assertEquals("Nouveau segment", model.segment().name());
  }

  @Test
  void freshSegmentsHaveNamesOfTheirOwn() {
    model.add(shop.events());
    model.save();
    model.fresh();
    assertEquals("New segment 2", model.segment().name());
  }

  @Test
  void aSegmentThatAsksForNothingIsNotSaved() {
    model.save();
    model.add(shop.source("recency"));
    model.save();
    assertTrue(shop.saved.isEmpty());
    assertEquals(List.of("builder.said.nothingToSave", "builder.said.nothingToSave"), said);
  }

  @Test
  void openingAnotherSegmentLosesNothing() {
    model.add(shop.events());
    model.save();
    model.fresh();
    model.add(shop.source("Pays"));
    Draft left = model.draft();
    model.open(shop.saved.getFirst());
    assertFalse(model.unsaved().get());
    model.undo();
    assertEquals(left, model.draft());
    assertTrue(model.unsaved().get());
  }

  @Test
  void aRuleWrittenInAnotherWayIsNotUnsavedWhenOpened() {
    shop.save(new Segment("By hand", new Condition.Not(atLeast("recency", 9)),
        new Segment.Reference.Project(), null));
    model.open(shop.saved.getFirst());
    assertFalse(model.unsaved().get());
    model.rename("By hand, renamed");
    assertTrue(model.unsaved().get());
  }

  @Test
  void aDeletedSegmentStaysOnTheTableUnsaved() {
    model.add(shop.events());
    model.save();
    model.delete(shop.saved.getFirst());
    assertTrue(shop.saved.isEmpty());
    assertTrue(model.unsaved().get());
    assertEquals(1, model.draft().size());
  }

  @Test
  void aConditionThatCannotBeComputedSaysSoAtItsRow() {
    model.add(shop.events());
    model.replace(2,
        new Condition.NumberTest(new FieldRef("gone", "t9.c9"), NumberOperator.EQUAL, BigDecimal.ONE,
            null, false),
        Set.of(), false);
    assertEquals("builder.problem.unknown",
        Objects.requireNonNull(outcome().counts(2).orElseThrow().error()).key());
  }

  @Test
  void countsOfAnOlderDraftStayUntilTheNewOnesAreThere() {
    Later later = new Later();
    SegmentViewModel slow = new SegmentViewModel(shop, later, notices(), () -> fresh);
    slow.add(shop.events());
    assertTrue(slow.evaluating().get());
    later.finish();
    assertFalse(slow.evaluating().get());
    int first = Objects.requireNonNull(slow.outcome().get()).evaluation().count();
    slow.cards().exclude(List.of(2L));
    assertTrue(slow.evaluating().get());
    assertEquals(first, Objects.requireNonNull(slow.outcome().get()).evaluation().count());
    later.finish();
    assertEquals(300 - first, Objects.requireNonNull(slow.outcome().get()).evaluation().count());
  }

  @Test
  void undoWhileCountingShowsTheFormerCountAtOnce() {
    Later later = new Later();
    SegmentViewModel slow = new SegmentViewModel(shop, later, notices(), () -> fresh);
    slow.add(shop.events());
    later.finish();
    slow.cards().exclude(List.of(2L));
    slow.undo();
    assertFalse(slow.evaluating().get());
    assertEquals(slow.segment(), Objects.requireNonNull(slow.outcome().get()).segment());
  }

  @Test
  void theFunnelGoesFromEveryoneToTheAudience() {
    model.add(shop.events());
    model.add(shop.source("recency"));
    model.replace(3, atLeast("recency", 20), Set.of(), false);
    model.cards().exclude(List.of(3L));
    List<Outcome.Step> steps = outcome().funnel(model.draft().root());
    assertEquals(2, steps.size());
    assertEquals(300, steps.getFirst().left() - steps.getFirst().change());
    assertEquals(count(), steps.getLast().left());
  }

  private void undo(int times) {
    for (int i = 0; i < times; i++) {
      assertTrue(model.undo());
    }
  }

  private int count() {
    return outcome().evaluation().count();
  }

  private Outcome outcome() {
    return Objects.requireNonNull(model.outcome().get());
  }

  private Card.Row row(long id) {
    return (Card.Row) model.draft().find(id).orElseThrow();
  }

  private List<String> names() {
    return shop.saved.stream().map(s -> s.segment().name()).toList();
  }

  private static Condition atLeast(String field, int value) {
    return new Condition.NumberTest(FieldRef.named(field), NumberOperator.AT_LEAST, BigDecimal.valueOf(value),
        null,
        false);
  }

  private Notices notices() {
    return new Notices() {
      @Override
      public void say(Message message) {
        said.add(message.key());
      }

      @Override
      public void complain(Throwable failure) {
        throw new AssertionError(failure);
      }

      @Override
      public void changed() {}
    };
  }

  /** Holds work back until it is told to finish; the latest wins. */
  private static final class Later implements JobRunner {
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private Runnable last = () -> {};

    @Override
    public <T> void run(String key, Message what, Work<T> work, Consumer<T> done,
        Consumer<Throwable> failed) {
      running.set(true);
      last = () -> {
        running.set(false);
        T result;
        try {
          result = work.run(JobContext.silent());
        } catch (Exception e) {
          failed.accept(e);
          return;
        }
        done.accept(result);
      };
    }

    @Override
    public void cancel(String key) {
      running.set(false);
      last = () -> {};
    }

    @Override
    public ReadOnlyBooleanProperty running(String key) {
      return running.getReadOnlyProperty();
    }

    void finish() {
      last.run();
    }
  }
}
