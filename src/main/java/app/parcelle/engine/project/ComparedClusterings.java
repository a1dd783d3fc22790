package app.parcelle.engine.project;

import app.parcelle.engine.cluster.Comparison;

/**
 * Several clusterings of the same customers.
 *
 * @param customers the number of the customer of each row, ascending
 * @param all how many customers the project has
 */
public record ComparedClusterings(Comparison comparison, int[] customers, int all) {
  /** One of those that were found. */
  public CustomerClustering clustering(int place) {
    return new CustomerClustering(comparison.found().get(place).result(), customers, all);
  }
}
