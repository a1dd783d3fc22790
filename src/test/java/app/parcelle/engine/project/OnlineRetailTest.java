package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.SharedData;
import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.Explanation;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/** The published figures of a year of orders of a British shop: UCI Online Retail. */
class OnlineRetailTest {
  private static final JobContext SILENT = JobContext.silent();

  @TempDir
  Path folder;

  @Test
  void theFiguresAreThoseThatOthersPublished() {
    Path file = SharedData.require("online_retail/online_retail_541909.csv.gz");
    try (Project project = Project.create(folder.resolve("retail.parcelle"), ZoneId.of("Europe/London"))) {
      ImportReport report = project.importFile(file,
          ImportOptions.FOUND.withCountsWhen("Quantity > 0 and UnitPrice > 0"),
          SILENT);
      assertEquals(541_909, report.rowsRead());
      assertEquals(541_909, report.rowsStored());
      assertEquals(0, report.rowsRejected());
      assertEquals(135_080, report.keyless());
      var key = report.table().withRole(Role.CUSTOMER_KEY).orElseThrow();
      assertEquals("CustomerID", key.name());
      assertEquals(ColumnType.IDENTIFIER, key.type());
      assertEquals(135_080, key.missing());
      assertEquals(4_372, report.directory());
      assertEquals(4_338, report.base());
      assertNotNull(report.counted());
      assertEquals(397_884, report.counted().rows());
      assertEquals(18_532, report.counted().orders());
      assertEquals(4_338, report.counted().customers());
      assertEquals(new BigDecimal("8911407.904"), report.counted().amount());
      frequencySumsToTheOrders(project);
      segments(project);
    }
  }

  private static void frequencySumsToTheOrders(Project project) {
    FieldColumn frequency = project.column(project.fields().find(FieldRef.named("frequency")).orElseThrow(),
        new Segment.Reference.Project(), SILENT);
    long sum = 0;
    for (long orders : frequency.values()) {
      sum += orders;
    }
    assertEquals(18_532, sum);
  }

  private static void segments(Project project) {
    Segment all = SegmentJson.read("""
        {"version":1,"name":"All","asOf":"project","rule":{"everyone":true}}""");
    Evaluation evaluation = project.evaluate(all, SILENT);
    assertEquals(4_338, evaluation.count());
    assertEquals(LocalDate.of(2011, 12, 9), evaluation.asOf());
    Explanation why = project.explain(all, "17850", SILENT);
    assertEquals(true, why.member());
  }
}
