package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.Membership;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Segment.Reference;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/** Layers of maps, snapshots of segments, and segments in segments. */
class KeptTest {
  private static final JobContext JOB = JobContext.silent();
  private static final String MAP = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"nom":"West"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[5,0],[5,9],[0,9],[0,0]]]}},
      {"type":"Feature","properties":{"nom":"East"},"geometry":{"type":"Polygon","coordinates":[[[5,0],[9,0],[9,9],[5,9],[5,0]]]}}]}
      """;

  @TempDir
  Path folder;

  private Path map;

  @BeforeEach
  void aShop() throws IOException {
    map = Files.writeString(folder.resolve("Parts of it.geojson"), MAP);
    try (Project project = Project.create(folder.resolve("shop"), ZoneId.of("Europe/Paris"))) {
      add(project, "People",
          Map.of("Lat", ColumnType.DECIMAL, "Lon", ColumnType.DECIMAL, "Age", ColumnType.WHOLE),
          Map.of("Customer", Role.CUSTOMER_KEY),
          "Customer,Lat,Lon,Age\na,1.5,1.5,10\nb,1.5,7.5,20\nc,1.5,5.0,30\nd,,,40\n");
      add(project, "Orders", Map.of("When", ColumnType.DATE, "Amount", ColumnType.WHOLE),
          Map.of("Customer", Role.CUSTOMER_KEY, "When", Role.EVENT_TIME, "Amount", Role.AMOUNT),
          "Customer,When,Amount\na,2024-01-01,5\nb,2024-02-01,5\nc,2024-03-01,5\n");
    }
  }

  private void add(Project project, String name, Map<String, ColumnType> types, Map<String, Role> roles,
      String csv)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".csv"), csv);
    project.importFrom(Sources.file(file),
        ImportOptions.FOUND.withTable(name).withTypes(types).withRoles(roles), JOB);
  }

  private Project open() {
    return Project.open(folder.resolve("shop"));
  }

  private static Set<String> members(Project project, Condition rule) {
    return members(project, segment("asked", rule));
  }

  private static Set<String> members(Project project, Segment segment) {
    Evaluation evaluation = project.evaluate(segment, JOB);
    return keys(project, Objects.requireNonNull(evaluation.members(), () -> evaluation.rows().toString()));
  }

  private static Set<String> keys(Project project, long[] members) {
    Set<String> keys = new TreeSet<>();
    for (int c = 0; c < project.data().customers().size(); c++) {
      if (Bits.get(members, c)) {
        keys.add(project.data().customers().text(c));
      }
    }
    return keys;
  }

  private static Segment segment(String name, @Nullable Condition rule) {
    return new Segment(name, rule, new Reference.Project(), null);
  }

  private static Condition inside(String layer, String shape) {
    return new Condition.InArea(new Condition.Coordinates(FieldRef.named("Lat"), FieldRef.named("Lon")),
        new Area.Shapes(layer, Set.of(shape)));
  }

  private static Condition older(int age) {
    return new Condition.NumberTest(FieldRef.named("Age"), NumberOperator.AT_LEAST, BigDecimal.valueOf(age),
        null,
        false);
  }

  @Test
  void aLayerIsKeptNamedRenamedRemovedAndAllOfItUndone() {
    try (Project project = open()) {
      String id = project.layers().load(map, null, null, JOB);
      assertEquals(List.of(new Layers.Listed(id, "Parts of it", 2, 8)), project.layers().all());
      assertEquals(Set.of("East", "West"), project.fields().shapes("PARTS OF IT").orElseThrow());
      assertEquals(Set.of("a", "c"), members(project, inside("Parts of it", "West")));
      assertThrows(Problem.class, () -> project.layers().load(map, "parts OF it", null, JOB));
      assertThrows(Problem.class, () -> project.layers().load(map, " ", null, JOB));
    }
    try (Project project = open()) {
      String id = project.layers().all().getFirst().id();
      assertEquals(Set.of("b", "c"), members(project, inside("Parts of it", "East")));
      project.layers().rename(id, "Halves");
      assertEquals(-1, project.evaluate(segment("s", inside("Parts of it", "East")), JOB).count());
      assertEquals(Set.of("b", "c"), members(project, inside("Halves", "East")));
      String fingerprint = project.fingerprint(JOB);
      project.layers().remove(id);
      assertEquals(-1, project.evaluate(segment("s", inside("Halves", "East")), JOB).count());
      assertThrows(Problem.class, () -> project.layers().remove(id));
      project.undo();
      assertEquals(fingerprint, project.fingerprint(JOB));
      assertEquals(Set.of("b", "c"), members(project, inside("Halves", "East")));
      project.undo();
      project.undo();
      assertEquals(List.of(), project.layers().all());
      project.redo();
      assertEquals(Set.of("b", "c"), members(project, inside("Parts of it", "East")));
    }
  }

  @Test
  void aSnapshotKeepsItsMembersWhateverBecomesOfTheSegment() throws IOException {
    String snapshot;
    String id;
    try (Project project = open()) {
      id = project.save(segment("Old", older(20)));
      snapshot = project.snapshots().freeze(id, JOB);
      project.save(segment("Old", older(40)));
      assertEquals(Set.of("b", "c", "d"), members(project, frozen("Old", snapshot)));
      assertEquals(Set.of("d"), members(project, live("Old")));
      add(project, "More", Map.of("When", ColumnType.DATE),
          Map.of("Customer", Role.CUSTOMER_KEY, "When", Role.EVENT_TIME, "Note", Role.NONE),
          "Customer,When,Note\nzz,2024-01-05,x\n");
    }
    try (Project project = open()) {
      assertEquals(Set.of("b", "c", "d"), members(project, frozen("Old", snapshot)));
      Snapshots.Snapshot kept = project.snapshots().of(id).getFirst();
      assertEquals(3, kept.count());
      assertEquals(LocalDate.of(2024, 3, 1), kept.asOf());
      assertTrue(kept.definition().rule() instanceof Condition.NumberTest test
          && test.value().compareTo(BigDecimal.valueOf(20)) == 0);
      project.snapshots().remove(snapshot);
      assertEquals(-1, project.evaluate(segment("s", frozen("Old", snapshot)), JOB).count());
      project.undo();
      assertEquals(Set.of("b", "c", "d"), keys(project, project.snapshots().members(snapshot)));
      assertThrows(Problem.class, () -> project.snapshots().freeze("s99", JOB));
    }
  }

  private static Condition live(String segment) {
    return new Condition.InSegment(FieldRef.named(segment), true, new Membership.Live());
  }

  private static Condition frozen(String segment, String snapshot) {
    return new Condition.InSegment(FieldRef.named(segment), true, new Membership.Frozen(snapshot));
  }

  @Test
  void aSegmentInASegmentIsSeenFromItsOwnFixedDayElseFromTheOuterOneOrTheDayAsked() {
    Condition ordered = new Condition.Not(
        new Condition.Never("Orders", new app.parcelle.engine.segment.Window.Ever(), null));
    LocalDate january = LocalDate.of(2024, 1, 15);
    try (Project project = open()) {
      project.save(segment("Buyers", ordered));
      project.save(new Segment("Early", ordered, new Reference.Fixed(january), null));
      Segment outer = new Segment("o", live("Buyers"), new Reference.Fixed(LocalDate.of(2024, 2, 15)), null);
      assertEquals(Set.of("a", "b", "c"), members(project, live("Buyers")));
      assertEquals(Set.of("a", "b"), members(project, outer));
      assertEquals(Set.of("a"), members(project, live("Early")));
      assertEquals(Set.of("a"),
          members(project,
              new Condition.InSegment(FieldRef.named("Buyers"), true, new Membership.On(january))));
      assertEquals(Set.of("b", "c", "d"),
          members(project,
              new Condition.InSegment(FieldRef.named("Buyers"), false, new Membership.On(january))));
      assertEquals(Set.of("a", "b", "c"), members(project,
          new Condition.InSegment(FieldRef.named("Early"), true,
              new Membership.On(LocalDate.of(2024, 6, 1)))));
    }
  }

  @Test
  void theLimitOfASegmentThatIsReferredToApplies() {
    try (Project project = open()) {
      project.save(new Segment("Two oldest", older(0), new Reference.Project(), null,
          new Limit(BigDecimal.TWO, false, FieldRef.named("Age"), true, null, "s")));
      assertEquals(Set.of("c", "d"), members(project, live("Two oldest")));
      Segment one = new Segment("x", older(20), new Reference.Project(), null,
          new Limit(BigDecimal.ONE, false, FieldRef.named("Age"), false, null, "s"));
      Evaluation evaluation = project.evaluate(one, JOB);
      assertEquals(Set.of("b"), members(project, one));
      assertEquals(1, evaluation.count());
      assertEquals(2, evaluation.beyondLimit());
      assertEquals(3, evaluation.rows().getFirst().alone());
    }
  }

  @Test
  void aDiamondIsFineAndWhatCannotBeComputedIsSaidAtTheRow() {
    try (Project project = open()) {
      project.save(segment("Base", older(20)));
      project.save(segment("Left", live("Base")));
      project.save(segment("Right", live("Base")));
      Condition both = new Condition.AllOf(List.of(live("Left"), live("Right")));
      assertEquals(Set.of("b", "c", "d"), members(project, both));
      String base = project.view().segments().getFirst().id();
      project.removeSegment(base);
      Evaluation evaluation = project.evaluate(segment("s", both), JOB);
      assertEquals(-1, evaluation.count());
      assertTrue(evaluation.rows().stream().filter(row -> row.error() != null).count() >= 2);
      project.undo();
      assertEquals(Set.of("b", "c", "d"), members(project, both));
    }
  }
}
