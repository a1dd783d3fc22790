package app.parcelle.engine.intake.preset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.dialect.FillDown;
import app.parcelle.engine.intake.preset.Preset.Fill;
import app.parcelle.engine.intake.preset.Preset.Kind;
import app.parcelle.engine.intake.preset.Preset.Known;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/**
 * A preset and the columns of a table that it knows.
 *
 * @param columns the names of the table, by the column that each is
 * @param names all of the table's columns, in their order
 */
public record Recognised(Preset preset, Map<Known, String> columns, List<String> names) {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_.\u2019']+");

  public Recognised {
    names = List.copyOf(names);
  }

  /** The names of a table by what they are compared by. */
  static Map<String, String> byKey(List<String> names) {
    Map<String, String> byKey = new LinkedHashMap<>();
    names.forEach(name -> byKey.putIfAbsent(key(name), name));
    return byKey;
  }

  static Recognised of(Preset preset, List<String> names, Map<String, String> byKey) {
    Map<Known, String> columns = new LinkedHashMap<>();
    for (Known known : preset.columns()) {
      Stream.concat(known.en().stream(), known.fr().stream())
          .map(header -> byKey.getOrDefault(key(header), ""))
          .filter(name -> !name.isEmpty() && !columns.containsValue(name))
          .findFirst()
          .ifPresent(name -> columns.put(known, name));
    }
    return new Recognised(preset, columns, names);
  }

  /** Names are compared without case and accents, whatever stands between their words. */
  private static String key(String name) {
    return SEPARATORS.matcher(Folding.fold(name)).replaceAll(" ");
  }

  /** Whether the table has all columns that the preset needs, and enough of the others. */
  boolean isClear() {
    return columns.size() >= preset.least()
        && preset.columns().stream().allMatch(known -> !known.needed() || columns.containsKey(known));
  }

  /** Of two that are clear, the one that explains more of the columns, or needs more of them. */
  boolean isMoreThan(Recognised other) {
    return columns.size() == other.columns.size()
        ? needed() > other.needed()
        : columns.size() > other.columns.size();
  }

  private long needed() {
    return preset.columns().stream().filter(Known::needed).count();
  }

  /** Which product's export it is, and how many of its columns are here. */
  public Message message() {
    return Message.of("intake.preset", Message.of("preset." + preset.id()), columns.size()); // keys: preset.*
  }

  /** What was said, above what the preset says. */
  public ImportOptions over(ImportOptions said) {
    Map<String, ColumnType> types = new HashMap<>();
    Map<String, Role> roles = new HashMap<>(roles(said.roles()));
    Map<String, Meaning> meanings = new HashMap<>();
    columns.forEach((known, name) -> {
      put(types, name, known.type());
      put(meanings, name, known.meaning());
    });
    types.keySet().removeIf(name -> isSaid(name, said.meanings()) || isSaid(name, said.formats()));
    meanings.keySet().removeIf(name -> isSaid(name, said.types()) || isSaid(name, said.formats()));
    putAll(types, said.types());
    putAll(meanings, said.meanings());
    return said.withTable(said.table() == null ? table() : said.table())
        .withTypes(types)
        .withRoles(roles)
        .withMeanings(meanings)
        .withCountsWhen(said.countsWhen() == null ? countsWhen() : said.countsWhen());
  }

  /** Of several columns for one role, the first that is there; in a table of customers no other column has any. */
  private Map<String, Role> roles(Map<String, Role> said) {
    Map<String, Role> roles = new HashMap<>();
    if (preset.kind() != Kind.EVENTS) {
      names.forEach(name -> roles.put(name, Role.NONE));
    }
    columns.forEach((known, name) -> {
      Role role = known.role();
      if (role != null) {
        boolean taken = role != Role.NONE && (roles.containsValue(role) || said.containsValue(role));
        roles.put(name, taken ? Role.NONE : role);
      }
    });
    putAll(roles, said);
    return roles;
  }

  /** Columns are named by people in any case. */
  private static <V> void putAll(Map<String, V> below, Map<String, V> said) {
    below.keySet().removeIf(name -> isSaid(name, said));
    below.putAll(said);
  }

  private static boolean isSaid(String name, Map<String, ?> said) {
    return said.keySet().stream().anyMatch(other -> Folding.fold(other).equals(Folding.fold(name)));
  }

  private static <V> void put(Map<String, V> values, String name, @Nullable V value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  /** In the language of the headers. */
  private @Nullable String table() {
    long french = columns.entrySet().stream().filter(Recognised::isFrench).count();
    return preset.table().get(french > 0 ? "fr" : "en");
  }

  private static boolean isFrench(Map.Entry<Known, String> column) {
    List<String> english = column.getKey().en().stream().map(Recognised::key).toList();
    return !english.contains(key(column.getValue()));
  }

  /** The rule with the names that the columns have; null where one of them is not there. */
  public @Nullable String countsWhen() {
    String rule = preset.countsWhen();
    if (rule == null) {
      return null;
    }
    StringBuilder named = new StringBuilder();
    Matcher matcher = QUOTED.matcher(rule);
    while (matcher.find()) {
      String name = named(matcher.group(1));
      if (name == null) {
        return null;
      }
      matcher.appendReplacement(named, Matcher.quoteReplacement('"' + name.replace("\"", "\"\"") + '"'));
    }
    return matcher.appendTail(named).toString();
  }

  /** What rows leave to the row above; null where they leave nothing. */
  public @Nullable FillDown fillDown() {
    Fill fill = preset.fillDown();
    String by = fill == null ? null : named(fill.by());
    if (fill == null || by == null) {
      return null;
    }
    List<Integer> filled = new ArrayList<>();
    for (String header : fill.columns()) {
      String name = named(header);
      if (name != null) {
        filled.add(names.indexOf(name));
      }
    }
    return new FillDown(names.indexOf(by), filled);
  }

  private @Nullable String named(String header) {
    for (Map.Entry<Known, String> column : columns.entrySet()) {
      if (column.getKey().name().equals(header)) {
        return column.getValue();
      }
    }
    return null;
  }
}
