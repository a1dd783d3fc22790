package app.parcelle.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/** Looks at every value of a table. Columns are looked at side by side; memory does not grow with the rows. */
public final class Profiler {
  /** The levels of {@link ColumnProfile.Range#quantiles()}. */
  public static final List<Double> LEVELS = List.of(0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99);

  /** How many of the most frequent values are kept. */
  public static final int TOP = 50;

  /** Of the rows with a value, so many different ones are nearly all; the most frequent are then not looked for. */
  static final double MOST_DIFFERENT = 0.9;

  private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  private Profiler() {}

  /** A profile of all rows and columns. */
  public static TableProfile profile(Dataset data, TableVersion table, JobContext job) {
    AtomicInteger done = new AtomicInteger();
    int columns = table.columns().size();
    Message looking = Message.of("profile.looking", table.name());
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<ColumnProfile>> profiles = new ArrayList<>();
      for (Column column : table.columns()) {
        profiles.add(threads.submit(() -> {
          ColumnProfile profile = column(new Cells(data, table, column, job));
          job.progress(done.incrementAndGet(), columns, looking);
          return profile;
        }));
      }
      List<ColumnProfile> ready = new ArrayList<>();
      for (Future<ColumnProfile> profile : profiles) {
        ready.add(profile.get());
      }
      return new TableProfile(table.name(), table.rows(), ready);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobContext.Cancelled();
    } finally {
      threads.shutdownNow();
    }
  }

  private static ColumnProfile column(Cells cells) {
    return cells.column().type().isText()
        ? new TextProfiler(cells).profile()
        : new RangeProfiler(cells).profile();
  }
}
