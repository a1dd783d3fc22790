package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The elements of a text that is a list: what stands between its separators, or in its JSON array, trimmed; empty ones are none. What
 * should be a JSON array and is none counts as one element, and so does a text whose separator is not known.
 *
 * @param separator {@code []} for JSON arrays; null where nobody says
 */
public record ListElements(@Nullable String separator) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public List<String> of(String text) {
    List<String> elements = new ArrayList<>();
    if (separator == null) {
      add(text, elements);
    } else if (separator.equals("[]")) {
      addArray(text, elements);
    } else {
      int from = 0;
      for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
        add(text.substring(from, at), elements);
        from = at + separator.length();
      }
      add(text.substring(from), elements);
    }
    return elements;
  }

  private static void add(String element, List<String> elements) {
    String bare = element.strip();
    if (!bare.isEmpty()) {
      elements.add(bare);
    }
  }

  private static void addArray(String text, List<String> elements) {
    JsonNode array = array(text);
    if (array == null) {
      add(text, elements);
    } else {
      for (JsonNode element : array) {
        if (!element.isNull()) {
          add(element.isValueNode() ? element.asString() : element.toString(), elements);
        }
      }
    }
  }

  private static @Nullable JsonNode array(String text) {
    try {
      JsonNode read = JSON.readTree(text);
      return read.isArray() ? read : null;
    } catch (JacksonException notJson) {
      return null;
    }
  }
}
