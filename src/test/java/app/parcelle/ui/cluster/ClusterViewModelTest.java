package app.parcelle.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.ClusterRequest.Missing;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.job.HeldJobs;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.job.SameThreadJobs;

class ClusterViewModelTest {
  private final FakeShop shop = new FakeShop(300);
  private final List<Throwable> complaints = new ArrayList<>();
  private final List<Segment> opened = new ArrayList<>();
  private int changes;
  private final ClusterViewModel model = model(new SameThreadJobs());

  private ClusterViewModel model(JobRunner jobs) {
    return new ClusterViewModel(shop, jobs,
        new ClusterViewModel.After(complaints::add, () -> changes++, opened::add));
  }

  private Found found() {
    return Objects.requireNonNull(model.found().get());
  }

  private FieldChoice field(String id) {
    return model.fields().stream().filter(choice -> choice.field().id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void offersNumbersAndTicksRecencyFrequencyAndAmount() {
    assertEquals(
        List.of("t1:recency", "t1:frequency", "t1:monetary", "t1:average_basket", "t1:tenure", "t2.c3"),
        model.fields().stream().map(choice -> choice.field().id()).toList());
    assertEquals(List.of("t1:recency", "t1:frequency", "t1:monetary"),
        model.fields().stream().filter(c -> c.ticked().get()).map(choice -> choice.field().id()).toList());
    assertTrue(field("t1:monetary").log().get());
    assertFalse(field("t2.c3").log().get());
  }

  @Test
  void findsTheKindsOfTheShopAndTheirShareOfRevenue() {
    model.find();

    assertEquals(OptionalInt.of(4), found().result().recommended());
    assertEquals(4, model.names().size());
    assertEquals(300, found().clustered());
    double[] revenue = Objects.requireNonNull(found().revenue());
    assertEquals(1, Arrays.stream(revenue).sum(), 1e-9);
    assertFalse(model.running().get());
    assertFalse(model.outdated().get());
  }

  @Test
  void choosingANumberFindsAnewOnlyWhereSomethingWasFound() {
    model.choose(3);
    assertEquals(0, shop.asked.size());

    model.find();
    model.choose(5);

    assertEquals(List.of(3, 5), shop.asked.stream().map(request -> request.k()).toList());
    assertEquals(5, found().result().k());
  }

  @Test
  void choosingTheNumberShownAsksForNothing() {
    model.find();
    model.choose(4);

    assertEquals(1, shop.asked.size());
    assertEquals(4, model.k().get());
  }

  @Test
  void changedPreparationMakesTheResultOutdatedAndBackAgain() {
    model.find();
    field("t1:recency").log().set(false);
    assertTrue(model.outdated().get());
    field("t1:recency").log().set(true);
    assertFalse(model.outdated().get());
    model.missing().set(Missing.MEDIAN);
    assertTrue(model.outdated().get());
    model.find();
    assertFalse(model.outdated().get());
    assertEquals(Missing.MEDIAN, shop.asked.getLast().fields().getFirst().missing());
  }

  @Test
  void newFieldsKeepWhatWasTicked() {
    field("t1:recency").ticked().set(false);
    field("t2.c3").log().set(true);
    shop.addField("points");

    model.refresh();

    assertEquals(7, model.fields().size());
    assertFalse(field("t1:recency").ticked().get());
    assertTrue(field("t2.c3").log().get());
    assertFalse(field("t2.points").ticked().get());
  }

  @Test
  void problemIsToldAndWhatWasFoundStays() {
    model.find();
    Found before = found();
    model.fields().forEach(choice -> choice.ticked().set(false));

    model.find();

    assertEquals(Message.of("cluster.problem.no-field"), ((Problem) complaints.getFirst()).message());
    assertEquals(before, found());
    assertFalse(model.running().get());
  }

  @Test
  void segmentOfAClusterSavesTheClusteringOnce() {
    model.find();
    assertTrue(model.needsName());
    model.makeSegment(found().result().profiles().get(1), " Kinds ", "Cluster 2");
    assertFalse(model.needsName());
    model.makeSegment(found().result().profiles().get(0), "ignored", "Regulars");

    assertEquals(List.of("Kinds"), shop.saved);
    assertEquals(1, changes);
    assertEquals(List.of("Cluster 2", "Regulars"), opened.stream().map(Segment::name).toList());
    assertEquals(new Condition.AllOf(List.of(new Condition.InCluster("k1", Set.of(2)))),
        opened.getFirst().rule());
  }

  @Test
  void namesOfClustersAreKeptWithTheClusteringAndChangedWithIt() {
    model.find();
    model.names().get(0).set(" Regulars ");
    model.keepNames();
    assertEquals(List.of(), shop.named);
    model.makeSegment(found().result().profiles().get(0), "Kinds", "Regulars");
    model.keepNames();
    model.names().get(1).set("Once");
    model.keepNames();
    model.keepNames();

    assertEquals(List.of(List.of("Regulars", "", "", ""), List.of("Regulars", "Once", "", "")), shop.named);
    assertEquals(2, changes);
  }

  @Test
  void clusteringFoundAnewIsSavedAnew() {
    model.find();
    model.makeSegment(found().result().profiles().getFirst(), "Kinds", "a");
    model.choose(3);

    assertTrue(model.needsName());
    assertEquals("Kinds 2", model.freeName("Kinds"));
    assertEquals("Other", model.freeName("Other"));
  }

  @Test
  void cancelledWorkLeavesNothingBehind() {
    HeldJobs jobs = new HeldJobs();
    ClusterViewModel waiting = model(jobs);
    waiting.find();
    assertTrue(waiting.running().get());

    waiting.cancel();
    jobs.finish();

    assertFalse(waiting.running().get());
    assertNull(waiting.found().get());
    assertEquals(List.of(), shop.asked);
  }
}
