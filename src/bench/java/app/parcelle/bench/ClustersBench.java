package app.parcelle.bench;

/** All that is measured about clusters, in one run: k-means, the choice of k, density, the map. */
public final class ClustersBench {
  private ClustersBench() {}

  public static void main(String[] args) throws Exception {
    KMeansBench.main(args);
    ChoiceBench.main(args);
    DensityBench.main(args);
    MapBench.main(args);
  }
}
