package app.parcelle.engine.segment;

import org.jspecify.annotations.Nullable;

/**
 * How a condition names a field: by its name, as a person knows it, and by its stable id once it has been resolved. The id
 * wins where both are there, so that a renamed column keeps its segments.
 *
 * @param id such as {@code t1.c3} (a column), {@code t1:recency} (a trait), {@code t1.c7:last} (a value lifted from events);
 *     null when a person wrote the name only
 */
public record FieldRef(String name, @Nullable String id) {
  public static FieldRef named(String name) {
    return new FieldRef(name, null);
  }
}
