package app.parcelle.engine.intake.csv;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Finds delimiter and quote: those under which most records have as many fields as the first, and fields look least as if
 * other delimiters stood in them.
 */
final class DialectFinder {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|', '^', '~', '#');
  private static final List<Character> USUAL = List.of(',', ';', '\t', '|');
  private static final int RECORDS = 200;
  private static final int BYTES = 1 << 17;

  private DialectFinder() {}

  /**
   * @param utf8 the beginning of the text, with bytes to spare behind {@code length}
   * @param complete whether that is all of the text
   */
  static Dialect find(byte[] utf8, int length, boolean complete, Charset encoding, int bom,
      @Nullable Character delimiter, @Nullable Character quote) {
    int used = Math.min(length, BYTES);
    Dialect best = new Dialect(',', '"', encoding, bom, true, false);
    double most = -1;
    for (char q : quote == null ? List.of('"', '\'') : List.of(quote)) {
      if (quote == null && q == '\'' && !isQuoting(utf8, used)) {
        continue;
      }
      for (char d : delimiter == null ? DELIMITERS : List.of(delimiter)) {
        Dialect dialect = new Dialect(d, q, encoding, bom, true, false);
        double score = score(utf8, used, complete && used == length, dialect);
        if (score > most) {
          most = score;
          best = dialect;
        }
      }
    }
    return best;
  }

  /** Whether apostrophes stand around fields, and double quotes do not. */
  private static boolean isQuoting(byte[] b, int length) {
    int single = 0;
    int twofold = 0;
    for (int i = 0; i < length; i++) {
      boolean begins = i == 0 || isBorder(b[i - 1]);
      if (begins && b[i] == '\'') {
        int end = i + 1;
        while (end < length && b[end] != '\'' && b[end] != '\n' && b[end] != '\r') {
          end++;
        }
        single += end < length && b[end] == '\'' && (end + 1 == length || isBorder(b[end + 1])) ? 1 : 0;
      }
      twofold += begins && b[i] == '"' ? 1 : 0;
    }
    return single >= 2 && single > twofold;
  }

  private static boolean isBorder(byte c) {
    return c == '\n' || c == '\r' || DELIMITERS.contains((char) c);
  }

  private static double score(byte[] utf8, int length, boolean complete, Dialect dialect) {
    RecordBlock block = SampleTable.records(utf8, length, complete, RECORDS, dialect);
    if (block.count == 0) {
      return 0;
    }
    FieldBatch batch = new FieldBatch(dialect, Columns.MOST, 0, 1);
    int width = 0;
    int regular = 0;
    long cells = 0;
    long clean = 0;
    for (int r = 0; r < block.count; r++) {
      batch.split(block, r, r + 1, new ArrayList<>());
      int found = batch.found();
      // the first record decides how many fields a row has
      width = r == 0 ? found : width;
      regular += found == width ? 1 : 0;
      for (int c = 0; c < Math.min(found, Columns.MOST); c++) {
        cells++;
        clean += isClean(batch, c, dialect) ? 1 : 0;
      }
    }
    double share = (double) regular / block.count;
    if (width < 2) {
      // one column: any delimiter will do that does not split its values
      return 0.001 * share;
    }
    double pattern = share * (width - 1) / width;
    double usual = USUAL.contains(dialect.delimiter()) ? 1 : 0.6;
    return pattern * ((double) clean / cells) * usual;
  }

  /** Whether no usual delimiter stands in a field outside quotes. */
  private static boolean isClean(FieldBatch batch, int column, Dialect dialect) {
    int start = batch.start(0, column);
    if (batch.quoted(start)) {
      return true;
    }
    byte[] b = batch.bytes();
    for (int p = start; p < batch.end(0, column); p++) {
      if (b[p] != dialect.delimiter() && USUAL.contains((char) b[p])) {
        return false;
      }
    }
    return true;
  }
}
