package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

import app.parcelle.engine.table.Meaning;

/** Whether single texts can stand for what a column is taken for. */
final class MeaningTest {
  private static final Pattern PHONE = Pattern.compile("(\\+|00)[1-9][\\d .()/-]{6,20}\\d"
      + "|0[1-9]([ .\\u00A0\\u202F-]\\d\\d){4}"
      + "|(\\+?1[ .-]?)?(\\(\\d{3}\\) ?|\\d{3}[.-])\\d{3}[.-]\\d{4}( ?x\\d+)?");
  private static final int FEWEST_DIGITS = 7;
  /** Of E.164. */
  private static final int MOST_DIGITS = 15;

  private MeaningTest() {}

  /** Whether cells can speak against a meaning at all. */
  static boolean applies(Meaning meaning) {
    return switch (meaning.kind()) {
      case EMAIL, PHONE, POSTAL_CODE, COUNTRY, COORDINATES -> true;
      case LIST -> "[]".equals(meaning.detail());
      case NONE, MONEY, PERCENT, LATITUDE, LONGITUDE -> false;
    };
  }

  /** Whether trimmed bytes fit. */
  static boolean fits(Meaning meaning, byte[] b, int from, int to) {
    return switch (meaning.kind()) {
      case EMAIL -> email(b, from, to);
      case PHONE -> phone(b, from, to);
      case POSTAL_CODE -> postalCode(b, from, TextReader.beforePointZero(b, from, to));
      case COUNTRY -> Countries.isNameOrCode(new String(b, from, to - from, UTF_8));
      case COORDINATES -> coordinates(b, from, to);
      case LIST -> array(b, from, to);
      case NONE, MONEY, PERCENT, LATITUDE, LONGITUDE -> true;
    };
  }

  static boolean array(byte[] b, int from, int to) {
    return to - from >= 2 && b[from] == '[' && b[to - 1] == ']';
  }

  /** Something, one @, a domain with a point and at least two letters behind it; no blanks. */
  static boolean email(byte[] b, int from, int to) {
    int at = -1;
    int point = -1;
    for (int p = from; p < to; p++) {
      switch (b[p]) {
        case '@' -> {
          if (at >= 0) {
            return false;
          }
          at = p;
        }
        case '.' -> point = p;
        case ' ', ',', ';', '<', '>', '(', ')', '\t', '"' -> {
          return false;
        }
        default -> {
        }
      }
    }
    return at > from && point > at + 1 && to - point > 2 && !isDigit(b[to - 1]);
  }

  /** Seven to fifteen digits, and the signs that people set between them; perhaps an extension. */
  static boolean phone(byte[] b, int from, int to) {
    int digits = 0;
    int p = from;
    while (p < to) {
      if (isDigit(b[p])) {
        digits++;
      } else if (b[p] == '+' ? digits > 0 : !mayStandInPhone(b[p]) && Cells.wideSpace(b, p, to) == 0) {
        break;
      }
      p += Math.max(1, b[p] < 0 ? Cells.wideSpace(b, p, to) : 1);
    }
    return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS && (p == to || extension(b, p, to));
  }

  private static boolean mayStandInPhone(byte c) {
    return c == ' ' || c == '.' || c == '-' || c == '/' || c == '(' || c == ')';
  }

  private static boolean extension(byte[] b, int from, int to) {
    String rest = new String(b, from, to - from, UTF_8);
    return rest.matches("(?i)(x|ext\\.?|poste)\\s*\\d{1,6}");
  }

  /** A phone number that nothing else is written like: with the code of a country, or in the groups of France or North America. */
  static boolean surelyPhone(String text) {
    char first = text.charAt(0);
    return (first == '+' || first == '(' || (first >= '0' && first <= '9')) && PHONE.matcher(text).matches();
  }

  /** Three to ten signs, a digit among them, no more than one blank or dash. */
  static boolean postalCode(byte[] b, int from, int to) {
    int digits = 0;
    int breaks = 0;
    for (int p = from; p < to; p++) {
      boolean letter = (b[p] >= 'A' && b[p] <= 'Z') || (b[p] >= 'a' && b[p] <= 'z');
      if (isDigit(b[p])) {
        digits++;
      } else if (b[p] == ' ' || b[p] == '-') {
        breaks++;
      } else if (!letter) {
        return false;
      }
    }
    return to - from >= 3 && to - from <= 10 && digits > 0 && breaks <= 1;
  }

  /** A postal code that is one whatever the column is called: of the United Kingdom or of Canada. */
  static boolean surelyPostalCode(String text) {
    return text.matches("[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}") || text.matches("[A-Z]\\d[A-Z] \\d[A-Z]\\d");
  }

  /** Two decimals, the first within 90 and the second within 180 degrees, with at least two digits behind the point each. */
  static boolean coordinates(byte[] b, int from, int to) {
    if (to - from < 9 || (b[from] >= 'A' && b[from] != '[')) {
      return false;
    }
    String text = new String(b, from, to - from, UTF_8).replaceAll("^[(\\[]|[)\\]]$", "").strip();
    String[] parts = text.split("\\s*[;|]\\s*|,\\s*(?=-?\\d+\\.)|\\s+");
    return parts.length == 2 && degrees(parts[0], 90) && degrees(parts[1], 180);
  }

  private static boolean degrees(String text, int most) {
    return text.matches("[+-]?\\d{1,3}[.,]\\d{2,}")
        && Math.abs(Double.parseDouble(text.replace(',', '.'))) <= most;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }
}
