package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.intake.ImportReport.Counted;
import app.parcelle.engine.intake.preset.Preset;
import app.parcelle.engine.intake.preset.Presets;
import app.parcelle.engine.intake.preset.SmallExport;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/** What an export says through its preset reaches the project. */
class PresetImportTest {
  /** Three orders and one that was voided; what an order has once stands on its first line only. */
  private static final String SHOPIFY = """
      Name,Email,Financial Status,Subtotal,Shipping,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping Country,Cancelled at
      #1001,a@exemple.fr,paid,50.00,5.00,55.00,2024-03-01 10:00:00 +0100,2,Théière,20.00,T1,FR,
      #1001,a@exemple.fr,,,,,2024-03-01 10:00:00 +0100,1,Bol,10.00,B1,,
      #1002,b@exemple.fr,voided,30.00,0.00,30.00,2024-03-02 11:00:00 +0100,1,Théière,20.00,T1,BE,
      #1002,b@exemple.fr,,,,,2024-03-02 11:00:00 +0100,1,Bol,10.00,B1,,
      #1003,a@exemple.fr,partially_refunded,10.00,5.00,15.00,2024-03-03 12:00:00 +0100,1,Bol,10.00,B1,FR,
      #1004,c@exemple.fr,paid,20.00,0.00,20.00,2024-03-04 12:00:00 +0100,1,Théière,20.00,T1,FR,2024-03-05 09:00:00 +0100
      """;

  @TempDir
  Path folder;

  @Test
  void amountsOfAnOrderWithSeveralLinesAreCountedOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("orders_export.csv"), SHOPIFY);
    try (Project project = Project.create(folder.resolve("shop"), ZoneId.of("Europe/Paris"))) {
      ImportReport report = imported(project, file, ImportOptions.FOUND);
      assertEquals("shopify-orders", report.preset());
      assertEquals("Shopify orders", report.table().name());
      Counted counted = report.counted();
      assertNotNull(counted);
      assertEquals(3, counted.rows());
      assertEquals(2, counted.orders());
      assertEquals(1, counted.customers());
      BigDecimal amount = counted.amount();
      assertNotNull(amount);
      assertEquals(new BigDecimal("60"), amount.stripTrailingZeros().setScale(0));
      assertEquals(Message.of("intake.preset", Message.of("preset.shopify-orders"), 13),
          report.notes().getFirst());
    }
  }

  @Test
  void everyRowCountsWhereAPersonSaysSoOrWantsNoPreset() throws IOException {
    Path file = Files.writeString(folder.resolve("orders_export.csv"), SHOPIFY);
    try (Project project = Project.create(folder.resolve("shop"), ZoneId.of("Europe/Paris"))) {
      Counted counted = imported(project, file, ImportOptions.FOUND.withCountsWhen("\"Lineitem price\" > 0"))
          .counted();
      assertNotNull(counted);
      assertEquals(6, counted.rows());
      ImportReport without = imported(project, file, ImportOptions.FOUND.withPreset(Presets.NONE));
      assertNull(without.preset());
      assertNull(without.table().countsWhen());
      assertEquals("orders_export", without.table().name());
    }
  }

  /** A rule that a preset brings is one of its own columns and their types. */
  @Test
  void exportOfEveryPresetIsImported() {
    try (Project project = Project.create(folder.resolve("all"), ZoneId.of("Europe/Paris"))) {
      for (Preset preset : Presets.all()) {
        for (boolean french : new boolean[]{false, true}) {
          ImportReport report = imported(project, SmallExport.of(preset, french), ImportOptions.FOUND);
          assertEquals(preset.id(), report.preset());
          assertEquals(preset.countsWhen() == null, report.table().countsWhen() == null);
        }
      }
    }
  }

  private static ImportReport imported(Project project, Path file, ImportOptions options) {
    return project.importAll(List.of(Sources.file(file)), options, JobContext.silent()).getFirst();
  }
}
