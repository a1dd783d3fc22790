package app.parcelle.engine.project;

import app.parcelle.engine.cluster.ClusterResult;

/**
 * Clusters found among customers.
 *
 * @param customers the number of the customer of each row of the result's sheet, ascending
 * @param all how many customers the project has
 */
public record CustomerClustering(ClusterResult result, int[] customers, int all) {
  /** The cluster of each customer by number, from 1; 0 for none. */
  public int[] byCustomer() {
    return spread(result.assignment(), customers, all);
  }

  /** The customer of a point of the prepared rows. */
  public int customerOfPoint(int point) {
    return customers[result.prepared().rowOf()[point]];
  }

  static int[] spread(int[] ofRows, int[] customers, int all) {
    int[] numbers = new int[all];
    for (int row = 0; row < customers.length; row++) {
      numbers[customers[row]] = ofRows[row];
    }
    return numbers;
  }
}
