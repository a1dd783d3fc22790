package app.parcelle.engine.intake.json;

/** The arrays that stood at one place, and what they held. */
final class JsonArray {
  /** What may stand between the values of a list. */
  private static final String SEPARATORS = "|;¦";

  /** What its objects held. */
  final JsonField object = new JsonField("");
  long objects;
  long lists;
  long values;
  /** The most elements that one of its lists had. */
  int width;
  private int free = (1 << SEPARATORS.length()) - 1;

  /** Notes a text or number that stood in it. */
  void value(String text) {
    values++;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      if (text.indexOf(SEPARATORS.charAt(i)) >= 0) {
        free &= ~(1 << i);
      }
    }
  }

  boolean isEmpty() {
    return objects + lists + values == 0;
  }

  /** Whether a cell takes its elements that are no objects. */
  boolean isList() {
    return lists + values > 0;
  }

  /** Whether it is a table where no row is around it: of objects, or of lists of values. */
  boolean isTable() {
    return objects + lists > 0;
  }

  /** What no value of its lists has; 0 where there is no such sign, or where lists are in lists. */
  char separator() {
    return free == 0 || lists > 0 ? 0 : SEPARATORS.charAt(Integer.numberOfTrailingZeros(free));
  }
}
