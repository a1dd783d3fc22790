package app.parcelle.engine.value;

import java.util.List;

/**
 * Customers with scores within bounds, under a name.
 *
 * @param recency bounds of the recency score, both included; so for the others
 */
public record RfmSegment(String name, Bounds recency, Bounds frequency, Bounds monetary) {
  /** From the first to the last, both included. */
  public record Bounds(int first, int last) {
    boolean holds(int score) {
      return first <= score && score <= last;
    }

    private boolean within(int scores) {
      return 1 <= first && first <= last && last <= scores;
    }

    /** The same share of another number of scores. */
    private Bounds of(int scores) {
      return new Bounds(1 + (first - 1) * scores / 5,
          Math.max(1 + (first - 1) * scores / 5, last * scores / 5));
    }
  }

  /** Names of the ten usual segments, in the order they are looked at. */
  public enum Usual {
    CHAMPIONS, LOYAL, NEW, PROMISING, POTENTIAL, ATTENTION, SLEEPY, AT_RISK, CANNOT_LOSE, LOST
  }

  /** What the usual segments are called. */
  public interface Names {
    String of(Usual segment);
  }

  boolean within(int scores) {
    return recency.within(scores) && frequency.within(scores) && monetary.within(scores);
  }

  boolean holds(int r, int f, int m) {
    return recency.holds(r) && frequency.holds(f) && monetary.holds(m);
  }

  /**
   * The usual segments, with the bounds that the tests of the R package {@code rfm} use; those of five scores are stretched to other
   * numbers of them. New and promising customers are looked for before potential loyalists, whose bounds hold them all: in the
   * package's order nobody is left for them.
   */
  public static List<RfmSegment> usual(int scores, Names names) {
    return List.of(usual(Usual.CHAMPIONS, names, scores, 4, 5, 4, 5, 4, 5),
        usual(Usual.LOYAL, names, scores, 2, 5, 3, 5, 3, 5),
        usual(Usual.NEW, names, scores, 4, 5, 1, 1, 1, 1),
        usual(Usual.PROMISING, names, scores, 3, 4, 1, 1, 1, 1),
        usual(Usual.POTENTIAL, names, scores, 3, 5, 1, 3, 1, 3),
        usual(Usual.ATTENTION, names, scores, 2, 3, 2, 3, 2, 3),
        usual(Usual.SLEEPY, names, scores, 2, 3, 1, 2, 1, 2),
        usual(Usual.AT_RISK, names, scores, 1, 2, 2, 5, 2, 5),
        usual(Usual.CANNOT_LOSE, names, scores, 1, 1, 4, 5, 4, 5),
        usual(Usual.LOST, names, scores, 1, 2, 1, 2, 1, 2));
  }

  private static RfmSegment usual(Usual segment, Names names, int scores, int... bounds) {
    return new RfmSegment(names.of(segment), new Bounds(bounds[0], bounds[1]).of(scores),
        new Bounds(bounds[2], bounds[3]).of(scores), new Bounds(bounds[4], bounds[5]).of(scores));
  }
}
