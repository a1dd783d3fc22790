package app.parcelle.engine.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;

class SampleFilesTest {
  @TempDir
  Path folder;

  @Test
  void theSameSeedWritesTheSameBytes() throws IOException {
    write("one", new SampleRequest(300, 7_500, Locale.FRENCH, 7));
    write("two", new SampleRequest(300, 7_500, Locale.FRENCH, 7));
    for (String file : List.of("clients.csv", "commandes.csv", "visites.csv", "emails.csv", "villes.csv",
        "truth.csv",
        "truth.json")) {
      assertEquals(-1,
          Files.mismatch(folder.resolve("one").resolve(file), folder.resolve("two").resolve(file)), file);
    }
  }

  @Test
  void anotherSeedWritesAnotherShop() throws IOException {
    write("one", new SampleRequest(300, 7_500, Locale.FRENCH, 7));
    write("two", new SampleRequest(300, 7_500, Locale.FRENCH, 8));
    assertNotEquals(-1, Files.mismatch(folder.resolve("one/clients.csv"), folder.resolve("two/clients.csv")));
  }

  @Test
  void frenchFilesAreWrittenTheFrenchWay() throws IOException {
    write("fr", new SampleRequest(300, 7_500, Locale.FRENCH, 7));
    List<String> orders = Files.readAllLines(folder.resolve("fr/commandes.csv"));
    assertEquals("N° commande;N° client;Date de commande;Produit;Catégorie;Quantité;Prix unitaire;Canal",
        orders.getFirst());
    assertTrue(orders.stream()
        .skip(1)
        .allMatch(line -> line
            .matches(
                "\\d+;(C\\d{7})?;\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d;[^;]+;[^;]*;-?\\d+;\\d+,\\d\\d;\\w+")));
  }

  @Test
  void englishFilesAreWrittenTheEnglishWay() throws IOException {
    write("en", new SampleRequest(300, 7_500, Locale.ENGLISH, 7));
    List<String> orders = Files.readAllLines(folder.resolve("en/orders.csv"));
    assertEquals("Order ID,Customer ID,Order time,Product,Category,Quantity,Unit price,Channel",
        orders.getFirst());
    assertTrue(orders.stream()
        .skip(1)
        .allMatch(line -> line
            .matches(
                "\\d+,(C\\d{7})?,\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d,[^,]+,[^,]*,-?\\d+,\\d+\\.\\d\\d,\\w+")));
  }

  @Test
  void dirtIsThereInSmallMeasure() throws IOException {
    write("en", SampleRequest.standard(Locale.ENGLISH));
    Shown shop = Shown.read(folder.resolve("en"));
    assertBetween(0.005, 0.03, shop.share(shop.orders(), r -> Integer.parseInt(r.get(5)) < 0), "returns");
    assertBetween(0.005, 0.04, shop.share(shop.orders(), r -> r.get(1).isEmpty()), "guests");
    assertBetween(0.0002, 0.01, shop.share(shop.orders(), r -> r.get(2).startsWith("1985-02-31")), "dates");
    assertBetween(0.08, 0.16, shop.share(shop.customers(), r -> r.get(11).isEmpty()), "consent");
    assertBetween(0.06, 0.12, shop.share(shop.customers(), r -> r.get(11).equals("no")), "refused");
    assertBetween(0.001, 0.01,
        shop.share(shop.customers(), r -> r.get(5).matches("1985-02-31|0000.*|u.*|.*02-29")),
        "birth dates");
    assertTrue(shop.customers().stream().anyMatch(r -> r.get(7).startsWith("0")), "leading zeros");
  }

  @Test
  void customersAreFoundAroundTheirTowns() throws IOException {
    write("en", SampleRequest.standard(Locale.ENGLISH));
    Shown shop = Shown.read(folder.resolve("en"));
    java.util.Map<String, List<String>> towns = new java.util.HashMap<>();
    Files.readAllLines(folder.resolve("en/towns.csv"))
        .stream()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .forEach(row -> towns.put(row.get(1), row));
    assertEquals(EnglishShop.WORDS.cities().size(), towns.size());
    for (List<String> customer : shop.customers()) {
      assertEquals(customer.get(12).isEmpty(), customer.get(13).isEmpty(), "both or none");
      if (!customer.get(12).isEmpty()) {
        List<String> town = java.util.Objects.requireNonNull(towns.get(customer.get(7)), customer.get(7));
        assertEquals(town.get(0), customer.get(6));
        assertEquals(Double.parseDouble(town.get(3)), Double.parseDouble(customer.get(12)), 0.15);
        assertEquals(Double.parseDouble(town.get(4)), Double.parseDouble(customer.get(13)), 0.25);
      }
    }
    assertBetween(0.01, 0.06, shop.share(shop.customers(), r -> r.get(12).isEmpty()), "not on the map");
  }

  @Test
  void eventFilesAreInTheOrderOfTime() throws IOException {
    write("en", new SampleRequest(500, 20_000, Locale.ENGLISH, 3));
    Shown shop = Shown.read(folder.resolve("en"));
    List<String> times = shop.orders()
        .stream()
        .map(r -> r.get(2))
        .filter(t -> !t.startsWith("1985"))
        .toList();
    assertEquals(times.stream().sorted().toList(), times);
    List<String> visits = shop.visits().stream().map(r -> r.get(1)).toList();
    assertEquals(visits.stream().sorted().toList(), visits);
    List<String> sent = shop.emails().stream().map(r -> r.get(1)).toList();
    assertEquals(sent.stream().sorted().toList(), sent);
  }

  @Test
  void thereAreAboutAsManyEventsAsAskedFor() throws IOException {
    for (long each : new long[]{10, 25, 60}) {
      SampleFiles.Written written = write("n" + each,
          new SampleRequest(2_000, 2_000 * each, Locale.ENGLISH, 5));
      long events = written.files().stream().skip(1).mapToLong(SampleFiles.File::rows).sum();
      assertBetween(0.9, 1.1, events / (2_000.0 * each), each + " events each");
    }
  }

  @Test
  void theTruthIsWhatTheFilesSay() throws IOException {
    SampleTruth truth = write("en", SampleRequest.standard(Locale.ENGLISH)).truth();
    Shown shop = Shown.read(folder.resolve("en"));
    for (PlantedSegment segment : PlantedSegment.values()) {
      assertEquals(shop.members(segment), shop.planted(segment), segment.id());
      assertEquals(shop.members(segment).size(), truth.segments().get(segment), segment.id());
    }
    assertEquals(5, truth.clusters());
    assertEquals(4_000, truth.groups().values().stream().mapToInt(n -> n).sum());
  }

  @Test
  void sizesOutOfRangeAreRefused() {
    assertThrows(Problem.class, () -> new SampleRequest(0, 10, Locale.ENGLISH, 1));
    assertThrows(Problem.class, () -> new SampleRequest(1_000_001, 10_000_000, Locale.ENGLISH, 1));
    assertThrows(Problem.class, () -> new SampleRequest(100, 499, Locale.ENGLISH, 1));
    assertThrows(Problem.class, () -> new SampleRequest(100, 10_000_001, Locale.ENGLISH, 1));
  }

  @Test
  void cancellingStops() {
    CancelledLater cancelled = new CancelledLater(0);
    assertThrows(JobContext.Cancelled.class,
        () -> SampleFiles.write(SampleRequest.standard(Locale.FRENCH), folder, cancelled));
  }

  private SampleFiles.Written write(String name, SampleRequest request) throws IOException {
    Path into = Files.createDirectory(folder.resolve(name));
    SampleFiles.Written written = SampleFiles.write(request, into, JobContext.silent());
    try (Stream<Path> files = Files.list(into)) {
      assertEquals(7, files.count());
    }
    return written;
  }

  private static void assertBetween(double low, double high, double value, String what) {
    assertTrue(value >= low && value <= high, what + ": " + value);
  }
}
