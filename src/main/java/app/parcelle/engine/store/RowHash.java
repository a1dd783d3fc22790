package app.parcelle.engine.store;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.NumberedCodes;
import app.parcelle.engine.table.NumberedDictionary;

/**
 * Adds the values of a column to the hashes of rows: those of equal texts and numbers are equal, whatever dictionary or scale they
 * have. A missing value adds nothing, so that a column that is not there is one without values. Used by one thread.
 */
final class RowHash {
  private static final long INVALID = 0x696e_7661_6c69_6421L;

  private final Column column;
  private final long salt;
  private final long factor;
  private @Nullable Dictionary dictionary;
  private long[] known = new long[0];
  private @Nullable NumberedCodes numbered;
  private byte[] text = new byte[0];

  /** @param scale to which numbers are brought, at least that of the column */
  RowHash(Column column, int scale) {
    this.column = column;
    this.salt = Fingerprint.hash(column.id());
    this.factor = column.type().isText() ? 1 : ValueSource.powerOfTen(scale - column.scale());
  }

  void addTo(long[] rows, Chunk chunk) {
    take(chunk.dictionary());
    for (int row = 0; row < chunk.rows(); row++) {
      if (chunk.isInvalid(row)) {
        rows[row] += Fingerprint.mix(salt ^ INVALID);
      } else if (!chunk.isMissing(row)) {
        rows[row] += Fingerprint.mix(salt + value(chunk.at(row)));
      }
    }
  }

  private void take(@Nullable Dictionary next) {
    if (next == dictionary || column.origin() == Column.Origin.CUSTOMER_KEY) {
      return;
    }
    dictionary = next;
    numbered = next instanceof NumberedDictionary computed ? new NumberedCodes(computed) : null;
    known = next == null || next.size() < 0 ? new long[0] : new long[next.size()];
    text = new byte[numbered == null ? 0 : numbered.longest() + 8];
  }

  private long value(long value) {
    Dictionary texts = dictionary;
    if (texts == null) {
      return value * factor;
    }
    if (numbered != null) {
      int end = numbered.longest();
      return Fingerprint.hash(text, numbered.write(value, text, end), end);
    }
    int code = (int) value;
    if (known[code] == 0) {
      known[code] = Fingerprint.hash(texts.text(code));
    }
    return known[code];
  }
}
