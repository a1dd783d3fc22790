package app.parcelle.engine.cluster.algorithm;

/**
 * A group of rows known by their number, mean and sum of squared distances to it. In this form (Lang and Schubert, <i>BETULA:
 * Numerically Stable CF-Trees for BIRCH Clustering</i>, 2020) nothing is lost where the mean is far from zero.
 */
final class Feature {
  double weight;
  final double[] mean;
  double squares;

  Feature(int dims) {
    this.mean = new double[dims];
  }

  void set(Feature other) {
    weight = other.weight;
    System.arraycopy(other.mean, 0, mean, 0, mean.length);
    squares = other.squares;
  }

  void add(Feature other) {
    double total = weight + other.weight;
    squares = squaresWith(other);
    double share = other.weight / total;
    for (int d = 0; d < mean.length; d++) {
      mean[d] += share * (other.mean[d] - mean[d]);
    }
    weight = total;
  }

  /** Mean squared distance to the mean, were the other added. */
  double spreadWith(Feature other) {
    return squaresWith(other) / (weight + other.weight);
  }

  double squared(Feature other) {
    double sum = 0;
    for (int d = 0; d < mean.length; d++) {
      double gap = mean[d] - other.mean[d];
      sum += gap * gap;
    }
    return sum;
  }

  private double squaresWith(Feature other) {
    double total = weight + other.weight;
    return total == 0 ? 0 : squares + other.squares + weight * other.weight / total * squared(other);
  }
}
