package app.parcelle.engine.evaluate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why one customer is in a segment or out of it.
 *
 * @param key the customer
 * @param known whether the customer is part of the base as of the reference day
 * @param member whether the customer is in
 * @param cut whether the customer meets the rule and the segment's limit keeps it out
 * @param rows one for every node of the rule, root first, in document order
 * @param change the smallest change that would put the customer on the other side; null where there is none: the customer is
 *     not of the base, a limit keeps it out, or nothing that can change decides
 */
public record Explanation(String key, boolean known, boolean member, boolean cut, List<Row> rows,
    @Nullable SmallestChange change) {
  public Explanation {
    rows = List.copyOf(rows);
  }

  /**
   * One node of the rule.
   *
   * @param path JSON Pointer of the node, such as {@code /rule/all/0}
   * @param met whether it is true for this customer
   * @param value what was compared; null for groups and sequences, and where it is missing. For never, the rows against it; for one
   *     measure against another, the left one; for changes and shares, the percents. Fractions have 34 digits at most
   * @param presence whether there is a value; {@code NOT_ASKED} for groups and for conditions that compare no value
   */
  public record Row(String path, boolean met, @Nullable Value value, Presence presence) {}

  /** Whether a customer has the value that a condition compares. */
  public enum Presence {
    THERE, MISSING,
    /** There is a text, and it was not understood. It counts as missing. */
    INVALID, NOT_ASKED
  }
}
