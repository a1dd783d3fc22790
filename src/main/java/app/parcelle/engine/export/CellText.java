package app.parcelle.engine.export;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts as a cell of a workbook can hold them: at most 32,767 characters, and nothing that XML cannot say. A character that
 * it cannot is written {@code _xHHHH_} (ECMA-376 part 1, 22.9.2.19, ST_Xstring), which Excel and LibreOffice read back; so a
 * text that happens to contain such a mark has it escaped too.
 */
final class CellText {
  static final int LIMIT = 32_767;
  private static final String CUT = "…";

  private CellText() {}

  /** Whether a spreadsheet would take the text for a formula if a person typed it. */
  static boolean looksLikeFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }

  /** Whether a cell holds the text only in part. */
  static boolean isTooLong(String text) {
    return isPlain(text)
        ? text.length() > LIMIT
        : fitting(text, 0, LIMIT, new StringBuilder()) < text.length();
  }

  /** What is put in the cell: escaped, and cut with an ellipsis at the end where it is too long. */
  static String written(String text) {
    if (text.length() <= LIMIT && isPlain(text)) {
      return text;
    }
    StringBuilder whole = new StringBuilder();
    if (fitting(text, 0, LIMIT, whole) == text.length()) {
      return whole.toString();
    }
    StringBuilder cut = new StringBuilder();
    fitting(text, 0, LIMIT - CUT.length(), cut);
    return cut.append(CUT).toString();
  }

  /** The text in as many pieces as it needs, each short enough for a cell. */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    do {
      int to = fitting(text, from, LIMIT, new StringBuilder());
      pieces.add(text.substring(from, to));
      from = to;
    } while (from < text.length());
    return pieces;
  }

  /** Escapes characters from {@code from} on until the limit is reached; returns where it stopped. */
  private static int fitting(String text, int from, int limit, StringBuilder out) {
    int i = from;
    while (i < text.length()) {
      int width = Character.charCount(text.codePointAt(i));
      boolean escaped = !isPlain(text, i, width);
      if (out.length() + (escaped ? 7 : width) > limit) {
        break;
      }
      if (escaped) {
        out.append("_x%04X_".formatted((int) text.charAt(i)));
      } else {
        out.append(text, i, i + width);
      }
      i += width;
    }
    return i;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text, i, 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(String text, int i, int width) {
    char c = text.charAt(i);
    boolean xml = c >= ' ' ? c < 0xFFFE : c == '\n' || c == '\t';
    return xml && (width == 2 || !Character.isSurrogate(c)) && !isMark(text, i);
  }

  /** Whether the underscore at i begins what may be read as an escape, with whatever is written after it. */
  private static boolean isMark(String text, int i) {
    if (text.charAt(i) != '_' || i + 5 >= text.length() || text.charAt(i + 1) != 'x') {
      return false;
    }
    for (int k = i + 2; k < i + 6; k++) {
      if (Character.digit(text.charAt(k), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
