package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is white around a cell, and which cells hold nothing. */
final class Cells {
  /** Longer marks of nothing do not exist. */
  private static final int LONGEST_MARK = 16;
  /** What may stand beside a dash for an amount of nothing. */
  private static final Pattern CURRENCY = Pattern.compile("[\\s\\p{Sc}\u00a0\u202f]|EUR|USD|GBP|CHF");
  private static final Set<String> MARKS = Set.of("-", "--", "---", "–", "—", "?", ".", "n/a", "#n/a", "#n/d",
      "na",
      "n.a.", "nc", "n.c.", "nd", "n.d.", "nan", "none", "nil", "null");

  private Cells() {}

  /** The first position that is not white: a blank, a control character, or one of several bytes. */
  static int trimStart(byte[] b, int from, int to) {
    int p = from;
    while (p < to) {
      int wide = b[p] >= 0 && b[p] <= ' ' ? 1 : wideSpace(b, p, to);
      if (wide == 0) {
        break;
      }
      p += wide;
    }
    return p;
  }

  static int trimEnd(byte[] b, int from, int to) {
    int p = to;
    while (p > from) {
      if (b[p - 1] >= 0 && b[p - 1] <= ' ') {
        p--;
      } else if (p - from >= 2 && wideSpace(b, p - 2, p) == 2) {
        p -= 2;
      } else if (p - from >= 3 && wideSpace(b, p - 3, p) == 3) {
        p -= 3;
      } else {
        break;
      }
    }
    return p;
  }

  /** How many bytes the no-break or thin space (U+00A0, U+2007 to U+200A, U+202F) at a position has; 0 where there is none. */
  static int wideSpace(byte[] b, int p, int to) {
    if (p + 1 < to && b[p] == (byte) 0xC2 && b[p + 1] == (byte) 0xA0) {
      return 2;
    }
    if (p + 2 >= to || b[p] != (byte) 0xE2 || b[p + 1] != (byte) 0x80) {
      return 0;
    }
    byte last = b[p + 2];
    return last == (byte) 0xAF || (last >= (byte) 0x87 && last <= (byte) 0x8A) ? 3 : 0;
  }

  /** Whether trimmed bytes say that there is nothing: none at all, or null, NULL, \N outside quotes. */
  static boolean isNothing(byte[] b, int from, int to, boolean quoted) {
    int length = to - from;
    if (length == 0) {
      return true;
    }
    if (quoted || (length != 4 && length != 2)) {
      return false;
    }
    return length == 2
        ? b[from] == '\\' && b[from + 1] == 'N'
        : is(b, from, 'n', 'u', 'l', 'l') || is(b, from, 'N', 'U', 'L', 'L');
  }

  /**
   * Whether trimmed bytes are what people and tools write where they know nothing, such as - or N/A. Spreadsheets put the sign of
   * the currency beside the dash.
   */
  static boolean isMark(byte[] b, int from, int to) {
    if (to == from || to - from > LONGEST_MARK || (b[from] >= '0' && b[from] <= '9')) {
      return false;
    }
    String cell = new String(b, from, to - from, UTF_8);
    return MARKS.contains(cell.toLowerCase(Locale.ROOT))
        || (cell.indexOf('-') >= 0 && CURRENCY.matcher(cell).replaceAll("").equals("-"));
  }

  private static boolean is(byte[] b, int p, int c0, int c1, int c2, int c3) {
    return b[p] == c0 && b[p + 1] == c1 && b[p + 2] == c2 && b[p + 3] == c3;
  }
}
