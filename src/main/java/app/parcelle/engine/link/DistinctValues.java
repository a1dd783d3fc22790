package app.parcelle.engine.link;

import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.KeyText;
import app.parcelle.engine.table.TableVersion;

/** Goes through the values of a stored column as keys; a text of a dictionary comes once, other values may come again. */
final class DistinctValues {
  private final KeyText key = new KeyText();
  private final BitSet seen = new BitSet();
  private @Nullable Dictionary last;
  private long present;

  /** Hands the hash of each value to {@code each}; returns how many rows have one. */
  static long each(Dataset data, TableVersion table, Column column, LongConsumer each, JobContext job) {
    return eachKey(data, table, column, key -> each.accept(key.hash()), job);
  }

  /** The same for the values themselves, each to be looked at while it is handed over. */
  static long eachKey(Dataset data, TableVersion table, Column column, Consumer<KeyText> each,
      JobContext job) {
    DistinctValues values = new DistinctValues();
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        job.throwIfCancelled();
        values.chunk(data.chunk(table, column, run, index), each);
      }
    }
    return values.present;
  }

  private void chunk(Chunk chunk, Consumer<KeyText> each) {
    Dictionary dictionary = chunk.dictionary();
    boolean coded = dictionary != null && dictionary.size() >= 0;
    if (dictionary != last) {
      last = dictionary;
      seen.clear();
    }
    for (int row = 0; row < chunk.rows(); row++) {
      if (!chunk.isMissing(row)) {
        present++;
        long value = chunk.at(row);
        if (!coded || !seen.get((int) value)) {
          if (coded) {
            seen.set((int) value);
          }
          read(dictionary, value, each);
        }
      }
    }
  }

  private void read(@Nullable Dictionary dictionary, long value, Consumer<KeyText> each) {
    key.read(dictionary, value);
    if (!key.isEmpty()) {
      each.accept(key);
    }
  }

  /** The same for all texts of a dictionary. */
  static void each(Dictionary dictionary, LongConsumer each) {
    DistinctValues values = new DistinctValues();
    for (int code = 0; code < dictionary.size(); code++) {
      values.read(dictionary, code, key -> each.accept(key.hash()));
    }
  }
}
