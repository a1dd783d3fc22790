package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.rule.Confusion;
import app.parcelle.engine.cluster.rule.RuleCandidate;
import app.parcelle.engine.cluster.rule.RulePath;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Role;

/** Three kinds of customers, whose clusters are kept, named, and found again when more customers come. */
class ClusteringsTest {
  private static final JobContext SILENT = JobContext.silent();
  private static final Segment.Reference SEEN_FROM = new Segment.Reference.Project();
  private static final int CUSTOMERS = 240;
  private static final String[] TOWNS = {"Paris", "Lyon", "Nice"};

  @TempDir
  Path folder;

  private Project project;
  private String table;

  @BeforeEach
  void aShop() throws IOException {
    project = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("Europe/Paris"));
    project.importFile(people("people.csv", 0, CUSTOMERS),
        ImportOptions.FOUND.withRoles(Map.of("id", Role.CUSTOMER_KEY)), SILENT);
    table = project.view().tables().getFirst().tableId();
  }

  @AfterEach
  void close() {
    project.close();
  }

  /** The same customer has the same values in every file. */
  private Path people(String name, int from, int to) throws IOException {
    StringBuilder csv = new StringBuilder("id,visits,basket,town\n");
    for (int i = from; i < to; i++) {
      csv.append(line(i)).append('\n');
    }
    return Files.writeString(folder.resolve(name), csv);
  }

  private static String line(int i) {
    Random random = new Random(i * 31L + 7);
    int kind = kind(i);
    String visits = i % 40 == 39 ? "" : number(20 * kind + 3 * random.nextGaussian() + 30);
    return "C%04d,%s,%s,%s".formatted(i, visits,
        number(40 * (kind == 1 ? 2 : kind == 2 ? 1 : 0) + 4 * random.nextGaussian() + 60),
        TOWNS[random.nextInt(10) == 0 ? random.nextInt(3) : kind]);
  }

  private static int kind(int i) {
    return i % 12 < 6 ? 0 : i % 12 < 10 ? 1 : 2;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private ClusterRequest request(String algorithm, @Nullable String within, @Nullable Integer k, int maxK) {
    Algorithm read = AlgorithmText.read(algorithm, Map.of());
    List<Field> fields = (read.takesCategories()
        ? List.of("visits", "basket", "town")
        : List.of("visits", "basket"))
        .stream()
        .map(name -> project.fields().find(FieldRef.named(name)).orElseThrow())
        .toList();
    Pipeline suggested = project.clusterings().suggested(fields, within, read, SILENT);
    Pipeline leaving = new Pipeline(suggested.fields()
        .stream()
        .map(steps -> steps.withMissing(Pipeline.Missing.LEAVE_OUT))
        .toList(), 0);
    return new ClusterRequest(within, leaving, read, read.asksForK() ? k : null, maxK, 5);
  }

  private CustomerClustering find(String algorithm) {
    return project.clusterings().find(request(algorithm, null, 3, 0), SILENT);
  }

  private int[] saved(String id) {
    Field field = project.fields().find(new FieldRef(id, id)).orElseThrow();
    var column = project.column(field, SEEN_FROM, SILENT);
    return IntStream.range(0, project.view().directory())
        .map(c -> Bits.get(column.missing(), c) ? 0 : (int) column.values()[c])
        .toArray();
  }

  private int count(Condition rule) {
    return project.evaluate(new Segment("s", rule, SEEN_FROM, null), SILENT).count();
  }

  private static String refused(Executable asked) {
    Problem problem = assertThrows(Problem.class, asked);
    for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      String text = new Texts(locale).text(problem.message());
      assertFalse(text.contains("{") || text.isBlank(), text);
    }
    return problem.message().key();
  }

  private void reopen() {
    project.close();
    project = Project.open(folder.resolve("shop.parcelle"));
  }

  @Test
  void anotherNumberOfClustersIsWhatAskingForItGives() {
    CustomerClustering three = project.clusterings().find(request("k-means", null, 3, 6), SILENT);
    CustomerClustering four = project.clusterings().find(request("k-means", null, 4, 6), SILENT);

    CustomerClustering shown = project.clusterings().withK(three, 4, SILENT);

    assertArrayEquals(four.byCustomer(), shown.byCustomer());
    assertEquals(four.result().portraits(), shown.result().portraits());
    assertEquals(four.result().request(), shown.result().request());
  }

  @Test
  void whateverIsCancelledChangesNothingInTheProject() {
    String id = project.clusterings().save("Kinds", find("k-means"), List.of());
    CustomerClustering found = find("k-means");
    String before = project.fingerprint(SILENT);
    int steps = project.journal().size();
    ClusterRequest request = request("k-means", null, null, 5);
    List<Consumer<JobContext>> works = List.of(job -> project.clusterings().find(request, job),
        job -> project.clusterings().compare(request.withOnly(3), List.of(request.algorithm()), job),
        job -> project.clusterings().rules(found, 1, job), job -> FieldImportance.of(found, job),
        job -> project.clusterings().refresh(id, job), job -> project.clusterings().portrayed(id, job));
    for (Consumer<JobContext> work : works) {
      for (int times = 0; times < 3; times++) {
        AtomicInteger left = new AtomicInteger(times);
        assertThrows(JobContext.Cancelled.class, () -> work.accept(new JobContext() {
          @Override
          public void progress(long done, long total, Message what) {}

          @Override
          public boolean cancelled() {
            return left.getAndDecrement() <= 0;
          }
        }));
      }
    }
    assertEquals(before, project.fingerprint(SILENT));
    assertEquals(steps, project.journal().size());
  }

  @Test
  void savedClustersAreAFieldOfTheirIdThatSegmentsTest() {
    CustomerClustering found = find("k-means");
    String id = project.clusterings().save(" Kinds ", found, List.of("", "Big"));

    ProjectView.SavedClustering kept = project.view().clusterings().getFirst();
    assertEquals("Kinds", kept.name());
    assertEquals(found.result().request(), kept.request());
    assertEquals(List.of("", "Big", ""), kept.names());
    assertTrue(kept.hasModel());
    assertArrayEquals(found.byCustomer(), saved(id));
    for (int cluster = 1; cluster <= 3; cluster++) {
      assertEquals(kept.sizes().get(cluster - 1), count(new Condition.InCluster(id, Set.of(cluster))));
    }
    reopen();
    assertEquals(kept, project.view().clusterings().getFirst());
    assertArrayEquals(found.byCustomer(), saved(id));
  }

  @Test
  void aNameIsOneOfItsOwnWhateverTheCase() {
    CustomerClustering found = find("k-means");
    String kinds = project.clusterings().save("Kinds", found, List.of());
    project.clusterings().save("Others", found, List.of());
    int steps = project.journal().size();

    assertEquals("project.clustering-exists",
        refused(() -> project.clusterings().save("KINDS ", found, List.of())));
    assertEquals("project.clustering-exists",
        refused(() -> project.clusterings().saveMembers("kînds", found, Bits.of(CUSTOMERS))));
    assertEquals("project.clustering-without-name",
        refused(() -> project.clusterings().save(" ", found, List.of())));
    assertEquals("project.clustering-exists", refused(() -> project.clusterings().rename(kinds, "others")));
    assertEquals("project.clustering-without-name", refused(() -> project.clusterings().rename(kinds, "")));
    assertEquals("project.no-clustering", refused(() -> project.clusterings().rename("k99", "New")));
    project.clusterings().rename(kinds, "Kinds ");
    assertEquals(steps, project.journal().size());
  }

  @Test
  void renamingIsUndoneAndDoneAgainAndKept() {
    String id = project.clusterings().save("Kinds", find("k-means"), List.of());
    String before = project.fingerprint(SILENT);

    project.clusterings().rename(id, "kinds");

    assertEquals("Renamed the clusters “Kinds” to “kinds”", lastStep());
    String after = project.fingerprint(SILENT);
    assertNotEquals(before, after);
    project.undo();
    assertEquals("Kinds", project.view().clusterings().getFirst().name());
    assertEquals(before, project.fingerprint(SILENT));
    project.redo();
    reopen();
    assertEquals("kinds", project.view().clusterings().getFirst().name());
    assertEquals(after, project.fingerprint(SILENT));
  }

  @Test
  void segmentsThatTestRemovedClustersAreOfUnknownSizeUntilUndo() {
    String id = project.clusterings().save("Kinds", find("k-means"), List.of());
    Condition first = new Condition.InCluster(id, Set.of(1));
    int size = count(first);
    String before = project.fingerprint(SILENT);

    project.clusterings().remove(id);

    assertEquals(List.of(), project.view().clusterings());
    assertTrue(count(first) < 0);
    assertNull(project.evaluate(new Segment("s", first, SEEN_FROM, null), SILENT).members());
    assertEquals("project.no-clustering", refused(() -> project.clusterings().remove(id)));
    project.undo();
    assertEquals(size, count(first));
    assertEquals(before, project.fingerprint(SILENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"k-means", "k-medoids", "k-prototypes", "gower", "mixture", "hierarchical",
      "spectral", "two-step",
      "x-means", "g-means", "dbscan", "hdbscan"})
  void unchangedCustomersStayAndNewOnesAreAssigned(String algorithm) throws IOException {
    ClusterRequest asked = request(algorithm, null, 3, 0);
    CustomerClustering found = project.clusterings()
        .find(new ClusterRequest(null, new Pipeline(asked.preparation().fields(), 0.05), asked.algorithm(),
            asked.k(), 0, 5), SILENT);
    int[] before = found.byCustomer();
    String id = project.clusterings().save("Kinds", found, List.of());
    assertTrue(found.result().prepared().outliers().length > 0);
    assertEquals(found.result().noise() + found.result().prepared().missing()
        + found.result().prepared().outliers().length,
        Arrays.stream(before).filter(c -> c == 0).count());
    reopen();
    project.imports()
        .into(Sources.file(people("more.csv", CUSTOMERS, 300)), ImportOptions.FOUND,
            new Destination.Append(table), SILENT);
    assertArrayEquals(before, Arrays.copyOf(saved(id), CUSTOMERS));

    Clusterings.Refreshed told = project.clusterings().refresh(id, SILENT);

    int[] after = saved(id);
    assertEquals(300, after.length);
    assertArrayEquals(before, Arrays.copyOf(after, CUSTOMERS));
    assertEquals(compared(before, after), told);
    assertEquals(0, told.moved() + told.left());
    int wrong = 0;
    for (int c = CUSTOMERS; c < 300; c++) {
      wrong += c % 40 == 39 ? after[c] : kind(c) == usualKind(after[c], before) ? 0 : 1;
    }
    assertTrue(wrong <= 4, algorithm + " " + wrong);
    assertEquals(sizes(after, found.result().k()), project.view().clusterings().getFirst().sizes());
    assertEquals(300, project.view().clusterings().getFirst().customers());
    project.undo();
    assertArrayEquals(before, Arrays.copyOf(saved(id), CUSTOMERS));
  }

  /** The kind that most customers in a cluster are of. */
  private static int usualKind(int cluster, int[] clusters) {
    Map<Integer, Integer> counts = new TreeMap<>();
    IntStream.range(0, clusters.length)
        .filter(c -> clusters[c] == cluster)
        .forEach(c -> counts.merge(kind(c), 1, Integer::sum));
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static List<Integer> sizes(int[] clusters, int k) {
    return IntStream.rangeClosed(1, k)
        .mapToObj(j -> (int) Arrays.stream(clusters).filter(c -> c == j).count())
        .toList();
  }

  private static Clusterings.Refreshed compared(int[] before, int[] after) {
    int[] was = Arrays.copyOf(before, after.length);
    return new Clusterings.Refreshed((int) Arrays.stream(after).filter(c -> c > 0).count(),
        (int) IntStream.range(0, after.length).filter(c -> was[c] == 0 && after[c] != 0).count(),
        (int) IntStream.range(0, after.length)
            .filter(c -> was[c] != 0 && after[c] != 0 && was[c] != after[c])
            .count(),
        (int) IntStream.range(0, after.length).filter(c -> was[c] != 0 && after[c] == 0).count());
  }

  @Test
  void whoChangedMovesAndWhoLostAValueLeaves() throws IOException {
    CustomerClustering found = find("k-means");
    int[] before = found.byCustomer();
    String id = project.clusterings().save("Kinds", found, List.of());
    String[] like = line(6).split(",", -1);
    Path changes = Files.writeString(folder.resolve("changes.csv"),
        "id,visits,basket,town\nC0000,%s,%s,Lyon\nC0001,,50,Paris\nC0039,%s,%s,Paris\n".formatted(like[1],
            like[2],
            like[1], like[2]));
    String key = project.view()
        .tables()
        .getFirst()
        .columns()
        .stream()
        .filter(column -> column.name().equals("id"))
        .findFirst()
        .orElseThrow()
        .id();
    project.imports()
        .into(Sources.file(changes), ImportOptions.FOUND, new Destination.Update(table, key),
            SILENT);

    Clusterings.Refreshed told = project.clusterings().refresh(id, SILENT);

    assertEquals(new Clusterings.Refreshed(CUSTOMERS - 6, 1, 1, 1), told);
    int[] expected = before.clone();
    expected[0] = before[6];
    expected[1] = 0;
    expected[39] = before[6];
    assertArrayEquals(expected, saved(id));
    assertEquals("Assigned today’s customers to the clusters “Kinds”", lastStep());
  }

  @Test
  void clustersWithinASegmentAreRefreshedWithinIt() throws IOException {
    Condition often = new Condition.NumberTest(FieldRef.named("visits"), NumberOperator.GREATER,
        BigDecimal.valueOf(40), null, false);
    String within = project.save(new Segment("Often", often, SEEN_FROM, null));
    CustomerClustering found = project.clusterings().find(request("k-means", within, 2, 0), SILENT);
    String id = project.clusterings().save("Kinds", found, List.of());
    project.imports()
        .into(Sources.file(people("more.csv", CUSTOMERS, 300)), ImportOptions.FOUND,
            new Destination.Append(table), SILENT);

    project.clusterings().refresh(id, SILENT);

    long[] members = Objects.requireNonNull(
        project.evaluate(project.view().segments().getFirst().segment(), SILENT).members());
    int[] after = saved(id);
    for (int c = 0; c < 300; c++) {
      assertEquals(Bits.get(members, c), after[c] > 0);
    }
    project.removeSegment(within);
    assertEquals("project.no-segment", refused(() -> project.clusterings().refresh(id, SILENT)));
  }

  @Test
  void chosenCustomersAreAGroupWithoutAModel() {
    CustomerClustering found = find("k-means");
    long[] chosen = Bits.of(found.result().points().rows());
    IntStream.of(0, 3, 40, 100).forEach(point -> Bits.set(chosen, point));

    String id = project.clusterings().saveMembers("Chosen", found, chosen);

    int[] expected = new int[CUSTOMERS];
    IntStream.of(0, 3, 40, 100).forEach(point -> expected[found.customerOfPoint(point)] = 1);
    assertArrayEquals(expected, saved(id));
    ProjectView.SavedClustering kept = project.view().clusterings().getFirst();
    assertEquals(List.of(4), kept.sizes());
    assertFalse(kept.hasModel());
    assertEquals("project.clustering-of-members", refused(() -> project.clusterings().refresh(id, SILENT)));
  }

  @Test
  void aRuleTakesInAsASegmentWhomItSays() {
    CustomerClustering found = find("k-means");
    for (int cluster = 1; cluster <= 3; cluster++) {
      RulePath path = project.clusterings().rules(found, cluster, SILENT);
      assertFalse(path.candidates().isEmpty());
      for (RuleCandidate candidate : path.candidates()) {
        assertEquals(counted(candidate.rule(), found.byCustomer(), cluster), candidate.all());
      }
      assertTrue(path.candidates().getLast().all().balance() > 0.95);
    }
  }

  private Confusion counted(Condition rule, int[] clusters, int cluster) {
    long[] in = Objects
        .requireNonNull(project.evaluate(new Segment("", rule, SEEN_FROM, null), SILENT).members());
    int[] counts = new int[4];
    for (int c = 0; c < clusters.length; c++) {
      counts[(Bits.get(in, c) ? 0 : 2) + (clusters[c] == cluster ? 0 : 1)]++;
    }
    return new Confusion(counts[0], counts[1], counts[2], counts[3]);
  }

  private String lastStep() {
    return new Texts(Locale.ENGLISH)
        .text(project.journal().stream().filter(e -> !e.undone()).toList().getLast().what());
  }
}
