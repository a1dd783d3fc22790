package app.parcelle.engine.cluster.rule;

/**
 * Whom a rule takes in, against whom it should.
 *
 * @param rightIn members it takes in
 * @param falseIn others it takes in
 * @param falseOut members it misses
 * @param rightOut others it leaves out
 */
public record Confusion(int rightIn, int falseIn, int falseOut, int rightOut) {
  /** The share of those taken in who are members, 0 to 1; 1 where nobody is taken in. */
  public double precision() {
    return rightIn + falseIn == 0 ? 1 : (double) rightIn / (rightIn + falseIn);
  }

  /** The share of the members who are taken in, 0 to 1; 1 where there is no member. */
  public double recall() {
    return rightIn + falseOut == 0 ? 1 : (double) rightIn / (rightIn + falseOut);
  }

  /** The share of everyone who is taken in, 0 to 1. */
  public double coverage() {
    return customers() == 0 ? 0 : (double) (rightIn + falseIn) / customers();
  }

  /** The harmonic mean of precision and recall. */
  public double balance() {
    int parts = 2 * rightIn + falseIn + falseOut;
    return parts == 0 ? 1 : 2.0 * rightIn / parts;
  }

  public int customers() {
    return rightIn + falseIn + falseOut + rightOut;
  }
}
