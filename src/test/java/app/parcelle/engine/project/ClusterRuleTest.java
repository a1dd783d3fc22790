package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.cluster.rule.Confusion;
import app.parcelle.engine.cluster.rule.RuleCandidate;
import app.parcelle.engine.cluster.rule.RuleFinder;
import app.parcelle.engine.cluster.rule.RuleOptions;
import app.parcelle.engine.cluster.rule.RulePath;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.table.Bits;

/** A rule found for a cluster takes in, as a segment of the project, exactly those it says. */
class ClusterRuleTest {
  private static final JobContext SILENT = JobContext.silent();
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Segment.Reference SEEN_FROM = new Segment.Reference.Project();
  private static final int CUSTOMERS = 600;

  @TempDir
  Path folder;

  private Project project;
  private List<Field> fields;
  private int[] numbers;
  private Sheet sheet;

  @BeforeEach
  void shop() throws IOException {
    Random random = new Random(11);
    StringBuilder people = new StringBuilder("Customer,Country,Birth date,Last visit,Age,Letter,Score\n");
    StringBuilder orders = new StringBuilder("Customer,Order,Date,Amount\n");
    String[] countries = {"France", "FRANCE ", "Belgique", "Suisse", "", "Italie"};
    for (int c = 0; c < CUSTOMERS; c++) {
      people.append(String.format(Locale.ROOT, "C%03d,%s,%s,%s,%s,%s,%s%n", c, countries[random.nextInt(6)],
          c % 17 == 0 ? "" : (1950 + random.nextInt(50)) + "-0" + (1 + random.nextInt(9)) + "-11",
          String.format(Locale.ROOT, "2025-1%d-0%d %02d:30:00", random.nextInt(3), 1 + random.nextInt(9),
              random.nextInt(24)),
          c % 53 == 1 ? "old" : c % 13 == 0 ? "" : Integer.toString(18 + random.nextInt(70)),
          c % 9 == 0 ? "" : random.nextBoolean() ? "yes" : "no", random.nextInt(400) / 4.0));
      for (int o = random.nextInt(6); o >= 0; o--) {
        orders.append(String.format(Locale.ROOT, "C%03d,%d,2025-%02d-%02d,%.2f%n", c, 10 * c + o,
            1 + random.nextInt(12), 1 + random.nextInt(28), random.nextDouble() * 300));
      }
    }
    Project.create(folder.resolve("shop.parcelle"), PARIS).close();
    project = Project.open(folder.resolve("shop.parcelle"),
        Clock.fixed(Instant.parse("2026-02-20T12:00:00Z"), ZoneOffset.UTC));
    project.importFile(Files.writeString(folder.resolve("people.csv"), people), ImportOptions.FOUND, SILENT);
    project.importFile(Files.writeString(folder.resolve("orders.csv"), orders), ImportOptions.FOUND, SILENT);
    fields = project.fields().fields().stream().filter(field -> !(field instanceof Field.Key)).toList();
    long[] base = members(new Condition.Everyone());
    numbers = IntStream.range(0, 64 * base.length).filter(c -> Bits.get(base, c)).toArray();
    sheet = new Sheet(numbers.length,
        fields.stream().map(field -> source(project.column(field, SEEN_FROM, SILENT))).toList());
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void evaluatorTakesInWhomTheRuleSays() {
    Set<Class<?>> kinds = new HashSet<>();
    Random random = new Random(2);
    double[] noise = random.doubles(numbers.length, -60, 60).toArray();
    List<IntPredicate> clusters = List.of(
        row -> number("Age", row) > 40 && number("monetary", row) + noise[row] > 250,
        row -> number("Last visit", row) * 24 + noise[row] > 24 * 20_400 || number("Letter", row) == 1,
        row -> number("Birth date", row) + 20 * noise[row] < 0 && number("recency", row) < 200,
        row -> text("Country", row).equals("france"), row -> Double.isNaN(number("Age", row)),
        row -> number("Score", row) >= 33.25 && number("Score", row) <= 70.5 && !text("Country", row)
            .equals("italie"));
    for (IntPredicate cluster : clusters) {
      long[] members = Bits.of(numbers.length);
      IntStream.range(0, numbers.length).filter(cluster).forEach(row -> Bits.set(members, row));
      RulePath path = RuleFinder.find(sheet, fields, members, RuleOptions.in(project.view().zone()), 5,
          Workers.inline(), SILENT);
      assertFalse(path.candidates().isEmpty());
      for (RuleCandidate candidate : path.candidates()) {
        collect(candidate.rule(), kinds);
        assertEquals(counted(candidate.rule(), members), candidate.all());
        Segment segment = new Segment("Rule", candidate.rule(), SEEN_FROM, null);
        assertEquals(segment, SegmentJson.read(SegmentJson.write(segment)));
      }
      assertTrue(path.candidates().getLast().heldOut().balance() > 0.8);
    }
    assertTrue(kinds.containsAll(List.of(Condition.NumberTest.class, Condition.DateTest.class,
        Condition.TextTest.class, Condition.YesNoTest.class, Condition.Known.class)), kinds::toString);
  }

  private static void collect(Condition rule, Set<Class<?>> kinds) {
    kinds.add(rule.getClass());
    switch (rule) {
      case Condition.AllOf(var children) -> children.forEach(child -> collect(child, kinds));
      case Condition.AnyOf(var children) -> children.forEach(child -> collect(child, kinds));
      default -> {
      }
    }
  }

  private Confusion counted(Condition rule, long[] members) {
    long[] in = members(rule);
    int[] counts = new int[4];
    for (int row = 0; row < numbers.length; row++) {
      counts[(Bits.get(in, numbers[row]) ? 0 : 2) + (Bits.get(members, row) ? 0 : 1)]++;
    }
    return new Confusion(counts[0], counts[1], counts[2], counts[3]);
  }

  private long[] members(Condition rule) {
    return Objects
        .requireNonNull(project.evaluate(new Segment("", rule, SEEN_FROM, null), SILENT).members());
  }

  private Sheet.Source source(FieldColumn column) {
    String name = column.field().name();
    if (!column.field().type().isText()) {
      double[] all = column.numbers();
      return new Sheet.Numbers(name, IntStream.of(numbers).mapToDouble(c -> all[c]).toArray());
    }
    Map<String, Integer> levels = new LinkedHashMap<>();
    int[] codes = IntStream.of(numbers)
        .map(c -> column.at(c) instanceof Value.OfText(String text)
            ? levels.computeIfAbsent(text, _ -> levels.size())
            : -1)
        .toArray();
    return new Sheet.Categories(name, new ArrayList<>(levels.keySet()), codes);
  }

  private double number(String field, int row) {
    return ((Sheet.Numbers) column(field)).values()[row];
  }

  private String text(String field, int row) {
    Sheet.Categories categories = (Sheet.Categories) column(field);
    int code = categories.codes()[row];
    return code < 0 ? "" : categories.levels().get(code).strip().toLowerCase(Locale.ROOT);
  }

  private Sheet.Source column(String name) {
    return sheet.columns().stream().filter(column -> column.name().equals(name)).findFirst().orElseThrow();
  }
}
