package app.parcelle.engine.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.store.RunMerger.Placed;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableVersion;

/** What imports into a table have not understood: what it is, and how it is mended. */
public final class TableMending {
  private final ProjectStore store;
  private final ProjectFile file;
  private final ChunkStore chunks;
  private final Remarks remarks;

  TableMending(ProjectStore store, ProjectFile file, ChunkStore chunks, Remarks remarks) {
    this.store = store;
    this.file = file;
    this.chunks = chunks;
    this.remarks = remarks;
  }

  /**
   * The records of a table that are no rows, in the order of the sources.
   *
   * @param batch the first import whose records are asked for, counted from 0
   * @param line its first line
   */
  public List<Remark.Rejected> rejects(TableVersion table, int batch, long line, int limit) {
    return rejects(store.stored(table), batch, line, limit);
  }

  /** The same of a table that may not be part of the project yet. */
  public List<Remark.Rejected> rejects(Stored.Table table, int batch, long line, int limit) {
    return remarks.rejects(table.remarks(), Batch.place(batch, line), limit);
  }

  /**
   * The cells of a table that do not fit their columns, in the order of the sources.
   *
   * @param columnId of the only column that is asked for; null for all
   * @param after the last one that is known; null from the first on
   */
  public List<Remark.InvalidCell> invalidCells(TableVersion table, @Nullable String columnId,
      Remark.@Nullable InvalidCell after, int limit) {
    return remarks.invalidCells(store.stored(table).remarks(), columnId, after, limit);
  }

  /**
   * Gives values to cells that were not understood, as one entry of the journal.
   *
   * @param mends by columns of the table, stored, that hold no texts
   * @return how many cells were mended; where there were none, nothing has changed
   */
  public int mend(TableVersion table, Map<Column, Mends> mends, String operation, JobContext job) {
    int[] mended = {0};
    try {
      store.rewrite(table, (former, data, version, firstChunk) -> {
        file.write(c -> {
          Remarks.copy(c, former.remarks(), version);
          return 0;
        });
        Stored.Table next = former;
        for (Map.Entry<Column, Mends> one : mends.entrySet()) {
          chunks.commit();
          StoredDataset present = data.with(List.of(next), (CustomerDirectory) data.customers());
          Mender mender = new Mender(chunks, remarks, present, next, one.getKey(), one.getValue(), job);
          List<Placed> runs = runs(mender, firstChunk, job);
          file.write(c -> {
            Remarks.removeCells(c, version, one.getKey().id(), mender.places());
            return 0;
          });
          mended[0] += mender.places().size();
          next = next(next, version, mender.columns(), runs, former.batches());
        }
        if (mended[0] == 0) {
          throw new NothingToMend();
        }
        return next;
      }, operation);
    } catch (NothingToMend nothing) {
      return 0;
    }
    return mended[0];
  }

  private List<Placed> runs(Mender mender, long firstChunk, JobContext job) {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      return mender.runs(new RunMerger(chunks, mender.stored(), firstChunk, RunMerger.MOST_RUNS,
          Runtime.getRuntime().maxMemory() / 10, threads, job), threads);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Puts records aside that were rejected, as one entry of the journal: they count as rejected and are listed no more. */
  public void ignore(TableVersion table, List<Remark.Rejected> records, String operation) {
    store.rewrite(table, (former, _, version, _) -> {
      List<Long> places = records.stream().map(r -> Batch.place(r.batch(), r.line())).toList();
      int removed = file.write(c -> {
        Remarks.copy(c, former.remarks(), version);
        return Remarks.removeRejects(c, version, places);
      });
      if (removed != places.size()) {
        throw new IllegalArgumentException("no such records");
      }
      List<Batch> batches = IntStream.range(0, former.batches().size())
          .mapToObj(batch -> former.batches()
              .get(batch)
              .withIgnored((int) places.stream().filter(place -> Batch.batch(place) == batch).count()))
          .toList();
      List<Placed> runs = IntStream.range(0, former.runs().size())
          .mapToObj(run -> new Placed(former.table().runs().get(run), former.runs().get(run)))
          .toList();
      return next(former, version, former.table().columns(), runs, batches);
    }, operation);
  }

  private static Stored.Table next(Stored.Table former, long version, List<Column> columns, List<Placed> runs,
      List<Batch> batches) {
    TableVersion before = former.table();
    TableVersion table = new TableVersion(version, before.tableId(), before.name(), before.kind(), columns,
        runs.stream().map(Placed::shape).toList(), before.countsWhen(), before.links(), before.sale());
    return new Stored.Table(table, runs.stream().map(Placed::values).toList(), batches, List.of(version),
        former.recipe());
  }

  /** Ends a rewriting that would change nothing. */
  private static final class NothingToMend extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
