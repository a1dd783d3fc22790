package app.parcelle.engine.intake.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A key of objects that stood at one place, and what it was seen to hold. The object around it is one too, without a name. */
final class JsonField {
  final String name;
  private final Map<String, JsonField> fields = new LinkedHashMap<>();
  /** Whether it held a text, a number, true or false. */
  boolean values;
  /** What its arrays held; null where it held none. */
  @Nullable
  JsonArray array;

  /** Which cell of a row takes its values; -1 for none. */
  int column = -1;
  /** Which cell of the rows below takes its values, because they tell the objects apart; -1 for none. */
  int key = -1;
  /** Whether it or one below it is read. */
  boolean wanted;

  JsonField(String name) {
    this.name = name;
  }

  /** The keys that its objects had, in the order in which they appeared. */
  Collection<JsonField> fields() {
    return fields.values();
  }

  @Nullable
  JsonField find(String key) {
    return fields.get(key);
  }

  JsonField add(String key) {
    JsonField added = new JsonField(key);
    fields.put(key, added);
    return added;
  }

  /** Whether its own values are a column: it held some, or nothing at all is known of it. */
  boolean isColumn() {
    boolean listed = array != null && array.isList();
    boolean unknown = fields.isEmpty() && (array == null || array.isEmpty());
    return values || listed || unknown;
  }
}
