package app.parcelle.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.StringProperty;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.map.Projections;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.rule.RuleCandidate;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;
import app.parcelle.ui.job.HeldJobs;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.job.SameThreadJobs;

class ClusterViewModelTest {
  private final FakeShop shop = new FakeShop(300);
  private final List<Throwable> complaints = new ArrayList<>();
  private final List<Message> said = new ArrayList<>();
  private final List<Segment> opened = new ArrayList<>();
  private int changes;
  private final ClusterViewModel model = model(new SameThreadJobs());

  private ClusterViewModel model(JobRunner jobs) {
    return new ClusterViewModel(shop, jobs,
        new ClusterViewModel.After(complaints::add, () -> changes++, opened::add,
            new Texts(Locale.UK)::text, said::add));
  }

  private Found found() {
    return Objects.requireNonNull(model.found().get());
  }

  private FieldChoice field(String id) {
    return model.setup()
        .fields()
        .stream()
        .filter(choice -> choice.field().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void offersNumbersThenTextsAndTicksRecencyFrequencyAndAmount() {
    assertEquals(
        List.of("t1:recency", "t1:frequency", "t1:monetary", "t1:average_basket", "t1:tenure", "t2.c3",
            "t2.c4"),
        model.setup().fields().stream().map(choice -> choice.field().id()).toList());
    assertEquals(List.of("t1:recency", "t1:frequency", "t1:monetary"),
        model.setup()
            .fields()
            .stream()
            .filter(c -> c.ticked().get())
            .map(choice -> choice.field().id())
            .toList());
    assertTrue(field("t2.c4").isCategory());
  }

  @Test
  void findsTheKindsOfTheShopAndTheirShareOfRevenue() {
    model.find();

    assertEquals(OptionalInt.of(4), found().result().recommended());
    assertEquals(4, model.names().size());
    assertEquals(300, found().clustered());
    assertEquals(1, found().result()
        .portraits()
        .stream()
        .mapToDouble(p -> Objects.requireNonNull(p.value()).share())
        .sum(), 1e-9);
    assertFalse(model.running().get());
    assertFalse(model.outdated().get());
  }

  @Test
  void aNumberThatWasComparedIsShownWithoutLookingAnew() {
    model.choose(3);
    assertEquals(0, shop.asked.size());

    model.find();
    model.choose(5);

    assertEquals(List.of(3), shop.asked.stream().map(request -> request.k()).toList());
    assertEquals(5, found().result().k());
  }

  @Test
  void choosingTheNumberShownAsksForNothing() {
    model.find();
    model.choose(4);

    assertEquals(1, shop.asked.size());
    assertEquals(4, model.setup().k().get());
  }

  @Test
  void whatThePersonSaysOfAFieldIsAskedForAndTheRestIsAsSuggested() {
    model.find();
    assertEquals(Pipeline.Shape.LOG, shop.asked.getLast().preparation().fields().getLast().shape());
    field("t1:monetary").shape().set(Pipeline.Shape.YEO_JOHNSON);
    field("t1:monetary").weight().set(2);
    assertTrue(model.outdated().get());

    model.find();

    assertFalse(model.outdated().get());
    FieldSteps monetary = shop.asked.getLast().preparation().fields().getLast();
    assertEquals(Pipeline.Shape.YEO_JOHNSON, monetary.shape());
    assertEquals(Pipeline.Scale.STANDARD, monetary.scale());
    assertEquals(2, monetary.weight());
  }

  @Test
  void anotherMethodForgetsTheParametersOfTheOneBefore() {
    model.setup().method().set("dbscan");
    model.setup().parameters().put("eps", "0,5");
    assertEquals(new Algorithm.Dbscan(0.5, null), model.setup().algorithm());

    model.setup().method().set("hierarchical");
    assertEquals(new Algorithm.Hierarchical(Algorithm.Linkage.WARD), model.setup().algorithm());
  }

  @Test
  void aParameterOutOfItsRangeIsToldBeforeAnythingIsLookedFor() {
    model.setup().method().set("dbscan");
    model.setup().parameters().put("eps", "-1");
    model.find();

    Message said = ((Problem) complaints.getFirst()).message();
    assertEquals("cluster.problem.parameter", said.key());
    assertEquals(Message.of("clusters.parameter.eps"), said.args().getFirst());
    assertEquals(0, shop.asked.size());
  }

  @Test
  void selectedCustomersBecomeAListOfTheirKeys() {
    model.find();
    long[] rows = Bits.of(300);
    Bits.set(rows, 7);
    Bits.set(rows, 12);
    model.picked().select(rows);
    model.makeSegmentOfSelection(found(), "Selection");

    assertEquals(new Condition.AllOf(List.of(shop.listed(List.of("C7", "C12")))), opened.getFirst().rule());
    assertEquals("Selection", opened.getFirst().name());
  }

  @Test
  void newFieldsKeepWhatWasTicked() {
    field("t1:recency").ticked().set(false);
    field("t2.c3").shape().set(Pipeline.Shape.LOG);
    shop.addField("points");

    model.refresh();

    assertEquals(8, model.setup().fields().size());
    assertFalse(field("t1:recency").ticked().get());
    assertEquals(Pipeline.Shape.LOG, field("t2.c3").shape().get());
    assertFalse(field("t2.points").ticked().get());
  }

  @Test
  void problemIsToldAndWhatWasFoundStays() {
    model.find();
    Found before = found();
    model.setup().fields().forEach(choice -> choice.ticked().set(false));

    model.find();

    assertEquals(Message.of("cluster.problem.no-field"), ((Problem) complaints.getFirst()).message());
    assertEquals(before, found());
    assertFalse(model.running().get());
  }

  @Test
  void segmentOfAClusterSavesTheClusteringOnce() {
    model.find();
    assertTrue(model.needsName());
    model.makeSegment(2, " Kinds ", "Cluster 2");
    assertFalse(model.needsName());
    model.makeSegment(1, "ignored", "Regulars");

    assertEquals(List.of("Kinds"), shop.saved);
    assertEquals(1, changes);
    assertEquals(List.of("Cluster 2", "Regulars"), opened.stream().map(Segment::name).toList());
    assertEquals(new Condition.AllOf(List.of(new Condition.InCluster("k1", Set.of(2)))),
        opened.getFirst().rule());
  }

  @Test
  void namesOfClustersAreKeptWithTheClusteringAndChangedWithIt() {
    model.find();
    List<String> suggested = model.names().stream().map(StringProperty::get).toList();
    assertTrue(suggested.stream().noneMatch(String::isBlank));
    model.names().get(0).set(" Regulars ");
    model.keepNames();
    assertEquals(List.of(), shop.named);
    model.makeSegment(1, "Kinds", "Regulars");
    model.keepNames();
    model.names().get(1).set("Once");
    model.keepNames();
    model.keepNames();

    assertEquals(List.of(List.of("Regulars", suggested.get(1), suggested.get(2), suggested.get(3)),
        List.of("Regulars", "Once", suggested.get(2), suggested.get(3))), shop.named);
    assertEquals(2, changes);
  }

  @Test
  void clusteringFoundAnewIsSavedAnew() {
    model.find();
    model.makeSegment(1, "Kinds", "a");
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

  @Test
  void aCancelledSearchCanBeRunAgain() {
    HeldJobs jobs = new HeldJobs();
    ClusterViewModel waiting = model(jobs);
    waiting.find();
    jobs.finish();
    waiting.setup().method().set("hierarchical");
    waiting.find();

    waiting.cancel();
    jobs.finish();
    assertTrue(waiting.outdated().get());

    waiting.find();
    jobs.finish();
    assertFalse(waiting.outdated().get());
  }

  @Test
  void whatIsChangedDuringASearchIsToBeLookedForAnew() {
    HeldJobs jobs = new HeldJobs();
    ClusterViewModel waiting = model(jobs);
    waiting.find();
    waiting.setup().method().set("hierarchical");
    jobs.finish();
    assertTrue(waiting.outdated().get());
  }

  @Test
  void pairsOfFieldsAreDrawnInTheirPlane() {
    model.find();
    Found found = Objects.requireNonNull(model.found().get());
    assertTrue(model.layouts().ways(found).contains(MapLayouts.Way.FIELDS));
    assertFalse(model.layouts().ways(found).contains(MapLayouts.Way.PLACES));
    List<Projections.Pair> pairs = new ArrayList<>();
    model.layouts().pairs(found, pairs::addAll);
    assertEquals(3, pairs.size());
    List<float[]> planes = new ArrayList<>();
    model.layouts().lay(pairs.getFirst(), found, planes::add);
    assertEquals(2 * found.result().points().rows(), planes.getFirst().length);
  }

  @Test
  void categoriesThatAreKeptAreNoSideOfAPlane() {
    field("t2.c4").ticked().set(true);
    model.setup().method().set("k-prototypes");
    model.find();
    assertEquals(1, found().result().points().categories().size());

    List<Projections.Pair> pairs = new ArrayList<>();
    model.layouts().pairs(found(), pairs::addAll);

    int named = found().result().prepared().dimensions().size();
    assertEquals(named * (named - 1) / 2, pairs.size());
    assertTrue(pairs.stream().allMatch(pair -> pair.second() < named), pairs.toString());
  }

  @Test
  void whatIsFoundWhileAnotherIsBeingKeptIsNotKept() {
    HeldJobs jobs = new HeldJobs();
    ClusterViewModel waiting = model(jobs);
    waiting.find();
    jobs.finish();
    waiting.choose(5);
    waiting.keep("Kinds");

    jobs.finish();

    assertEquals(List.of("Kinds"), shop.saved);
    assertTrue(waiting.needsName());
  }

  @Test
  void textsThatPointAtAPersonAreNotOffered() {
    shop.addText("Last name");
    shop.addText("Colour");
    model.refresh();
    List<String> offered = model.setup().fields().stream().map(choice -> choice.field().name()).toList();
    assertTrue(offered.contains("Colour"), offered.toString());
    assertFalse(offered.contains("Last name"), offered.toString());
  }

  @Test
  void aKeptClusteringIsShownAgainWithItsFieldsAndNames() {
    field("t2.c3").ticked().set(true);
    field("t1:tenure").weight().set(2);
    model.find();
    model.names().getFirst().set("Regulars");
    model.makeSegment(1, "Kinds", "Regulars");
    int k = found().result().k();
    field("t2.c3").ticked().set(false);
    model.setup().method().set("k-medoids");
    model.choose(2);
    assertTrue(model.needsName());

    model.open(model.kept().all().getFirst());
    assertEquals(List.of(), complaints);
    assertTrue(field("t2.c3").ticked().get());
    assertEquals("k-means", model.setup().method().get());
    assertEquals(k, found().result().k());
    assertEquals("Regulars", model.names().getFirst().get());
    assertFalse(model.needsName());
  }

  @Test
  void aKeptClusteringWhoseFieldsAreGoneIsNotShownAgain() {
    model.find();
    model.makeSegment(1, "Kinds", "Regulars");
    Found before = found();
    shop.forgetFields();
    shop.addField("Other");
    model.refresh();

    model.open(model.kept().all().getFirst());
    assertEquals("clusters.saved.fields-gone", ((Problem) complaints.getFirst()).message().key());
    assertEquals(before, found());
  }

  @Test
  void keptClusteringsAreRenamedGivenToNewCustomersAndRemoved() {
    model.find();
    model.makeSegment(1, "Kinds", "Regulars");
    int before = changes;
    model.kept().rename(model.kept().all().getFirst(), " Types ");
    assertEquals("Types", model.kept().all().getFirst().name().strip());
    model.kept().assign(model.kept().all().getFirst());
    assertEquals(Message.of("clusters.saved.refreshed", model.kept().all().getFirst().name(), 300, 7, 5, 3),
        said.getLast());
    model.kept().remove(model.kept().all().getFirst());
    assertEquals(List.of(), model.kept().all());
    assertEquals(before + 3, changes);
    model.refresh();
    assertTrue(model.needsName());
  }

  @Test
  void aRuleOpensAsASegmentOfItsConditions() {
    model.find();
    List<RuleCandidate> rules = new ArrayList<>();
    model.rules(found(), 1, path -> rules.addAll(path.candidates()), () -> {});
    assertFalse(rules.isEmpty());
    model.openRule(rules.getLast(), "Regulars");
    Condition rule = rules.getLast().rule();
    assertEquals(rule instanceof Condition.AllOf ? rule : new Condition.AllOf(List.of(rule)),
        opened.getFirst().rule());
  }

  @Test
  void aCrossingCountsEachCustomerOfAClusterOnce() {
    model.find();
    int[][] expected = new int[found().result().k()][2];
    for (int point = 0; point < found().result().points().rows(); point++) {
      int cluster = found().result().clusterOfPoint(point);
      int town = found().clustering().customerOfPoint(point) % 3 / 2;
      if (cluster > 0) {
        expected[cluster - 1][town]++;
      }
    }
    Crossing crossing = Crossing.of(found(), shop.sheet(field("t2.c4").field(), JobContext.silent()), "yes",
        "no", "none");
    assertEquals(List.of("Lille", "Nice"), crossing.levels());
    assertArrayEquals(expected, crossing.counts());
    assertEquals(expected[1][0], Bits.count(crossing.points(found(), 2, 0)));
    assertEquals(Arrays.stream(expected).mapToInt(row -> row[1]).sum(),
        Bits.count(crossing.points(found(), 0, 1)));
  }

  @Test
  void whoHasNoValueIsCrossedAsSuch() {
    model.find();
    Crossing crossing = Crossing.of(found(), shop.sheet(field("t2.c3").field(), JobContext.silent()), "yes",
        "no", "none");
    assertEquals(List.of("no", "yes", "none"), crossing.levels());
    assertEquals(300 / 50, Arrays.stream(crossing.counts()).mapToInt(row -> row[2]).sum());
  }

  @Test
  void aMapIsLaidOutOnceForTheSameClusters() {
    model.find();
    List<float[]> laid = new ArrayList<>();
    for (MapLayouts.Way way : List.of(MapLayouts.Way.PCA, MapLayouts.Way.TSNE, MapLayouts.Way.UMAP)) {
      model.layouts().lay(way, found(), laid::add);
      model.layouts().lay(way, found(), laid::add);
    }
    assertEquals(6, laid.size());
    for (int i = 0; i < 6; i += 2) {
      assertEquals(2 * found().result().points().rows(), laid.get(i).length);
      assertSame(laid.get(i), laid.get(i + 1));
    }
  }
}
