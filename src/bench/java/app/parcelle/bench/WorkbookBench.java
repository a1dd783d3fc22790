package app.parcelle.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

import app.parcelle.engine.intake.DraftSink;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.IntakeResult;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.CsvSource;
import app.parcelle.engine.intake.excel.WorkbookSource;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.TableDraft;

/**
 * How long reading a workbook takes, in one run: Parcelle up to records of text; fastexcel-reader up to the values of its
 * cells; and Parcelle up to typed chunks, which no peer does.
 *
 * <p>{@code -Drows=500000}; the argument is the number of runs (5).
 */
public final class WorkbookBench {
  private static final long BUDGET = 256L << 20;

  private WorkbookBench() {}

  private interface Reading {
    /** Returns how many cells or bytes it saw, so that nothing is left out. */
    long read() throws IOException;
  }

  public static void main(String[] args) throws IOException {
    int rows = Integer.getInteger("rows", 500_000);
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    Path file = WorkbookFile.of(rows);
    System.out.printf("%s: %,d rows of %d, %,d bytes, heap %,d MB%n", file, rows, WorkbookFile.COLUMNS,
        Files.size(file), Runtime.getRuntime().maxMemory() >> 20);
    requireEqual(file);
    long[] records = new long[runs];
    long[] peer = new long[runs];
    long[] typed = new long[runs];
    for (int run = 0; run < runs; run++) {
      records[run] = millis("records", () -> records(file));
      peer[run] = millis("fastexcel-reader", () -> cells(file));
      typed[run] = millis("typed chunks", () -> typed(file));
    }
    double ratio = (double) median(records) / median(peer);
    System.out.printf("median: records %,d ms, fastexcel-reader %,d ms (%.2f), typed chunks %,d ms%n",
        median(records),
        median(peer), ratio, median(typed));
  }

  /** Each cell is the same on both sides; of a day, which each writes in its own way, that there is one. */
  private static void requireEqual(Path file) throws IOException {
    try (TextSource source = WorkbookSource.of(file, TextOptions.FOUND);
        TextSource.Reading reading = source.open();
        BufferedReader ours = new BufferedReader(
            new InputStreamReader(reading.text(), StandardCharsets.UTF_8));
        ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      Iterator<Row> theirs = rows.iterator();
      long cells = 0;
      for (String line = ours.readLine(); line != null; line = ours.readLine()) {
        // no text of the file holds a comma or a quote
        String[] record = line.replace("\"", "").split(",", -1);
        Row row = theirs.next();
        for (int c = 0; c < WorkbookFile.COLUMNS; c++) {
          if (!same(record[c], row.getCell(c))) {
            throw new IllegalStateException(line + " here, there " + row.getCell(c).getRawValue());
          }
          cells++;
        }
      }
      if (theirs.hasNext()) {
        throw new IllegalStateException("more rows there");
      }
      System.out.printf("the same %,d cells%n", cells);
    }
  }

  private static boolean same(String ours, Cell theirs) {
    return switch (theirs.getType()) {
      case STRING -> ours.equals(theirs.asString());
      case BOOLEAN -> ours.equalsIgnoreCase(theirs.asBoolean().toString());
      case NUMBER -> ours.matches("\\d{4}-\\d{2}-\\d{2}.*")
          || Math.abs(Double.parseDouble(ours) - theirs.asNumber().doubleValue()) < 1e-9;
      default -> false;
    };
  }

  private static long millis(String name, Reading reading) throws IOException {
    long begin = System.nanoTime();
    long seen = reading.read();
    long millis = (System.nanoTime() - begin) / 1_000_000;
    System.out.printf("%s: %,d ms, %,d seen%n", name, millis, seen);
    return millis;
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static long records(Path file) throws IOException {
    byte[] buffer = new byte[1 << 18];
    long bytes = 0;
    try (TextSource source = WorkbookSource.of(file, TextOptions.FOUND);
        TextSource.Reading reading = source.open()) {
      InputStream text = reading.text();
      int n = text.read(buffer, 0, buffer.length);
      while (n >= 0) {
        bytes += n;
        n = text.read(buffer, 0, buffer.length);
      }
    }
    return bytes;
  }

  private static long cells(Path file) throws IOException {
    long[] cells = {0};
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      rows.forEach(row -> {
        for (Cell cell : row) {
          cells[0] += Objects.hashCode(cell.getValue()) == 42 ? 2 : 1;
        }
      });
    }
    return cells[0];
  }

  private static long typed(Path file) throws IOException {
    try (TextSource source = WorkbookSource.of(file, TextOptions.FOUND)) {
      IntakeResult result = CsvSource.read(source, ImportOptions.FOUND, ZoneId.of("Europe/Paris"), 2, BUDGET,
          new Discarding(), JobContext.silent());
      return result.rowsStored();
    }
  }

  private static final class Discarding implements DraftSink {
    @Override
    public void accept(TableDraft draft) {
      // measured without a store
    }

    @Override
    public void restart() {
      // nothing is kept
    }
  }
}
