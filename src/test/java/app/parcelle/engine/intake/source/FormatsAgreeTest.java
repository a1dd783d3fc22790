package app.parcelle.engine.intake.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import app.parcelle.engine.intake.csv.ReadBack;
import app.parcelle.engine.intake.csv.TestFiles;
import app.parcelle.engine.intake.ods.OdsFiles;

/** The same table in every format becomes the same columns of the same types with the same values. */
class FormatsAgreeTest {
  private static final List<String> WORDS = List.of("Zoé", "a,b;c", "say \"no\"", "two\nlines", "tab\there",
      "€uro ", "<b>&amp;", "|;¦",
      "x");

  /** What a column holds. */
  private enum Kind {
    TEXT, WHOLE, DECIMAL, YES_NO, DAY
  }

  /** A table of random cells; null for a missing one. */
  private record Table(List<String> names, List<Kind> kinds, List<List<String>> rows) {
    static Table random(long seed) {
      Random random = new Random(seed);
      int width = 1 + random.nextInt(5);
      List<Kind> kinds = new ArrayList<>();
      for (int c = 0; c <= width; c++) {
        kinds.add(c == 0 ? Kind.TEXT : List.of(Kind.values()).get(random.nextInt(Kind.values().length)));
      }
      List<String> names = IntStream.range(0, kinds.size())
          .mapToObj(c -> "colonne " + (char) ('a' + c))
          .toList();
      List<List<String>> rows = new ArrayList<>();
      int height = 3 + random.nextInt(30);
      for (int r = 0; r < height; r++) {
        List<String> row = new ArrayList<>();
        for (Kind kind : kinds) {
          row.add(r > 1 && random.nextInt(6) == 0 ? "" : value(kind, random));
        }
        // a last line of text that begins with an empty cell is taken for a total, which JSON and sheets do not have
        if ((r == height - 1 && row.getFirst().isEmpty()) || row.stream().allMatch(String::isEmpty)) {
          row.set(0, "x");
        }
        rows.add(row);
      }
      return new Table(names, kinds, rows);
    }

    private static String value(Kind kind, Random random) {
      return switch (kind) {
        case TEXT ->
          WORDS.get(random.nextInt(WORDS.size())) + (random.nextInt(4) == 0 ? random.nextInt(100) : "");
        case WHOLE -> Integer.toString(random.nextInt(2_000_000) - 1_000_000);
        case DECIMAL ->
          String.format(Locale.ROOT, "%d.%02d", random.nextInt(100_000), 1 + random.nextInt(99));
        case YES_NO -> Boolean.toString(random.nextBoolean());
        case DAY -> String.format(Locale.ROOT, "20%02d-%02d-%02d", random.nextInt(30), 1 + random.nextInt(12),
            1 + random.nextInt(28));
      };
    }

    String csv(char delimiter) {
      return lines(names, delimiter)
          + rows.stream().map(row -> lines(row, delimiter)).collect(Collectors.joining());
    }

    private static String lines(List<String> cells, char delimiter) {
      return cells.stream()
          .map(c -> c.isEmpty() ? "" : "\"" + c.replace("\"", "\"\"") + "\"")
          .collect(Collectors.joining(String.valueOf(delimiter))) + "\n";
    }

    private String object(List<String> row) {
      return IntStream.range(0, row.size())
          .filter(c -> !row.get(c).isEmpty() || c % 2 == 0)
          .mapToObj(c -> "\"" + names.get(c) + "\": " + json(kinds.get(c), row.get(c)))
          .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String json(Kind kind, String value) {
      if (value.isEmpty()) {
        return "null";
      }
      return switch (kind) {
        case WHOLE, DECIMAL, YES_NO -> value;
        case TEXT, DAY -> "\"" + value.replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t") + "\"";
      };
    }

    String json() {
      return rows.stream().map(this::object).collect(Collectors.joining(",\n", "{\"data\": [", "]}"));
    }

    String lines() {
      return rows.stream().map(this::object).collect(Collectors.joining("\n"));
    }

    byte[] ods() {
      StringBuilder sheet = new StringBuilder(
          OdsFiles.row(names.stream().map(OdsFiles::text).toArray(String[]::new)));
      for (List<String> row : rows) {
        sheet.append(OdsFiles.row(IntStream.range(0, row.size())
            .mapToObj(c -> ods(kinds.get(c), row.get(c)))
            .toArray(String[]::new)));
      }
      return OdsFiles.ods(OdsFiles.sheet("data", sheet.toString()));
    }

    private static String ods(Kind kind, String value) {
      if (value.isEmpty()) {
        return "<table:table-cell/>";
      }
      return switch (kind) {
        case TEXT -> OdsFiles.text(xml(value));
        case WHOLE, DECIMAL -> OdsFiles.cell("float", "value", value, "shown");
        case YES_NO -> OdsFiles.cell("boolean", "boolean-value", value, "shown");
        case DAY -> OdsFiles.cell("date", "date-value", value, "shown");
      };
    }
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\n", "<text:line-break/>")
        .replace("\t", "<text:tab/>");
  }

  private static List<Object> read(byte[] bytes, String ending) {
    ReadBack read = ReadBack.of(TestFiles.of(bytes, ending));
    List<Object> all = new ArrayList<>();
    all.add(
        read.result().columns().stream().map(c -> c.name() + " " + c.type() + " " + c.missing()).toList());
    all.add(read.rows);
    all.add(read.rejects);
    return all;
  }

  @Property(tries = 60)
  void allFormatsGiveTheSameTable(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Table table = Table.random(seed);
    byte[] csv = table.csv(',').getBytes(UTF_8);
    List<Object> expected = read(csv, ".csv");
    assertEquals(table.rows.size(), ((List<?>) expected.get(1)).size());
    assertEquals(expected, read(table.json().getBytes(UTF_8), ".json"));
    assertEquals(expected, read(table.lines().getBytes(UTF_8), ".ndjson"));
    assertEquals(expected, read(new Zips().with("table.csv", csv).bytes(), ".zip"));
    assertEquals(expected, read(TestFiles.gzip(table.json().getBytes(UTF_8)), ".json.gz"));
    assertEquals(expected, read(table.ods(), ".ods"));
  }
}
