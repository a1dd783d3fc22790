package app.parcelle.engine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.SharedData;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.link.LinkProposal.Kind;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Six files of a grocery chain, with what simple loops over their lines say. */
class JourneyTest {
  private static final JobContext JOB = JobContext.silent();

  @TempDir
  Path folder;

  private Path data = Path.of("");

  @BeforeEach
  void data() {
    data = SharedData.require("journey/products.csv").getParent();
  }

  private List<String[]> lines(String file) throws IOException {
    return Files.readAllLines(data.resolve(file)).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static TableVersion table(Project project, String name) {
    return project.view().tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void theFilesFindEachOther() throws IOException {
    try (Project project = Project.create(folder.resolve("journey"), ZoneId.of("UTC"))) {
      project.importAll(List.of("demographics", "products", "campaign_descriptions", "transactions_sample",
          "campaigns").stream().map(name -> Sources.file(data.resolve(name + ".csv"))).toList(),
          ImportOptions.FOUND, JOB);
      assertEquals(TableKind.LOOKUP, table(project, "products").kind());
      assertEquals(TableKind.LOOKUP, table(project, "campaign_descriptions").kind());
      assertEquals(TableKind.CUSTOMERS, table(project, "demographics").kind());
      List<LinkProposal> proposals = project.links().propose(JOB);
      LinkProposal products = proposals.stream()
          .filter(p -> p.link().equals(new Link("product_id", "products", "product_id")))
          .findFirst()
          .orElseThrow();
      Set<String> known = new HashSet<>();
      lines("products.csv").forEach(line -> known.add(line[0]));
      Set<String> bought = new HashSet<>();
      Map<String, Long> rows = new HashMap<>();
      List<String[]> transactions = lines("transactions_sample.csv");
      int column = List.of(Files.readAllLines(data.resolve("transactions_sample.csv")).getFirst().split(","))
          .indexOf("product_id");
      for (String[] line : transactions) {
        bought.add(line[column]);
        rows.merge(known.contains(line[column]) ? "found" : "not", 1L, Long::sum);
      }
      assertEquals(Kind.LOOKUP, products.kind());
      // 16,384 of the different products, where they are more
      assertEquals(Math.min(ValueSketch.MOST, bought.size()), products.values());
      assertTrue(products.share() > 0.99, products.toString());
      TableVersion orders = table(project, "transactions_sample");
      project.links().link(orders.tableId(), products.link(), JOB);
      LinkReport report = project.links().report(orders, JOB);
      assertEquals(rows.getOrDefault("found", 0L), report.lookups().getFirst().found());
      assertEquals(rows.getOrDefault("not", 0L), report.lookups().getFirst().notFound());
      assertEquals(departments(transactions, column), departments(project));
      orphans(project, transactions);
    }
  }

  /** How many rows each department has, by the file of products. */
  private Map<String, Long> departments(List<String[]> transactions, int column) throws IOException {
    Map<String, String> of = new HashMap<>();
    lines("products.csv").forEach(line -> of.putIfAbsent(line[0], line[2]));
    TreeMap<String, Long> counts = new TreeMap<>();
    transactions.forEach(line -> counts.merge(of.getOrDefault(line[column], ""), 1L, Long::sum));
    return counts;
  }

  private static Map<String, Long> departments(Project project) {
    TableVersion table = table(project, "transactions_sample");
    Column column = table.named("department").orElseThrow();
    TreeMap<String, Long> counts = new TreeMap<>();
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        Chunk chunk = project.data().chunk(table, column, run, index);
        for (int row = 0; row < chunk.rows(); row++) {
          String text = chunk.isMissing(row)
              ? ""
              : Objects.requireNonNull(chunk.dictionary()).text(chunk.at(row));
          counts.merge(text, 1L, Long::sum);
        }
      }
    }
    return counts;
  }

  private void orphans(Project project, List<String[]> transactions) throws IOException {
    Set<String> known = new HashSet<>();
    lines("demographics.csv").forEach(line -> known.add(line[0]));
    Set<String> here = new HashSet<>();
    long linked = 0;
    for (String[] line : transactions) {
      here.add(line[0]);
      linked += known.contains(line[0]) ? 1 : 0;
    }
    LinkReport.Customers report = Objects
        .requireNonNull(project.links().report(table(project, "transactions_sample"), JOB).customers());
    assertEquals(linked, report.linked());
    assertEquals(transactions.size() - linked, report.orphans());
    long both = here.stream().filter(known::contains).count();
    assertEquals(List.of(both, here.size() - both, known.size() - both),
        List.of((long) report.both(), (long) report.onlyHere(), (long) report.onlyThere()));
  }
}
