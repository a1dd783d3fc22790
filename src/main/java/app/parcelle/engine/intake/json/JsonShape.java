package app.parcelle.engine.intake.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The tables of a JSON text.
 *
 * @param tables in the order in which they appear
 * @param largest the one to read where nobody says which; null where there is none
 */
record JsonShape(List<JsonTable> tables, @Nullable JsonTable largest) {
  JsonShape {
    tables = List.copyOf(tables);
  }

  /**
   * @param root what stands in no object
   * @param single whether that is one value, which may be an envelope around the tables
   */
  static JsonShape of(JsonArray root, boolean single) {
    JsonTable all = new JsonTable(JsonTable.ROOT, null, List.of(), root);
    List<JsonTable> tables = new ArrayList<>();
    if (single) {
      outermost(root.object, "", List.of(), tables);
    }
    Optional<JsonTable> largest = tables.stream()
        .max(Comparator.comparingLong(table -> table.rows().objects + table.rows().lists));
    if (largest.isPresent()) {
      List.copyOf(tables)
          .forEach(table -> inside(table, table.rows().object, table.path(), List.of(), tables));
    } else {
      inside(all, root.object, "", List.of(), tables);
    }
    boolean isTable = root.isTable() || root.values > 1;
    if (isTable) {
      tables.add(largest.isPresent() ? tables.size() : 0, all);
    }
    return new JsonShape(tables, largest.orElse(isTable ? all : null));
  }

  /** Finds the arrays that objects lead to, from outside of all rows. */
  private static void outermost(JsonField object, String before, List<JsonField> way, List<JsonTable> found) {
    for (JsonField field : object.fields()) {
      String path = path(before, field.name);
      List<JsonField> longer = with(way, field);
      if (field.array != null && field.array.isTable()) {
        found.add(new JsonTable(unique(path, found), null, longer, field.array));
      }
      outermost(field, path, longer, found);
    }
  }

  /** Finds the arrays of objects that stand in the rows of a table. */
  private static void inside(JsonTable table, JsonField object, String before, List<JsonField> way,
      List<JsonTable> found) {
    for (JsonField field : object.fields()) {
      String path = path(before, field.name);
      List<JsonField> longer = with(way, field);
      if (field.array != null && field.array.objects > 0) {
        JsonTable below = new JsonTable(unique(path, found), table, longer, field.array);
        found.add(below);
        inside(below, field.array.object, path, List.of(), found);
      }
      inside(table, field, path, longer, found);
    }
  }

  static String path(String before, String name) {
    return before.isEmpty() ? name : before + "." + name;
  }

  private static List<JsonField> with(List<JsonField> way, JsonField last) {
    return Stream.concat(way.stream(), Stream.of(last)).toList();
  }

  private static String unique(String path, List<JsonTable> found) {
    String free = path;
    for (int i = 2; isTaken(free, found); i++) {
      free = path + " " + i;
    }
    return free;
  }

  private static boolean isTaken(String path, List<JsonTable> found) {
    return path.equals(JsonTable.ROOT) || found.stream().anyMatch(table -> table.path().equals(path));
  }
}
