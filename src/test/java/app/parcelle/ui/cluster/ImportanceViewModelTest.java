package app.parcelle.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.importance.Importance;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Field;
import app.parcelle.ui.job.HeldJobs;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.job.SameThreadJobs;

class ImportanceViewModelTest {
  private final FakeShop shop = new FakeShop(300);
  private final List<Throwable> complaints = new ArrayList<>();
  private final ClusterViewModel clusters = model(new SameThreadJobs());
  private final ImportanceViewModel model = clusters.importance();

  private ClusterViewModel model(JobRunner jobs) {
    return new ClusterViewModel(shop, jobs, new ClusterViewModel.After(complaints::add, () -> {}, _ -> {},
        new Texts(Locale.UK)::text, _ -> {}));
  }

  private FieldChoice choice(String id) {
    return clusters.setup()
        .fields()
        .stream()
        .filter(c -> c.field().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private ImportanceViewModel.Measured measured() {
    return Objects.requireNonNull(model.measured().get());
  }

  @Test
  void withoutClustersThereIsNothingToMeasureUntilAFieldIsChosen() {
    model.open().set(true);
    assertNull(model.measured().get());
    assertFalse(model.canLook());

    model.target().set(choice("t1:monetary").field());
    assertTrue(model.canLook());
    assertEquals(List.of("t1:recency", "t1:frequency"),
        measured().fields().stream().map(Field::id).toList());
    assertEquals(List.of(), complaints);
  }

  @Test
  void fieldsOfTheClustersTellThemAndANoisyOneDoesNot() {
    choice("t2.c3").ticked().set(true);
    clusters.find();
    assertNull(model.measured().get());
    model.open().set(true);

    List<Importance> found = measured().importances().fields();
    assertEquals(4, found.size());
    assertEquals("t2.c3", measured().fields().getLast().id());
    assertTrue(found.getLast().mutualInformation() < found.getFirst().mutualInformation() / 2);
    assertEquals(List.of(), complaints);
  }

  @Test
  void weightsFollowImportanceAndEqualWeightsTakeThemBack() {
    choice("t2.c3").ticked().set(true);
    clusters.find();
    model.open().set(true);
    model.weigh();

    assertTrue(choice("t2.c3").weight().get() < 1);
    assertTrue(choice("t1:recency").weight().get() > choice("t2.c3").weight().get());
    assertTrue(clusters.outdated().get());
    assertEquals(1, choice("t1:tenure").weight().get());

    clusters.find();
    assertEquals(choice("t2.c3").weight().get(),
        shop.asked.getLast().preparation().fields().getLast().weight());

    model.weighEqually();
    assertTrue(clusters.setup().fields().stream().allMatch(c -> c.weight().get() == 1));
  }

  @Test
  void clustersFoundAnewAreMeasuredAnewWhileItIsLookedAt() {
    clusters.find();
    model.open().set(true);
    assertEquals(3, measured().fields().size());
    choice("t1:tenure").ticked().set(true);
    clusters.find();
    assertEquals(4, measured().fields().size());

    model.open().set(false);
    clusters.find();
    assertNull(model.measured().get());
  }

  @Test
  void cancelledMeasureShowsNothing() {
    HeldJobs jobs = new HeldJobs();
    ClusterViewModel waiting = model(jobs);
    waiting.find();
    jobs.finish();
    waiting.importance().open().set(true);
    assertTrue(waiting.importance().running().get());
    waiting.importance().cancel();
    jobs.finish();
    assertFalse(waiting.importance().running().get());
    assertNull(waiting.importance().measured().get());
    waiting.importance().look();
    jobs.finish();
    assertNotNull(waiting.importance().measured().get());
  }
}
