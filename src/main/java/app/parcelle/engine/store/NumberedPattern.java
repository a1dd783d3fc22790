package app.parcelle.engine.store;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.NumberedCodes;
import app.parcelle.engine.table.NumberedDictionary;
import app.parcelle.engine.table.TextDictionary;

/** Finds the prefix and the number of digits that all of some keys share. */
final class NumberedPattern {
  private NumberedPattern() {}

  /**
   * The pattern from which each key can be computed exactly; null where there is none.
   *
   * @param from the first key to look at; there is at least one
   */
  static @Nullable NumberedDictionary of(TextDictionary keys, int from) {
    byte[] utf8 = keys.utf8();
    int[] offsets = keys.offsets();
    int letters = offsets[from + 1] - offsets[from];
    int length = letters;
    while (letters > 0 && isDigit(utf8[offsets[from] + letters - 1])
        && length - letters < NumberedCodes.MOST_DIGITS) {
      letters--;
    }
    boolean padded = false;
    for (int i = from; i < keys.size(); i++) {
      int digits = offsets[i] + letters;
      padded |= offsets[i + 1] - digits > 1 && utf8[digits] == '0';
    }
    String prefix = new String(utf8, offsets[from], letters, StandardCharsets.UTF_8);
    NumberedDictionary pattern = new NumberedDictionary(prefix, padded ? length - letters : 0);
    NumberedCodes codes = new NumberedCodes(pattern);
    for (int i = from; i < keys.size(); i++) {
      if (codes.code(utf8, offsets[i], offsets[i + 1]) < 0) {
        return null;
      }
    }
    return pattern;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }
}
