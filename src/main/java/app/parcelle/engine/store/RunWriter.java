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

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TextDictionary;

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
    counts[offsets.length - 1] = order.order().length - offsets[offsets.length - 1];
    return counts;
  }

  private Stored.Values values(RunOrder order, List<Chunk> source, int scale) {
    if (source.stream().map(Chunk::dictionary).distinct().count() > 1) {
      return localTexts(order, source);
    }
    Dictionary dictionary = source.isEmpty() ? null : source.get(0).dictionary();
    Flat flat = Flat.of(source);
    int rows = order.order().length;
    long[] block = new long[Math.min(rows, Chunk.ROWS)];
    List<Long> ids = new ArrayList<>();
    for (int from = 0; from < rows; from += Chunk.ROWS) {
      job.throwIfCancelled();
      ids.add(
          chunks.add(flat.gather(order.order(), from, Math.min(rows, from + Chunk.ROWS), block, dictionary)));
    }
    return new Stored.Values(ids, scale, dictionary == null ? List.of() : List.of(texts(dictionary)));
  }

  private Stored.Texts texts(Dictionary dictionary) {
    synchronized (written) {
      return written.computeIfAbsent(dictionary, pieces::write);
    }
  }

  /** Texts so many that each chunk of the source has a dictionary of its own; so has each chunk of the run. */
  private Stored.Values localTexts(RunOrder order, List<Chunk> source) {
    int rows = order.order().length;
    List<Long> ids = new ArrayList<>();
    List<Stored.Texts> dictionaries = new ArrayList<>();
    long[] block = new long[Math.min(rows, Chunk.ROWS)];
    for (int from = 0; from < rows; from += Chunk.ROWS) {
      job.throwIfCancelled();
      int to = Math.min(rows, from + Chunk.ROWS);
      Map<String, Integer> codes = new LinkedHashMap<>();
      long[] missing = Bits.of(to - from);
      for (int i = from; i < to; i++) {
        int row = order.order()[i];
        Chunk chunk = source.get(row / Chunk.ROWS);
        Dictionary dictionary = chunk.dictionary();
        if (dictionary == null || chunk.isMissing(row % Chunk.ROWS)) {
          Bits.set(missing, i - from);
        } else {
          block[i - from] = codes.computeIfAbsent(dictionary.text(chunk.at(row % Chunk.ROWS)),
              t -> codes.size());
        }
      }
      boolean holes = Bits.count(missing) > 0;
      ids.add(chunks.add(Chunk.pack(block, to - from, holes ? missing : null, null, null)));
      dictionaries.add(pieces.write(TextDictionary.of(List.copyOf(codes.keySet()))));
    }
    return new Stored.Values(ids, 0, dictionaries);
  }

  static IdentityHashMap<Dictionary, Stored.Texts> noneWritten() {
    return new IdentityHashMap<>();
  }

  /** A column end to end, as narrow as it can be, so that rows picked here and there are found in the cache. */
  private record Flat(int @Nullable [] ints, long @Nullable [] longs, long base, long @Nullable [] missing,
      long @Nullable [] invalid) {

    static Flat of(List<Chunk> source) {
      long min = source.stream().mapToLong(Chunk::min).min().orElse(0);
      long max = source.stream().mapToLong(Chunk::max).max().orElse(0);
      int rows = source.stream().mapToInt(Chunk::rows).sum();
      boolean narrow = min > max || (max - min >= 0 && max - min <= 0xFFFF_FFFFL);
      long base = narrow && min <= max ? min + 0x8000_0000L : 0;
      int[] ints = narrow ? new int[rows] : null;
      long[] longs = narrow ? null : new long[rows];
      long[] block = new long[Chunk.ROWS];
      int at = 0;
      for (Chunk chunk : source) {
        chunk.copyTo(block, 0);
        for (int i = 0; i < chunk.rows(); i++) {
          if (ints != null) {
            ints[at + i] = (int) (block[i] - base);
          } else if (longs != null) {
            longs[at + i] = block[i];
          }
        }
        at += chunk.rows();
      }
      return new Flat(ints, longs, base, marks(source, rows, Chunk::missing),
          marks(source, rows, Chunk::invalid));
    }

    private interface Mark {
      long @Nullable [] of(Chunk chunk);
    }

    /** Chunks are full but the last, so their marks stand word by word behind each other. */
    private static long @Nullable [] marks(List<Chunk> source, int rows, Mark mark) {
      long[] all = null;
      int word = 0;
      for (Chunk chunk : source) {
        long[] marks = mark.of(chunk);
        if (marks != null) {
          all = all == null ? Bits.of(rows) : all;
          System.arraycopy(marks, 0, all, word, Bits.words(chunk.rows()));
        }
        word += Bits.words(chunk.rows());
      }
      return all;
    }

    Chunk gather(int[] order, int from, int to, long[] block, @Nullable Dictionary dictionary) {
      int[] narrow = ints;
      long[] wide = longs;
      if (narrow != null) {
        for (int i = from; i < to; i++) {
          block[i - from] = base + narrow[order[i]];
        }
      } else if (wide != null) {
        for (int i = from; i < to; i++) {
          block[i - from] = wide[order[i]];
        }
      }
      return Chunk.pack(block, to - from, gather(missing, order, from, to), gather(invalid, order, from, to),
          dictionary);
    }

    private static long @Nullable [] gather(long @Nullable [] marks, int[] order, int from, int to) {
      if (marks == null) {
        return null;
      }
      long[] picked = Bits.of(to - from);
      boolean any = false;
      for (int i = from; i < to; i++) {
        if (Bits.get(marks, order[i])) {
          Bits.set(picked, i - from);
          any = true;
        }
      }
      return any ? picked : null;
    }
  }
}
