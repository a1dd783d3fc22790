package app.parcelle.engine.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;

/**
 * Who is in a segment, and what each condition does.
 *
 * @param members one bit a customer number; null where an error keeps the segment from being computed
 * @param count how many members; -1 where unknown
 * @param base how many customers there are as of the instant
 * @param reachable members who have granted consent: by the ledger, where there is one, those whose last word before the cut is yes
 *     for at least one purpose and channel; else by the consent field of customers. Empty where the project has neither
 * @param asOf the reference day
 * @param cut the instant before which events are seen: asOf + 1 day, 00:00 local
 * @param beyondLimit how many meet the rule and are left out by the segment's limit
 * @param rows one for every node of the rule, root first, in document order
 */
public record Evaluation(long @Nullable [] members, int count, int base, OptionalInt reachable,
    LocalDate asOf,
    Instant cut, int beyondLimit, List<Row> rows) {
  /** Of a segment without limit. */
  public Evaluation(long @Nullable [] members, int count, int base, OptionalInt reachable, LocalDate asOf,
      Instant cut, List<Row> rows) {
    this(members, count, base, reachable, asOf, cut, 0, rows);
  }

  /**
   * One node of the rule.
   *
   * @param path JSON Pointer of the node in the segment's document, such as {@code /rule/all/0}
   * @param alone how many customers of the base meet it by itself
   * @param cumulative how many are left after it and its earlier siblings, under the parent's rule
   * @param lost how many more members there would be without it; negative where there would be fewer
   * @param missing customers of the base whose value is missing, the invalid ones included
   * @param invalid customers of the base whose value could not be understood
   * @param error why it cannot be computed; null where it can. Its counts are then -1
   */
  public record Row(String path, int alone, int cumulative, int lost, int missing, int invalid,
      @Nullable Message error) {}
}
