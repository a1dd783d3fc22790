package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.store.RunMerger.Placed;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** Several runs, written as one: a block of rows at a time, column beside column. */
final class MergedRun {
  /** What a text takes in memory while texts of several dictionaries are brought together. */
  private static final long TEXT_BYTES = 128;

  private final ChunkStore chunks;
  private final TextPieces pieces;
  private final List<Placed> runs;
  private final long memory;
  private final Counts counts = new Counts();
  private final MergeOrder order;
  private final Map<String, Target> columns = new LinkedHashMap<>();
  private final Target lines;

  /**
   * @param columns that are stored
   * @param runs in the order of the source
   * @param memory bytes that dictionaries may take while they are brought together
   */
  MergedRun(ChunkStore chunks, List<Column> columns, List<Placed> runs, long memory) {
    this.chunks = chunks;
    this.pieces = new TextPieces(chunks);
    this.runs = runs;
    this.memory = memory;
    String time = columns.stream()
        .filter(c -> c.role() == Role.EVENT_TIME)
        .map(Column::id)
        .findFirst()
        .orElse(null);
    this.order = new MergeOrder(runs.stream().map(run -> source(run, time)).toList(), counts::add);
    for (Column column : columns) {
      this.columns.put(column.id(),
          target(run -> Objects.requireNonNull(run.values().columns().get(column.id())), column.name()));
    }
    this.lines = target(run -> run.values().lines(), "lines");
  }

  private MergeOrder.Source source(Placed run, @Nullable String time) {
    Stored.Values times = time == null ? null : run.values().columns().get(time);
    return new MergeOrder.Source(run.shape().customers(), new ChunkCursor(counts(run)),
        times == null
            ? null
            : new ChunkCursor(index -> chunks.chunk(times.chunks().get(index), null, "times"), run.kept()));
  }

  private IntFunction<Chunk> counts(Placed run) {
    IntFunction<Chunk> all = index -> chunks.chunk(run.values().counts().get(index), null, "counts");
    return run.kept() == null ? all : new KeptCounts(all, run.kept());
  }

  private interface Part {
    Stored.Values of(Placed run);
  }

  private Target target(Part part, String what) {
    List<Stored.Values> values = runs.stream().map(part::of).toList();
    int scale = values.stream().mapToInt(Stored.Values::scale).max().orElse(0);
    MergedTexts texts = MergedTexts.of(values, pieces, what, memory / TEXT_BYTES);
    List<ChunkCursor> cursors = runs.stream()
        .map(run -> new ChunkCursor(chunk(part.of(run), scale, texts.ownOfEachChunk(), what), run.kept()))
        .toList();
    return new Target(new MergedColumn(cursors, texts), texts, scale);
  }

  private IntFunction<Chunk> chunk(Stored.Values values, int scale, boolean withTexts, String what) {
    long factor = ValueSource.powerOfTen(scale - values.scale());
    Dictionary only = withTexts && values.texts().size() == 1
        ? pieces.read(values.texts().get(0), what)
        : null;
    return index -> {
      Dictionary own = withTexts && values.texts().size() > 1
          ? pieces.read(values.texts().get(index), what)
          : only;
      return chunks.chunk(values.chunks().get(index), own, what).times(factor);
    };
  }

  /** Writes it all. The run is the first and only one. */
  Placed write(ExecutorService threads, JobContext job) {
    int rows = runs.stream().mapToInt(Placed::rows).sum();
    List<Target> targets = new ArrayList<>(columns.values());
    targets.add(lines);
    short[] from = new short[Chunk.ROWS];
    int done = 0;
    for (int taken = order.next(from); taken > 0; taken = order.next(from)) {
      job.progress(done, rows, Message.of("store.merging"));
      job.throwIfCancelled();
      int block = taken;
      List<Future<?>> writing = new ArrayList<>();
      targets.forEach(target -> writing.add(threads.submit(() -> target.add(from, block))));
      writing.forEach(RunWriter::get);
      done += taken;
    }
    Map<String, Stored.Values> values = new LinkedHashMap<>();
    columns.forEach((id, target) -> values.put(id, target.written()));
    return new Placed(new TableVersion.Run(0, rows, order.customers()),
        new Stored.Run(counts.written(), values, lines.written()));
  }

  /** A column that is being written. */
  private final class Target {
    private final MergedColumn column;
    private final MergedTexts texts;
    private final int scale;
    private final List<Long> ids = new ArrayList<>();
    private final List<Stored.Texts> own = new ArrayList<>();

    Target(MergedColumn column, MergedTexts texts, int scale) {
      this.column = column;
      this.texts = texts;
      this.scale = scale;
    }

    void add(short[] from, int rows) {
      MergedColumn.Block block = column.next(from, rows);
      Dictionary dictionary = block.dictionary();
      ids.add(chunks.add(block.values(), rows, block.missing(), block.invalid()));
      if (dictionary != null) {
        own.add(pieces.write(dictionary));
      }
    }

    Stored.Values written() {
      return new Stored.Values(ids, scale, texts.shared() == null ? own : List.of(texts.shared()));
    }
  }

  /** How many rows each customer has, chunk by chunk. */
  private final class Counts {
    private final long[] block = new long[Chunk.ROWS];
    private final List<Long> ids = new ArrayList<>();
    private int filled;

    void add(int rows) {
      if (filled == block.length) {
        flush();
      }
      block[filled++] = rows;
    }

    private void flush() {
      ids.add(chunks.add(block, filled, null, null));
      filled = 0;
    }

    List<Long> written() {
      flush();
      return ids;
    }
  }
}
