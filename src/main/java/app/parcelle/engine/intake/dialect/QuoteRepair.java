package app.parcelle.engine.intake.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Reads a line in which a quote is out of place: of all ways to cut it into the wanted number of cells, the one with the
 * fewest quotes that are neither around a cell nor doubled. Dynamic programming over the places where a delimiter stands.
 */
final class QuoteRepair {
  private static final int MOST_DELIMITERS = 400;
  private static final int LONGEST = 1 << 16;
  private static final int IMPOSSIBLE = 1 << 20;

  private final byte[] delimiter;
  private final byte quote;
  private byte[] bytes = {};
  private int[] borders = new int[64];
  private int count;

  QuoteRepair(String delimiter, char quote) {
    this.delimiter = delimiter.getBytes(UTF_8);
    this.quote = (byte) quote;
  }

  /** Whether a quote is part of a cell that stands in none. */
  boolean isIn(CutRecord record) {
    for (int c = 0; c < record.count; c++) {
      for (int p = record.start(c); p < record.end(c) && !record.quoted(c); p++) {
        if (record.bytes[p] == quote) {
          return true;
        }
      }
    }
    return false;
  }

  /** Cuts a line into so many cells; false where that cannot be done. */
  boolean cut(byte[] line, int from, int to, int cells, CutRecord into) {
    bytes = line;
    if (to - from > LONGEST || !findBorders(from, to) || count < cells) {
      return false;
    }
    // least[k][j]: the fewest quotes out of place in k cells that end at border j
    int[][] least = new int[cells + 1][count + 1];
    int[][] begins = new int[cells + 1][count + 1];
    for (int[] row : least) {
      Arrays.fill(row, IMPOSSIBLE);
    }
    least[0][0] = 0;
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j <= count; j++) {
        int cost = cost(i, j);
        for (int k = 0; k < cells && cost < IMPOSSIBLE; k++) {
          if (least[k][i] + cost < least[k + 1][j]) {
            least[k + 1][j] = least[k][i] + cost;
            begins[k + 1][j] = i;
          }
        }
      }
    }
    if (least[cells][count] >= IMPOSSIBLE) {
      return false;
    }
    int[] path = new int[cells + 1];
    path[cells] = count;
    for (int k = cells; k > 0; k--) {
      path[k - 1] = begins[k][path[k]];
    }
    for (int k = 0; k < cells; k++) {
      write(start(path[k]), end(path[k + 1]), path[k + 1] - path[k] > 1, into);
    }
    into.unclean = true;
    return true;
  }

  /** Border i is the beginning of the line, behind a delimiter, or, the last one, the end of the line. */
  private boolean findBorders(int from, int to) {
    count = 0;
    borders[0] = from;
    for (int p = from; p + delimiter.length <= to; p++) {
      if (Arrays.equals(bytes, p, p + delimiter.length, delimiter, 0, delimiter.length)) {
        if (++count > MOST_DELIMITERS) {
          return false;
        }
        ensure(count + 1);
        p += delimiter.length - 1;
        borders[count] = p + 1;
      }
    }
    count++;
    ensure(count);
    borders[count] = to + delimiter.length;
    return true;
  }

  private void ensure(int index) {
    if (index >= borders.length) {
      borders = Arrays.copyOf(borders, 2 * index);
    }
  }

  private int start(int border) {
    return borders[border];
  }

  private int end(int border) {
    return borders[border] - delimiter.length;
  }

  /** How many quotes are out of place if what stands between two borders is a cell. */
  private int cost(int i, int j) {
    int from = start(i);
    int to = end(j);
    if (isWrapped(from, to)) {
      return strayInside(trimStart(from, to) + 1, trimEnd(from, to) - 1);
    }
    if (j > i + 1) {
      return IMPOSSIBLE;
    }
    int quotes = 0;
    for (int p = from; p < to; p++) {
      quotes += bytes[p] == quote ? 1 : 0;
    }
    // a quote that begins a cell was meant to have another one
    return quotes == 0 ? 0 : bytes[trimStart(from, to)] == quote ? quotes + 1 : quotes;
  }

  private boolean isWrapped(int from, int to) {
    int first = trimStart(from, to);
    int last = trimEnd(from, to);
    return last - first >= 2 && bytes[first] == quote && bytes[last - 1] == quote;
  }

  /** Quotes that are not doubled; two where a delimiter stands beside one, for then it looks like the border of a cell. */
  private int strayInside(int from, int to) {
    int stray = 0;
    for (int p = from; p < to; p++) {
      if (bytes[p] != quote) {
        continue;
      }
      if (p + 1 < to && bytes[p + 1] == quote) {
        p++;
      } else {
        boolean border = isDelimiter(p + 1, to)
            || (p - delimiter.length >= from && isDelimiter(p - delimiter.length, to));
        stray += border ? 3 : 1;
      }
    }
    return stray;
  }

  private boolean isDelimiter(int at, int to) {
    return at >= 0 && at + delimiter.length <= to
        && Arrays.equals(bytes, at, at + delimiter.length, delimiter, 0, delimiter.length);
  }

  private void write(int from, int to, boolean wrapped, CutRecord into) {
    if (!wrapped && !isWrapped(from, to)) {
      into.append(bytes, from, to);
      into.endCell(false);
      return;
    }
    int end = trimEnd(from, to) - 1;
    int copied = trimStart(from, to) + 1;
    for (int p = copied; p < end; p++) {
      if (bytes[p] == quote && p + 1 < end && bytes[p + 1] == quote) {
        into.append(bytes, copied, p + 1);
        p++;
        copied = p + 1;
      }
    }
    into.append(bytes, Math.min(copied, end), end);
    into.endCell(true);
  }

  private int trimStart(int from, int to) {
    int p = from;
    while (p < to && bytes[p] == ' ') {
      p++;
    }
    return p;
  }

  private int trimEnd(int from, int to) {
    int p = to;
    while (p > from && bytes[p - 1] == ' ') {
      p--;
    }
    return p;
  }
}
