package app.parcelle.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.profile.Association.Measure;
import app.parcelle.engine.profile.ColumnProfile.Bin;
import app.parcelle.engine.profile.ColumnProfile.Range;
import app.parcelle.engine.profile.ColumnProfile.Share;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.TableVersion;

/** Profiles against what a plain reading of the same cells says. */
class ProfilerTest {
  private static final JobContext SILENT = JobContext.silent();

  @TempDir
  Path folder;

  private TableProfile profile;
  private Associations pairs;
  private final Map<String, PairPicture> pictures = new TreeMap<>();

  private void importRows(List<String> lines, Map<String, ColumnType> types) throws IOException {
    Path file = folder.resolve("cells.csv");
    Files.write(file, lines);
    try (Project project = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("Europe/Paris"))) {
      TableVersion table = project.importFile(file, ImportOptions.FOUND.withTypes(types), SILENT).table();
      profile = Profiler.profile(project.data(), table, SILENT);
      pairs = Associations.of(project.data(), table, SILENT);
      for (Association pair : pairs.columns().size() > 10 ? List.<Association>of() : pairs.pairs()) {
        pictures.put(pair.first() + " " + pair.second(), PairPicture.of(project.data(), table,
            column(pair.first()).column(), column(pair.second()).column(), SILENT));
      }
    }
  }

  private ColumnProfile column(String name) {
    return profile.columns().stream().filter(c -> c.column().name().equals(name)).findFirst().orElseThrow();
  }

  /** Small, wide and one-sided values; some empty, some no numbers. */
  private static List<String> numbers(Random random, int rows, long spread) {
    return Stream.generate(() -> {
      int kind = random.nextInt(20);
      if (kind == 0) {
        return "";
      }
      if (kind == 1 && random.nextInt(4) == 0) {
        return "n/a";
      }
      double wide = Math.exp(random.nextGaussian() * 2) * spread;
      return Long.toString(Math.round(kind < 5 ? -wide / 7 : wide));
    }).limit(rows).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 40, 100_000, 30_000_000_000L, 40_000_000_000_000_000L})
  void numbersAreAsTheirSortedListSays(long spread) throws IOException {
    List<String> cells = numbers(new Random(spread), 3000, spread);
    List<String> lines = new ArrayList<>(List.of("row,value"));
    for (int i = 0; i < cells.size(); i++) {
      lines.add("r" + i + "," + cells.get(i));
    }
    importRows(lines, Map.of("value", ColumnType.WHOLE));
    List<Long> sorted = cells.stream()
        .filter(c -> !c.isEmpty() && !c.equals("n/a"))
        .map(Long::valueOf)
        .sorted()
        .toList();
    ColumnProfile value = column("value");
    Range range = Objects.requireNonNull(value.range());
    assertEquals(3000, value.rows());
    assertEquals(sorted.size(), value.present());
    assertEquals(cells.stream().filter(String::isEmpty).count(), value.missing());
    assertEquals(cells.stream().filter("n/a"::equals).count(), value.invalid());
    assertEquals(sorted.stream().distinct().count(), value.distinct());
    assertTrue(value.exact());
    assertEquals(sorted.getFirst(), range.min());
    assertEquals(sorted.getLast(), range.max());
    double mean = sorted.stream().mapToDouble(Long::doubleValue).average().orElseThrow();
    assertEquals(mean, range.mean(), 1e-9 * Math.abs(mean) + 1e-9);
    double variance = sorted.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow();
    assertEquals(Math.sqrt(variance), range.deviation(), 1e-6 * Math.sqrt(variance));
    for (int q = 0; q < Profiler.LEVELS.size(); q++) {
      int rank = Math.max(1, (int) Math.ceil(Profiler.LEVELS.get(q) * sorted.size()));
      assertEquals(sorted.get(rank - 1), range.quantiles().get(q), "level " + Profiler.LEVELS.get(q));
    }
    binsHoldTheirRows(sorted, range);
    topIsAsCounted(sorted, value);
    double reach = 3.0 * (range.quantiles().get(4) - range.quantiles().get(2));
    long far = sorted.stream()
        .filter(v -> v < range.quantiles().get(2) - reach || v > range.quantiles().get(4) + reach)
        .count();
    assertEquals(reach == 0 ? 0 : far, range.farOut());
  }

  private static void topIsAsCounted(List<Long> sorted, ColumnProfile value) {
    Map<Long, Long> counts = sorted.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<Share> expected = counts.entrySet()
        .stream()
        .sorted(Map.Entry.<Long, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(Profiler.TOP)
        .map(one -> new Share(one.getKey().toString(), one.getValue()))
        .toList();
    boolean wide = (double) sorted.getLast() - sorted.getFirst() >= 1 << 16;
    assertEquals(wide && counts.size() > 0.9 * sorted.size() ? List.of() : expected, value.top());
  }

  /** More values than counters, of which some are frequent: none of them is missed, none is counted wrong. */
  @Test
  void frequentOnesOfVeryManyValuesAreFoundAndCounted() throws IOException {
    Random random = new Random(11);
    List<String> lines = new ArrayList<>(List.of("price,mail,code,common"));
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (int i = 0; i < 260_000; i++) {
      int often = (int) Math.abs(random.nextGaussian() * 20);
      boolean rare = random.nextInt(5) < 3;
      String price = rare ? "9" + random.nextInt(10_000_000) : "77" + often;
      String mail = rare ? "x" + (char) ('a' + i % 26) + random.nextInt(10_000_000) + "@a.b" : often + "@c.d";
      String code = "K" + (1_000_000 + (rare ? random.nextInt(1_000_000) : often));
      lines.add(price + "," + mail + "," + code + "," + often);
      counts.computeIfAbsent("price", _ -> new TreeMap<>()).merge(price, 1L, Long::sum);
      counts.computeIfAbsent("mail", _ -> new TreeMap<>()).merge(mail, 1L, Long::sum);
      counts.computeIfAbsent("code", _ -> new TreeMap<>()).merge(code, 1L, Long::sum);
    }
    importRows(lines,
        Map.of("price", ColumnType.WHOLE, "mail", ColumnType.TEXT, "code", ColumnType.IDENTIFIER));
    for (String name : counts.keySet()) {
      List<Share> top = column(name).top();
      Map<String, Long> exact = counts.getOrDefault(name, Map.of());
      List<Long> most = exact.values().stream().sorted(Comparator.reverseOrder()).limit(40).toList();
      assertEquals(most, top.stream().limit(40).map(Share::rows).toList(), name);
      top.forEach(share -> assertEquals(exact.get(share.text()), share.rows(), name + " " + share.text()));
    }
  }

  private static void binsHoldTheirRows(List<Long> sorted, Range range) {
    long next = range.min();
    for (Bin bin : range.bins()) {
      assertEquals(next, bin.from());
      assertEquals(sorted.stream().filter(v -> v >= bin.from() && v <= bin.to()).count(), bin.rows());
      next = bin.to() + 1;
    }
    assertEquals(range.max(), next - 1);
    assertTrue(range.bins().size() <= 60, range.bins().size() + " bins");
  }

  @Test
  void texts() throws IOException {
    Random random = new Random(7);
    List<String> towns = List.of("Paris", "Lyon", "Nice", "Saint-Denis", "Le Mans", "B2");
    List<String> cells = Stream.generate(() -> random.nextInt(9) == 0
        ? ""
        : towns.get((int) Math.abs(random.nextGaussian() * 2) % towns.size())).limit(2000).toList();
    List<String> lines = new ArrayList<>(List.of("town,note"));
    cells.forEach(town -> lines.add(town + ",note " + lines.size()));
    importRows(lines, Map.of("town", ColumnType.TEXT, "note", ColumnType.TEXT));
    Map<String, Long> counts = cells.stream()
        .filter(c -> !c.isEmpty())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    ColumnProfile town = column("town");
    assertEquals(counts.size(), town.distinct());
    assertEquals(counts,
        town.top().stream().collect(Collectors.toMap(Share::text, Share::rows)));
    assertEquals(counts.values().stream().sorted(Comparator.reverseOrder()).toList(),
        town.top().stream().map(Share::rows).toList());
    Map<String, Long> shapes = new TreeMap<>();
    counts.forEach((text, rows) -> shapes.merge(Shape.of(text), rows, Long::sum));
    assertEquals(shapes,
        new TreeMap<>(town.patterns().stream().collect(Collectors.toMap(Share::text, Share::rows))));
    assertNull(town.range());
    assertEquals(List.of(), column("note").top(), "each differs");
    assertEquals(2000, column("note").distinct());
  }

  @Test
  void shapesOfTexts() {
    assertEquals("A-99", Shape.of("AB-12"));
    assertEquals("Aa 999", Shape.of("Émile 123"));
    assertEquals("a@a.a", Shape.of("jo@example.org"));
    assertEquals("", Shape.of(""));
  }

  @Test
  void daysBeginWhereTheProjectIs() throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,at"));
    for (int hour = 0; hour < 24 * 40; hour++) {
      lines.add("a" + hour + "," + java.time.LocalDateTime.of(2026, 3, 10, 0, 30).plusHours(hour));
    }
    importRows(lines, Map.of("at", ColumnType.DATE_TIME));
    Range range = Objects.requireNonNull(column("at").range());
    for (Bin bin : range.bins().subList(1, range.bins().size())) {
      assertEquals(0, java.time.Instant.ofEpochMilli(bin.from()).atZone(ZoneId.of("Europe/Paris")).getHour());
    }
    assertEquals(24 * 40, range.bins().stream().mapToLong(Bin::rows).sum());
  }

  @Test
  void columnsWithoutValueAndTablesOfOneValue() throws IOException {
    importRows(List.of("none,one,yes", ",5,yes", ",5,yes"), Map.of("one", ColumnType.WHOLE));
    ColumnProfile none = column("none");
    assertEquals(0, none.present());
    assertEquals(0, none.completeness());
    assertEquals(0, none.quality());
    Range one = Objects.requireNonNull(column("one").range());
    assertEquals(List.of(new Bin(5, 5, 2)), one.bins());
    assertEquals(0.0, one.deviation());
    assertEquals(List.of(new Share("5", 2)), column("one").top());
    assertEquals(100, column("one").quality());
    assertEquals(List.of(new Share("yes", 2)), column("yes").top());
  }

  @Test
  void manyDifferentValuesAreEstimatedWithinThreeDeviations() {
    for (int size : new int[]{0, 1, 65_000, 70_000, 1_000_000, 5_000_000}) {
      DistinctCount count = new DistinctCount();
      for (int i = 0; i < size; i++) {
        count.add(DistinctCount.hash(i * 7L));
        count.add(DistinctCount.hash(i * 7L));
      }
      if (count.isExact()) {
        assertEquals(size, count.count());
      } else {
        assertTrue(size >= 65_000);
        assertEquals(size, (double) count.count(), 0.024 * size);
      }
    }
  }

  @Test
  void pairsAgreeWithTheTextbook() throws IOException {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>(List.of("x,double,noise,town,region,constant"));
    double[] x = new double[1500];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.round(random.nextGaussian() * 100);
      int town = random.nextInt(4);
      lines.add((long) x[i] + "," + (long) (x[i] * x[i] * x[i]) + "," + random.nextInt(1000) + ",t"
          + (char) ('a' + town) + ",r" + (char) ('a' + town / 2) + ",7");
    }
    importRows(lines, Map.of("x", ColumnType.WHOLE, "double", ColumnType.WHOLE, "noise", ColumnType.WHOLE,
        "town", ColumnType.TEXT, "region", ColumnType.TEXT, "constant", ColumnType.WHOLE));
    assertEquals(1500, pairs.rows());
    assertEquals(15, pairs.pairs().size());
    Association cubes = pair("x", "double");
    assertEquals(Measure.CORRELATION, cubes.measure());
    assertEquals(1.0, cubes.ranked(), 1e-12);
    assertTrue(cubes.value() < 0.95 && cubes.value() > 0.5);
    assertEquals(0, pair("x", "noise").value(), 0.1);
    assertEquals(1.0, pair("town", "region").value(), 0.01);
    assertEquals(Measure.CRAMERS_V, pair("town", "region").measure());
    assertEquals(Measure.CORRELATION_RATIO, pair("noise", "town").measure());
    assertEquals(0, pair("noise", "town").value(), 0.12);
    assertNull(pair("x", "constant").value());
    assertNotNull(pair("x", "noise").ranked());
  }

  @Test
  void picturesOfPairsAreOfTheirRows() throws IOException {
    Random random = new Random(4);
    List<String> lines = new ArrayList<>(List.of("age,spent,town,card"));
    Map<String, List<Long>> spentByTown = new TreeMap<>();
    Map<String, Long> cards = new TreeMap<>();
    for (int i = 0; i < 2_000; i++) {
      int age = 20 + random.nextInt(50);
      long spent = age * 10L + random.nextInt(100);
      String town = "t" + Math.min(random.nextInt(12), random.nextInt(12));
      String card = random.nextInt(3) == 0 ? "yes" : "no";
      boolean missing = random.nextInt(10) == 0;
      lines.add(age + "," + (missing ? "" : spent) + "," + town + "," + card);
      if (!missing) {
        spentByTown.computeIfAbsent(town, _ -> new ArrayList<>()).add(spent);
      }
      cards.merge(town + card, 1L, Long::sum);
    }
    importRows(lines,
        Map.of("age", ColumnType.WHOLE, "spent", ColumnType.WHOLE, "town", ColumnType.TEXT, "card",
            ColumnType.YES_NO));
    PairPicture.Points points = assertInstanceOf(PairPicture.Points.class, picture("age", "spent"));
    assertTrue(points.x().size() > 300 && points.x().size() <= PairPicture.MOST_POINTS);
    for (int i = 0; i < points.x().size(); i++) {
      long above = points.y().get(i) - 10 * points.x().get(i);
      assertTrue(above >= 0 && above < 100, "no such row");
    }
    PairPicture.Boxes boxes = assertInstanceOf(PairPicture.Boxes.class, picture("spent", "town"));
    assertEquals(PairPicture.MOST_SHOWN, boxes.groups().size());
    for (PairPicture.Box box : boxes.groups()) {
      List<Long> sorted = spentByTown.getOrDefault(box.category(), List.of()).stream().sorted().toList();
      assertEquals(sorted.size(), box.rows());
      assertEquals(sorted.get((sorted.size() + 1) / 2 - 1), box.median());
      assertEquals(sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1), box.high());
    }
    PairPicture.Counts counts = assertInstanceOf(PairPicture.Counts.class, picture("town", "card"));
    assertEquals("no", counts.second().getFirst());
    for (int i = 0; i < counts.first().size(); i++) {
      for (int j = 0; j < 2; j++) {
        assertEquals(cards.get(counts.first().get(i) + counts.second().get(j)), counts.rows().get(i).get(j));
      }
    }
  }

  private PairPicture picture(String first, String second) {
    return Objects.requireNonNull(pictures.get(first + " " + second));
  }

  private Association pair(String first, String second) {
    return pairs.pairs()
        .stream()
        .filter(p -> p.first().equals(first) && p.second().equals(second))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void wideTablesAreComparedWithinBounds() throws IOException {
    int columns = Associations.MOST_COLUMNS + 5;
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", IntStream.range(0, columns).mapToObj(i -> "c" + i).toList()));
    Random random = new Random(8);
    for (int row = 0; row < 20; row++) {
      lines.add(String.join(",",
          IntStream.range(0, columns).mapToObj(_ -> "" + random.nextInt(50)).toList()));
    }
    importRows(lines, Map.of());
    assertEquals(Associations.MOST_COLUMNS, pairs.columns().size());
    for (int many : new int[]{1, 15, 40, 200}) {
      for (long rows : new long[]{0, 10, 200_000, 1_000_000, 100_000_000}) {
        long taken = (rows + SampledColumn.every(rows, many) - 1) / SampledColumn.every(rows, many);
        assertTrue(taken <= Associations.MOST_ROWS && taken * many <= Associations.MOST_CELLS,
            many + " x " + rows);
        assertTrue(rows > 200_000 || many > 20 || taken == rows, "small tables are taken whole");
      }
    }
  }

  @Test
  void ranksAreAmongTheRowsThatHaveBoth() throws IOException {
    List<String> lines = new ArrayList<>(List.of("x,y,z"));
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      int x = random.nextInt(1000);
      lines.add(x + "," + (random.nextInt(3) == 0 ? "" : Math.round(Math.exp(x / 200.0) * 1000)) + "," + -x);
    }
    importRows(lines, Map.of("x", ColumnType.WHOLE, "y", ColumnType.WHOLE, "z", ColumnType.WHOLE));
    assertEquals(1.0, Objects.requireNonNull(pair("x", "y").ranked()), 1e-9);
    assertEquals(-1.0, Objects.requireNonNull(pair("x", "z").ranked()), 1e-9);
  }

  @Test
  void tiesShareTheirRanks() {
    boolean[] all = {true, true, false, true, true};
    double[] ranks = Associations.ranks(new double[]{3, 1, 9, 3, 2}, all, 4);
    assertEquals(List.of(3.5, 1.0, 0.0, 3.5, 2.0), java.util.Arrays.stream(ranks).boxed().toList());
    assertEquals(-1.0, Associations.pearson(new double[]{1, 2, 3}, new double[]{3, 2, 1},
        new boolean[]{true, true, true}));
    assertFalse(Double.isNaN(ranks[0]));
  }
}
