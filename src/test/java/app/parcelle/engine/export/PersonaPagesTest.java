package app.parcelle.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.CustomerClustering;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.SegmentJson;

/** Personas of a shop with two kinds of customers: 40 who buy often and lately, 20 who bought little long ago. */
class PersonaPagesTest {
  private static final JobContext SILENT = JobContext.silent();
  private static final int OFTEN = 40;
  private static final int ALL = 60;

  @TempDir
  Path folder;

  private @Nullable Project project;

  @BeforeEach
  void aShop() throws IOException {
    StringBuilder orders = new StringBuilder("order_id,customer_id,order_date,amount\n");
    for (int customer = 0; customer < ALL; customer++) {
      int count = customer < OFTEN ? 6 + customer % 3 : 1;
      for (int order = 0; order < count; order++) {
        orders.append("o%d-%d,C%02d,%s-%02d,%d.00%n".formatted(customer, order, customer,
            customer < OFTEN ? "2024-06" : "2023-01", 1 + (customer + order * 3) % 28,
            customer < OFTEN ? 100 + customer : 10 + customer % 5));
      }
    }
    Project shop = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("Europe/Paris"));
    shop.importFile(Files.writeString(folder.resolve("orders.csv"), orders), ImportOptions.FOUND, SILENT);
    project = shop;
  }

  @AfterEach
  void close() {
    project().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void savedClusteringHasTheSamePersonasAsWhenItWasFound(String language) {
    Texts texts = new Texts(Locale.of(language));
    CustomerClustering found = find();
    List<PersonaPage> then = PersonaPages.of(found.result().portraits(), fields(), List.of("Habitués"),
        texts);
    String id = project().clusterings().save("Kinds", found, List.of("Habitués", ""));

    assertEquals(then, PersonaPages.ofSaved(project(), id, texts, SILENT));
    assertEquals(then, PersonaPages.ofSaved(project(), "kinds", texts, SILENT));
    assertEquals(List.of(OFTEN, ALL - OFTEN), then.stream().map(PersonaPage::customers).toList());
    assertEquals("Habitués", then.getFirst().name());
  }

  @Test
  void whoLeftTheClustersIsInNoPersona() throws IOException {
    CustomerClustering found = find();
    String id = project().clusterings().save("Kinds", found, List.of());
    Path more = Files.writeString(folder.resolve("more.csv"), """
        order_id,customer_id,order_date,amount
        n1,N1,2024-06-20,900.00
        """);
    project().importFile(more, ImportOptions.FOUND, SILENT);

    assertEquals(ALL, PersonaPages.ofSaved(project(), id, new Texts(Locale.ENGLISH), SILENT)
        .stream()
        .mapToInt(PersonaPage::customers)
        .sum());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void workbookHasASheetOfThem(String language) throws Exception {
    Locale locale = Locale.of(language);
    project().clusterings().save("Kinds", find(), List.of("Habitués", "=1+1"));
    List<PersonaPage> pages = PersonaPages.ofSaved(project(), "Kinds", new Texts(locale), SILENT);
    Path file = folder.resolve("list.xlsx");
    WorkbookExport.write(project(), List.of(SegmentJson.read("""
        {"version":1,"name":"all","asOf":"project","rule":{"everyone":true}}""")), pages,
        ExportOptions.usual(locale), file, file, SILENT);

    try (XSSFWorkbook book = Sheets.read(file)) {
      XSSFSheet sheet = book.getSheet("Personas");
      assertNotNull(sheet);
      XSSFRow first = sheet.getRow(4);
      assertEquals("Habitués", first.getCell(0).getStringCellValue());
      assertEquals(OFTEN, first.getCell(1).getNumericCellValue());
      assertEquals(pages.getFirst().share(), first.getCell(2).getNumericCellValue(), 1e-12);
      assertEquals(Objects.requireNonNull(pages.getFirst().money()).revenue(),
          first.getCell(3).getNumericCellValue(), 1e-6);
      assertEquals(pages.getFirst().sentence(), first.getCell(6).getStringCellValue());
      assertEquals("=1+1", sheet.getRow(5).getCell(0).getStringCellValue());
      assertTrue(sheet.getRow(5).getCell(0).getCellStyle().getQuotePrefixed());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void documentSaysThemInItsLanguage(String language) throws IOException {
    Texts texts = new Texts(Locale.of(language));
    List<PersonaPage> pages = PersonaPages.of(find().result().portraits(), fields(), List.of(), texts);
    Path file = folder.resolve("personas.pdf");
    PersonaPdf.write(file, "Kinds", pages, PersonaPdf.Layout.FOUR, texts, SILENT);

    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      String text = new PDFTextStripper().getText(document);
      for (String part : List.of(pages.getFirst().name(), pages.getLast().name(),
          language.equals("fr") ? "40 clients" : "40 customers",
          language.equals("fr") ? "Que faire maintenant" : "What to do next",
          language.equals("fr") ? "Fréquence" : "Frequency")) {
        assertTrue(text.contains(part), () -> part + " is not in " + text);
      }
      assertEquals(language, document.getDocumentCatalog().getLanguage());
    }
  }

  @Test
  void clusteringThatIsNotThereIsNamed() {
    project().clusterings().save("Kinds", find(), List.of());
    Problem problem = assertThrows(Problem.class,
        () -> PersonaPages.ofSaved(project(), "Sorts", new Texts(Locale.ENGLISH), SILENT));
    assertEquals("export.problem.noClustering", problem.message().key());
    assertEquals(List.of("Sorts", "Kinds"), problem.message().args());
  }

  private CustomerClustering find() {
    Algorithm algorithm = new Algorithm.KMeans(Algorithm.STARTS);
    return project().clusterings()
        .find(
            ClusterRequest.usual(project().clusterings().suggested(fields(), null, algorithm, SILENT), 2, 7),
            SILENT);
  }

  private List<Field> fields() {
    return List.of("recency", "frequency", "monetary")
        .stream()
        .map(name -> project().fields().find(FieldRef.named(name)).orElseThrow())
        .toList();
  }

  private Project project() {
    return Objects.requireNonNull(project);
  }
}
