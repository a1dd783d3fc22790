package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.store.Batch;
import app.parcelle.engine.store.TableDifference;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Rows that go into a table that is there: behind its rows, in their place, or in the place of those with the same key. */
class DestinationTest {
  private static final JobContext SILENT = JobContext.silent();
  private static final String ORDERS = """
      Order ID,Customer ID,Order Date,Product,Quantity,Unit Price
      A001,C1,2026-01-05,tea,2,3.5
      A001,C1,2026-01-05,cup,1,8
      A002,C2,2026-01-07,tea,1,3.5
      A003,C3,2026-01-09,pot,1,20
      """;

  @TempDir
  Path folder;

  private Project project;
  private String table;

  @BeforeEach
  void aShopWithThreeOrders() throws IOException {
    project = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("UTC"));
    project.importFile(file("orders.csv", ORDERS), ImportOptions.FOUND, SILENT);
    table = project.view().tables().getFirst().tableId();
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void appendedRowsStandBehindThoseThatAreThere() throws IOException {
    RefreshReport report = into("february.csv", """
        Order ID,Customer ID,Order Date,Product,Quantity,Unit Price
        A004,C1,2026-02-01,pot,1,21.25
        A005,C4,2026-02-02,tea,3,3.5
        """, new Destination.Append(table));
    assertEquals(
        sorted("A001 C1 tea 2 3.50", "A001 C1 cup 1 8.00", "A004 C1 pot 1 21.25", "A002 C2 tea 1 3.50",
            "A003 C3 pot 1 20.00", "A005 C4 tea 3 3.50"),
        rows());
    assertEquals(new TableDifference(1, 1, 2, 0), report.customers());
    assertEquals(new TableDifference(2, 0, 3, 0), report.orders());
    assertEquals(0, report.rowsReplaced());
    assertEquals(List.of("orders.csv 4 4 0", "february.csv 2 2 0"), batches());
    assertEquals(List.of("Added “february.csv” to “orders”", "Imported “orders.csv”"), journal());
  }

  @Test
  void replacedRowsAreGoneAndCustomersKeepTheirNumbers() throws IOException {
    String rule = "Quantity > 0";
    project.countWhen(table, rule);
    RefreshReport report = into("all.csv", """
        Order ID,Customer ID,Order Date,Product,Quantity,Unit Price
        A003,C3,2026-01-09,pot,1,20
        A005,C4,2026-02-02,tea,3,3.5
        """, new Destination.Replace(table));
    assertEquals(sorted("A003 C3 pot 1 20.0", "A005 C4 tea 3 3.5"), rows());
    assertEquals(new TableDifference(1, 0, 1, 2), report.customers());
    assertEquals(4, report.rowsReplaced());
    assertEquals(rule, version().countsWhen());
    assertEquals(4, project.view().directory());
    assertEquals("C3", project.data().customers().text(2));
    assertEquals(List.of("all.csv 2 2 0"), batches());
  }

  @Test
  void rowsOfTheSameKeyAreReplacedAndOthersStay() throws IOException {
    RefreshReport report = into("changes.csv", """
        Order ID,Customer ID,Order Date,Product,Quantity,Unit Price
        A001,C1,2026-01-05,tea,5,3.5
        A004,C1,2026-02-01,pot,1,21.25
        """, new Destination.Update(table, id("Order ID")));
    assertEquals(
        sorted("A001 C1 tea 5 3.50", "A004 C1 pot 1 21.25", "A002 C2 tea 1 3.50", "A003 C3 pot 1 20.00"),
        rows());
    assertEquals(new TableDifference(1, 1, 2, 0), report.orders());
    assertEquals(2, report.rowsReplaced());
    assertEquals(List.of("orders.csv 4 4 2", "changes.csv 2 2 0"), batches());
    long sum = project.imports().batches(table).stream().mapToLong(b -> b.stored() - b.replaced()).sum();
    assertEquals(version().rows(), sum);
  }

  @Test
  void theCustomerIsAKeyToo() throws IOException {
    into("c1.csv", """
        Order ID,Customer ID,Order Date,Product,Quantity,Unit Price
        A009,C1,2026-03-05,tea,5,3.5
        """, new Destination.Update(table, id("Customer ID")));
    assertEquals(sorted("A009 C1 tea 5 3.5", "A002 C2 tea 1 3.5", "A003 C3 pot 1 20.0"), rows());
  }

  @Test
  void columnsAreMatchedByNameAndMissingOnesAreEmpty() throws IOException {
    RefreshReport report = into("other.csv", """
        order date,CUSTOMER ID,Channel,Order ID,Unit Price,Quantity
        2026-02-02,C9,web,A007,4.125,2
        2026-02-03,C1,shop,A008,x,2.5
        """, new Destination.Append(table));
    assertEquals(List.of("Product"), report.fit().missing().stream().map(Column::name).toList());
    assertEquals(List.of("Channel"), report.fit().added());
    assertEquals(sorted("A001 C1 tea 2.0 3.500", "A001 C1 cup 1.0 8.000", "A008 C1 - 2.5 !",
        "A002 C2 tea 1.0 3.500", "A003 C3 pot 1.0 20.000", "A007 C9 - 2.0 4.125"), rows());
    TableVersion now = version();
    assertEquals(List.of("Order ID", "Customer ID", "Order Date", "Product", "Quantity", "Unit Price",
        "Channel", "Amount"), now.columns().stream().map(Column::name).toList());
    Column channel = column("Channel");
    assertEquals(4, channel.missing());
    assertEquals(2, column("Product").missing());
    assertEquals(1, column("Unit Price").invalid());
    assertEquals(ColumnType.DECIMAL, column("Quantity").type());
    assertEquals(4, column("Amount").scale());
    assertEquals(List.of("1:3 x"),
        project.invalidCells(now, 10).stream().map(c -> c.batch() + ":" + c.line() + " " + c.raw()).toList());
  }

  @Test
  void anotherKindOfFileIsRefusedAndLeavesNothing() throws IOException {
    String before = project.fingerprint(SILENT);
    Path weather = file("weather.csv", "Station,Rain\nParis,3\nLyon,5\n");
    Problem refused = assertThrows(Problem.class, () -> project.imports()
        .into(Sources.file(weather), ImportOptions.FOUND, new Destination.Append(table), SILENT));
    assertEquals("project.other-kind", refused.message().key());
    Path keyless = file("keyless.csv", "Order ID,Product\nA1,tea\n");
    refused = assertThrows(Problem.class, () -> project.imports()
        .into(Sources.file(keyless), ImportOptions.FOUND, new Destination.Append(table), SILENT));
    assertEquals("project.key-missing", refused.message().key());
    assertEquals(before, project.fingerprint(SILENT));
    into("february.csv", ORDERS, new Destination.Append(table));
  }

  @Test
  void whatIsPreparedCanBeLookedAtAndDropped() throws IOException {
    String before = project.fingerprint(SILENT);
    Path more = file("more.csv", ORDERS.replace("A00", "B00").replaceAll(",C([0-9])", ",D$1"));
    try (PendingImport pending = project.imports()
        .prepare(Sources.file(more), ImportOptions.FOUND, new Destination.Append(table), SILENT)) {
      assertEquals(new TableDifference(3, 0, 3, 0), pending.report().customers());
      assertEquals(6, pending.report().imported().directory());
      assertThrows(Problem.class, () -> project.importFile(more, ImportOptions.FOUND, SILENT));
      assertEquals(before, project.fingerprint(SILENT));
    }
    assertEquals(before, project.fingerprint(SILENT));
    assertEquals(3, project.view().directory());
    assertEquals(1, project.journal().size());
    project.importFile(more, ImportOptions.FOUND, SILENT);
    assertEquals(2, project.view().tables().size());
  }

  @Test
  void everyStepIsUndoneExactlyAndDoneAgain() throws IOException {
    List<String> prints = new java.util.ArrayList<>(List.of(project.fingerprint(SILENT)));
    into("a.csv", ORDERS.replace("A00", "B00"), new Destination.Append(table));
    prints.add(project.fingerprint(SILENT));
    into("b.csv", ORDERS.replace("tea", "coffee"), new Destination.Update(table, id("Order ID")));
    prints.add(project.fingerprint(SILENT));
    into("c.csv", ORDERS.replace("3.5", "zero"), new Destination.Replace(table));
    prints.add(project.fingerprint(SILENT));
    for (int i = 2; i >= 0; i--) {
      project.undo();
      assertEquals(prints.get(i), project.fingerprint(SILENT));
    }
    for (int i = 1; i <= 3; i++) {
      project.redo();
      assertEquals(prints.get(i), project.fingerprint(SILENT));
    }
    project.close();
    project = Project.open(folder.resolve("shop.parcelle"));
    assertEquals(prints.get(3), project.fingerprint(SILENT));
    project.undo();
    project.undo();
    assertEquals(prints.get(1), project.fingerprint(SILENT));
  }

  @Test
  void membersWhoCameIntoSegmentsAndLeftThem() throws IOException {
    project
        .save(new Segment("Best", new Condition.NumberTest(FieldRef.named("monetary"), NumberOperator.GREATER,
            BigDecimal.TEN, null, false), new Segment.Reference.Project(), null));
    RefreshReport report = into("changes.csv", """
        Order ID,Customer ID,Order Date,Product,Quantity,Unit Price
        A002,C2,2026-01-07,tea,9,3.5
        A003,C3,2026-01-09,pot,1,2
        A010,C9,2026-01-09,pot,1,200
        """, new Destination.Update(table, id("Order ID")));
    RefreshReport.SegmentChange best = report.segments().getFirst();
    assertEquals(List.of(2, 3), List.of(best.before(), best.after()));
    assertEquals(List.of("C2", "C9"), keys(best.entered()));
    assertEquals(List.of("C3"), keys(best.left()));
  }

  @Test
  void anUndoMeanwhileIsNotWrittenOver() throws IOException {
    into("a.csv", ORDERS.replace("A00", "B00"), new Destination.Append(table));
    String before = project.fingerprint(SILENT);
    Path more = file("more.csv", ORDERS.replace("A00", "D00"));
    try (PendingImport pending = project.imports()
        .prepare(Sources.file(more), ImportOptions.FOUND, new Destination.Append(table), SILENT)) {
      project.undo();
      Problem refused = assertThrows(Problem.class, pending::keep);
      assertEquals("store.changed-meanwhile", refused.message().key());
    }
    project.redo();
    assertEquals(before, project.fingerprint(SILENT));
  }

  @Test
  void theReadingOfTheLastImportIsTakenWhereAFileAllowsTwo() throws IOException {
    String header = "Order ID,Customer ID,Order Date,Amount\n";
    project.importFile(file("american.csv", header + "X1,C1,02/13/2026,1\nX2,C1,02/14/2026,2\n"),
        ImportOptions.FOUND,
        SILENT);
    TableVersion american = project.view().tables().getLast();
    into("march.csv", header + "X3,C1,03/04/2026,3\nX4,C1,03/05/2026,3\n",
        new Destination.Append(american.tableId()));
    assertEquals(List.of("X1 2026-02-13", "X2 2026-02-14", "X3 2026-03-04", "X4 2026-03-05"),
        TableRows.of(project,
            project.view().tables().getLast(), List.of("Order ID", "Order Date")));
  }

  @Test
  void rawTextsAndRowsWithoutKeysGoOnBehindTheOthers() throws IOException {
    ImportOptions raw = ImportOptions.FOUND.withTable("Raw").withText(TextOptions.FOUND.withAllText(true));
    project.importFile(file("raw.csv", " a,b\n1 ,2\n"), raw, SILENT);
    TableVersion texts = project.view().tables().getLast();
    into("raw2.csv", " a,b,c\n 3,4,5\n", new Destination.Append(texts.tableId()));
    assertEquals(List.of("1  2 -", " 3 4 5"),
        TableRows.of(project, project.view().tables().getLast(), List.of(" a", "b", "c")));

    ImportOptions nobody = ImportOptions.FOUND.withTable("Nobody")
        .withTypes(java.util.Map.of("Age", ColumnType.WHOLE));
    project.importFile(file("ages.csv", "Age,Town\n33,Lyon\n44,Metz\n"), nobody, SILENT);
    TableVersion ages = project.view().tables().getLast();
    int known = project.view().directory();
    into("ages2.csv", "Age,Town\n55,Lens\n", new Destination.Append(ages.tableId()));
    assertEquals(ages.kind(), project.view().tables().getLast().kind());
    assertEquals(known + (ages.kind() == TableKind.CUSTOMERS ? 1 : 0), project.view().directory());
    assertEquals(3, project.view().tables().getLast().rows());
  }

  @Test
  void anUpdatedLookupTableIsSeenByTheTablesThatLinkToIt() throws IOException {
    project.importFile(file("products.csv", "sku,category\ntea,Drinks\ncup,Kitchen\npot,Kitchen\n"),
        ImportOptions.FOUND.withTable("Products").withRoles(java.util.Map.of("sku", Role.LOOKUP_KEY)),
        SILENT);
    String products = project.view().tables().getLast().tableId();
    project.importFile(file("linked.csv", ORDERS), ImportOptions.FOUND.withTable("Linked")
        .withLinks(List.of(new Link("Product", "Products", "sku"))), SILENT);
    String before = project.fingerprint(SILENT);
    assertEquals(List.of("cup Kitchen", "pot Kitchen", "tea Drinks", "tea Drinks"), categories());
    RefreshReport report = into("more.csv", "SKU,category\ntea,Leaves\njar,Kitchen\n",
        new Destination.Update(products, project.imports().usualKey(products).orElseThrow().id()));
    assertEquals(1, report.rowsReplaced());
    assertEquals(List.of("cup Kitchen", "pot Kitchen", "tea Leaves", "tea Leaves"), categories());
    into("other.csv", ORDERS.replace("A00", "B00").replace("tea", "jar"),
        new Destination.Append(project.view().tables().getLast().tableId()));
    assertEquals(
        List.of("cup Kitchen", "cup Kitchen", "jar Kitchen", "jar Kitchen", "pot Kitchen", "pot Kitchen",
            "tea Leaves", "tea Leaves"),
        categories());
    project.undo();
    project.undo();
    assertEquals(before, project.fingerprint(SILENT));
    assertEquals(List.of("cup Kitchen", "pot Kitchen", "tea Drinks", "tea Drinks"), categories());
  }

  private List<String> categories() {
    return sorted(TableRows.of(project, project.view().tables().getLast(), List.of("Product", "category"))
        .toArray(String[]::new));
  }

  @Test
  void aTableOfAFormerFormatTakesRows() throws IOException {
    FormerProject.of(1).putAt(folder.resolve("former.parcelle.mv.db"));
    try (Project former = Project.open(folder.resolve("former.parcelle"))) {
      String before = former.fingerprint(SILENT);
      TableVersion one = former.view().tables().get(1);
      List<Batch> first = former.imports().batches(one.tableId());
      assertEquals(List.of(one.rows(), 2L), List.of(first.getFirst().stored(), first.getFirst().rejected()));
      Column key = one.withRole(Role.CUSTOMER_KEY).orElseThrow();
      former.imports()
          .into(Sources.file(file("former.csv", key.name() + ",note\nC1,new\nC1\n")), ImportOptions.FOUND,
              new Destination.Append(one.tableId()), SILENT);
      assertEquals(2, former.imports().batches(one.tableId()).size());
      assertEquals(List.of(0, 0, 1),
          former.mending().rejects(one.tableId(), null, 10).stream().map(r -> r.batch()).toList());
      assertEquals(one.rows() + 1, former.view().tables().get(1).rows());
      former.undo();
      assertEquals(before, former.fingerprint(SILENT));
    }
  }

  private List<String> keys(long[] bits) {
    List<String> keys = new java.util.ArrayList<>();
    for (int customer = 0; customer < project.view().directory(); customer++) {
      if (Bits.get(bits, customer)) {
        keys.add(project.data().customers().text(customer));
      }
    }
    return keys;
  }

  private RefreshReport into(String name, String text, Destination destination) throws IOException {
    return project.imports().into(Sources.file(file(name, text)), ImportOptions.FOUND, destination, SILENT);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private TableVersion version() {
    return project.view().tables().getFirst();
  }

  private Column column(String name) {
    return version().columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private String id(String name) {
    return column(name).id();
  }

  private List<String> batches() {
    return project.imports()
        .batches(table)
        .stream()
        .map(b -> b.source() + " " + b.read() + " " + b.stored() + " " + b.replaced())
        .toList();
  }

  private List<String> journal() {
    return project.journal()
        .stream()
        .sorted((a, b) -> Long.compare(b.number(), a.number()))
        .map(e -> new app.parcelle.engine.message.Texts(java.util.Locale.UK).text(e.what()))
        .toList();
  }

  /** Order, customer, product, quantity and price of each row, as texts in their order. */
  private List<String> rows() {
    return sorted(TableRows
        .of(project, version(), List.of("Order ID", "Customer ID", "Product", "Quantity", "Unit Price"))
        .toArray(String[]::new));
  }

  private static List<String> sorted(String... rows) {
    return java.util.Arrays.stream(rows).sorted().toList();
  }
}
