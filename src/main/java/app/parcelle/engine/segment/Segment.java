package app.parcelle.engine.segment;

import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * A named rule and the instant it is seen from.
 *
 * @param rule null for a segment without condition, which holds nobody
 * @param zone where its days begin; null for the project's
 * @param limit how many of those who meet the rule are kept; null for all
 */
public record Segment(String name, @Nullable Condition rule, Reference reference, @Nullable ZoneId zone,
    @Nullable Limit limit) {
  /** A segment that keeps all who meet its rule. */
  public Segment(String name, @Nullable Condition rule, Reference reference, @Nullable ZoneId zone) {
    this(name, rule, reference, zone, null);
  }

  /** The same segment under another name. */
  public Segment named(String other) {
    return new Segment(other, rule, reference, zone, limit);
  }

  /** The same segment seen from another instant. */
  public Segment seenFrom(Reference other) {
    return new Segment(name, rule, other, zone, limit);
  }

  /** From when a segment is seen. As of a day D means: what happened before D + 1, 00:00 local. */
  public sealed interface Reference {
    /** The day of the last event that counts, in any table; today where there is none. The default. */
    record Project() implements Reference {}

    /** The day it is computed. */
    record Now() implements Reference {}

    /** That day. */
    record Fixed(LocalDate day) implements Reference {}
  }
}
