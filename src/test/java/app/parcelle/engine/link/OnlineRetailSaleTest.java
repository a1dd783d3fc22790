package app.parcelle.engine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.SharedData;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportReport.Counted;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.SaleReport;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.Sale.Returns;
import app.parcelle.engine.table.TableVersion;

/** The published figures of Online Retail, reached by saying what counts as a sale. */
class OnlineRetailSaleTest {
  private static final JobContext JOB = JobContext.silent();

  @TempDir
  Path folder;

  @Test
  void cancellationsReturnsAndGuestsAreToldApart() {
    Path file = SharedData.require("online_retail/online_retail_541909.csv.gz");
    try (Project project = Project.create(folder.resolve("retail"), ZoneId.of("Europe/London"))) {
      String id = project.importFile(file, ImportOptions.FOUND.withCountsWhen("UnitPrice > 0"), JOB)
          .table()
          .tableId();
      TableVersion table = project.view().tables().getFirst();
      assertNull(table.sale());
      Sale proposed = project.sales().propose(table, JOB);
      assertEquals(Returns.SUBTRACT, proposed.returns());
      assertEquals(List.of(new Sale.Rows("InvoiceNo", List.of("C"), true)), proposed.cancelled());

      project.sales()
          .define(id, new Sale(Returns.LEAVE_OUT, proposed.cancelled(), List.of(), Sale.Amount.FOUND, null));
      assertEquals(new Counted(397_884, 18_532, 4_338, new BigDecimal("8911407.904")), counted(project));
      SaleReport report = project.sales().report(table, JOB);
      assertEquals(541_909, report.all().rows());
      assertEquals(9_288, report.cancelled().rows());
      assertEquals(report.counted().rows() - 397_884, report.guests().rows());

      project.sales().define(id, new Sale(Returns.SUBTRACT, List.of(), List.of(), Sale.Amount.FOUND, null));
      // all rows with a customer come to 8,300,065.814; what came back is no order
      assertEquals(new Counted(397_884, 18_532, 4_338, new BigDecimal("8300065.814")), counted(project));
      assertEquals(4_338, project.view().base());
    }
  }

  private static Counted counted(Project project) {
    return project.counted(project.view().tables().getFirst(), JOB);
  }
}
