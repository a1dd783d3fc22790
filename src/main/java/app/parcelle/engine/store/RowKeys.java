package app.parcelle.engine.store;

import java.util.Arrays;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TableVersion;

/**
 * Numbers the keys of rows by one column: equal keys have equal numbers, in all runs and versions of a table. The keys of customers
 * have the numbers of the directory; others are numbered in the order in which they are met. Used by one thread.
 */
final class RowKeys {
  /** The number of a row whose key is missing. */
  static final int NONE = CodeNumbers.UNKNOWN;

  private final Column key;
  private final GrowingDirectory texts = new GrowingDirectory(Stored.Directory.EMPTY);
  private final KeyNumbers ofTexts = new KeyNumbers(texts);
  private final CodeNumbers ofValues = new CodeNumbers();
  private int values;
  private int customers;

  /** @param key a column of the table, as in its latest version */
  RowKeys(Column key) {
    this.key = key;
  }

  /** So many numbers have been given, from 0 on. */
  int size() {
    return Math.max(customers, Math.max(values, texts.size()));
  }

  /** Writes the number of each row's key to {@code to}; returns how many rows there are. */
  int of(Dataset data, TableVersion table, TableVersion.Run run, int index, int[] to) {
    Chunk chunk = data.chunk(table, key, run, index);
    Dictionary dictionary = chunk.dictionary();
    if (key.origin() == Column.Origin.CUSTOMER_KEY) {
      customers = data.customers().size();
      for (int row = 0; row < chunk.rows(); row++) {
        to[row] = chunk.isMissing(row) ? NONE : (int) chunk.at(row);
      }
    } else if (dictionary != null) {
      ofTexts.of(chunk, to, 0);
    } else if (key.type().isText()) {
      Arrays.fill(to, 0, chunk.rows(), NONE);
    } else {
      for (int row = 0; row < chunk.rows(); row++) {
        to[row] = chunk.isMissing(row) ? NONE : number(chunk.at(row));
      }
    }
    return chunk.rows();
  }

  private int number(long value) {
    int known = ofValues.get(value);
    if (known != CodeNumbers.UNKNOWN) {
      return known;
    }
    ofValues.put(value, values);
    return values++;
  }
}
