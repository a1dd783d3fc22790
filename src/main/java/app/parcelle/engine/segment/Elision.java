package app.parcelle.engine.segment;

import java.text.Normalizer;
import java.util.Locale;

/** The French "de" before a name: d’Angers, du Havre, des Ulis, de Paris. */
final class Elision {
  private static final String VOWELS = "aeiouyœæ";

  private Elision() {}

  static String de(String name) {
    if (name.startsWith("Le ")) {
      return "du " + name.substring(3);
    }
    if (name.startsWith("Les ")) {
      return "des " + name.substring(4);
    }
    String bare = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.FRENCH);
    boolean vowel = !bare.isEmpty() && VOWELS.indexOf(bare.charAt(0)) >= 0;
    return (vowel ? "d’" : "de ") + name;
  }
}
