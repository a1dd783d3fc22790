package app.parcelle.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/** Reads the workbook with another program than the one that wrote it. */
class LibreOfficeTest {
  @TempDir
  Path folder;

  @Test
  void theListHoldsTheSameKeysInLibreOffice() throws Exception {
    assumeTrue(LibreOffice.installed());
    List<String> keys = IntStream.range(0, 2_000).mapToObj(i -> "%05d".formatted(i * 7)).toList();
    List<String> notes = IntStream.range(0, 2_000)
        .mapToObj(i -> i % 3 == 0 ? "=1+" + i : i % 3 == 1 ? "é \"" + i + "\"\n🎄" : "_x0041_")
        .toList();
    Long[] spent = IntStream.range(0, 2_000).mapToObj(i -> 100L * i).toArray(Long[]::new);
    Sheets.write(new Shop(2_000).keys("key", keys)
        .texts("note", ColumnType.TEXT, notes)
        .values("spent", ColumnType.DECIMAL, 2, Role.AMOUNT, spent)
        .segment("some", 1, 5, 1_999)
        .everyone("all")
        .content(), folder.resolve("list.xlsx"));

    List<CsvRecord> records;
    try (CsvReader<CsvRecord> reader = CsvReader.builder()
        .ofCsvRecord(LibreOffice.csv(folder.resolve("list.xlsx"), folder))) {
      records = reader.stream().toList();
    }
    assertEquals(List.of("key", "note", "spent", "Segments"), records.getFirst().getFields());
    List<CsvRecord> rows = records.subList(1, records.size());
    assertEquals(new TreeSet<>(keys), new TreeSet<>(rows.stream().map(row -> row.getField(0)).toList()));
    assertEquals(notes, rows.stream().map(row -> row.getField(1)).toList());
    assertEquals(List.of("0", "1", "2"), rows.subList(0, 3).stream().map(row -> row.getField(2)).toList());
    assertEquals("some; all", rows.get(5).getField(3));
  }
}
