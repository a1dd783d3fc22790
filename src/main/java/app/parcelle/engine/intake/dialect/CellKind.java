package app.parcelle.engine.intake.dialect;

import java.util.Set;

/**
 * What a cell looks like, from its characters alone; coarser and more tolerant than the types of columns. It is evidence for
 * where cells begin and end (van den Burg, Nazábal, Sutton 2019, Wrangling messy CSV files by detecting row and type patterns),
 * and for which record holds names.
 */
enum CellKind {
  EMPTY, NUMBER, DATE, TIME, LINK, CODE, TEXT;

  private static final Set<String> NOTHING = Set.of("-", "--", "---", "?", ".", "..", "n/a", "na", "n.a.",
      "nc", "n.c.", "nd", "n.d.", "null", "none", "nan", "nil", "#n/a", "\\n", "*", "**", "***", "****",
      "*****");
  private static final Set<String> MONTHS = Set.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
      "sep", "oct", "nov", "dec", "janv", "fevr", "févr", "avr", "mai", "juin", "juil", "aout", "août",
      "sept", "déc", "fév", "january", "february", "march", "april", "june", "july", "august", "september",
      "october", "november", "december", "janvier", "février", "mars", "avril", "juillet", "septembre",
      "octobre", "novembre", "décembre", "mär", "okt", "dez");
  private static final String MONEY = "€$£¥%";
  private static final Set<String> CURRENCIES = Set.of("eur", "usd", "gbp", "chf", "cad", "kg", "ht", "ttc");

  boolean isValue() {
    return this == NUMBER || this == DATE || this == TIME || this == LINK;
  }

  static CellKind of(String cell) {
    String s = stripped(cell);
    if (s.isEmpty() || (s.length() <= 5 && NOTHING.contains(s.toLowerCase(java.util.Locale.ROOT)))) {
      return EMPTY;
    }
    if (s.length() > 200) {
      return TEXT;
    }
    Signs signs = Signs.of(s);
    if (isNumber(s, signs)) {
      return NUMBER;
    }
    if (isTime(s, 0, s.length())) {
      return TIME;
    }
    if (isDate(s, signs)) {
      return DATE;
    }
    if (isLink(s, signs)) {
      return LINK;
    }
    boolean code = signs.digits > 0 && signs.blanks == 0 && signs.others == 0 && s.length() <= 40;
    return code ? CODE : TEXT;
  }

  /** Without white space around it, no-break spaces among it. */
  private static String stripped(String cell) {
    int from = 0;
    int to = cell.length();
    while (from < to && isWhite(cell.charAt(from))) {
      from++;
    }
    while (to > from && isWhite(cell.charAt(to - 1))) {
      to--;
    }
    return cell.substring(from, to);
  }

  private static boolean isWhite(char c) {
    return c <= ' ' || isBlank(c);
  }

  /** How many signs of each sort. */
  private record Signs(int digits, int letters, int blanks, int others) {
    static Signs of(String s) {
      int digits = 0;
      int letters = 0;
      int blanks = 0;
      int others = 0;
      for (int i = 0; i < s.length(); i++) {
        char c = s.charAt(i);
        if (c >= '0' && c <= '9') {
          digits++;
        } else if (Character.isLetter(c)) {
          letters++;
        } else if (isBlank(c)) {
          blanks++;
        } else if (c != '-' && c != '_' && c != '/' && c != '.') {
          others++;
        }
      }
      return new Signs(digits, letters, blanks, others);
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\t';
  }

  /** A sign and a currency on either side, digits in groups, decimals, an exponent. */
  private static boolean isNumber(String s, Signs signs) {
    if (signs.digits == 0 || signs.letters > 4) {
      return false;
    }
    int from = 0;
    int to = s.length();
    while (from < to && isAround(s.charAt(from))) {
      from++;
    }
    while (to > from && isAround(s.charAt(to - 1))) {
      to--;
    }
    int letters = to;
    while (letters > from && Character.isLetter(s.charAt(letters - 1))) {
      letters--;
    }
    if (letters < to) {
      if (!CURRENCIES.contains(s.substring(letters, to).toLowerCase(java.util.Locale.ROOT))) {
        return false;
      }
      to = letters;
      while (to > from && isBlank(s.charAt(to - 1))) {
        to--;
      }
    }
    return isDigits(s, from, to);
  }

  private static boolean isAround(char c) {
    return c == '+' || c == '-' || c == '(' || c == ')' || c == '−' || isBlank(c) || MONEY.indexOf(c) >= 0;
  }

  private static boolean isDigits(String s, int from, int to) {
    int points = 0;
    int commas = 0;
    int groupings = 0;
    boolean digit = false;
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      boolean between = digit && i + 1 < to;
      digit = c >= '0' && c <= '9';
      if (digit) {
        continue;
      }
      if ((c == 'e' || c == 'E') && between) {
        return isExponent(s, i + 1, to) && groupings == 0;
      }
      if (c == '.') {
        points++;
      } else if (c == ',') {
        commas++;
      } else if ((c == '\'' || c == '’' || isBlank(c)) && between) {
        groupings++;
      } else {
        return false;
      }
      if (!between && !(i == from && to - from > 1) && i + 1 < to) {
        return false;
      }
    }
    return to > from && (points <= 1 || commas <= 1);
  }

  private static boolean isExponent(String s, int from, int to) {
    int p = from < to && (s.charAt(from) == '+' || s.charAt(from) == '-') ? from + 1 : from;
    if (p == to || to - p > 3) {
      return false;
    }
    while (p < to && s.charAt(p) >= '0' && s.charAt(p) <= '9') {
      p++;
    }
    return p == to;
  }

  /** 8:05, 08:05:59.123, 8h05, perhaps with AM or PM or an offset. */
  private static boolean isTime(String s, int from, int to) {
    int p = digits(s, from, to, 2);
    if (p == from || p >= to) {
      return false;
    }
    char separator = s.charAt(p);
    if (separator != ':' && separator != 'h' && separator != 'H') {
      return false;
    }
    int minutes = digits(s, p + 1, to, 2);
    if (minutes == p + 1) {
      return false;
    }
    p = minutes;
    if (p < to && s.charAt(p) == ':') {
      p = digits(s, p + 1, to, 2);
      if (p < to && (s.charAt(p) == '.' || s.charAt(p) == ',')) {
        p = digits(s, p + 1, to, 9);
      }
    }
    String rest = s.substring(p, to).strip().toLowerCase(java.util.Locale.ROOT);
    return rest.isEmpty() || rest.equals("am") || rest.equals("pm") || rest.equals("a.m.")
        || rest.equals("p.m.") || rest.equals("z") || rest.equals("utc")
        || rest.matches("[+-]\\d\\d:?\\d\\d");
  }

  private static int digits(String s, int from, int to, int most) {
    int p = from;
    while (p < to && p - from < most && s.charAt(p) >= '0' && s.charAt(p) <= '9') {
      p++;
    }
    return p;
  }

  /** Three parts in any order, one perhaps the name of a month; a time of day may follow. */
  private static boolean isDate(String s, Signs signs) {
    if (signs.digits < 3 || s.length() > 45) {
      return false;
    }
    String[] parts = s.split("[\\s\\u00A0,T]+(?=\\d{1,2}[:h]\\d)", 2);
    if (parts.length == 2 && !isTime(parts[1], 0, parts[1].length())) {
      return false;
    }
    String[] units = parts[0].strip().split("[-/. ,\\u00A0]+");
    int months = 0;
    int numbers = 0;
    int others = 0;
    boolean year = false;
    for (String unit : units) {
      if (unit.length() <= 4 && !unit.isEmpty() && digits(unit, 0, unit.length(), 4) == unit.length()) {
        numbers++;
        year |= unit.length() == 4;
      } else if (MONTHS.contains(unit.toLowerCase(java.util.Locale.ROOT))) {
        months++;
      } else {
        others++;
      }
    }
    boolean figures = months == 0 && numbers == 3 && signs.letters <= 2 && isSeparated(parts[0]);
    boolean words = months == 1 && numbers >= 1 && numbers <= 2;
    return (figures && others == 0 && (year || parts[0].length() >= 6)) || (words && others <= 1);
  }

  private static boolean isSeparated(String s) {
    return s.indexOf('-') > 0 || s.indexOf('/') > 0 || s.indexOf('.') > 0;
  }

  private static boolean isLink(String s, Signs signs) {
    if (signs.blanks > 0 || signs.letters < 4) {
      return false;
    }
    int at = s.indexOf('@');
    if (at > 0 && at == s.lastIndexOf('@')) {
      return s.indexOf('.', at) > at + 1;
    }
    return s.startsWith("http://") || s.startsWith("https://") || s.startsWith("www.")
        || s.startsWith("ftp://");
  }
}
