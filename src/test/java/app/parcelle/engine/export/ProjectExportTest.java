package app.parcelle.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.PastExport;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.SegmentUse;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;

/** Workbooks of a project of four customers and six orders. */
class ProjectExportTest {
  private static final JobContext SILENT = JobContext.silent();

  @TempDir
  Path folder;

  private @Nullable Project project;

  @BeforeEach
  void aSmallShop() throws Exception {
    Path customers = Files.writeString(folder.resolve("customers.csv"), """
        customer_id,name,consent
        0001,Zoé,yes
        0002,=Paul,no
        0003,Inès,yes
        0004,Hugo,
        """);
    Path orders = Files.writeString(folder.resolve("orders.csv"), """
        order_id,customer_id,order_date,amount
        a1,0001,2024-01-10,10.50
        a2,0001,2024-03-10,20.25
        a3,0002,2024-03-15,5.00
        a4,0003,2024-02-01,100.00
        a5,0003,2024-03-20,50.00
        a6,0004,2024-01-05,7.25
        """);
    Project shop = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("Europe/Paris"));
    shop.importFile(customers, ImportOptions.FOUND, SILENT);
    shop.importFile(orders, ImportOptions.FOUND, SILENT);
    project = shop;
  }

  @AfterEach
  void close() {
    project().close();
  }

  @Test
  void theListHoldsTheMembersWithTheirTraits() throws Exception {
    ExportReport report = write(often("project"));

    assertEquals(List.of(new ExportReport.SegmentCount("often", 2, 4, LocalDate.of(2024, 3, 20))),
        report.segments());
    try (XSSFWorkbook book = Sheets.read(folder.resolve("list.xlsx"))) {
      assertEquals(List.of("0001", "0003"), Sheets.texts(book, "List", 0));
      assertEquals(List.of("customer_id", "name", "consent"), headings(book).subList(0, 3));
      assertEquals(150.0, book.getSheet("List")
          .getRow(2)
          .getCell(headings(book).indexOf("Total amount"))
          .getNumericCellValue());
    }
  }

  @Test
  void theProjectKeepsWhatWasHandedOver() {
    String fingerprint = project().fingerprint(SILENT);
    List<Project.JournalEntry> journal = project().journal();
    write(often("project"));
    write(everyone("2024-02-15"));

    List<PastExport> exports = project().exports();
    assertEquals(2, exports.size());
    PastExport first = exports.getLast();
    assertEquals(folder.resolve("list.xlsx").toString(), first.path());
    assertEquals(2, first.rows());
    assertEquals(fingerprint, first.fingerprint());
    PastExport.OfSegment segment = first.segments().getFirst();
    assertEquals(List.of("often", 2, 4, LocalDate.of(2024, 3, 20)),
        List.of(segment.name(), segment.count(), segment.base(), segment.asOf()));
    assertEquals(often("project"), SegmentJson.read(segment.document()));
    assertEquals(4, exports.getFirst().rows());
    assertEquals(fingerprint, project().fingerprint(SILENT));
    assertEquals(journal, project().journal());
    project().undo();
    assertEquals(exports, project().exports());
  }

  @Test
  void aSegmentThatWasRenamedStillKnowsItsExportsAndTheNextOfItsNameDoesNot() {
    String renamed = project().save(often("project"));
    write(often("project"));
    project().rename(renamed, "regulars");
    String other = project().save(often("project"));

    String file = folder.resolve("list.xlsx").toString();
    assertEquals(List.of(file),
        project().organising().uses(renamed).stream().map(SegmentUse::name).toList());
    assertEquals(List.of(), project().organising().uses(other));
  }

  @Test
  void whatCouldNotBeWrittenIsNoPastExport() {
    assertThrows(Problem.class,
        () -> WorkbookExport.write(project(), List.of(often("project")), ExportOptions.usual(Locale.ENGLISH),
            folder.resolve("nowhere/list.xlsx"), SILENT));
    assertEquals(List.of(), project().exports());
  }

  @Test
  void theFiguresOfASegmentAreExact() {
    WorkbookContent content = gather(often("project"), small());

    assertEquals(new BigDecimal("180.75"), money(content.segments().getFirst().group()).revenue());
    assertEquals(4, money(content.segments().getFirst().group()).orders());
    assertEquals(new BigDecimal("12.25"), money(content.segments().getLast().group()).revenue());
    assertEquals(new BigDecimal("193.00"), money(content.list()).revenue());
    assertEquals(OptionalInt.of(2), content.list().reachable());
    assertEquals(content.list().count(), content.base().count());
  }

  @Test
  void segmentsOfSeveralDaysAreSeenEachFromItsOwn() {
    WorkbookContent content = gather(often("project"), everyone("2024-02-15"));

    assertEquals(LocalDate.of(2024, 2, 15), content.segments().getLast().asOf());
    assertEquals(4, content.segments().getLast().base());
    assertEquals(new BigDecimal("117.75"), money(content.segments().getLast().group()).revenue());
    assertEquals(LocalDate.of(2024, 3, 20), content.columnsAsOf());
    assertEquals(null, content.list().money());
  }

  @Test
  void columnsOfOneOtherDayAreSeenFromIt() {
    WorkbookContent content = gather(everyone("2024-02-15"));

    assertEquals(LocalDate.of(2024, 2, 15), content.columnsAsOf());
    assertEquals(new BigDecimal("117.75"), money(content.base()).revenue());
  }

  @Test
  void theFingerprintIsThatOfTheProject() throws Exception {
    write(often("project"));

    try (XSSFWorkbook book = Sheets.read(folder.resolve("list.xlsx"))) {
      String fingerprint = project().fingerprint(SILENT);
      boolean[] found = {false};
      book.getSheet("Definition")
          .forEach(row -> found[0] |= row.getCell(1) != null
              && row.getCell(1).getStringCellValue().equals(fingerprint));
      assertTrue(found[0]);
    }
  }

  @Test
  void theChosenColumnsAreWrittenInTheirOrder() throws Exception {
    String name = project().fields()
        .fields()
        .stream()
        .filter(field -> field.name().equals("name"))
        .map(Field::id)
        .findFirst()
        .orElseThrow();
    WorkbookExport.write(project(), List.of(everyone("project")),
        new ExportOptions(List.of(name, "key"), Locale.ENGLISH, Instant.EPOCH), folder.resolve("list.xlsx"),
        SILENT);

    try (XSSFWorkbook book = Sheets.read(folder.resolve("list.xlsx"))) {
      assertEquals(List.of("name", "customer_id"), headings(book));
      assertEquals(List.of("Zoé", "=Paul", "Inès", "Hugo"), Sheets.texts(book, "List", 0));
    }
  }

  @Test
  void aFieldThatIsGoneIsNamed() {
    ExportOptions options = new ExportOptions(List.of("t9.c9"), Locale.ENGLISH, Instant.EPOCH);

    Problem problem = assertThrows(Problem.class,
        () -> WorkbookExport.write(project(), List.of(everyone("project")),
            options, folder.resolve("list.xlsx"), SILENT));
    assertEquals(Message.of("export.problem.field", "t9.c9"), problem.message());
  }

  @Test
  void aSegmentThatCannotBeComputedIsNamed() {
    Segment broken = SegmentJson.read("""
        {"version":1,"name":"broken","asOf":"project","rule":{"field":"gone","op":"is known"}}""");

    Problem problem = assertThrows(Problem.class, () -> write(broken));
    assertEquals("export.problem.segment", problem.message().key());
    assertEquals("broken", problem.message().args().getFirst());
  }

  @Test
  void withoutASegmentThereIsNothingToWrite() {
    Problem problem = assertThrows(Problem.class, this::write);
    assertEquals("export.problem.noSegment", problem.message().key());
  }

  private ExportReport write(Segment... segments) {
    return WorkbookExport.write(project(), List.of(segments), ExportOptions.usual(Locale.ENGLISH),
        folder.resolve("list.xlsx"), SILENT);
  }

  private WorkbookContent gather(Segment... segments) {
    return new Gathering(project(), ExportOptions.usual(Locale.ENGLISH), SILENT).preview(List.of(segments));
  }

  private static Segment often(String asOf) {
    return SegmentJson.read("""
        {"version":1,"name":"often","asOf":"%s","rule":{"field":"frequency","op":">=","value":2}}"""
        .formatted(asOf));
  }

  private static Segment small() {
    return SegmentJson.read("""
        {"version":1,"name":"small","asOf":"project","rule":{"field":"monetary","op":"<","value":10}}""");
  }

  private static Segment everyone(String asOf) {
    return SegmentJson.read("""
        {"version":1,"name":"all","asOf":"%s","rule":{"everyone":true}}""".formatted(asOf));
  }

  private static List<String> headings(XSSFWorkbook book) {
    return java.util.stream.StreamSupport.stream(book.getSheet("List").getRow(0).spliterator(), false)
        .map(cell -> cell.getStringCellValue())
        .toList();
  }

  private static WorkbookContent.Money money(WorkbookContent.Group group) {
    return Objects.requireNonNull(group.money());
  }

  private Project project() {
    return Objects.requireNonNull(project);
  }
}
