package app.parcelle.engine.evaluate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The fewest conditions whose truth would have to change for a customer to be on the other side of a segment. Conditions are taken
 * as independent of each other, but for those that say the same, which change together. Of several sets of one size it is the first
 * in document order.
 *
 * @param steps at least one, in document order
 */
public record SmallestChange(List<Step> steps) {
  public SmallestChange {
    steps = List.copyOf(steps);
  }

  /**
   * One condition that has to change.
   *
   * @param path JSON Pointer of its first place in the rule
   * @param met what it has to become
   * @param value what the customer has; null where that is missing, or nothing is compared
   * @param need what would do instead
   */
  public record Step(String path, boolean met, @Nullable Value value, Need need) {}
}
