package app.parcelle.engine.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/**
 * CSV as RFC 4180 has it, with line feeds: commas, and quotes where they have to be. Quoted, too, is what an import would take
 * for a missing value.
 */
public final class CsvText {
  private static final Set<String> NULLS = Set.of("null", "NULL", "\\N");

  private CsvText() {}

  public static void line(Writer out, List<String> fields) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(field(fields.get(i)));
    }
    out.write('\n');
  }

  public static String field(String text) {
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        || !text.equals(text.strip()) || NULLS.contains(text);
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
