package app.parcelle.engine.sql;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.parcelle.engine.table.Meaning;

/** What one text holds several of. */
final class PartText {
  private static final Pattern BOTH = Pattern
      .compile("\\s*([+-]?\\d{1,3}(?:\\.\\d+)?)\\s*,\\s*([+-]?\\d{1,3}(?:\\.\\d+)?)\\s*");

  private PartText() {}

  static List<String> elements(String text, Meaning meaning) {
    String between = meaning.detail() == null ? "\0" : meaning.detail();
    boolean json = between.equals("[]");
    String inner = json ? text.strip().substring(1, text.strip().length() - 1) : text;
    return Arrays.stream(inner.split(Pattern.quote(json ? "," : between), -1))
        .map(e -> json ? e.strip().replace("\"", "") : e)
        .map(String::strip)
        .filter(e -> !e.isEmpty())
        .toList();
  }

  static List<BigDecimal> coordinates(String text) {
    Matcher both = BOTH.matcher(text);
    return both.matches() ? List.of(new BigDecimal(both.group(1)), new BigDecimal(both.group(2))) : List.of();
  }
}
