package app.parcelle.engine.intake.json;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import app.parcelle.engine.intake.ColumnWords;

/**
 * The columns of a table: the keys of the rows around it, then its own fields, nested ones as {@code address.city}. Says to
 * the fields which cell of a row is theirs.
 */
final class JsonColumns {
  /** The column of elements that are no objects. */
  static final String VALUE = "value";
  private static final String PARENT = "parent";
  /** One more than a table may have columns, so that it is seen to have too many. */
  private static final int MOST_PLACES = 16_385;

  private final List<String> keys = new ArrayList<>();
  private final List<String> own = new ArrayList<>();
  private int value = -1;
  private int parentNumber = -1;

  private JsonColumns() {}

  static JsonColumns of(JsonTable table) {
    JsonColumns columns = new JsonColumns();
    List<JsonTable> chain = table.chain();
    List<JsonField> keys = new ArrayList<>();
    List<String> keyNames = new ArrayList<>();
    for (JsonTable around : chain.subList(0, chain.size() - 1)) {
      tellApart(around, keys, keyNames);
    }
    boolean nameless = chain.size() > 1 && keys.isEmpty();
    columns.own(table, nameless ? 1 : keys.size());
    columns.keys(keys, keyNames, nameless);
    for (JsonTable each : chain) {
      want(each.rows().object, chain);
    }
    return columns;
  }

  /** Finds the fields of a row that tell it from others: those that end in id or key, else the first that identifies. */
  private static void tellApart(JsonTable table, List<JsonField> keys, List<String> names) {
    List<JsonField> fields = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    scalars(table.rows().object, "", fields, paths);
    List<Integer> ids = IntStream.range(0, fields.size())
        .filter(i -> ColumnWords.of(paths.get(i)).endsWithId())
        .boxed()
        .toList();
    if (ids.isEmpty()) {
      ids = IntStream.range(0, fields.size())
          .filter(i -> ColumnWords.of(paths.get(i)).identify())
          .limit(1)
          .boxed()
          .toList();
    }
    for (int i : ids) {
      keys.add(fields.get(i));
      names.add(paths.get(i));
    }
  }

  private static void scalars(JsonField object, String before, List<JsonField> found, List<String> paths) {
    for (JsonField field : object.fields()) {
      String path = JsonShape.path(before, field.name);
      if (field.values) {
        found.add(field);
        paths.add(path);
      }
      scalars(field, path, found, paths);
    }
  }

  private void own(JsonTable table, int first) {
    JsonArray rows = table.rows();
    if (table.isGrid()) {
      IntStream.rangeClosed(1, Math.min(rows.width, MOST_PLACES)).forEach(i -> own.add("Column " + i));
      return;
    }
    columns(rows.object, "", first);
    if (table.parent() == null && rows.isList()) {
      value = first + own.size();
      own.add(VALUE);
    }
  }

  private void columns(JsonField object, String before, int first) {
    for (JsonField field : object.fields()) {
      String path = JsonShape.path(before, field.name);
      if (field.isColumn()) {
        field.column = first + own.size();
        own.add(path);
      }
      columns(field, path, first);
    }
  }

  /** Names the keys, the nearest first, so that none is called as another column. */
  private void keys(List<JsonField> fields, List<String> names, boolean nameless) {
    if (nameless) {
      parentNumber = 0;
      keys.add(free(PARENT));
      return;
    }
    names.forEach(_ -> keys.add(""));
    for (int i = names.size() - 1; i >= 0; i--) {
      fields.get(i).key = i;
      keys.set(i, free(names.get(i)));
    }
  }

  private String free(String name) {
    String free = name;
    while (own.contains(free) || keys.contains(free)) {
      free = PARENT + "." + free;
    }
    return free;
  }

  private static boolean want(JsonField object, List<JsonTable> chain) {
    boolean any = false;
    for (JsonField field : object.fields()) {
      boolean leads = field.array != null && chain.stream().anyMatch(table -> table.rows() == field.array);
      boolean below = want(field, chain);
      field.wanted = field.column >= 0 || field.key >= 0 || leads || below;
      any |= field.wanted;
    }
    return any;
  }

  List<String> names() {
    List<String> names = new ArrayList<>(keys);
    names.addAll(own);
    return names;
  }

  int size() {
    return keys.size() + own.size();
  }

  /** The cell of elements that are no objects; -1 where there are none. */
  int value() {
    return value;
  }

  /** The cell of the number of the row around, where nothing in it tells it from others; -1 where that is not needed. */
  int parentNumber() {
    return parentNumber;
  }
}
