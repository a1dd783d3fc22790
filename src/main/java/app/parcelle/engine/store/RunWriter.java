package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        threads.submit(() -> values(order.arrangement(), source, scales.getOrDefault(id, 0)))));
    Future<Stored.Values> sortedLines = threads
        .submit((Callable<Stored.Values>) () -> values(order.arrangement(), lines, 0));
    Map<String, Stored.Values> values = new LinkedHashMap<>();
    futures.forEach((id, future) -> values.put(id, get(future)));
    return new Stored.Run(chunks.addAll(counts(order)), values, get(sortedLines));
  }

  static <T> T get(Future<T> future) {
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
    counts[offsets.length - 1] = order.arrangement().rows() - offsets[offsets.length - 1];
    return counts;
  }

  private Stored.Values values(Arrangement arrangement, List<Chunk> source, int scale) {
    List<Dictionary> dictionaries = source.stream()
        .map(Chunk::dictionary)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
    return dictionaries.size() > 1
        ? localTexts(arrangement, source)
        : new Stored.Values(values(arrangement, source), scale,
            dictionaries.stream().map(this::texts).toList());
  }

  private List<Long> values(Arrangement arrangement, List<Chunk> source) {
    Arrangement.Column column = arrangement.of(source);
    long[] block = new long[Math.min(arrangement.rows(), Chunk.ROWS)];
    List<Long> ids = new ArrayList<>();
    for (int chunk = 0; chunk < arrangement.chunks(); chunk++) {
      job.throwIfCancelled();
      column.values(chunk, block);
      ids.add(chunks.add(block, arrangement.rows(chunk), column.missing(chunk), column.invalid(chunk)));
    }
    return ids;
  }

  private Stored.Texts texts(Dictionary dictionary) {
    synchronized (written) {
      return written.computeIfAbsent(dictionary, pieces::write);
    }
  }

  /** Texts so many that each chunk of the source has a dictionary of its own; so has each chunk of the run. */
  private Stored.Values localTexts(Arrangement arrangement, List<Chunk> source) {
    List<TextDictionary> sources = source.stream().map(c -> (TextDictionary) c.dictionary()).toList();
    Arrangement.Column column = arrangement.of(numberedThrough(source));
    List<Long> ids = new ArrayList<>();
    List<Stored.Texts> dictionaries = new ArrayList<>();
    TextIndex texts = new TextIndex();
    long[] block = new long[Math.min(arrangement.rows(), Chunk.ROWS)];
    for (int chunk = 0; chunk < arrangement.chunks(); chunk++) {
      job.throwIfCancelled();
      column.values(chunk, block);
      long[] missing = column.missing(chunk);
      texts.clear();
      for (int i = 0; i < arrangement.rows(chunk); i++) {
        if (missing == null || !Bits.get(missing, i)) {
          TextDictionary of = sources.get((int) (block[i] / Chunk.ROWS));
          int code = (int) (block[i] % Chunk.ROWS);
          block[i] = texts.add(of.utf8(), of.offsets()[code], of.offsets()[code + 1]);
        }
      }
      ids.add(chunks.add(block, arrangement.rows(chunk), missing, column.invalid(chunk)));
      dictionaries.add(pieces.write(texts.dictionary()));
    }
    return new Stored.Values(ids, 0, dictionaries);
  }

  /** Codes that say which chunk they are of: a chunk has no more texts than rows. */
  private static List<Chunk> numberedThrough(List<Chunk> source) {
    List<Chunk> numbered = new ArrayList<>();
    for (int c = 0; c < source.size(); c++) {
      Chunk chunk = source.get(c);
      long first = (long) c * Chunk.ROWS;
      numbered.add(chunk.min() > chunk.max()
          ? chunk
          : new Chunk(chunk.rows(), chunk.base() + first, chunk.step(), chunk.data(), chunk.min() + first,
              chunk.max() + first, chunk.missing(), chunk.invalid(), null));
    }
    return numbered;
  }

  static IdentityHashMap<Dictionary, Stored.Texts> noneWritten() {
    return new IdentityHashMap<>();
  }
}
