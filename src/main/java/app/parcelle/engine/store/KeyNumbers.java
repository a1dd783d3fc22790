package app.parcelle.engine.store;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.NumberedDictionary;

/** Maps the codes of a key column to customer numbers; each distinct code is looked up once. */
final class KeyNumbers {
  private static final Dictionary ROWS = new NumberedDictionary("#", 0);

  private final GrowingDirectory customers;
  private final long[] codes = new long[Chunk.ROWS];
  private @Nullable Dictionary dictionary;
  private CodeNumbers known = new CodeNumbers();

  KeyNumbers(GrowingDirectory customers) {
    this.customers = customers;
  }

  /** Writes the number of each row's customer to {@code to}, from {@code at} on; -1 where the key is missing. */
  void of(Chunk chunk, int[] to, int at) {
    Dictionary texts = chunk.dictionary();
    if (texts == null) {
      throw new IllegalArgumentException("a key column needs texts");
    }
    take(texts);
    if (chunk.min() <= chunk.max()) {
      known.expect(chunk.min(), chunk.max());
    }
    chunk.copyTo(codes, 0);
    for (int i = 0; i < chunk.rows(); i++) {
      to[at + i] = chunk.isMissing(i) ? CodeNumbers.UNKNOWN : number(texts, codes[i]);
    }
  }

  /** The customer that a row without key is: {@code #1} for row 1. */
  int ofRow(long row) {
    take(ROWS);
    known.expect(row, row);
    return number(ROWS, row);
  }

  private void take(Dictionary texts) {
    if (!texts.equals(dictionary)) {
      dictionary = texts;
      known = customers.known(texts);
    }
  }

  private int number(Dictionary texts, long code) {
    int number = known.get(code);
    if (number == CodeNumbers.UNKNOWN) {
      number = customers.numberOf(texts, code);
      known.put(code, number);
    }
    return number;
  }
}
