package app.parcelle.engine.evaluate.naive;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.table.Meaning;

/** Texts that hold several elements. */
final class NaiveLists {
  private NaiveLists() {}

  static boolean test(ListTest test, Meaning meaning, @Nullable Object text) {
    Set<String> elements = elements(text, meaning, test.exact());
    if (elements.isEmpty()) {
      return test.includeMissing();
    }
    List<String> wanted = test.values()
        .stream()
        .map(value -> test.exact() ? value : NaiveValues.folded(value))
        .toList();
    return switch (test.operator()) {
      case ANY_OF -> wanted.stream().anyMatch(elements::contains);
      case ALL_OF -> elements.containsAll(wanted);
      case NONE_OF -> wanted.stream().noneMatch(elements::contains);
      case NOT_ALL_OF -> !elements.containsAll(wanted);
    };
  }

  /** What stands between the separators, trimmed; nothing is no element. */
  static Set<String> elements(@Nullable Object cell, Meaning meaning, boolean exact) {
    if (!(cell instanceof String text) || meaning.detail() == null) {
      return Set.of();
    }
    boolean json = meaning.detail().equals("[]");
    String inner = json ? text.trim().substring(1, text.trim().length() - 1) : text;
    Set<String> elements = new LinkedHashSet<>();
    for (String part : inner.split(Pattern.quote(json ? "," : meaning.detail()), -1)) {
      String element = part.trim();
      if (json && element.startsWith("\"")) {
        element = element.substring(1, element.length() - 1).trim();
      }
      if (!element.isEmpty()) {
        elements.add(exact ? element : NaiveValues.folded(element));
      }
    }
    return new HashSet<>(elements);
  }
}
