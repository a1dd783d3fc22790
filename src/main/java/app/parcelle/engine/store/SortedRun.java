package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.store.RunMerger.Placed;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Role;

/** Some rows of a run, brought into the order of their times. They are in memory while they are sorted. */
final class SortedRun {
  private final ChunkStore chunks;
  private final TextPieces pieces;
  private final List<Column> columns;
  private final ExecutorService threads;
  private final JobContext job;

  /** @param columns that are stored */
  SortedRun(ChunkStore chunks, List<Column> columns, ExecutorService threads, JobContext job) {
    this.chunks = chunks;
    this.pieces = new TextPieces(chunks);
    this.columns = columns;
    this.threads = threads;
    this.job = job;
  }

  /** Those rows of a run that are kept, as a run of their own. */
  Placed of(Placed some) {
    chunks.commit();
    Placed taken = new MergedRun(chunks, columns, List.of(some), Runtime.getRuntime().maxMemory() / 10)
        .write(threads, job);
    chunks.commit();
    Map<String, List<Chunk>> sources = new LinkedHashMap<>();
    Map<String, Integer> scales = new HashMap<>();
    List<Chunk> times = List.of();
    for (Column column : columns) {
      Stored.Values values = Objects.requireNonNull(taken.values().columns().get(column.id()));
      sources.put(column.id(), chunks(values, column.name()));
      scales.put(column.id(), values.scale());
      times = column.role() == Role.EVENT_TIME ? chunks(values, column.name()) : times;
    }
    int known = taken.shape().customers();
    RunOrder order = RunOrder.of(customers(taken, known), known, times);
    Stored.Run sorted = new RunWriter(chunks, RunWriter.noneWritten(), threads, job)
        .write(order, sources, scales, chunks(taken.values().lines(), "lines"));
    chunks.remove(
        taken.values().chunkIds().filter(id -> some.values().chunkIds().noneMatch(id::equals)).toList());
    return new Placed(taken.shape(), sorted);
  }

  private int[] customers(Placed run, int known) {
    int[] rows = chunks.readAll(run.values().counts(), known + 1, "counts");
    int[] customers = new int[run.rows()];
    int at = 0;
    for (int customer = 0; customer <= known; customer++) {
      java.util.Arrays.fill(customers, at, at + rows[customer], customer);
      at += rows[customer];
    }
    return customers;
  }

  private List<Chunk> chunks(Stored.Values values, String what) {
    List<Chunk> all = new ArrayList<>();
    for (int index = 0; index < values.chunks().size(); index++) {
      List<Stored.Texts> texts = values.texts();
      Dictionary dictionary = texts.isEmpty()
          ? null
          : pieces.read(texts.get(texts.size() == 1 ? 0 : index), what);
      all.add(chunks.chunk(values.chunks().get(index), dictionary, what));
    }
    return all;
  }
}
