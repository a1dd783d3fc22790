package app.parcelle.engine.store;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.KeyText;

/**
 * Maps the values of a key column to customers through a column of a customer table; each distinct code is looked up once. A value
 * that nobody has there becomes a customer of its own: an e-mail address as it is, anything else behind the name of the column, for a
 * card number must not be taken for a customer number.
 */
final class LinkedNumbers {
  private final CustomerIndex index;
  private final byte[] prefix;
  private final GrowingDirectory customers;
  private final KeyText key = new KeyText();
  private final KeyText own = new KeyText();
  private final long[] codes = new long[Chunk.ROWS];
  private @Nullable Dictionary dictionary;
  private CodeNumbers known = new CodeNumbers();

  /** @param column the name of the column that the values are of */
  LinkedNumbers(CustomerIndex index, String column, GrowingDirectory customers) {
    this.index = index;
    this.prefix = prefix(column);
    this.customers = customers;
  }

  static byte[] prefix(String column) {
    return (column + ":").getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Writes the number of each row's customer to {@code to}, from {@code at} on; -1 where the value is missing. */
  void of(Chunk chunk, int[] to, int at) {
    Dictionary texts = chunk.dictionary();
    if (dictionary == null || !dictionary.equals(texts)) {
      dictionary = texts;
      known = new CodeNumbers();
    }
    if (chunk.min() <= chunk.max()) {
      known.expect(chunk.min(), chunk.max());
    }
    chunk.copyTo(codes, 0);
    for (int i = 0; i < chunk.rows(); i++) {
      to[at + i] = chunk.isMissing(i) ? CodeNumbers.UNKNOWN : number(texts, codes[i]);
    }
  }

  private int number(@Nullable Dictionary texts, long code) {
    int number = known.get(code);
    if (number == CodeNumbers.UNKNOWN) {
      key.read(texts, code);
      int found = index.customer(key);
      number = found == CustomerIndex.NONE ? customers.numberOf(ownKey()) : found;
      known.put(code, number);
    }
    return number;
  }

  private KeyText ownKey() {
    if (key.isMail()) {
      return key;
    }
    own.read(prefix, key);
    return own;
  }
}
