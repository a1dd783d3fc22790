package app.parcelle.ui.intake;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TableVersion;

/**
 * How the values of a column spread, from about 20,000 rows of at most 16 of its chunks. Memory and time are bounded
 * whatever the table's size; the bars are proportions, and nothing here is shown as a count of rows.
 *
 * @param bars heights; of equal steps from the 1st to the 99th percentile for numbers and dates, of the most frequent
 *     values for texts and yes/no
 * @param low the 1st percentile, as stored; 0 for texts
 * @param high the 99th
 * @param frequent the most frequent texts of the sample, as many as there are bars; empty for other types
 */
record ColumnShape(long[] bars, long low, long high, List<String> frequent) {
  static final int BARS = 12;

  private static final int SAMPLE = 20_000;
  private static final int CHUNKS = 16;

  ColumnShape {
    frequent = List.copyOf(frequent);
  }

  static ColumnShape of(Dataset data, TableVersion table, Column column, JobContext job) {
    Sample sample = new Sample(column.type().isText());
    int chunks = table.runs().stream().mapToInt(TableVersion.Run::chunks).sum();
    int every = Math.max(1, Math.ceilDiv(chunks, CHUNKS));
    long step = Math.max(1, table.rows() / every / SAMPLE);
    int number = 0;
    for (TableVersion.Run run : table.runs()) {
      for (int i = 0; i < run.chunks(); i++) {
        if (number % every == 0) {
          job.throwIfCancelled();
          sample.take(data.chunk(table, column, run, i), step);
        }
        number++;
      }
    }
    return column.type().isText() || column.type() == ColumnType.YES_NO ? sample.frequent() : sample.steps();
  }

  /** What was taken, as numbers or as texts with how often they came. */
  private static final class Sample {
    private final boolean texts;
    private final long[] numbers = new long[2 * SAMPLE + Chunk.ROWS];
    private final Map<String, Long> counts = new HashMap<>();
    private int size;
    private long next;

    Sample(boolean texts) {
      this.texts = texts;
    }

    void take(Chunk chunk, long step) {
      for (; next < chunk.rows(); next += step) {
        int row = (int) next;
        if (!chunk.isMissing(row)) {
          add(chunk, row);
        }
      }
      next -= chunk.rows();
    }

    private void add(Chunk chunk, int row) {
      Dictionary dictionary = chunk.dictionary();
      if (texts && dictionary != null) {
        counts.merge(dictionary.text(chunk.at(row)), 1L, Long::sum);
      } else if (size < numbers.length) {
        numbers[size] = chunk.at(row);
        size++;
      }
    }

    ColumnShape steps() {
      if (size == 0) {
        return new ColumnShape(new long[0], 0, 0, List.of());
      }
      Arrays.sort(numbers, 0, size);
      long low = numbers[(int) (0.01 * (size - 1))];
      long high = numbers[(int) Math.ceil(0.99 * (size - 1))];
      // steps of whole units, so that no bar holds more of the possible values than another
      long width = Math.ceilDiv(high - low + 1, BARS);
      long[] bars = new long[(int) Math.ceilDiv(high - low + 1, width)];
      for (int i = 0; i < size; i++) {
        bars[Math.clamp((numbers[i] - low) / width, 0, bars.length - 1)]++;
      }
      return new ColumnShape(bars, low, high, List.of());
    }

    ColumnShape frequent() {
      for (int i = 0; i < size; i++) {
        counts.merge(Long.toString(numbers[i]), 1L, Long::sum);
      }
      List<Map.Entry<String, Long>> most = counts.entrySet()
          .stream()
          .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
              .thenComparing(Map.Entry.comparingByKey()))
          .limit(BARS)
          .toList();
      return new ColumnShape(most.stream().mapToLong(Map.Entry::getValue).toArray(), 0, 0,
          most.stream().map(Map.Entry::getKey).toList());
    }
  }

  /** Whether there is anything to draw. */
  boolean empty() {
    return bars.length == 0;
  }

  /** Whether no text came twice: a key, or something like one. */
  boolean allDifferent() {
    return frequent.size() == BARS && bars[0] == 1;
  }

  /** The most frequent text and nothing else; null for other types. */
  @Nullable
  String mostFrequent() {
    return frequent.isEmpty() ? null : frequent.getFirst();
  }
}
