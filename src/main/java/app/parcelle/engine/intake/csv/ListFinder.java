package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Meaning.Kind;

/**
 * Finds columns whose texts are lists: {@code a;b;c}, {@code a|b}, {@code a, b}, JSON arrays. What is written with the same sign
 * between its parts, such as addresses and sentences, repeats its parts less often than lists repeat their elements.
 */
final class ListFinder {
  private static final int MOST_TEXTS = 2_000;
  private static final int LONGEST_ELEMENT = 40;
  private static final int MOST_WORDS = 4;

  /**
   * A sign between elements.
   *
   * @param cells share of the cells that have to hold it
   * @param different share of the elements that may be different ones
   * @param elements that have to be there at least
   */
  private record Separator(String sign, double cells, double different, int elements) {}

  private static final Separator[] SEPARATORS = {new Separator("|", 0.1, 0.6, 4),
      new Separator(";", 0.1, 0.6, 4), new Separator(",", 0.3, 0.2, 40)};

  private ListFinder() {}

  static Meaning find(ColumnSample s) {
    if (s.fits(arrays(s))) {
      return new Meaning(Kind.LIST, "[]");
    }
    for (Separator separator : SEPARATORS) {
      if (isList(s, separator)) {
        return new Meaning(Kind.LIST, separator.sign());
      }
    }
    return Meaning.NONE;
  }

  private static int arrays(ColumnSample s) {
    byte[] utf8 = s.texts().utf8();
    int[] offsets = s.texts().offsets();
    int arrays = 0;
    for (int i = 0; i < s.distinct(); i++) {
      boolean array = MeaningTest.array(utf8, offsets[i], offsets[i + 1]);
      arrays += array ? s.weight(i) : 0;
    }
    return arrays;
  }

  private static boolean isList(ColumnSample s, Separator separator) {
    Map<String, Integer> elements = new HashMap<>();
    Pattern between = Pattern.compile("\\s*" + Pattern.quote(separator.sign()) + "\\s*");
    int cells = 0;
    int listed = 0;
    int all = 0;
    int odd = 0;
    for (int i = 0; i < Math.min(MOST_TEXTS, s.distinct()); i++) {
      String text = new String(s.text(i), UTF_8);
      cells += s.weight(i);
      if (!text.contains(separator.sign())) {
        continue;
      }
      listed += s.weight(i);
      for (String element : between.split(text)) {
        all++;
        odd += element.isBlank() || element.length() > LONGEST_ELEMENT
            || element.split("\\s+").length > MOST_WORDS ? 1 : 0;
        elements.merge(element, 1, Integer::sum);
      }
    }
    return all >= separator.elements() && listed >= separator.cells() * cells && odd <= 0.05 * all
        && elements.size() <= separator.different() * all;
  }
}
