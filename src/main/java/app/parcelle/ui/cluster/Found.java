package app.parcelle.ui.cluster;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.segment.Field;

/**
 * Clusters that were found, and of what.
 *
 * @param fields in the order of the request
 * @param revenue the share of all revenue that each cluster brings, 0 to 1; null where there is no amount
 */
record Found(ClusterRequest request, ClusterResult result, List<Field> fields, double @Nullable [] revenue) {

  static Found of(ClusterRequest request, ClusterResult result, List<Field> fields,
      double @Nullable [] amounts) {
    return new Found(request, result, fields, amounts == null ? null : revenue(result, amounts));
  }

  private static double @Nullable [] revenue(ClusterResult result, double[] amounts) {
    double[] sums = new double[result.k()];
    double total = 0;
    for (int customer = 0; customer < amounts.length; customer++) {
      int cluster = result.assignment()[customer];
      if (cluster > 0 && !Double.isNaN(amounts[customer])) {
        sums[cluster - 1] += amounts[customer];
        total += amounts[customer];
      }
    }
    if (total <= 0) {
      return null;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= total;
    }
    return sums;
  }

  /** How many customers are in a cluster. */
  int clustered() {
    return result.profiles().stream().mapToInt(ClusterResult.Profile::size).sum();
  }

  double share(ClusterResult.Profile profile) {
    return (double) profile.size() / clustered();
  }
}
