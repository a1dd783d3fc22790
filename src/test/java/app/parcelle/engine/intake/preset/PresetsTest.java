package app.parcelle.engine.intake.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.SharedData;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.IntakeResult;
import app.parcelle.engine.intake.IntakeResult.ReadColumn;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.CsvSource;
import app.parcelle.engine.intake.csv.ReadBack;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.sample.SampleFiles;
import app.parcelle.engine.sample.SampleRequest;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

class PresetsTest {
  static List<Preset> presets() {
    return Presets.all();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void exportIsRecognisedByItsHeadersAndReadAsThePresetSays(Preset preset) {
    for (boolean french : new boolean[]{false, true}) {
      IntakeResult result = ReadBack.of(SmallExport.of(preset, french)).result();
      Recognised recognised = result.preset();
      assertNotNull(recognised, preset.id());
      assertEquals(preset.id(), recognised.preset().id());
      assertEquals(preset.kind().name(), result.kind().name());
      boolean named = french && preset.columns().stream().anyMatch(known -> !known.fr().isEmpty());
      if (!preset.table().isEmpty()) {
        assertEquals(preset.table().get(named ? "fr" : "en"), result.tableName());
      }
      for (Preset.Known known : preset.columns()) {
        ReadColumn column = column(result, SmallExport.header(known, french));
        if (known.type() != null) {
          assertEquals(known.type(), column.type(), column.name());
        }
        if (known.role() != null && known.role() != Role.NONE) {
          assertTrue(result.columns().stream().anyMatch(other -> other.role() == known.role()),
              column.name());
        }
        if (known.role() == Role.NONE) {
          assertEquals(Role.NONE, column.role(), column.name());
        }
        assertEquals(0, column.invalid(), column.name());
      }
    }
  }

  private static ReadColumn column(IntakeResult result, String name) {
    return result.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void columnsThatItNeedsAreEnoughWithAsManyOthersAsItAsksFor(Preset preset) {
    List<String> needed = names(preset, true);
    List<String> least = new ArrayList<>(needed);
    List<String> others = names(preset, false);
    least.addAll(others.subList(0, Math.max(0, preset.least() - needed.size())));
    Recognised recognised = Presets.recognise(null, least);
    assertNotNull(recognised);
    assertEquals(preset.id(), recognised.preset().id());
    for (String missing : needed) {
      Recognised other = Presets.recognise(null,
          least.stream().filter(name -> !name.equals(missing)).toList());
      assertTrue(other == null || !other.preset().id().equals(preset.id()), missing);
    }
  }

  private static List<String> names(Preset preset, boolean needed) {
    return preset.columns().stream().filter(k -> k.needed() == needed).map(Preset.Known::name).toList();
  }

  @Test
  void caseAccentsAndSignsBetweenWordsDoNotMatter() {
    Recognised loyalty = Presets.recognise(null,
        List.of("N° CARTE", "NOM", "PRENOM", "CODE_POSTAL", "SOLDE POINTS", "DATE D\u2019ADHESION"));
    assertNotNull(loyalty);
    assertEquals("loyalty-cards", loyalty.preset().id());
    assertEquals(6, loyalty.columns().size());
  }

  @Test
  void whatAPersonSaysGoesOverThePreset() {
    Path file = SmallExport.of(Presets.of("shopify-orders"), false);
    IntakeResult result = ReadBack.of(file, ImportOptions.FOUND.withTable("Ventes")
        .withTypes(Map.of("lineitem sku", ColumnType.TEXT))
        .withRoles(Map.of("Id", Role.ORDER_KEY, "Vendor", Role.PLACE))).result();
    assertEquals("Ventes", result.tableName());
    assertEquals(ColumnType.TEXT, column(result, "Lineitem sku").type());
    assertEquals(Role.ORDER_KEY, column(result, "Id").role());
    assertEquals(Role.NONE, column(result, "Name").role());
    assertEquals(Role.PLACE, column(result, "Vendor").role());
    assertEquals(Role.NONE, column(result, "Shipping Country").role());
    assertEquals(Role.CUSTOMER_KEY, column(result, "Email").role());
    assertNull(ReadBack.of(file, ImportOptions.FOUND.withPreset("none")).result().preset());
  }

  @Test
  void presetThatAPersonAsksForIsFollowedAsFarAsItsColumnsAreThere() {
    ImportOptions asked = Presets.recognise("shopify-orders", List.of("Name", "Total", "Email"))
        .over(ImportOptions.FOUND);
    assertEquals(Map.of("Name", Role.ORDER_KEY, "Total", Role.NONE, "Email", Role.CUSTOMER_KEY),
        asked.roles());
    assertNull(asked.countsWhen());
    Problem unknown = org.junit.jupiter.api.Assertions.assertThrows(Problem.class,
        () -> Presets.recognise("shopfy", List.of("Name")));
    assertEquals("intake.no-preset", unknown.message().key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"customers", "bank", "journey", "cdnow", "rfm", "duplicates", "geo", "csv/messy",
      "csv/spectrum", "online_retail"})
  void otherFilesAreNotTakenForExports(String folder) throws IOException {
    List<String> taken = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SharedData.require(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try {
          Recognised preset = preview(file).preset();
          if (preset != null) {
            taken.add(file.getFileName() + " " + preset.preset().id());
          }
        } catch (Problem refused) {
          assertTrue(refused.message().key().startsWith("intake."));
        }
      }
    }
    assertEquals(List.of(), taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void sampleShopIsNotTakenForAnExport(String language, @TempDir Path folder) throws IOException {
    SampleFiles.write(new SampleRequest(100, 1_000, Locale.of(language), 1), folder, JobContext.silent());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        assertNull(preview(file).preset(), file.toString());
      }
    }
  }

  private static ImportPreview preview(Path file) throws IOException {
    try (TextSource source = Sources.of(file, TextOptions.FOUND)) {
      return CsvSource.preview(source, ImportOptions.FOUND, ReadBack.PARIS, JobContext.silent());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"email,first_name,last_name,city", "Date,Amount,Customer,Product,Quantity",
      "order_id,customer_id,order_date,status,amount", "Nom,Prénom,E-mail,Ville,Code postal",
      "N° client,Nom,Prénom,Adresse,Téléphone", "Date,Ticket,Magasin,Montant TTC", "Timestamp,Level,Message",
      "Id,Name,Email,Country,Total", "event_name,event_count",
      "Facture,Date,Client,Article,Quantité,Prix unitaire"})
  void commonHeadersAreNotTakenForExports(String header) {
    assertNull(Presets.recognise(null, List.of(header.split(","))));
  }

  /** The page is made of the files; where it differs, the new one lies in target. */
  @Test
  void pageTellsOfEachPreset() throws IOException {
    String page = PresetsPage.text();
    Path written = Path.of("src/docs/presets.md");
    if (!Files.exists(written) || !Files.readString(written).equals(page)) {
      Files.writeString(Path.of("target/presets.md"), page);
    }
    assertEquals(Files.readString(written), page);
  }

  @Test
  void eachFileIsAPreset() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/app/parcelle/presets"))) {
      assertEquals(Presets.IDS,
          files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList());
    }
  }
}
