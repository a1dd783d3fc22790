package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableVersion;

/**
 * Merges the runs of a table until few enough are left. Each time it takes neighbours, so that ties keep the order of the source, and
 * of all neighbours those with the fewest rows. How many it takes at once follows from the memory it may use, not from their rows.
 */
final class RunMerger {
  /** Runs that a table may have: each makes every question a little slower. */
  static final int MOST_RUNS = 4;

  private final ChunkStore chunks;
  private final List<Column> columns;
  private final long firstOwn;
  private final int most;
  private final long memory;
  private final ExecutorService threads;
  private final JobContext job;

  /**
   * @param firstOwn the first chunk that no version of a table names yet; those before stay
   * @param most runs that may be left
   * @param memory bytes of heap that may be used, as far as two runs at a time allow
   */
  RunMerger(ChunkStore chunks, List<Column> columns, long firstOwn, int most, long memory,
      ExecutorService threads, JobContext job) {
    this.chunks = chunks;
    this.columns = columns.stream().filter(c -> c.origin() == Column.Origin.STORED).toList();
    this.firstOwn = firstOwn;
    this.most = most;
    this.memory = memory;
    this.threads = threads;
    this.job = job;
  }

  /**
   * A run and where its values lie.
   *
   * @param kept which of its rows go into what is merged; null for all
   */
  record Placed(TableVersion.Run shape, Stored.Run values, long @Nullable [] kept) {
    Placed(TableVersion.Run shape, Stored.Run values) {
      this(shape, values, null);
    }

    int rows() {
      return kept == null ? shape.rows() : Bits.count(kept, 0, shape.rows());
    }

    Placed at(int index) {
      return new Placed(new TableVersion.Run(index, shape.rows(), shape.customers()), values, kept);
    }
  }

  /**
   * The same rows in as few runs as there may be. Its own chunks that are no longer needed go at once.
   *
   * @param runs in the order of the source
   */
  List<Placed> merge(List<Placed> runs) {
    List<Placed> left = new ArrayList<>();
    chunks.commit();
    for (Placed run : runs) {
      if (run.rows() > 0) {
        left.add(run.kept() == null ? run : merged(List.of(run)));
      }
    }
    while (left.size() > most) {
      int width = Math.min(atOnce(), left.size() - most + 1);
      int at = smallest(left, width);
      if (at < 0) {
        break;
      }
      List<Placed> neighbours = left.subList(at, at + width);
      List<Placed> former = List.copyOf(neighbours);
      neighbours.clear();
      left.add(at, merged(former));
      drop(former, left);
    }
    return IntStream.range(0, left.size()).mapToObj(i -> left.get(i).at(i)).toList();
  }

  private Placed merged(List<Placed> runs) {
    chunks.commit();
    return new MergedRun(chunks, columns, runs, memory).write(threads, job);
  }

  /** Of each run a chunk of every column is in memory, and one each of counts, times and lines. */
  private int atOnce() {
    long run = 8L * Chunk.ROWS * (columns.size() + 3);
    return Math.clamp(memory / run, 2, Short.MAX_VALUE);
  }

  /** Where the neighbours begin that have the fewest rows together; -1 where any would be too many for one run. */
  private static int smallest(List<Placed> runs, int width) {
    int best = -1;
    long fewest = Integer.MAX_VALUE;
    for (int at = 0; at + width <= runs.size(); at++) {
      long rows = runs.subList(at, at + width).stream().mapToLong(Placed::rows).sum();
      if (rows < fewest) {
        fewest = rows;
        best = at;
      }
    }
    return best;
  }

  /** Runs may share a dictionary. */
  private void drop(List<Placed> former, List<Placed> left) {
    Set<Long> gone = new HashSet<>();
    former.forEach(run -> run.values().chunkIds().forEach(gone::add));
    left.forEach(run -> run.values().chunkIds().forEach(gone::remove));
    gone.removeIf(id -> id < firstOwn);
    chunks.remove(gone);
  }
}
