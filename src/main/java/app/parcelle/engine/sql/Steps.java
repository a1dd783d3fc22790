package app.parcelle.engine.sql;

import java.util.ArrayList;
import java.util.List;

/** The statements of a script. */
final class Steps {
  private Steps() {}

  /** Cuts at semicolons that stand neither in a text nor in a name. */
  static List<String> of(String script) {
    List<String> steps = new ArrayList<>();
    int from = 0;
    char quote = 0;
    for (int i = 0; i < script.length(); i++) {
      char c = script.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == ';') {
        steps.add(script.substring(from, i).strip());
        from = i + 1;
      }
    }
    steps.add(script.substring(from).strip());
    return steps;
  }
}
