package app.parcelle.engine.table;

import java.text.Normalizer;
import java.util.Locale;

/** The one way texts are compared without regard to case and accents: trimmed, NFKD, marks stripped, case folded. */
public final class Folding {
  private Folding() {}

  public static String fold(String text) {
    String trimmed = text.strip();
    int i = 0;
    while (i < trimmed.length() && isPlain(trimmed.charAt(i))) {
      i++;
    }
    if (i == trimmed.length()) {
      return trimmed;
    }
    // through upper case, so that ß, ſ and final sigma fold as full case folding has them; the capital ẞ only has a small letter
    return withoutMarks(trimmed).toLowerCase(Locale.ROOT)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  /** NFKD with accents stripped; case and spaces stay. */
  public static String withoutMarks(String text) {
    String split = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder bare = new StringBuilder(split.length());
    split.codePoints().filter(c -> !isMark(c)).forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static boolean isPlain(char c) {
    return c < 128 && !(c >= 'A' && c <= 'Z');
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
