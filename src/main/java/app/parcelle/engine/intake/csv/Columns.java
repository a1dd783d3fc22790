package app.parcelle.engine.intake.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import app.parcelle.engine.table.Folding;

/** The names of a table's columns: none empty, none twice. */
final class Columns {
  private static final Pattern WHITE = Pattern.compile("[\\s\\u00A0\\u202F]+");
  /** As many as a spreadsheet has. */
  static final int MOST = 16_384;

  private Columns() {}

  /**
   * The names to use for those of a header: an empty one becomes {@code Column 3}, a repeated one gets a number.
   *
   * @param exact whether white space in the others is kept
   */
  static List<String> names(List<String> header, boolean exact) {
    Set<String> given = new HashSet<>();
    header.forEach(name -> given.add(key(name)));
    Set<String> used = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String plain = oneLine(header.get(i));
      String wanted = exact && !plain.isEmpty() ? header.get(i) : plain;
      String base = wanted.isEmpty() ? "Column " + (i + 1) : wanted;
      String name = base;
      for (int n = 2; used.contains(key(name)) || (!name.equals(wanted) && given.contains(key(name))); n++) {
        name = base + " " + n;
      }
      used.add(key(name));
      names.add(name);
    }
    return names;
  }

  static String key(String name) {
    return Folding.fold(oneLine(name));
  }

  private static String oneLine(String name) {
    return WHITE.matcher(name).replaceAll(" ").strip();
  }
}
