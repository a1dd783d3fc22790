package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.sample.SampleProject;

/** What was planted in the sample is found again, by the command line. */
class SampleJourneyTest {
  private static final Map<String, String> PLANTED = Map.of("win-back", "Clients fidèles à réactiver", "best",
      "Meilleurs clients", "second-purchase", "Nouveaux clients sans deuxième commande",
      "dormant-big-baskets",
      "Inactifs à gros panier", "birthdays", "Anniversaires des porteurs de carte");

  @TempDir
  static Path folder;

  @BeforeAll
  static void make() {
    JsonNode sample = Ran.answer("sample", "--out", folder.resolve("shop"), "--language", "fr");
    assertEquals(4_000, sample.at("/truth/customers").asInt());
    try (Project project = SampleProject.create(project(), Locale.FRANCE, JobContext.silent())) {
      assertEquals(5, project.view().segments().size());
    }
  }

  @Test
  void everyPlantedSegmentHoldsExactlyWhomItWasPlantedOn() throws IOException {
    for (Map.Entry<String, String> planted : PLANTED.entrySet()) {
      Path members = folder.resolve(planted.getKey() + ".csv");
      JsonNode answer = Ran.answer("segment", "--project", project(), "--name", planted.getValue(),
          "--members",
          members);
      Set<String> expected = new TreeSet<>();
      for (List<String> row : truth()) {
        if (List.of(row.get(2).split(" ")).contains(planted.getKey())) {
          expected.add(row.getFirst());
        }
      }
      assertEquals(expected, new TreeSet<>(Files.readAllLines(members).stream().skip(1).toList()));
      assertEquals(expected.size(), answer.get("count").asInt());
      assertEquals("2026-10-31", answer.get("asOf").asString());
      assertTrue(answer.at("/sentence/fr").asString().startsWith("Clients"));
      assertTrue(answer.at("/sentence/en").asString().startsWith("Customers"));
    }
  }

  @Test
  void thePlantedGroupsAreRecommendedAndFound() throws IOException {
    JsonNode answer = Ran.answer("cluster", "--project", project(), "--fields",
        "recency,frequency,monetary,average_basket", "--save", "Groupes");
    assertEquals(5, answer.get("recommended").asInt());
    assertEquals(5, answer.get("k").asInt());
    Map<String, Integer> found = new HashMap<>();
    for (int cluster = 1; cluster <= 5; cluster++) {
      Path document = Files.writeString(folder.resolve("c.json"),
          "{\"version\":1,\"name\":\"c\",\"rule\":{\"cluster\":\"Groupes\",\"in\":[%d]}}".formatted(cluster));
      Path members = folder.resolve("c.csv");
      Ran.answer("segment", "--project", project(), "--file", document, "--members", members);
      int number = cluster;
      Files.readAllLines(members).stream().skip(1).forEach(key -> found.put(key, number));
    }
    List<List<String>> planted = truth().stream().filter(row -> !row.get(1).equals("prospects")).toList();
    assertEquals(planted.size(), found.size());
    double agreement = AdjustedRand.of(planted.stream().map(row -> row.get(1)).toList(),
        planted.stream().map(row -> found.getOrDefault(row.getFirst(), 0)).toList());
    assertTrue(agreement >= 0.9, "adjusted Rand index " + agreement);
  }

  @Test
  void filesAloneAreUnderstood() {
    Path shop = folder.resolve("shop");
    JsonNode answer = Ran.answer("import", "--project", folder.resolve("alone.parcelle"), "--zone",
        "Europe/Paris",
        shop.resolve("clients.csv"), shop.resolve("commandes.csv"), shop.resolve("visites.csv"),
        shop.resolve("emails.csv"));
    assertEquals(4_000, answer.at("/customers/base").asInt());
    assertEquals(List.of("customer-key", "order-key", "event-time", "product", "quantity", "unit-price"),
        answer.at("/tables/1/columns")
            .valueStream()
            .map(c -> c.get("role").asString())
            .filter(role -> !role.equals("none") && !role.equals("amount"))
            .sorted(java.util.Comparator.comparingInt(List.of("customer-key", "order-key", "event-time",
                "product",
                "quantity", "unit-price")::indexOf))
            .toList());
    assertEquals("identifier", answer.at("/tables/0/columns/7/type").asString());
    assertEquals("date", answer.at("/tables/0/columns/5/type").asString());
    assertTrue(answer.at("/tables/0/columns/5/invalid").asInt() > 0);
    assertEquals("yes-no", answer.at("/tables/0/columns/11/type").asString());
    assertEquals("consent", answer.at("/tables/0/columns/11/role").asString());
    assertEquals("decimal", answer.at("/tables/1/columns/6/type").asString());
  }

  @Test
  void aTableWrittenBackIsReadAsTheSame() {
    Path csv = folder.resolve("back.csv");
    JsonNode written = Ran.answer("tables", "--project", project(), "--table", "commandes", "--to", csv);
    Path copy = folder.resolve("copy.parcelle");
    JsonNode first = Ran.answer("import", "--project", folder.resolve("first.parcelle"), "--zone",
        "Europe/Paris",
        folder.resolve("shop/commandes.csv"));
    JsonNode again = Ran.answer("import", "--project", copy, "--zone", "Europe/Paris", csv);
    assertEquals(first.at("/tables/0/counted"), again.at("/tables/0/counted"));
    assertEquals(written.at("/written/rows").asLong(), again.at("/tables/0/rowsStored").asLong());
  }

  @Test
  void aSegmentSavedUnderANameIsFoundUnderIt() throws IOException {
    Path document = Files.writeString(folder.resolve("paris.json"), """
        {"version":1,"name":"Parisiens","rule":{"all":[{"field":"ville","op":"equals","value":"PARIS"}]}}""");
    JsonNode saved = Ran.answer("segment", "--project", project(), "--file", document, "--save", "À Paris");
    JsonNode named = Ran.answer("segment", "--project", project(), "--name", "a paris");
    assertTrue(saved.get("count").asInt() > 0);
    assertEquals(saved.get("count"), named.get("count"));
    assertEquals("À Paris", named.get("name").asString());
  }

  @Test
  void asOfAnEarlierDaySeesOnlyWhatHadHappened() {
    JsonNode then = Ran.answer("segment", "--project", project(), "--name", PLANTED.get("win-back"),
        "--as-of",
        "2026-03-31");
    assertEquals("2026-03-31", then.get("asOf").asString());
    JsonNode now = Ran.answer("segment", "--project", project(), "--name", PLANTED.get("win-back"));
    assertTrue(then.at("/rows/2/missing").asInt() > now.at("/rows/2/missing").asInt() + 100,
        "more customers had no basket yet");
  }

  @Test
  void anExportHoldsTheCustomersOfTheSegment() throws IOException {
    Path workbook = folder.resolve("best.xlsx");
    JsonNode answer = Ran.answer("export", "--project", project(), "--segment", PLANTED.get("best"), "--to",
        workbook,
        "--language", "fr");
    long planted = truth().stream().filter(row -> List.of(row.get(2).split(" ")).contains("best")).count();
    assertEquals(planted, answer.get("rows").asLong());
    assertEquals(planted, answer.at("/segments/0/count").asLong());
    assertTrue(Files.size(workbook) > 10_000);
  }

  private List<List<String>> truth() throws IOException {
    return Files.readAllLines(folder.resolve("shop/truth.csv"))
        .stream()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }

  private static Path project() {
    return folder.resolve("shop.parcelle");
  }
}
