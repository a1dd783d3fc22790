package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.SharedData;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.value.Edges;
import app.parcelle.engine.value.RfmModel;
import app.parcelle.engine.value.RfmModel.Monetary;
import app.parcelle.engine.value.RfmModel.RecencyUnit;
import app.parcelle.engine.value.RfmReport;
import app.parcelle.engine.value.RfmReport.Figures;
import app.parcelle.engine.value.RfmSegment;
import app.parcelle.engine.value.RfmSegment.Bounds;

/** RFM scores and segments against what the R package {@code rfm} published, and on Online Retail. */
class RfmTest {
  private static final JobContext SILENT = JobContext.silent();
  private static final Segment.Reference END_OF_2006 = new Segment.Reference.Fixed(
      LocalDate.of(2006, 12, 31));
  private static final Map<RfmSegment.Usual, String> PACKAGE_NAMES = Map.of(RfmSegment.Usual.CHAMPIONS,
      "Champions", RfmSegment.Usual.LOYAL, "Loyal Customers", RfmSegment.Usual.POTENTIAL,
      "Potential Loyalist", RfmSegment.Usual.NEW, "New Customers", RfmSegment.Usual.PROMISING, "Promising",
      RfmSegment.Usual.ATTENTION, "Need Attention", RfmSegment.Usual.SLEEPY, "About To Sleep",
      RfmSegment.Usual.AT_RISK, "At Risk", RfmSegment.Usual.CANNOT_LOSE, "Can't Lose Them",
      RfmSegment.Usual.LOST, "Lost");

  @TempDir
  Path folder;

  @Test
  void scoresAndSegmentsAreThoseOfThePackage() throws IOException {
    try (Project project = orders()) {
      RfmModel model = model(project, inThePackagesOrder());
      project.rfm().keep(model);
      List<String[]> expected = rows("rfm/EXPECTED_rfm_orders_scores_2006-12-31.csv");
      assertEquals(995, expected.size());
      Map<String, String> found = scored(project);
      Map<String, String> wanted = new TreeMap<>();
      for (String[] row : expected) {
        wanted.put(row[0],
            whole(row[5]) + " " + whole(row[6]) + " " + whole(row[7]) + " " + row[8]);
      }
      assertEquals(wanted, found);
      segmentsSumUpAsPublished(project.rfm().report(model, END_OF_2006, SILENT));
    }
  }

  /** There, potential loyalists are looked for before new and promising customers. */
  private static List<RfmSegment> inThePackagesOrder() {
    List<RfmSegment> usual = new ArrayList<>(RfmSegment.usual(5, PACKAGE_NAMES::get));
    RfmSegment potential = usual.remove(4);
    usual.add(2, potential);
    return usual;
  }

  private static void segmentsSumUpAsPublished(RfmReport report) throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (int i = 0; i < report.segments().size(); i++) {
      Figures figures = report.segments().get(i);
      if (figures.customers() > 0) {
        found.put(report.model().names().get(i), figures.customers() + " " + figures.orders() + " "
            + figures.revenue().setScale(0, RoundingMode.UNNECESSARY) + " " + figures.averageBasket());
      }
    }
    Map<String, String> wanted = new TreeMap<>();
    for (String[] row : rows("rfm/EXPECTED_segment_summary_test_definitions.csv")) {
      wanted.put(row[0], row[1] + " " + row[2] + " " + row[3] + " " + row[4]);
    }
    assertEquals(wanted, found);
  }

  @Test
  void overlappingBoundsOfTheVignetteGoToTheFirstThatFits() throws IOException {
    try (Project project = orders()) {
      project.rfm()
          .keep(model(project, List.of(of("Champions", 5, 5, 5, 5, 5, 5),
              of("Potential Loyalist", 3, 5, 3, 5, 2, 5), of("Loyal Customers", 2, 4, 2, 4, 2, 4),
              of("Promising", 3, 4, 1, 3, 3, 5), of("New Customers", 4, 5, 1, 3, 1, 5),
              of("Can't Lose Them", 1, 2, 3, 4, 4, 5), of("At Risk", 1, 2, 2, 5, 4, 5),
              of("Need Attention", 1, 3, 3, 5, 3, 5), of("About To Sleep", 2, 3, 1, 3, 1, 4),
              of("Lost", 1, 1, 1, 5, 1, 5))));
      Map<String, String> wanted = new TreeMap<>();
      for (String[] row : rows("rfm/EXPECTED_rfm_orders_scores_2006-12-31.csv")) {
        wanted.put(row[0], whole(row[5]) + " " + whole(row[6]) + " " + whole(row[7]) + " " + row[9]);
      }
      assertEquals(wanted, scored(project));
    }
  }

  @Test
  void whatIsKeptOutlivesTheWindowAndOneUndoTakesItBack() throws IOException {
    try (Project project = orders()) {
      String before = project.fingerprint(SILENT);
      RfmModel model = model(project, RfmSegment.usual(5, PACKAGE_NAMES::get));
      project.rfm().keep(model);
      project.rfm().keep(model);
      String kept = project.fingerprint(SILENT);
      assertEquals(model, project.rfm().model().orElseThrow());
      project.undo();
      assertEquals(before, project.fingerprint(SILENT));
      assertEquals(java.util.Optional.empty(), project.rfm().model());
      assertEquals(java.util.Optional.empty(), project.fields().find(FieldRef.named("rfm segment")));
      project.redo();
      assertEquals(kept, project.fingerprint(SILENT));
    }
    try (Project again = Project.open(folder.resolve("rfm.parcelle"))) {
      assertEquals(158, again.evaluate(new Segment("Champions",
          new app.parcelle.engine.segment.Condition.TextTest(FieldRef.named("RFM segment"),
              app.parcelle.engine.segment.TextOperator.EQUALS, List.of("champions"), false, false),
          END_OF_2006, null), SILENT).count());
    }
  }

  @Test
  void theGridOfOnlineRetailHoldsItsCustomers() {
    Path file = SharedData.require("online_retail/online_retail_541909.csv.gz");
    try (Project project = Project.create(folder.resolve("retail.parcelle"), ZoneId.of("Europe/London"))) {
      project.importFile(file, ImportOptions.FOUND.withCountsWhen("Quantity > 0 and UnitPrice > 0"), SILENT);
      RfmModel model = new RfmModel(project.view().tables().getFirst().tableId(), 5, RecencyUnit.DAYS,
          Monetary.SUM, new Edges.EqualGroups(), RfmSegment.usual(5, PACKAGE_NAMES::get), "Others");
      RfmReport report = project.rfm().report(model, new Segment.Reference.Project(), SILENT);
      int sum = 0;
      for (Figures[] row : report.cells()) {
        for (Figures cell : row) {
          sum += cell.customers();
        }
      }
      assertEquals(4_338, sum);
      assertEquals(4_338, report.all().customers());
      assertEquals(18_532, report.all().orders());
      assertEquals(new BigDecimal("8911407.904"), report.all().revenue());
    }
  }

  private static RfmModel model(Project project, List<RfmSegment> segments) {
    return new RfmModel(project.view().tables().getFirst().tableId(), 5, RecencyUnit.DAYS, Monetary.SUM,
        new Edges.QuantilesPlusOne(), segments, "Others");
  }

  private static RfmSegment of(String name, int r1, int r2, int f1, int f2, int m1, int m2) {
    return new RfmSegment(name, new Bounds(r1, r2), new Bounds(f1, f2), new Bounds(m1, m2));
  }

  private Project orders() {
    Project project = Project.create(folder.resolve("rfm.parcelle"), ZoneId.of("UTC"));
    project.importFile(SharedData.require("rfm/rfm_data_orders.csv"), ImportOptions.FOUND, SILENT);
    return project;
  }

  /** What the fields of scores say: R, F, M and segment by key. */
  private static Map<String, String> scored(Project project) {
    List<FieldColumn> columns = new ArrayList<>();
    for (String id : List.of("rfm:recency", "rfm:frequency", "rfm:monetary", "rfm:segment")) {
      columns.add(project.column(project.fields().find(new FieldRef(id, id)).orElseThrow(), END_OF_2006,
          SILENT));
    }
    Map<String, String> scored = new TreeMap<>();
    for (int c = 0; c < project.data().customers().size(); c++) {
      int customer = c;
      long[] scores = columns.stream().limit(3).mapToLong(column -> column.values()[customer]).toArray();
      FieldColumn segment = columns.getLast();
      scored.put(project.data().customers().text(c), String.format(Locale.ROOT, "%d %d %d %s", scores[0],
          scores[1], scores[2], java.util.Objects.requireNonNull(segment.dictionary())
              .text(segment.values()[c])));
    }
    return scored;
  }

  private static List<String[]> rows(String path) throws IOException {
    return Files.readAllLines(SharedData.require(path))
        .stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  private static String whole(String decimal) {
    return new BigDecimal(decimal).toBigInteger().toString();
  }
}
