package app.parcelle.engine.store;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.NumberedDictionary;

/** Finds the prefix and the number of digits that all of some keys share. */
final class NumberedPattern {
  private static final int MOST_DIGITS = 18;

  private NumberedPattern() {}

  /** The pattern from which each key can be computed exactly; null where there is none. */
  static @Nullable NumberedDictionary of(List<String> keys) {
    String first = keys.get(0);
    int letters = first.length();
    while (letters > 0 && isDigit(first.charAt(letters - 1)) && first.length() - letters < MOST_DIGITS) {
      letters--;
    }
    String prefix = first.substring(0, letters);
    int digits = padded(keys, letters) ? first.length() - letters : 0;
    NumberedDictionary pattern = new NumberedDictionary(prefix, digits);
    return keys.stream().allMatch(key -> fits(key, pattern)) ? pattern : null;
  }

  private static boolean padded(List<String> keys, int letters) {
    return keys.stream().anyMatch(key -> key.length() > letters + 1 && key.charAt(letters) == '0');
  }

  private static boolean fits(String key, NumberedDictionary pattern) {
    int letters = pattern.prefix().length();
    if (!key.startsWith(pattern.prefix()) || key.length() == letters
        || key.length() > letters + MOST_DIGITS) {
      return false;
    }
    for (int i = letters; i < key.length(); i++) {
      if (!isDigit(key.charAt(i))) {
        return false;
      }
    }
    return pattern.text(Long.parseLong(key.substring(letters))).equals(key);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
