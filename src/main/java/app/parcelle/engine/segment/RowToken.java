package app.parcelle.engine.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * A word of a {@link RowRule}.
 *
 * @param text without its quotes; key words in lower case
 * @param at position of its first character, counted from 1
 */
record RowToken(Kind kind, String text, int at) {
  enum Kind {
    NAME, WORD, TEXT, NUMBER, SIGN, END
  }

  static final Set<String> WORDS = Set.of("and", "or", "not", "in", "is", "missing", "invalid", "yes", "no",
      "true",
      "false");
  private static final Set<String> SIGNS = Set.of("<=", ">=", "<>", "!=", "=", "<", ">", "(", ")", ",");

  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
  }

  static List<RowToken> all(String rule) {
    List<RowToken> tokens = new ArrayList<>();
    int i = 0;
    while (i < rule.length()) {
      char c = rule.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        i++;
      } else {
        i = next(rule, i, tokens);
      }
    }
    tokens.add(new RowToken(Kind.END, "", rule.length() + 1));
    return tokens;
  }

  private static int next(String rule, int from, List<RowToken> tokens) {
    char c = rule.charAt(from);
    if (c == '\'' || c == '"' || c == '`') {
      return quoted(rule, from, tokens);
    }
    int end = from;
    if (isDigit(c) || c == '-') {
      end = number(rule, from);
      if (end > from) {
        tokens.add(new RowToken(Kind.NUMBER, rule.substring(from, end), from + 1));
        return end;
      }
    }
    while (end < rule.length() && (Character.isLetterOrDigit(rule.charAt(end)) || rule.charAt(end) == '_')) {
      end++;
    }
    if (end > from) {
      String word = rule.substring(from, end);
      String lower = word.toLowerCase(Locale.ROOT);
      tokens.add(WORDS.contains(lower)
          ? new RowToken(Kind.WORD, lower, from + 1)
          : new RowToken(Kind.NAME, word, from + 1));
      return end;
    }
    for (int length = 2; length >= 1; length--) {
      if (from + length <= rule.length() && SIGNS.contains(rule.substring(from, from + length))) {
        tokens.add(new RowToken(Kind.SIGN, rule.substring(from, from + length), from + 1));
        return from + length;
      }
    }
    throw new Problem(Message.of("segment.row.character", from + 1, String.valueOf(c)));
  }

  private static int quoted(String rule, int from, List<RowToken> tokens) {
    char quote = rule.charAt(from);
    StringBuilder text = new StringBuilder();
    for (int i = from + 1; i < rule.length(); i++) {
      if (rule.charAt(i) != quote) {
        text.append(rule.charAt(i));
      } else if (i + 1 < rule.length() && rule.charAt(i + 1) == quote) {
        text.append(quote);
        i++;
      } else {
        tokens.add(new RowToken(quote == '\'' ? Kind.TEXT : Kind.NAME, text.toString(), from + 1));
        return i + 1;
      }
    }
    throw new Problem(Message.of("segment.row.unclosed", from + 1));
  }

  /** Where the number ends that begins here; {@code from} where none does. */
  private static int number(String rule, int from) {
    int digits = rule.charAt(from) == '-' ? from + 1 : from;
    int end = digits;
    while (end < rule.length() && isDigit(rule.charAt(end))) {
      end++;
    }
    if (end == digits) {
      return from;
    }
    int fraction = end + 1;
    while (end < rule.length() && rule.charAt(end) == '.' && fraction < rule.length()
        && isDigit(rule.charAt(fraction))) {
      fraction++;
    }
    return fraction > end + 1 ? fraction : end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
