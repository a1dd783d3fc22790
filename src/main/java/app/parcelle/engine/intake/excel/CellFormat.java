package app.parcelle.engine.intake.excel;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** What a number format makes of a number: dates and times are numbers that look like it (ECMA-376 part 1, 18.8.30 and 18.8.31). */
enum CellFormat {
  NUMBER, DATE, TIME, DATE_TIME, ELAPSED;

  /**
   * The format of a number in the file's list.
   *
   * @param code as the file gives it; null where it leaves the format to its number
   */
  static CellFormat of(int id, @Nullable String code) {
    if (code != null && !code.isEmpty()) {
      return of(code);
    }
    return switch (id) {
      case 14, 15, 16, 17 -> DATE;
      case 18, 19, 20, 21, 45, 47 -> TIME;
      case 22 -> DATE_TIME;
      case 46 -> ELAPSED;
      // how dates look in the languages of East Asia; 34, 35, 55 and 56 are days in some and times in others
      case 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58 -> DATE;
      case 32, 33 -> TIME;
      default -> NUMBER;
    };
  }

  /**
   * The format that a code stands for, such as {@code dd/mm/yyyy hh:mm}, or {@code jj/mm/aaaa} as French programs write it.
   * Only the first section, that of positive numbers, counts.
   */
  static CellFormat of(String code) {
    return new Section(code).format();
  }

  /** The signs of a section, without what it shows as it stands. */
  private static final class Section {
    private boolean day;
    private boolean hour;
    private boolean minuteOrMonth;
    private boolean elapsed;
    private boolean digits;
    private boolean unknown;

    Section(String code) {
      String lower = code.toLowerCase(Locale.ROOT);
      int i = 0;
      while (i < lower.length()) {
        char c = lower.charAt(i);
        if (c == ';') {
          break;
        }
        i = switch (c) {
          case '"' -> after(lower, i, '"');
          case '[' -> bracket(lower, i);
          case '\\', '_', '*' -> i + 2;
          default -> sign(lower, i);
        };
      }
    }

    private static int after(String code, int from, char close) {
      int end = code.indexOf(close, from + 1);
      return end < 0 ? code.length() : end + 1;
    }

    /** A colour, a condition, a currency or a language, or hours that go on beyond a day. */
    private int bracket(String code, int from) {
      int end = after(code, from, ']');
      elapsed |= code.substring(from, end).matches("\\[(h+|m+|s+)]");
      return end;
    }

    private int sign(String code, int i) {
      if (code.startsWith("general", i) || code.startsWith("standard", i)) {
        digits = true;
        return i + (code.charAt(i) == 'g' ? "general" : "standard").length();
      }
      if (code.startsWith("am/pm", i) || code.startsWith("a/p", i)) {
        hour = true;
        return i + (code.charAt(i + 1) == 'm' ? "am/pm" : "a/p").length();
      }
      char c = code.charAt(i);
      switch (c) {
        case 'y', 'd', 'a', 'j', 'b', 'g', 'e' -> {
          boolean exponent = c == 'e' && i + 1 < code.length()
              && (code.charAt(i + 1) == '+' || code.charAt(i + 1) == '-');
          digits |= exponent;
          day |= !exponent;
        }
        case 'h', 's' -> hour = true;
        case 'm' -> minuteOrMonth = true;
        // decimals of seconds look like those of numbers
        case '0' -> digits |= !hour && !elapsed;
        case '#', '?', '@' -> digits = true;
        default -> unknown |= c >= 'a' && c <= 'z' && c != 't';
      }
      return i + 1;
    }

    CellFormat format() {
      if (digits || unknown) {
        return NUMBER;
      }
      if (elapsed) {
        return ELAPSED;
      }
      boolean date = day || (minuteOrMonth && !hour);
      return date ? hour ? DATE_TIME : DATE : hour ? TIME : NUMBER;
    }
  }
}
