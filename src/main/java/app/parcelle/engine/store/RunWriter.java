package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TextDictionary;
import app.parcelle.engine.table.TextIndex;

/** Writes the columns of one run in the order of the run, two at a time. */
final class RunWriter {
  private final ChunkStore chunks;
  private final TextPieces pieces;
  private final IdentityHashMap<Dictionary, Stored.Texts> written;
  private final ExecutorService threads;
  private final JobContext job;

  /** @param written dictionaries that are on disk already, shared between runs */
  RunWriter(ChunkStore chunks, IdentityHashMap<Dictionary, Stored.Texts> written, ExecutorService threads,
      JobContext job) {
    this.chunks = chunks;
    this.pieces = new TextPieces(chunks);
    this.written = written;
    this.threads = threads;
    this.job = job;
  }

  /** Source columns by id, each of the same number of rows, and the hidden one of lines. */
  Stored.Run write(RunOrder order, Map<String, List<Chunk>> columns, Map<String, Integer> scales,
      List<Chunk> lines) {
    Map<String, Future<Stored.Values>> futures = new LinkedHashMap<>();
    columns.forEach((id, source) -> futures.put(id,
        threads.submit(() -> values(order, source, scales.getOrDefault(id, 0)))));
    Future<Stored.Values> sortedLines = threads
        .submit((Callable<Stored.Values>) () -> values(order, lines, 0));
    Map<String, Stored.Values> values = new LinkedHashMap<>();
    futures.forEach((id, future) -> values.put(id, get(future)));
    return new Stored.Run(chunks.addAll(counts(order)), values, get(sortedLines));
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobContext.Cancelled();
    }
  }

  private static int[] counts(RunOrder order) {
    int[] offsets = order.offsets();
    int[] counts = new int[offsets.length];
    for (int c = 0; c < offsets.length - 1; c++) {
      counts[c] = offsets[c + 1] - offsets[c];
    }
    counts[offsets.length - 1] = order.order().length - offsets[offsets.length - 1];
    return counts;
  }

  private Stored.Values values(RunOrder order, List<Chunk> source, int scale) {
    List<Dictionary> dictionaries = source.stream().map(Chunk::dictionary).distinct().toList();
    RowValues values = new RowValues(source);
    if (dictionaries.size() > 1) {
      return localTexts(order, source, values);
    }
    Dictionary dictionary = source.isEmpty() ? null : source.get(0).dictionary();
    int rows = order.order().length;
    long[] block = new long[Math.min(rows, Chunk.ROWS)];
    List<Long> ids = new ArrayList<>();
    for (int from = 0; from < rows; from += Chunk.ROWS) {
      job.throwIfCancelled();
      int to = Math.min(rows, from + Chunk.ROWS);
      values.pick(order.order(), from, to, block);
      ids.add(chunks.add(block, to - from, values.pickMissing(order.order(), from, to),
          values.pickInvalid(order.order(), from, to)));
    }
    return new Stored.Values(ids, scale, dictionary == null ? List.of() : List.of(texts(dictionary)));
  }

  private Stored.Texts texts(Dictionary dictionary) {
    synchronized (written) {
      return written.computeIfAbsent(dictionary, pieces::write);
    }
  }

  /** Texts so many that each chunk of the source has a dictionary of its own; so has each chunk of the run. */
  private Stored.Values localTexts(RunOrder order, List<Chunk> source, RowValues values) {
    int rows = order.order().length;
    List<TextDictionary> sources = source.stream().map(c -> (TextDictionary) c.dictionary()).toList();
    List<Long> ids = new ArrayList<>();
    List<Stored.Texts> dictionaries = new ArrayList<>();
    TextIndex texts = new TextIndex();
    long[] block = new long[Math.min(rows, Chunk.ROWS)];
    for (int from = 0; from < rows; from += Chunk.ROWS) {
      job.throwIfCancelled();
      int to = Math.min(rows, from + Chunk.ROWS);
      values.pick(order.order(), from, to, block);
      long[] missing = values.pickMissing(order.order(), from, to);
      texts.clear();
      for (int i = 0; i < to - from; i++) {
        if (missing == null || !Bits.get(missing, i)) {
          TextDictionary of = sources.get(order.order()[from + i] / Chunk.ROWS);
          int code = (int) block[i];
          block[i] = texts.add(of.utf8(), of.offsets()[code], of.offsets()[code + 1]);
        }
      }
      ids.add(chunks.add(block, to - from, missing, null));
      dictionaries.add(pieces.write(texts.dictionary()));
    }
    return new Stored.Values(ids, 0, dictionaries);
  }

  static IdentityHashMap<Dictionary, Stored.Texts> noneWritten() {
    return new IdentityHashMap<>();
  }
}
