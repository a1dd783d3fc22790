package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a statement that is shown in one colour. */
record SqlWord(String text, Kind kind) {
  enum Kind {
    PLAIN, KEYWORD, NAME, VALUE, COMMENT
  }

  private static final Pattern PARTS = Pattern.compile(
      "(?<comment>--[^\\n]*)|(?<value>'(?:[^']|'')*'|\\b\\d+(?:\\.\\d+)?\\b)|(?<name>\"(?:[^\"]|\"\")*\")|(?<word>[a-z_]+)");
  private static final Set<String> KEYWORDS = Set.of("create", "local", "temporary", "table", "index", "with",
      "as", "select", "distinct", "from", "join",
      "left",
      "outer", "cross", "on", "where", "and", "or", "not", "in", "exists", "between", "symmetric", "like",
      "escape",
      "is", "null", "group", "order", "by", "having", "union", "over", "partition", "asc", "desc", "nulls",
      "first",
      "last", "case", "when", "then", "else", "end", "cast", "date", "timestamp", "time", "zone", "at",
      "interval",
      "hour", "minute", "values", "true", "false");

  /** All of a statement, in its order. */
  static List<SqlWord> of(String statement) {
    List<SqlWord> words = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    Matcher parts = PARTS.matcher(statement);
    int end = 0;
    while (parts.find()) {
      plain.append(statement, end, parts.start());
      Kind kind = kind(parts);
      if (kind == Kind.PLAIN) {
        plain.append(parts.group());
      } else {
        flush(plain, words);
        words.add(new SqlWord(parts.group(), kind));
      }
      end = parts.end();
    }
    plain.append(statement, end, statement.length());
    flush(plain, words);
    return words;
  }

  private static Kind kind(Matcher parts) {
    return parts.group("comment") != null
        ? Kind.COMMENT
        : parts.group("value") != null
            ? Kind.VALUE
            : parts.group("name") != null
                ? Kind.NAME
                : KEYWORDS.contains(parts.group()) ? Kind.KEYWORD : Kind.PLAIN;
  }

  private static void flush(StringBuilder plain, List<SqlWord> words) {
    if (!plain.isEmpty()) {
      words.add(new SqlWord(plain.toString(), Kind.PLAIN));
      plain.setLength(0);
    }
  }
}
