package app.parcelle.engine.overlap;

/**
 * What two segments share.
 *
 * @param first the place of one among the segments
 * @param second the place of the other
 * @param both customers in both
 * @param ofFirst customers in the first
 * @param ofSecond customers in the second
 */
public record Pair(int first, int second, int both, int ofFirst, int ofSecond) {
  /** From this similarity on, two segments are hardly two. */
  private static final double NEARLY_ALL = 0.9;

  /** Jaccard's index: those in both among those in any, 0 to 1; 0 where nobody is in any. */
  public double jaccard() {
    int any = ofFirst + ofSecond - both;
    return any == 0 ? 0 : (double) both / any;
  }

  /** The part of the first that is in the second, 0 to 1; 0 where the first is empty. */
  public double firstInSecond() {
    return ofFirst == 0 ? 0 : (double) both / ofFirst;
  }

  /** The part of the second that is in the first, 0 to 1; 0 where the second is empty. */
  public double secondInFirst() {
    return ofSecond == 0 ? 0 : (double) both / ofSecond;
  }

  public boolean nearDuplicate() {
    return jaccard() >= NEARLY_ALL;
  }
}
