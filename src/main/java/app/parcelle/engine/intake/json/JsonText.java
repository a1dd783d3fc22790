package app.parcelle.engine.intake.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;

/** Tells JSON from other texts. */
public final class JsonText {
  private JsonText() {}

  /**
   * Whether a text is JSON, broken or not, or might be: it begins with an object whose first key stands in quotes, or with an
   * array of values. A header such as {@code [id],[name]} is neither.
   *
   * @param begin without white space before it
   * @param cut whether the text goes on behind it
   */
  public static boolean isJson(String begin, boolean cut) {
    int p = 0;
    while (p < begin.length() && (begin.charAt(p) == '[' || begin.charAt(p) <= ' ')) {
      p++;
    }
    String object = p < begin.length() && begin.charAt(p) == '{' ? begin.substring(p + 1).stripLeading() : "";
    return object.startsWith("\"") || object.startsWith("}")
        || (begin.startsWith("[") && isArray(begin, cut));
  }

  private static boolean isArray(String begin, boolean cut) {
    try (JsonParser parser = JsonReading.factory().createParser(ObjectReadContext.empty(), begin)) {
      parser.nextToken();
      parser.skipChildren();
      JsonToken behind = parser.nextToken();
      return behind == null || behind.isStructStart();
    } catch (StreamConstraintsException e) {
      return true;
    } catch (JacksonException e) {
      return cut && e.getLocation() != null && e.getLocation().getCharOffset() >= begin.length() - 1;
    }
  }
}
