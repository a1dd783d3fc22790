package app.parcelle.engine.intake.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * Goes through a JSON text once to learn which keys its objects have, and where arrays of objects stand. Memory is bounded by
 * the number of different keys.
 */
final class JsonSurvey {
  private static final int MOST_KEYS = 50_000;

  private final String name;
  private final JsonParser parser;
  private int keys;

  JsonSurvey(String name, JsonParser parser) {
    this.name = name;
    this.parser = parser;
  }

  JsonShape run() {
    JsonArray root = new JsonArray();
    long alone = 0;
    long arrays = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.START_ARRAY) {
        arrays++;
        elements(root);
      } else {
        alone++;
        element(token, root);
      }
    }
    return JsonShape.of(root, alone == 1 && arrays == 0);
  }

  private void elements(JsonArray array) {
    for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      element(token, array);
    }
  }

  private void element(JsonToken token, JsonArray array) {
    switch (token) {
      case START_OBJECT -> {
        array.objects++;
        object(array.object);
      }
      case START_ARRAY -> {
        array.lists++;
        array.width = Math.max(array.width, length());
      }
      case VALUE_NULL -> {
        // nothing is known of it
      }
      default -> array.value(parser.getString());
    }
  }

  /** How many elements a list has. */
  private int length() {
    int length = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
      length++;
    }
    return length;
  }

  private void object(JsonField object) {
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      JsonField known = object.find(key);
      JsonField field = known == null ? added(object, key) : known;
      switch (parser.nextToken()) {
        case START_OBJECT -> object(field);
        case START_ARRAY -> {
          if (field.array == null) {
            field.array = new JsonArray();
          }
          elements(field.array);
        }
        case VALUE_NULL -> {
          // nothing is known of it
        }
        default -> field.values = true;
      }
    }
  }

  private JsonField added(JsonField object, String key) {
    if (++keys > MOST_KEYS) {
      throw new Problem(Message.of("intake.json-too-many-keys", name, MOST_KEYS));
    }
    return object.add(key);
  }
}
