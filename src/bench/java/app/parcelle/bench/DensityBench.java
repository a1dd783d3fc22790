package app.parcelle.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import elki.clustering.dbscan.DBSCAN;
import elki.clustering.hierarchical.SLINKHDBSCANLinearMemory;
import elki.clustering.hierarchical.extraction.HDBSCANHierarchyExtraction;
import elki.data.Cluster;
import elki.data.NumberVector;
import elki.data.type.TypeUtil;
import elki.database.Database;
import elki.database.StaticArrayDatabase;
import elki.database.relation.Relation;
import elki.datasource.ArrayAdapterDatabaseConnection;
import elki.distance.minkowski.EuclideanDistance;
import elki.index.tree.spatial.kd.MemoryKDTree;
import elki.index.tree.spatial.kd.split.MedianSplit;

import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.DensityClusters;
import app.parcelle.engine.cluster.algorithm.HierarchicalDensity;
import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * DBSCAN on 100,000 x 2 with 20 groups and noise: Parcelle on one and two threads, ELKI on its k-d tree and scikit-learn, three
 * times in turns once both are warm, with what each found; then HDBSCAN* beside ELKI's, whose time grows as the square of the rows. scikit-learn is that of {@code -Dpython=}, by default Debian's.
 */
public final class DensityBench {
  private static final int ROWS = 100_000;
  private static final double EPS = 0.02;
  private static final int MIN_POINTS = 10;
  private static final int WARM_UP = 5;
  private static final int RUNS = 3;
  private static final int FEWER = 10_000;
  private static final int SMALLEST = 50;
  private static final String PYTHON = System.getProperty("python", "/usr/bin/python3");

  private DensityBench() {}

  public static void main(String[] args) throws IOException {
    double[] values = values();
    Points points = new Points(values, ROWS, 2);
    System.out.printf(Locale.ROOT, "DBSCAN, %,d x 2, eps %s, minPoints %d, %d processors%n", ROWS, EPS,
        MIN_POINTS, Runtime.getRuntime().availableProcessors());
    for (int run = 0; run < WARM_UP + RUNS; run++) {
      double one = time("Parcelle, 1 thread", () -> parcelle(points, 1));
      double two = time("Parcelle, 2 threads", () -> parcelle(points, 2));
      double elki = time("ELKI 0.8.0", () -> elki(values));
      if (run < WARM_UP) {
        continue;
      }
      double scikit = scikit(values);
      System.out.printf(Locale.ROOT,
          "  ELKI / Parcelle: %.1f on one thread, %.1f on two; scikit-learn / Parcelle: %.1f, %.1f%n",
          elki / one,
          elki / two, scikit / one, scikit / two);
    }
    hierarchical(values);
  }

  private static void hierarchical(double[] values) {
    System.out.printf(Locale.ROOT, "HDBSCAN*, smallest cluster %d, minPoints %d%n", SMALLEST, MIN_POINTS);
    double[] few = Arrays.copyOf(values, 2 * FEWER);
    for (int run = 0; run < 2; run++) {
      double own = time("Parcelle, 2 threads, 10,000", () -> hierarchicalParcelle(new Points(few, FEWER, 2)));
      double elki = time("ELKI 0.8.0, 10,000", () -> hierarchicalElki(few));
      System.out.printf(Locale.ROOT, "  ELKI / Parcelle: %.1f%n", elki / own);
    }
    time("Parcelle, 2 threads, 100,000", () -> hierarchicalParcelle(new Points(values, ROWS, 2)));
  }

  private static String hierarchicalParcelle(Points points) {
    try (Workers workers = new Workers(2)) {
      return found(HierarchicalDensity.fit(points, new Algorithm.Hdbscan(SMALLEST, MIN_POINTS), 1, workers,
          JobContext.silent()));
    }
  }

  private static String hierarchicalElki(double[] values) {
    var tree = new SLINKHDBSCANLinearMemory<NumberVector>(EuclideanDistance.STATIC, MIN_POINTS);
    return found(new HDBSCANHierarchyExtraction(tree, SMALLEST, false).run(tree.run(relation(values)))
        .getAllClusters());
  }

  private static String found(Partition partition) {
    long noise = Arrays.stream(partition.labels()).filter(l -> l == Partition.NOISE).count();
    return partition.k() + " clusters, " + noise + " noise";
  }

  private static String found(List<? extends Cluster<?>> clusters) {
    int noise = clusters.stream().filter(Cluster::isNoise).mapToInt(Cluster::size).sum();
    return clusters.stream().filter(c -> !c.isNoise()).count() + " clusters, " + noise + " noise";
  }

  private static Relation<NumberVector> relation(double[] values) {
    double[][] rows = new double[values.length / 2][];
    Arrays.setAll(rows, row -> Arrays.copyOfRange(values, row * 2, row * 2 + 2));
    Database database = new StaticArrayDatabase(new ArrayAdapterDatabaseConnection(rows),
        List.of(new MemoryKDTree.Factory<NumberVector>(MedianSplit.STATIC, 16)));
    database.initialize();
    return database.getRelation(TypeUtil.NUMBER_VECTOR_FIELD);
  }

  private static String parcelle(Points points, int threads) {
    try (Workers workers = new Workers(threads)) {
      return found(DensityClusters.fit(points, new Algorithm.Dbscan(EPS, MIN_POINTS), 1, workers,
          JobContext.silent()));
    }
  }

  private static String elki(double[] values) {
    return found(new DBSCAN<NumberVector>(EuclideanDistance.STATIC, EPS, MIN_POINTS).run(relation(values))
        .getAllClusters());
  }

  private static double scikit(double[] values) throws IOException {
    Path file = Files.createTempFile("density", ".f64");
    try {
      ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asDoubleBuffer().put(values);
      Files.write(file, bytes.array());
      String script = """
          import sys, time, numpy, sklearn
          from sklearn.cluster import DBSCAN
          points = numpy.fromfile(sys.argv[1]).reshape(-1, 2)
          start = time.perf_counter()
          labels = DBSCAN(eps=float(sys.argv[2]), min_samples=int(sys.argv[3]), n_jobs=-1).fit(points).labels_
          seconds = time.perf_counter() - start
          print(seconds, sklearn.__version__, labels.max() + 1, (labels < 0).sum())
          """;
      Process process = new ProcessBuilder(PYTHON, "-c", script, file.toString(), String.valueOf(EPS),
          String.valueOf(MIN_POINTS)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        String line = out.readLine();
        if (line == null) {
          throw new IOException(PYTHON + " has no scikit-learn");
        }
        String[] parts = line.split(" ", -1);
        double seconds = Double.parseDouble(parts[0]);
        System.out.printf(Locale.ROOT, "%-30s %7.3f s   %s clusters, %s noise%n", "scikit-learn " + parts[1],
            seconds, parts[2], parts[3]);
        return seconds;
      }
    } finally {
      Files.delete(file);
    }
  }

  private static double time(String what, Supplier<String> work) {
    long start = System.nanoTime();
    String answer = work.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%-30s %7.3f s   %s%n", what, seconds, answer);
    return seconds;
  }

  /** Twenty groups of different densities, and every tenth row noise. */
  private static double[] values() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    double[] centres = random.doubles(40, 0, 10).toArray();
    double[] values = new double[2 * ROWS];
    for (int row = 0; row < ROWS; row++) {
      int group = random.nextInt(20);
      boolean noise = row % 10 == 0;
      for (int d = 0; d < 2; d++) {
        values[2 * row + d] = noise
            ? random.nextDouble(-1, 11)
            : centres[2 * group + d] + (0.1 + group * 0.01) * random.nextGaussian();
      }
    }
    return values;
  }
}
