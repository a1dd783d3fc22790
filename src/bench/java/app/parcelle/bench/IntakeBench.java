package app.parcelle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;

import app.parcelle.engine.intake.DraftSink;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.IntakeResult;
import app.parcelle.engine.intake.csv.CsvSource;
import app.parcelle.engine.intake.csv.FileText;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.TableDraft;

/**
 * How long reading a CSV of transactions takes, parsed into typed chunks and thrown away.
 *
 * <p>Arguments: rows (10,000,000), threads (2), runs (5).
 */
public final class IntakeBench {
  private static final long BUDGET = 256L << 20;

  private IntakeBench() {}

  public static void main(String[] args) throws IOException {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    int runs = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    Path file = TransactionsFile.of(rows);
    System.out.printf("%s: %,d rows, %,d bytes%n", file, rows, Files.size(file));
    long[] millis = new long[runs];
    for (int run = 0; run < runs; run++) {
      long begin = System.nanoTime();
      long used = processor();
      Discarding sink = new Discarding();
      IntakeResult result = CsvSource.read(FileText.of(file), ImportOptions.FOUND, ZoneId.of("Europe/Paris"),
          threads,
          BUDGET,
          sink, JobContext.silent());
      millis[run] = (System.nanoTime() - begin) / 1_000_000;
      System.out.printf("run %d: %,d ms, %,d ms of processor, %,d rows, %d drafts, %d restarts%n", run + 1,
          millis[run], processor() - used, result.rowsStored(), sink.drafts, sink.restarts);
      if (run == 0) {
        result.columns().forEach(System.out::println);
      }
    }
    Arrays.sort(millis);
    System.out.printf("median %,d ms with %d threads%n", millis[runs / 2], threads);
  }

  private static long processor() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
  }

  private static final class Discarding implements DraftSink {
    private int drafts;
    private int restarts;

    @Override
    public void accept(TableDraft draft) {
      drafts++;
    }

    @Override
    public void restart() {
      restarts++;
    }
  }
}
