package app.parcelle.engine.segment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import app.parcelle.engine.message.Message;

/**
 * Whether a regular expression can be used. RE2 needs time in proportion to the text, but each repetition is written out: {@code
 * (a{1000}){1000}} would be a million steps for each letter, so that its size is looked at before it is built.
 */
final class Expression {
  private static final int LETTERS = 1_000;
  private static final long STEPS = 10_000;
  private static final java.util.regex.Pattern REPEATED = java.util.regex.Pattern
      .compile("\\{(\\d{1,4})(?:(,)(\\d{1,4})?)?}");

  private Expression() {}

  static Optional<Message> fault(String expression) {
    if (expression.length() > LETTERS || steps(expression) > STEPS) {
      return Optional.of(Message.of("segment.fault.regexLarge", LETTERS, STEPS));
    }
    try {
      var _ = Pattern.compile(expression);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(Message.of("segment.fault.regex", expression, why(e)));
    }
  }

  private static Message why(PatternSyntaxException fault) {
    String part = fault.getPattern();
    if (part.equals("stack underflow")) { // what RE2 says of a parenthesis that closes nothing
      return Message.of("segment.regex.parenthesis");
    }
    return switch (fault.getDescription()) {
      case "missing closing )" -> Message.of("segment.regex.parenthesis");
      case "missing closing ]" -> Message.of("segment.regex.bracket");
      case "invalid escape sequence" -> Message.of("segment.regex.escape", part);
      case "invalid character class range" -> Message.of("segment.regex.range", part);
      case "missing argument to repetition operator", "invalid nested repetition operator" -> Message
          .of("segment.regex.repetition", part);
      case "invalid repeat count" -> Message.of("segment.regex.times", part);
      case "trailing backslash at end of expression" -> Message.of("segment.regex.backslash");
      case "invalid or unsupported Perl syntax" -> Message.of("segment.regex.unsupported", part);
      default -> Message.of("segment.regex.part", part);
    };
  }

  /** About how many steps an expression has when its repetitions are written out; at most {@link #STEPS} and one. */
  static long steps(String expression) {
    Deque<Long> outer = new ArrayDeque<>();
    long sum = 0;
    long last = 0;
    int i = 0;
    while (i < expression.length()) {
      Matcher repeated = REPEATED.matcher(expression).region(i, expression.length());
      char c = expression.charAt(i);
      if (c == '(') {
        outer.push(sum + last);
        sum = 0;
        last = 0;
        i++;
      } else if (c == ')' && !outer.isEmpty()) {
        last = sum + last + 1;
        sum = outer.pop();
        i++;
      } else if (repeated.lookingAt()) {
        last = Math.min(STEPS + 1, last * times(repeated));
        i = repeated.end();
      } else {
        sum = Math.min(STEPS + 1, sum + last);
        last = 1;
        i = end(expression, i);
      }
    }
    return Math.min(STEPS + 1, sum + last);
  }

  private static long times(Matcher repeated) {
    long least = Long.parseLong(repeated.group(1));
    String most = repeated.group(3);
    return Math.max(1, most == null ? least + (repeated.group(2) == null ? 0 : 1) : Long.parseLong(most));
  }

  /** Behind the letter, escape, class or quotation that begins here. */
  private static int end(String expression, int from) {
    char c = expression.charAt(from);
    if (c == '\\' && expression.startsWith("\\Q", from)) {
      int end = expression.indexOf("\\E", from);
      return end < 0 ? expression.length() : end + 2;
    }
    if (c == '\\') {
      return from + 2;
    }
    if (c != '[') {
      return from + 1;
    }
    int i = from + 1;
    while (i < expression.length() && (expression.charAt(i) != ']' || i == from + 1)) {
      i += expression.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
