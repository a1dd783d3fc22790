package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Texts of a list that somebody has pasted or that comes from a file: one a line, or several on a line with semicolons or tabs
 * between them, or all on one line with commas. Spaces and quotes around a text are not part of it.
 *
 * @param texts each once, in the order they came
 * @param duplicates how many came again
 */
record PastedList(List<String> texts, int duplicates) {
  private static final Pattern BETWEEN = Pattern.compile("[;\\t\\r\\n\\u2028\\u2029]");
  private static final Pattern COMMAS = Pattern.compile(",");

  PastedList {
    texts = List.copyOf(texts);
  }

  /** @param same what two spellings of the same text have in common */
  static PastedList of(String pasted, UnaryOperator<String> same) {
    Map<String, String> found = new LinkedHashMap<>();
    int duplicates = 0;
    for (String text : parts(pasted)) {
      duplicates += found.putIfAbsent(same.apply(text), text) == null ? 0 : 1;
    }
    return new PastedList(List.copyOf(found.values()), duplicates);
  }

  private static List<String> parts(String pasted) {
    List<String> parts = split(pasted, BETWEEN);
    List<String> byComma = parts.size() == 1 ? split(pasted, COMMAS) : parts;
    boolean commaAtEveryEnd = parts.size() > 1
        && parts.subList(0, parts.size() - 1).stream().allMatch(part -> part.endsWith(","));
    return (commaAtEveryEnd
        ? parts.stream()
            .map(part -> part.endsWith(",") ? part.substring(0, part.length() - 1) : part)
            .toList()
        : byComma).stream().map(PastedList::bare).filter(part -> !part.isEmpty()).toList();
  }

  private static List<String> split(String text, Pattern between) {
    List<String> parts = new ArrayList<>();
    between.splitAsStream(text).map(String::strip).filter(part -> !part.isEmpty()).forEach(parts::add);
    return parts;
  }

  private static String bare(String text) {
    String stripped = text.strip().replace("\ufeff", "");
    boolean quoted = stripped.length() > 1 && (stripped.startsWith("\"") || stripped.startsWith("'"))
        && stripped.charAt(0) == stripped.charAt(stripped.length() - 1);
    return quoted ? stripped.substring(1, stripped.length() - 1).strip() : stripped;
  }
}
