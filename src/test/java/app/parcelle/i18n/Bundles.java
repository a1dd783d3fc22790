package app.parcelle.i18n;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of all features in two languages, and the Java sources that speak them.
 *
 * @param texts a folder of {@code feature.properties} and {@code feature_fr.properties}
 * @param sources folders of Java files
 */
record Bundles(Path texts, List<Path> sources) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[A-Za-z0-9._-]+)\"");
  private static final Pattern DECLARATION = Pattern.compile("// keys:(.*)");
  private static final Pattern DECLARED = Pattern.compile("([A-Za-z0-9._-]+\\.)\\*");
  private static final Pattern FILE_NAME = Pattern.compile(
      ".*\\.(csv|tsv|txt|json|xlsx|png|css|properties|parcelle|db|gz|md|jar|home|name|version|dir|encoding)");
  private static final Pattern PLAIN_SPACE_BEFORE_SIGN = Pattern.compile(" [:;!?»]|« ");

  /** Features that have texts in at least one language. */
  Set<String> features() {
    Set<String> features = new TreeSet<>();
    for (Path file : files(texts, ".properties")) {
      features.add(file.getFileName().toString().replace(".properties", "").replace("_fr", ""));
    }
    return features;
  }

  Map<String, String> english(String feature) {
    return read(texts.resolve(feature + ".properties"));
  }

  Map<String, String> french(String feature) {
    return read(texts.resolve(feature + "_fr.properties"));
  }

  /** Keys that one language has and the other has not. */
  Set<String> inOneLanguage() {
    Set<String> alone = new TreeSet<>();
    for (String feature : features()) {
      Set<String> english = english(feature).keySet();
      Set<String> french = french(feature).keySet();
      english.stream().filter(key -> !french.contains(key)).forEach(alone::add);
      french.stream().filter(key -> !english.contains(key)).forEach(alone::add);
    }
    return alone;
  }

  /** Keys that do not begin with the name of their file. */
  Set<String> misplaced() {
    Set<String> misplaced = new TreeSet<>();
    for (String feature : features()) {
      english(feature).keySet()
          .stream()
          .filter(key -> !key.startsWith(feature + "."))
          .forEach(misplaced::add);
    }
    return misplaced;
  }

  /** Keys whose texts take other arguments in French than in English. */
  Set<String> differentPlaceholders() {
    Set<String> different = new TreeSet<>();
    for (String feature : features()) {
      Map<String, String> french = french(feature);
      english(feature).forEach((key, text) -> {
        if (!placeholders(text).equals(placeholders(french.getOrDefault(key, text)))) {
          different.add(key);
        }
      });
    }
    return different;
  }

  private static Set<String> placeholders(String text) {
    return new TreeSet<>(PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList());
  }

  /** Keys whose text MessageFormat refuses, or that hold an apostrophe it would swallow. */
  Set<String> malformed() {
    Set<String> malformed = new TreeSet<>();
    for (String feature : features()) {
      english(feature).forEach((key, text) -> check(key, text, Locale.UK, malformed));
      french(feature).forEach((key, text) -> check(key, text, Locale.FRANCE, malformed));
    }
    return malformed;
  }

  private static void check(String key, String text, Locale locale, Set<String> malformed) {
    try {
      MessageFormat format = new MessageFormat(text, locale);
      if (text.replace("''", "").contains("'") || format.toPattern().isEmpty() != text.isEmpty()) {
        malformed.add(key);
      }
    } catch (IllegalArgumentException refused) {
      malformed.add(key);
    }
  }

  /** French texts with an ordinary space where the language wants one that does not break. */
  Set<String> breakable() {
    Set<String> breakable = new TreeSet<>();
    for (String feature : features()) {
      french(feature).forEach((key, text) -> {
        if (PLAIN_SPACE_BEFORE_SIGN.matcher(text).find()) {
          breakable.add(key);
        }
      });
    }
    return breakable;
  }

  /** Keys that no source names, in full or by a declared beginning. */
  Set<String> unused() {
    Set<String> spoken = spoken();
    Set<String> declared = declared();
    Set<String> unused = new TreeSet<>();
    for (String feature : features()) {
      english(feature).keySet()
          .stream()
          .filter(key -> !spoken.contains(key) && declared.stream().noneMatch(key::startsWith))
          .forEach(unused::add);
    }
    return unused;
  }

  /** Keys that a source names and no file has; beginnings that are declared and begin nothing. */
  Set<String> unknown() {
    Set<String> known = new TreeSet<>();
    features().forEach(feature -> known.addAll(english(feature).keySet()));
    Set<String> features = features();
    Set<String> unknown = new TreeSet<>();
    for (String key : spoken()) {
      boolean ours = features.contains(key.substring(0, key.indexOf('.')));
      if (ours && !key.endsWith(".") && !known.contains(key) && !FILE_NAME.matcher(key).matches()) {
        unknown.add(key);
      }
    }
    declared().stream()
        .filter(prefix -> known.stream().noneMatch(key -> key.startsWith(prefix)))
        .forEach(unknown::add);
    return unknown;
  }

  /** Everything in quotes that looks like a key. Names of work and the like are written with a slash, to be told apart. */
  private Set<String> spoken() {
    return matches(LITERAL);
  }

  private Set<String> declared() {
    Set<String> declared = new TreeSet<>();
    for (String list : matches(DECLARATION)) {
      DECLARED.matcher(list).results().forEach(found -> declared.add(found.group(1)));
    }
    return declared;
  }

  private Set<String> matches(Pattern pattern) {
    Set<String> all = new TreeSet<>();
    for (Path folder : sources) {
      for (Path file : files(folder, ".java")) {
        List<MatchResult> found = pattern.matcher(text(file)).results().toList();
        found.forEach(match -> all.add(match.group(1)));
      }
    }
    return all;
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        properties.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }
}
