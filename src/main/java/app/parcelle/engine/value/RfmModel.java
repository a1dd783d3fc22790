package app.parcelle.engine.value;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * How customers are scored by their purchases: recency, frequency and monetary value get scores from 1 to {@code scores} each, the
 * best being the greatest, and named segments are boxes of scores.
 *
 * @param tableId the table of events that purchases are in
 * @param scores from 3 to 10
 * @param segments looked at in order; a customer is in the first that fits
 * @param others what the segment of those is called who fit none
 */
public record RfmModel(String tableId, int scores, RecencyUnit recency, Monetary monetary, Edges edges,
    List<RfmSegment> segments, String others) {
  public static final int LEAST_SCORES = 3;
  public static final int MOST_SCORES = 10;

  /** In what recency is counted. */
  public enum RecencyUnit {
    /** Local days from the last purchase to the reference day. */
    DAYS,
    /** Whole months between them. */
    MONTHS
  }

  /** What a customer's purchases are worth together. */
  public enum Monetary {
    /** Their sum. */
    SUM,
    /** Their sum over the number of orders, as the trait "average basket" rounds it. */
    MEAN
  }

  /** @throws Problem when a part is out of bounds; the message says which */
  public RfmModel {
    segments = List.copyOf(segments);
    if (scores < LEAST_SCORES || scores > MOST_SCORES) {
      throw new Problem(Message.of("value.fault.scores", LEAST_SCORES, MOST_SCORES));
    }
    if (edges instanceof Edges.Fixed fixed && !fixed.fit(scores)) {
      throw new Problem(Message.of("value.fault.edges", scores - 1));
    }
    Set<String> names = new HashSet<>(Set.of(others));
    for (RfmSegment segment : segments) {
      if (segment.name().isBlank() || !names.add(segment.name())) {
        throw new Problem(Message.of("value.fault.name", segment.name()));
      }
      if (!segment.within(scores)) {
        throw new Problem(Message.of("value.fault.bounds", segment.name(), scores));
      }
    }
  }

  public RfmModel withSegments(List<RfmSegment> changed) {
    return new RfmModel(tableId, scores, recency, monetary, edges, changed, others);
  }

  /** The names of all segments, that of the others last. */
  public List<String> names() {
    return Stream.concat(segments.stream().map(RfmSegment::name), Stream.of(others)).toList();
  }
}
