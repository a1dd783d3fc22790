package app.parcelle.engine.intake.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Cells between delimiters of any length, in quotes or not. A quote opens at the beginning of a cell, behind blanks at most,
 * and closes before a delimiter or the line's end, behind blanks at most; any other quote is a character of the cell. So
 * everything that obeys RFC 4180 is read as it says, and quotes that nobody doubled or escaped are kept.
 */
final class DelimitedCutter implements Cutter {
  private static final byte[] NONE = {};

  private enum Open {
    NOTHING, QUOTE, ESCAPED_LINE_END
  }

  private final byte[] delimiter;
  private final byte[] quote;
  private final byte[] escape;
  private final boolean blanksMayStandAround;
  private Open open = Open.NOTHING;

  DelimitedCutter(String delimiter, @Nullable Character quote, @Nullable Character escape) {
    this.delimiter = delimiter.getBytes(UTF_8);
    this.quote = quote == null ? NONE : quote.toString().getBytes(UTF_8);
    this.escape = escape == null || escape.equals(quote) ? NONE : escape.toString().getBytes(UTF_8);
    this.blanksMayStandAround = this.delimiter[0] != ' ';
  }

  @Override
  public void begin() {
    open = Open.NOTHING;
  }

  @Override
  public boolean take(byte[] b, int from, int to, int next, CutRecord into) {
    int p = switch (open) {
      case NOTHING -> cell(b, from, to, into);
      case QUOTE -> inQuotes(b, from, to, into);
      case ESCAPED_LINE_END -> plain(b, from, to, into);
    };
    while (p < to && open == Open.NOTHING) {
      p = cell(b, p + delimiter.length, to, into);
    }
    if (open != Open.NOTHING) {
      into.append(b, to, next);
      return false;
    }
    return true;
  }

  /** Cuts the cell that begins at a position; returns where the delimiter behind it begins, or the line ends. */
  private int cell(byte[] b, int from, int to, CutRecord into) {
    int p = blanksMayStandAround ? afterBlanks(b, from, to) : from;
    if (!is(quote, b, p, to)) {
      return plain(b, from, to, into);
    }
    into.loose |= p > from;
    return inQuotes(b, p + quote.length, to, into);
  }

  private int plain(byte[] b, int from, int to, CutRecord into) {
    open = Open.NOTHING;
    int copied = from;
    int p = from;
    while (p < to) {
      if (is(delimiter, b, p, to)) {
        break;
      }
      if (is(escape, b, p, to)) {
        int meant = meant(b, p + escape.length, to);
        if (meant > 0 || p + escape.length == to) {
          into.append(b, copied, p);
          copied = p + escape.length;
          p = copied + meant;
          if (meant == 0) {
            open = Open.ESCAPED_LINE_END;
            return to;
          }
          continue;
        }
      }
      p++;
    }
    into.append(b, copied, p);
    into.endCell(false);
    return p;
  }

  private int inQuotes(byte[] b, int from, int to, CutRecord into) {
    open = Open.QUOTE;
    int copied = from;
    int p = from;
    while (p < to) {
      if (is(escape, b, p, to)) {
        int meant = meant(b, p + escape.length, to);
        if (meant > 0) {
          into.append(b, copied, p);
          copied = p + escape.length;
          p = copied + meant;
          continue;
        }
      }
      if (!is(quote, b, p, to)) {
        p++;
        continue;
      }
      into.append(b, copied, p);
      copied = p;
      int behind = p + quote.length;
      if (is(quote, b, behind, to)) {
        copied = behind;
        p = behind + quote.length;
        continue;
      }
      int end = cellEnd(b, behind, to);
      if (end >= 0) {
        return close(end, into);
      }
      into.unclean = true;
      p = behind;
    }
    into.append(b, copied, to);
    return to;
  }

  private int close(int end, CutRecord into) {
    open = Open.NOTHING;
    into.endCell(true);
    return end;
  }

  /** The delimiter or line end that stands at a position, or behind blanks there; -1 where something else does. */
  private int cellEnd(byte[] b, int from, int to) {
    if (from == to || is(delimiter, b, from, to)) {
      return from;
    }
    int p = blanksMayStandAround ? afterBlanks(b, from, to) : from;
    return p == to || is(delimiter, b, p, to) ? p : -1;
  }

  /** How many bytes the sign has whose escaping means something: a quote, a delimiter, the escape itself; else 0. */
  private int meant(byte[] b, int at, int to) {
    for (byte[] sign : new byte[][]{quote, delimiter, escape}) {
      if (is(sign, b, at, to)) {
        return sign.length;
      }
    }
    return 0;
  }

  private static int afterBlanks(byte[] b, int from, int to) {
    int p = from;
    while (p < to && b[p] == ' ') {
      p++;
    }
    return p;
  }

  private static boolean is(byte[] sign, byte[] b, int at, int to) {
    if (sign.length == 0 || at + sign.length > to) {
      return false;
    }
    for (int i = 0; i < sign.length; i++) {
      if (b[at + i] != sign[i]) {
        return false;
      }
    }
    return true;
  }
}
