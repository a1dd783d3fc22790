package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.database.DatabaseLogin;
import app.parcelle.engine.intake.database.DatabaseTable;
import app.parcelle.engine.intake.database.PrivatePostgres;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.RefreshReport.SegmentChange;
import app.parcelle.engine.sample.SampleFiles;
import app.parcelle.engine.sample.SampleRequest;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.store.TableDifference;
import app.parcelle.engine.table.Bits;

/** Two exports of the same shop, a month apart: who is new, who has changed, who enters and leaves the segments. */
class MonthApartTest {
  private static final JobContext SILENT = JobContext.silent();
  private static final List<String> HEADER = List.of("Order ID", "Customer ID", "Order time", "Product",
      "Category",
      "Quantity", "Unit price", "Channel");

  @TempDir
  Path folder;

  private Project project;
  private List<List<String>> september;
  private List<List<String>> october;
  private List<List<String>> newOnes;

  @BeforeEach
  void twoExports() throws IOException {
    SampleFiles.write(new SampleRequest(500, 12_500, Locale.UK, 7), folder, SILENT);
    List<List<String>> all = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(folder.resolve("orders.csv"))) {
      csv.stream().skip(1).forEach(record -> all.add(List.copyOf(record.getFields())));
    }
    september = all.stream().filter(line -> line.get(2).compareTo("2026-10-01") < 0).toList();
    newOnes = all.stream().filter(line -> line.get(2).compareTo("2026-10-01") >= 0).toList();
    Random random = new Random(3);
    Map<String, Integer> fate = new HashMap<>();
    october = new ArrayList<>();
    for (List<String> line : all) {
      int drawn = fate.computeIfAbsent(line.getFirst(), _ -> random.nextInt(100));
      if (drawn < 5) {
        List<String> corrected = new ArrayList<>(line);
        corrected.set(5, Integer.toString(Integer.parseInt(line.get(5)) + 3));
        october.add(corrected);
      } else if (drawn >= 8) {
        october.add(line);
      }
    }
    assertTrue(newOnes.size() > 100 && september.size() > 1000);
    project = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("UTC"));
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void aFullExportReplaces() throws IOException {
    importSeptember(file("september.csv", september));
    refreshed(file("october.csv", october), new Destination.Replace("t1"), september, october);
  }

  @Test
  void aFullExportUpdatesByOrder() throws IOException {
    importSeptember(file("september.csv", september));
    Set<String> again = october.stream().map(List::getFirst).collect(Collectors.toSet());
    List<List<String>> after = new ArrayList<>(
        september.stream().filter(line -> !again.contains(line.getFirst())).toList());
    after.addAll(october);
    assertTrue(after.size() > october.size());
    refreshed(file("october.csv", october),
        new Destination.Update("t1", project.imports().usualKey("t1").orElseThrow().id()), september, after);
  }

  @Test
  void theNewOnesAreAppended() throws IOException {
    importSeptember(file("september.csv", september));
    List<List<String>> after = new ArrayList<>(september);
    after.addAll(newOnes);
    refreshed(file("october.csv", newOnes), new Destination.Append("t1"), september, after);
    // and again in the same way, which the table knows
    after.addAll(newOnes);
    Destination again = project.imports().again("t1").orElseThrow();
    assertEquals(new Destination.Append("t1"), again);
    project.imports()
        .into(file("october.csv", newOnes), project.imports().saved("t1").orElseThrow().options(), again,
            SILENT);
    assertEquals(after.size(), project.view().tables().getFirst().rows());
  }

  @Test
  void theSameFromALivePostgres(@TempDir Path serverFolder) throws IOException, SQLException {
    boolean required = "1".equals(System.getenv("PARCELLE_REQUIRE_DATA"));
    Assumptions.assumeTrue(required || PrivatePostgres.installed().isPresent(), "skipped: no PostgreSQL");
    try (PrivatePostgres server = PrivatePostgres.start(serverFolder)) {
      server.execute("""
          CREATE TABLE orders ("Order ID" text, "Customer ID" text, "Order time" text, "Product" text,
            "Category" text, "Quantity" int, "Unit price" numeric(10, 2), "Channel" text)""");
      insert(server, september);
      Origin live = new DatabaseTable(new DatabaseLogin(server.url(), "parcelle", null, null), "orders",
          null);
      importSeptember(live);
      assertEquals(new SavedImport.Live("orders", null), project.imports().saved("t1").orElseThrow().live());
      server.execute("TRUNCATE orders");
      insert(server, october);
      refreshed(live, new Destination.Replace("t1"), september, october);
    }
  }

  private static void insert(PrivatePostgres server, List<List<String>> lines) throws SQLException {
    server.execute(lines.stream()
        .map(line -> line.stream()
            .map(cell -> cell.isEmpty() ? "NULL" : "'" + cell.replace("'", "''") + "'")
            .collect(Collectors.joining(",", "(", ")")))
        .collect(Collectors.joining(",\n", "INSERT INTO orders VALUES ", "")));
  }

  private void importSeptember(Origin origin) {
    project.importFrom(origin, ImportOptions.FOUND.withTable("orders"), SILENT);
    project.save(segment("Rich", "monetary", 400));
    project.save(segment("Loyal", "frequency", 8));
  }

  private static Segment segment(String name, String field, int atLeast) {
    return new Segment(name, new Condition.NumberTest(FieldRef.named(field), NumberOperator.AT_LEAST,
        BigDecimal.valueOf(atLeast), null, false), new Segment.Reference.Project(), null);
  }

  private void refreshed(Origin origin, Destination destination, List<List<String>> before,
      List<List<String>> after) {
    String print = project.fingerprint(SILENT);
    Map<String, Integer> numbers = numbers();
    RefreshReport report = project.imports().into(origin, ImportOptions.FOUND, destination, SILENT);
    assertEquals(before.size(), report.rowsBefore());
    assertEquals(after.size(), report.imported().table().rows());
    assertEquals(difference(before, after, 1), report.customers());
    assertEquals(difference(before, after, 0), report.orders());
    numbers.forEach((key, number) -> assertEquals(key, project.data().customers().text(number)));
    same(report.segments().get(0), rich(before), rich(after));
    same(report.segments().get(1), loyal(before), loyal(after));
    String then = project.fingerprint(SILENT);
    project.undo();
    assertEquals(print, project.fingerprint(SILENT));
    project.redo();
    assertEquals(then, project.fingerprint(SILENT));
  }

  private Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int number = 0; number < project.data().customers().size(); number++) {
      numbers.put(project.data().customers().text(number), number);
    }
    return numbers;
  }

  private void same(SegmentChange change, Set<String> before, Set<String> after) {
    assertEquals(before.size(), change.before(), change.name());
    assertEquals(after.size(), change.after(), change.name());
    Set<String> entered = new TreeSet<>(after);
    entered.removeAll(before);
    Set<String> left = new TreeSet<>(before);
    left.removeAll(after);
    assertEquals(entered, keys(change.entered()), change.name());
    assertEquals(left, keys(change.left()), change.name());
  }

  private Set<String> keys(long[] bits) {
    Set<String> keys = new TreeSet<>();
    for (int customer = 0; customer < project.data().customers().size(); customer++) {
      if (Bits.get(bits, customer)) {
        keys.add(project.data().customers().text(customer));
      }
    }
    return keys;
  }

  private static Set<String> rich(List<List<String>> lines) {
    Map<String, BigDecimal> spent = new HashMap<>();
    for (List<String> line : lines) {
      if (!line.get(1).isEmpty() && !line.get(5).isEmpty() && !line.get(6).isEmpty()) {
        spent.merge(line.get(1), new BigDecimal(line.get(5)).multiply(new BigDecimal(line.get(6))),
            BigDecimal::add);
      }
    }
    return chosen(spent, sum -> sum.compareTo(BigDecimal.valueOf(400)) >= 0);
  }

  private static Set<String> loyal(List<List<String>> lines) {
    Map<String, Set<String>> orders = new HashMap<>();
    for (List<String> line : lines) {
      if (!line.get(1).isEmpty()) {
        orders.computeIfAbsent(line.get(1), _ -> new HashSet<>()).add(line.getFirst());
      }
    }
    return chosen(orders, all -> all.size() >= 8);
  }

  private static <V> Set<String> chosen(Map<String, V> values, Predicate<V> rule) {
    return values.entrySet()
        .stream()
        .filter(e -> rule.test(e.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TableDifference difference(List<List<String>> before, List<List<String>> after, int key) {
    Map<String, List<String>> was = byKey(before, key);
    Map<String, List<String>> is = byKey(after, key);
    int added = (int) is.keySet().stream().filter(k -> !was.containsKey(k)).count();
    int same = (int) is.keySet().stream().filter(k -> is.get(k).equals(was.get(k))).count();
    return new TableDifference(added, is.size() - added - same, same,
        (int) was.keySet().stream().filter(k -> !is.containsKey(k)).count());
  }

  private static Map<String, List<String>> byKey(List<List<String>> lines, int key) {
    Map<String, List<String>> byKey = new HashMap<>();
    lines.stream()
        .filter(line -> !line.get(key).isEmpty())
        .forEach(line -> byKey.computeIfAbsent(line.get(key), _ -> new ArrayList<>()).add(line.toString()));
    byKey.values().forEach(rows -> rows.sort(null));
    return byKey;
  }

  private Origin file(String name, List<List<String>> lines) throws IOException {
    Path file = folder.resolve(name);
    try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(file))) {
      csv.writeRecord(HEADER);
      lines.forEach(csv::writeRecord);
    }
    return Sources.file(file);
  }
}
