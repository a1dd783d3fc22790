package app.parcelle.engine.sql;

import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.table.Meaning;

/** Elements of a list that is written in one text. */
final class ListText {
  private ListText() {}

  static List<String> elements(String text, Meaning meaning) {
    String between = meaning.detail() == null ? ";" : meaning.detail();
    return Arrays.stream(text.split(java.util.regex.Pattern.quote(between), -1))
        .map(String::strip)
        .filter(e -> !e.isEmpty())
        .toList();
  }
}
