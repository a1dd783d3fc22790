package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.RejectLimit;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.store.Batch;
import app.parcelle.engine.store.Remark;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.TableVersion;

/** Cells and records that an import has not understood are mended in place, and read again. */
class MendingTest {
  private static final JobContext SILENT = JobContext.silent();
  private static final String ORDERS = """
      Order ID;Customer ID;Order Date;Quantity;Price
      A001;C1;05/01/2026;2;3,50
      A002;C1;soon;un;8,25
      A003;C2;07/01/2026;1;free
      A004;C2;08/01/2026;un;free
      A005;C2;09/01/2026
      A006;C3;10/01/2026;1;20;oops
      A007;C1;01/01/2026;3;4,00
      A008;C4;11/01/2026;1;~5,125
      A009;C4;12/01/2026;1;~7,5
      """;

  @TempDir
  Path folder;

  private Project project;
  private String table;

  @BeforeEach
  void aShopWithAPollutedFile() throws IOException {
    project = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("UTC"));
    project.importFile(file("orders.csv", ORDERS),
        ImportOptions.FOUND.withTypes(Map.of("Quantity", ColumnType.WHOLE,
            "Price", ColumnType.DECIMAL, "Order Date", ColumnType.DATE)),
        SILENT);
    table = version().tableId();
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void whatWasNotUnderstoodIsListedPageByPage() {
    List<String> all = List.of("3 Order Date soon", "3 Quantity un", "4 Price free", "5 Price free",
        "5 Quantity un", "9 Price ~5,125", "10 Price ~7,5");
    assertEquals(all.stream().sorted().toList(), cells(null, 100).stream().sorted().toList());
    int seen = 0;
    List<Remark.InvalidCell> page = project.mending().cells(table, null, null, 2);
    while (!page.isEmpty()) {
      seen += page.size();
      page = project.mending().cells(table, null, page.getLast(), 2);
    }
    assertEquals(7, seen);
    assertEquals(
        List.of("6 TOO_FEW_FIELDS A005;C2;09/01/2026", "7 TOO_MANY_FIELDS A006;C3;10/01/2026;1;20;oops"),
        rejects());
    assertCountsAddUp();
  }

  @Test
  void oneRuleMendsAllCellsWithTheSameText() {
    String before = project.fingerprint(SILENT);
    assertEquals(2, mend("Quantity", new CellChoice.Text("un"), new CellMend.ReadAs("1")).mended());
    assertEquals(List.of("A001 2", "A002 1", "A003 1", "A004 1", "A007 3", "A008 1", "A009 1"),
        rows("Order ID", "Quantity"));
    assertEquals(0, column("Quantity").invalid());
    assertEquals(0, column("Quantity").missing());
    assertEquals(5, cells(null, 100).size());
    assertCountsAddUp();
    project.undo();
    assertEquals(before, project.fingerprint(SILENT));
    assertEquals(7, cells(null, 100).size());
    project.redo();
    assertEquals(5, cells(null, 100).size());
  }

  @Test
  void oneCellIsMendedAndItsTwinStays() {
    Remark.InvalidCell first = project.mending().cells(table, column("Price").id(), null, 1).getFirst();
    mend("Price", new CellChoice.Cell(first), new CellMend.ReadAs("9,99"));
    assertEquals("A003 9.99", rows("Order ID", "Price").get(2).substring(0, 9));
    assertEquals("A004 !", rows("Order ID", "Price").get(3));
    mend("Price", new CellChoice.All(), new CellMend.Missing());
    assertEquals("A004 -", rows("Order ID", "Price").get(3));
    assertEquals(0, column("Price").invalid());
    assertEquals(3, column("Price").missing());
    assertCountsAddUp();
  }

  @Test
  void severalRulesAreOneStep() {
    String before = project.fingerprint(SILENT);
    Remark.InvalidCell first = project.mending().cells(table, column("Price").id(), null, 1).getFirst();
    Mending.CellReport report = project.mending()
        .mend(table, List.of(
            new CellRule(column("Order Date").id(), new CellChoice.All(), new CellMend.ReadAs("02/01/2026")),
            new CellRule(column("Price").id(), new CellChoice.All(), new CellMend.ReplacePart("~", "")),
            new CellRule(column("Price").id(), new CellChoice.Text("free"), new CellMend.Missing()),
            new CellRule(column("Price").id(), new CellChoice.Cell(first), new CellMend.ReadAs("1,5")),
            new CellRule(column("Quantity").id(), new CellChoice.All(), new CellMend.ReadAs("1"))), SILENT);
    assertEquals(new Mending.CellReport(7, List.of()), report);
    assertEquals(List.of("A001 2026-01-05 2 3.500", "A002 2026-01-02 1 8.250", "A003 2026-01-07 1 1.500",
        "A004 2026-01-08 1 -", "A007 2026-01-01 3 4.000", "A008 2026-01-11 1 5.125",
        "A009 2026-01-12 1 7.500"),
        rows("Order ID", "Order Date", "Quantity", "Price"));
    assertEquals(List.of(), cells(null, 10));
    assertCountsAddUp();
    project.undo();
    assertEquals(before, project.fingerprint(SILENT));
    assertEquals(7, cells(null, 10).size());
    assertCountsAddUp();
  }

  @Test
  void aPartIsReplacedAndTheScaleGrows() {
    Mending.CellReport report = mend("Price", new CellChoice.All(), new CellMend.ReplacePart("~", ""));
    assertEquals(new Mending.CellReport(2, List.of()), report);
    assertEquals(
        List.of("A001 3.500", "A002 8.250", "A003 !", "A004 !", "A007 4.000", "A008 5.125", "A009 7.500"),
        rows("Order ID", "Price"));
    assertEquals(List.of("free"),
        mend("Price", new CellChoice.All(), new CellMend.ReplacePart("r", "r")).refused());
  }

  @Test
  void aMendedTimeMovesItsRow() {
    mend("Order Date", new CellChoice.All(), new CellMend.ReadAs("03/01/2026"));
    List<String> ordered = TableRows.of(project, version(), List.of("Customer ID", "Order Date", "Order ID"))
        .stream()
        .filter(row -> row.startsWith("C1"))
        .toList();
    List<String> sorted = ordered.stream().sorted().toList();
    if (version().runs().size() == 1) {
      assertEquals(sorted, ordered);
    }
    assertEquals(List.of("C1 2026-01-01 A007", "C1 2026-01-03 A002", "C1 2026-01-05 A001"), sorted);
    assertCountsAddUp();
  }

  @Test
  void whatIsNoValueIsRefused() {
    String before = project.fingerprint(SILENT);
    Problem problem = assertThrows(Problem.class,
        () -> mend("Quantity", new CellChoice.Text("un"), new CellMend.ReadAs("one")));
    assertEquals("project.mend-no-value", problem.message().key());
    assertEquals(new Mending.CellReport(0, List.of()),
        mend("Quantity", new CellChoice.Text("deux"), new CellMend.ReadAs("2")));
    assertEquals(before, project.fingerprint(SILENT));
    assertEquals(1, project.journal().size());
  }

  @Test
  void mendedRecordsBecomeRowsAtTheirPlace() {
    String before = project.fingerprint(SILENT);
    List<Remark.Rejected> records = project.mending().rejects(table, null, 10);
    Mending.RecordReport report = project.mending()
        .retry(table,
            Map.of(records.get(0), "A005;C2;09/01/2026;4;x", records.get(1), "A006;C3;10/01/2026;1;20;oops"),
            SILENT);
    assertEquals(1, report.rows());
    assertEquals(List.of(7L), report.still().stream().map(Remark.Rejected::line).toList());
    assertEquals(8, version().rows());
    assertEquals(List.of("7 TOO_MANY_FIELDS A006;C3;10/01/2026;1;20;oops"), rejects());
    assertEquals(List.of("4 Price free", "5 Price free", "6 Price x", "9 Price ~5,125", "10 Price ~7,5"),
        cells(column("Price").id(), 100));
    assertCountsAddUp();
    report = project.mending().retryAll(table, ";oops", "", SILENT);
    assertEquals(1, report.rows());
    assertEquals(List.of(), rejects());
    assertEquals(List.of("C2 4 !", "C3 1 20.00"),
        rows("Order ID", "Customer ID", "Quantity", "Price").stream()
            .filter(r -> r.startsWith("A005") || r.startsWith("A006"))
            .map(r -> r.substring(5))
            .toList());
    assertCountsAddUp();
    project.undo();
    project.undo();
    assertEquals(before, project.fingerprint(SILENT));
    assertEquals(2, rejects().size());
  }

  @Test
  void aTextOfSeveralRecordsIsRefused() {
    Remark.Rejected record = project.mending().rejects(table, null, 1).getFirst();
    Problem problem = assertThrows(Problem.class, () -> project.mending()
        .retry(table, Map.of(record, "A005;C2;09/01/2026;4;1\nA0055;C2;09/01/2026;4;1"), SILENT));
    assertEquals("project.retry-several", problem.message().key());
  }

  @Test
  void recordsPutAsideStillCount() {
    project.mending().ignore(table, project.mending().rejects(table, null, 1));
    assertEquals(1, rejects().size());
    Batch batch = project.imports().batches(table).getFirst();
    assertEquals(List.of(9L, 7L, 2L, 1L),
        List.of(batch.read(), batch.stored(), batch.rejected(), batch.ignored()));
    assertCountsAddUp();
    project.undo();
    assertEquals(2, rejects().size());
  }

  @Test
  void theRecordsOfEachImportAreReadInItsOwnWay() throws IOException {
    project.imports()
        .into(Sources.file(file("more.csv", """
            Customer ID,Order ID,Price,Quantity,Order Date
            C1,B001,1.5,1,2026-02-01
            C9,B002,1.5
            """)), ImportOptions.FOUND, new Destination.Append(table), SILENT);
    assertEquals(List.of("6", "7", "3"),
        rejects().stream().map(r -> r.substring(0, r.indexOf(' '))).toList());
    List<Remark.Rejected> records = project.mending().rejects(table, null, 10);
    Mending.RecordReport report = project.mending()
        .retry(table,
            Map.of(records.get(0), "A005;C2;09/01/2026;4;1,5", records.get(2), "C9,B002,1.5,7,2026-02-02"),
            SILENT);
    assertEquals(2, report.rows());
    assertEquals(List.of("A005 C2 4 1.50 2026-01-09", "B002 C9 7 1.50 2026-02-02"),
        rows("Order ID", "Customer ID", "Quantity", "Price", "Order Date").stream()
            .filter(r -> r.startsWith("A005") || r.startsWith("B002"))
            .toList());
    assertCountsAddUp();
  }

  @Test
  void anUpdateTakesTheRemarksOfTheRowsItReplaces() throws IOException {
    project.imports()
        .into(Sources.file(file("more.csv", ORDERS.replace("un", "1").replace("A008", "A999"))),
            ImportOptions.FOUND,
            new Destination.Update(table, column("Order ID").id()), SILENT);
    assertEquals(List.of("0:9 ~5,125", "1:3 soon", "1:4 free", "1:5 free", "1:9 ~5,125", "1:10 ~7,5"),
        project.mending()
            .cells(table, null, null, 100)
            .stream()
            .map(c -> c.batch() + ":" + c.line() + " " + c.raw())
            .toList());
    assertCountsAddUp();
    mend("Price", new CellChoice.All(), new CellMend.ReplacePart("~", ""));
    assertCountsAddUp();
  }

  @Test
  void aLimitStopsAnImportThatIsPlainlyWrong() throws IOException {
    String before = project.fingerprint(SILENT);
    Path file = file("again.csv", ORDERS);
    for (String limit : List.of("1", "20%", "0")) {
      Problem problem = assertThrows(Problem.class, () -> project.importFile(file,
          ImportOptions.FOUND.withMostRejected(RejectLimit.of(limit)), SILENT));
      assertEquals("intake.too-many-rejects", problem.message().key());
    }
    assertEquals(before, project.fingerprint(SILENT));
    project.importFile(file, ImportOptions.FOUND.withMostRejected(RejectLimit.of("2")), SILENT);
    project.importFile(file, ImportOptions.FOUND.withMostRejected(RejectLimit.of("22,3 %")), SILENT);
  }

  /** Records read = rows stored + records rejected; the rows, the cells and the records are those that are counted. */
  private void assertCountsAddUp() {
    List<Batch> batches = project.imports().batches(table);
    assertEquals(version().rows(), batches.stream().mapToLong(b -> b.stored() - b.replaced()).sum());
    assertEquals(rejects().size(), batches.stream().mapToLong(b -> b.rejected() - b.ignored()).sum());
    assertEquals(9, batches.getFirst().read());
    for (Column column : version().columns()) {
      assertEquals(column.invalid(), project.mending().cells(table, column.id(), null, 100).size(),
          column.name());
      if (column.isOwn()) {
        List<String> cells = TableRows.of(project, version(), List.of(column.name()));
        assertEquals(column.invalid(), cells.stream().filter("!"::equals).count(), column.name());
        assertEquals(column.missing(), cells.stream().filter(c -> c.equals("!") || c.equals("-")).count(),
            column.name());
      }
    }
  }

  private Mending.CellReport mend(String column, CellChoice which, CellMend how) {
    return project.mending().mend(table, column(column).id(), which, how, SILENT);
  }

  private List<String> cells(String columnId, int limit) {
    return project.mending()
        .cells(table, columnId, null, limit)
        .stream()
        .map(c -> c.line() + " " + version().withId(c.columnId()).orElseThrow().name() + " " + c.raw())
        .toList();
  }

  private List<String> rejects() {
    return project.mending()
        .rejects(table, null, 100)
        .stream()
        .map(r -> r.line() + " " + r.reason() + " " + r.raw())
        .toList();
  }

  private List<String> rows(String... names) {
    return TableRows.of(project, version(), Arrays.asList(names)).stream().sorted().toList();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private TableVersion version() {
    return project.view().tables().getFirst();
  }

  private Column column(String name) {
    return version().named(name).orElseThrow();
  }
}
