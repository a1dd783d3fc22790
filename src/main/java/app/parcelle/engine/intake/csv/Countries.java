package app.parcelle.engine.intake.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import app.parcelle.engine.table.Folding;

/** Names of countries in French, English and their own languages, and their codes of two and three letters (ISO 3166-1). */
final class Countries {
  private static final List<String> OTHERS = List.of("uk", "great britain", "england", "scotland", "wales",
      "northern ireland", "grande-bretagne", "angleterre", "ecosse", "usa", "us", "u.s.a.", "u.s.",
      "united states of america",
      "etats-unis d'amerique", "holland", "hollande", "pays bas", "etats unis", "royaume uni", "eire", "rsa",
      "czech republic",
      "republique tcheque", "russia", "south korea", "coree du sud", "north korea", "ivory coast",
      "cote d'ivoire",
      "channel islands", "iles anglo-normandes", "hong kong", "macao", "macau", "taiwan", "turkey", "burma",
      "cape verde",
      "swaziland", "macedonia", "republic of ireland", "viet nam", "uae", "drc", "rdc", "rca", "dom-tom",
      "guyane",
      "reunion", "la reunion", "vatican", "palestine", "syria", "iran", "laos", "moldova", "moldavie",
      "bolivia", "venezuela",
      "tanzania", "micronesia", "brunei");

  private static final Set<String> NAMES = new HashSet<>(OTHERS);
  private static final Set<String> CODES = new HashSet<>();

  static {
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      CODES.add(code.toLowerCase(Locale.ROOT));
      CODES.add(country.getISO3Country().toLowerCase(Locale.ROOT));
      for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH, Locale.GERMAN, Locale.of("es"),
          Locale.ITALIAN,
          Locale.of("nl"))) {
        NAMES.add(key(country.getDisplayCountry(language)));
      }
    }
  }

  private Countries() {}

  static boolean isName(String text) {
    return NAMES.contains(key(text));
  }

  static boolean isNameOrCode(String text) {
    String key = key(text);
    return NAMES.contains(key) || CODES.contains(key);
  }

  private static String key(String text) {
    return Folding.fold(text).replace('’', '\'');
  }
}
