package app.parcelle.engine.profile;

import java.util.function.Consumer;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/** The values of one column, chunk after chunk, as often as needed. */
record Cells(Dataset data, TableVersion table, Column column, JobContext job) {

  /** Takes the values of a chunk's rows that have one: the first {@code count} of {@code values}. */
  interface Taking {
    void take(long[] values, int count);
  }

  void chunks(Consumer<Chunk> each) {
    for (TableVersion.Run run : table.runs()) {
      for (int i = 0; i < run.chunks(); i++) {
        job.throwIfCancelled();
        each.accept(data.chunk(table, column, run, i));
      }
    }
  }

  void values(Taking taking) {
    long[] values = new long[Chunk.ROWS];
    chunks(chunk -> taking.take(values, present(chunk, values)));
  }

  /** Writes the values of the rows that have one to the beginning of {@code to}; returns how many. */
  static int present(Chunk chunk, long[] to) {
    chunk.copyTo(to, 0);
    long[] missing = chunk.missing();
    if (missing == null) {
      return chunk.rows();
    }
    int kept = 0;
    for (int row = 0; row < chunk.rows(); row++) {
      to[kept] = to[row];
      kept += (int) ((~missing[row >> 6] >>> row) & 1);
    }
    return kept;
  }
}
