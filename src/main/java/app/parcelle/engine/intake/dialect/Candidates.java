package app.parcelle.engine.intake.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The delimiters, quotes and escapes that a text may be written with: signs that stand in it as such would. */
final class Candidates {
  /** Signs that are part of numbers, dates, names and addresses, and separate cells nowhere. */
  private static final String NEVER = "\"'`.-+_()[]{}€$£%@/\\«»“”’‘°?!";
  private static final List<String> USUAL = List.of(",", ";", "\t", "|");
  /** What may stand beside a sign in a delimiter of several. */
  private static final String NEIGHBOURS = " \t,;|:~^#*&<>§¦¤\\/";
  private static final int LONGEST = 5;
  private static final int MOST = 12;
  private static final double IN_LINES = 0.8;

  private final List<String> lines;

  Candidates(String text) {
    this.lines = text.lines().filter(line -> !line.isBlank()).limit(300).toList();
  }

  /** Single signs and, behind them, those of several signs. */
  List<String> delimiters() {
    Map<Integer, Integer> inLines = new LinkedHashMap<>();
    for (String line : lines) {
      line.codePoints().distinct().forEach(c -> inLines.merge(c, 1, Integer::sum));
    }
    Set<String> found = new LinkedHashSet<>();
    USUAL.stream().filter(d -> inLines.containsKey(d.codePointAt(0))).forEach(found::add);
    inLines.entrySet()
        .stream()
        .filter(e -> mayDelimit(e.getKey()) && e.getValue() >= IN_LINES * lines.size())
        .sorted(Comparator.comparing((Map.Entry<Integer, Integer> e) -> -e.getValue()))
        .limit(MOST)
        .map(e -> Character.toString(e.getKey()))
        .forEach(found::add);
    // for a text of one column a delimiter that it does not have
    USUAL.stream().filter(d -> !inLines.containsKey(d.codePointAt(0))).findFirst().ifPresent(found::add);
    List<String> all = new ArrayList<>(found);
    for (String sign : found) {
      String longer = extended(sign);
      String twice = sign.repeat(2);
      if (!all.contains(longer)) {
        all.add(longer);
      }
      if (!all.contains(twice)
          && lines.stream().filter(l -> l.contains(twice)).count() >= IN_LINES * lines.size()) {
        all.add(twice);
      }
    }
    return all;
  }

  private static boolean mayDelimit(int c) {
    return !Character.isLetterOrDigit(c) && NEVER.indexOf(c) < 0 && Character.getType(c) != Character.FORMAT
        && c != 0xFFFD && c != 0xA0 && c != 0x202F;
  }

  /** The sign with all that stands beside it wherever it stands. */
  private String extended(String sign) {
    String longer = repeated(sign);
    while (longer.length() < LONGEST) {
      Character right = neighbour(longer, true);
      Character left = right == null ? neighbour(longer, false) : null;
      if (right != null) {
        longer = longer + right;
      } else if (left != null) {
        longer = left + longer;
      } else {
        return longer;
      }
    }
    return longer;
  }

  /** The sign so many times as it always stands in a row. */
  private String repeated(String sign) {
    for (int times = 3; times > 1; times--) {
      String row = sign.repeat(times);
      int n = times;
      boolean always = lines.stream().allMatch(line -> isInRows(line, sign, n));
      boolean often = lines.stream().filter(line -> count(line, row) >= 2).count() > lines.size() / 2;
      boolean odd = !USUAL.contains(sign);
      if (always && (often || (odd && lines.stream().allMatch(line -> line.contains(row))))) {
        return row;
      }
    }
    return sign;
  }

  private static boolean isInRows(String line, String sign, int times) {
    int at = line.indexOf(sign);
    while (at >= 0) {
      int end = at;
      while (line.startsWith(sign, end)) {
        end += sign.length();
      }
      if ((end - at) / sign.length() % times != 0) {
        return false;
      }
      at = line.indexOf(sign, end);
    }
    return true;
  }

  private static int count(String line, String sign) {
    int count = 0;
    for (int at = line.indexOf(sign); at >= 0; at = line.indexOf(sign, at + sign.length())) {
      count++;
    }
    return count;
  }

  /** The sign that stands on one side of another wherever that stands, if it may be part of a delimiter. */
  private @Nullable Character neighbour(String sign, boolean right) {
    char always = 0;
    int seen = 0;
    for (String line : lines) {
      for (int at = line.indexOf(sign); at >= 0; at = line.indexOf(sign, at + sign.length())) {
        int beside = right ? at + sign.length() : at - 1;
        char c = beside >= 0 && beside < line.length() ? line.charAt(beside) : 0;
        if (c == 0 || (seen > 0 && c != always)) {
          return null;
        }
        always = c;
        seen++;
      }
    }
    return seen >= 2 && NEIGHBOURS.indexOf(always) >= 0 ? always : null;
  }

  /** Quotes around cells: the usual one, and others that stand at the borders of cells wherever they stand. */
  List<@Nullable Character> quotes(List<String> delimiters) {
    List<@Nullable Character> quotes = new ArrayList<>();
    quotes.add('"');
    for (char quote : new char[]{'\'', '`', '|', '~', '*', '^', '%', '$'}) {
      if (stands(quote, delimiters)) {
        quotes.add(quote);
      }
    }
    return quotes;
  }

  /** Whether a sign stands around cells in many lines, and nearly nowhere else. */
  private boolean stands(char quote, List<String> delimiters) {
    int begins = 0;
    int ends = 0;
    int elsewhere = 0;
    int lines = 0;
    for (String line : this.lines) {
      lines += line.indexOf(quote) >= 0 ? 1 : 0;
      for (int at = line.indexOf(quote); at >= 0; at = line.indexOf(quote, at + 1)) {
        boolean doubled = at + 1 < line.length() && line.charAt(at + 1) == quote;
        boolean escaped = at > 0 && line.charAt(at - 1) == '\\';
        if (at == 0 || anyEndsAt(delimiters, line, at, quote)) {
          begins++;
        } else if (at + 1 == line.length() || anyBeginsAt(delimiters, line, at + 1, quote)) {
          ends++;
        } else if (doubled) {
          at++;
        } else if (!escaped) {
          elsewhere++;
        }
      }
    }
    boolean pairs = begins >= 2 && Math.abs(begins - ends) * 5 <= begins + ends;
    boolean often = quote == '\'' || lines * 3 >= this.lines.size();
    return pairs && often && elsewhere * 4 <= begins + ends;
  }

  private static boolean anyEndsAt(List<String> delimiters, String line, int at, char quote) {
    return delimiters.stream().anyMatch(d -> d.indexOf(quote) < 0 && line.startsWith(d, at - d.length()));
  }

  private static boolean anyBeginsAt(List<String> delimiters, String line, int at, char quote) {
    return delimiters.stream().anyMatch(d -> d.indexOf(quote) < 0 && line.startsWith(d, at));
  }

  /** Whether backslashes stand before quotes or delimiters. */
  boolean mayEscape(String delimiter, @Nullable Character quote) {
    String before = "\\" + delimiter;
    String beforeQuote = quote == null ? before : "\\" + quote;
    return lines.stream().anyMatch(line -> line.contains(before) || line.contains(beforeQuote));
  }
}
