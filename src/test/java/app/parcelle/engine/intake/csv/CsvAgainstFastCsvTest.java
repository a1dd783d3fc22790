package app.parcelle.engine.intake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.table.ColumnType;

/** Our parser beside a library that many others use, on random texts full of quotes, delimiters and line ends. */
class CsvAgainstFastCsvTest {
  private static final int COLUMNS = 3;

  @Property(tries = 400)
  void cellsEqualTheLibrarys(@ForAll("tables") List<List<String>> table, @ForAll("ends") String lineEnd)
      throws IOException {
    Path file = TestFiles.of(text(table, lineEnd));
    assertEquals(expected(file), ReadBack.of(file, texts()).rows);
    Files.delete(file);
  }

  @Property(tries = 150)
  void sizesOfBlocksAndThreadsChangeNothing(@ForAll("tables") List<List<String>> table,
      @ForAll("ends") String lineEnd)
      throws IOException {
    Path file = TestFiles.of(text(table, lineEnd));
    ReadBack whole = ReadBack.of(file, texts());
    for (int step : new int[]{1, 2, 3, 5, 8, 13, 64}) {
      for (int records : new int[]{1, 2, 7}) {
        for (int threads = 1; threads <= 2; threads++) {
          ReadBack back = ReadBack.of(file, texts(), new Tuning(step, records), threads, 400L);
          assertEquals(whole.rows, back.rows);
          assertEquals(whole.lines, back.lines);
          assertEquals(whole.rejects, back.rejects);
        }
      }
    }
    Files.delete(file);
  }

  @Property(tries = 300)
  void brokenTextsGiveTheSameForAnySizeOfBlock(@ForAll("noise") String noise) throws IOException {
    Path file = TestFiles.of("a,b,c\n1,2,3\n" + noise);
    ReadBack whole = ReadBack.of(file, texts());
    for (int step : new int[]{1, 2, 3, 7}) {
      ReadBack back = ReadBack.of(file, texts(), new Tuning(step, 2), 2, Long.MAX_VALUE);
      assertEquals(whole.rows, back.rows);
      assertEquals(whole.lines, back.lines);
      assertEquals(whole.rejects, back.rejects);
    }
    assertEquals(whole.result().rowsRead(), whole.rows.size() + whole.rejects.size());
    Files.delete(file);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell = Arbitraries.strings().withChars("ab \"\n\r,;é'").ofMaxLength(12);
    return cell.list().ofSize(COLUMNS).list().ofMinSize(1).ofMaxSize(40);
  }

  @Provide
  Arbitrary<String> ends() {
    return Arbitraries.of("\n", "\r\n", "\r");
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.strings().withChars("a1\"\n\r,é").ofMaxLength(60);
  }

  private static ImportOptions texts() {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    for (String name : List.of("a", "b", "c")) {
      types.put(name, ColumnType.TEXT);
    }
    return ImportOptions.FOUND.withText(TextOptions.FOUND.withDelimiter(",")
        .withQuote('"')
        .withEncoding(java.nio.charset.StandardCharsets.UTF_8)
        .withHeaderRows(1)).withTypes(types);
  }

  private static String text(List<List<String>> table, String lineEnd) {
    StringBuilder text = new StringBuilder("a,b,c").append(lineEnd);
    for (List<String> row : table) {
      for (int c = 0; c < COLUMNS; c++) {
        String cell = row.get(c);
        boolean plain = cell.matches("[ab ;é']*");
        text.append(c > 0 ? "," : "").append(plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"");
      }
      text.append(lineEnd);
    }
    return text.toString();
  }

  private static List<List<String>> expected(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      for (CsvRecord read : reader) {
        rows.add(read.getFields().stream().map(String::strip).map(f -> f.isEmpty() ? "-" : f).toList());
      }
    }
    return rows.subList(1, rows.size());
  }
}
