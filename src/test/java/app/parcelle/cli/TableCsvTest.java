package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import app.parcelle.engine.project.Project;

/** A table written as CSV holds the cells of the file it came from. */
class TableCsvTest {
  private static final List<String> COLUMNS = List.of("customer", "at", "day", "pieces", "price", "gift",
      "note");
  private static final List<String> NOT_UNDERSTOOD = List.of("n/a", "about ten, or so", "\"two\"", "12 or 13",
      "?",
      "first\nsecond", "zwölf");
  private static final List<String> NOTES = List.of("", "null", "a,b", "say \"hi\"", "plain", "two\nlines",
      "1e5");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  @TempDir
  Path folder;

  /** More rows than a chunk holds, one cell in forty not understood. */
  @Test
  void whatWasNotUnderstoodIsWrittenWithTheTextItHad() throws IOException {
    List<List<String>> rows = rows(new Random(4), 70_000);
    Path file = folder.resolve("orders.csv");
    try (CsvWriter out = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(file)) {
      out.writeRecord(COLUMNS);
      rows.forEach(out::writeRecord);
    }
    JsonNode imported = imported(project(), file);
    assertEquals(rows.size(), imported.at("/tables/0/rowsStored").asInt());
    assertTrue(imported.at("/tables/0/columns/3/invalid").asInt() > 1000);

    assertSame(rows, written());
    try (Project project = Project.open(project())) {
      project.countWhen("t1", "pieces > 3");
    }
    assertSame(rows, written());
  }

  /** A text is not taken for a missing value when it comes back. */
  @Test
  void whatWasWrittenIsReadAsTheSame() throws IOException {
    Path file = Files.writeString(folder.resolve("orders.csv"), """
        customer,at,day,pieces,price,gift,note
        C1,2024-01-10 10:00:00,2024-01-10,1,2.50,yes,"null"
        C2,2024-01-11 10:00:00,2024-01-11,?,2.50,yes,"\\N"
        C3,2024-01-12 10:00:00,2024-01-12,3,,yes,null
        C4,2024-01-13 10:00:00,2024-01-13,4,2.50,no,"NULL"
        """);
    JsonNode columns = imported(project(), file).at("/tables/0/columns");
    assertEquals(1, columns.get(6).get("missing").asInt());
    Path back = folder.resolve("back.csv");
    Ran.answer("tables", "--project", project(), "--table", "orders", "--to", back);
    assertEquals(columns, imported(folder.resolve("again.parcelle"), back).at("/tables/0/columns"));
  }

  private static JsonNode imported(Path project, Path file) {
    return Ran.answer("import", "--project", project, "--zone", "UTC", "--delimiter", ",", "--role",
        "customer=customer-key", "--type", "at=date-time", "--type", "day=date", "--type", "pieces=whole",
        "--type", "price=decimal", "--type", "gift=yes-no", "--type", "note=text", file);
  }

  private List<List<String>> written() throws IOException {
    Path back = folder.resolve("back.csv");
    Ran.answer("tables", "--project", project(), "--table", "orders", "--to", back);
    try (CsvReader<CsvRecord> in = CsvReader.builder().ofCsvRecord(back)) {
      List<List<String>> rows = new ArrayList<>();
      in.forEach(row -> rows.add(List.copyOf(row.getFields())));
      assertEquals(COLUMNS, rows.removeFirst());
      return rows;
    } finally {
      Files.delete(back);
    }
  }

  private static List<List<String>> rows(Random random, int count) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(List.of("C" + random.nextInt(5_000),
          cell(random,
              () -> LocalDateTime.of(2024, 1, 1, 0, 0).plusSeconds(random.nextInt(30_000_000)).format(TIME)),
          cell(random, () -> LocalDate.of(1990, 1, 1).plusDays(random.nextInt(9_000)).toString()),
          cell(random, () -> Integer.toString(random.nextInt(50))),
          cell(random, () -> random.nextInt(90) + "." + (10 + random.nextInt(90))),
          cell(random, () -> random.nextBoolean() ? "yes" : "no"), NOTES.get(random.nextInt(NOTES.size()))));
    }
    return rows;
  }

  private static String cell(Random random, Supplier<String> understood) {
    int dice = random.nextInt(40);
    return dice == 0
        ? NOT_UNDERSTOOD.get(random.nextInt(NOT_UNDERSTOOD.size()))
        : dice == 1 ? "" : understood.get();
  }

  /** The same rows in any order; tells of the first that differ. */
  private static void assertSame(List<List<String>> expected, List<List<String>> found) {
    Map<List<String>, Integer> left = new HashMap<>();
    expected.forEach(row -> left.merge(row, 1, Integer::sum));
    found.forEach(row -> left.merge(row, -1, Integer::sum));
    left.values().removeIf(times -> times == 0);
    assertEquals(List.of(), left.entrySet().stream().limit(3).toList());
  }

  private Path project() {
    return folder.resolve("shop.parcelle");
  }
}
