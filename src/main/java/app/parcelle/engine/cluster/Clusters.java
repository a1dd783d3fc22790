package app.parcelle.engine.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.Algorithms;
import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.explain.Portraits;
import app.parcelle.engine.cluster.explain.Spending;
import app.parcelle.engine.cluster.map.PrincipalAxes;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Prepared;
import app.parcelle.engine.cluster.prepare.Preparing;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.cluster.quality.Choice;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * Finds clusters of like customers: prepares their fields, runs the algorithm, compares numbers of clusters, and describes what
 * was found. The same request gives the same result on any number of threads.
 */
public final class Clusters {
  private static final int REFIT_STARTS = 3;

  /** The share of progress at which the values are prepared. */
  private static final double PREPARED = 0.1;

  private final Sheet sheet;
  private final @Nullable Spending spending;
  private final ClusterRequest request;
  private final int threads;
  private final Workers workers;
  private final JobContext job;

  private Clusters(Sheet sheet, @Nullable Spending spending, ClusterRequest request, int threads,
      Workers workers,
      JobContext job) {
    this.sheet = sheet;
    this.spending = spending;
    this.request = request;
    this.threads = threads;
    this.workers = workers;
    this.job = job;
  }

  /**
   * Finds clusters.
   *
   * @param sheet one column a field of the request, in its order
   * @param spending null where it is not known
   * @param threads how many may work
   * @throws Problem when the data cannot be clustered so; it says what to change
   */
  public static ClusterResult find(Sheet sheet, @Nullable Spending spending, ClusterRequest request,
      int threads,
      JobContext job) {
    try (Workers workers = new Workers(threads)) {
      return new Clusters(sheet, spending, request, threads, workers, job).find();
    }
  }

  /** The same search with another of the numbers of clusters that it compared. */
  public static ClusterResult withK(ClusterResult result, int k, @Nullable Spending spending,
      JobContext job) {
    try (Workers workers = new Workers(result.threads())) {
      Partition taken = result.byK().stream().filter(p -> p.k() == k).findFirst().orElseThrow();
      return new Clusters(result.sheet(), spending, result.request().withK(k), result.threads(), workers, job)
          .described(result.prepared(), result.byK(), result.choice(), taken);
    }
  }

  /**
   * The same rows, prepared once, by several algorithms, one after the other.
   *
   * @param base its algorithm is not looked at
   * @throws Problem when the data cannot be prepared so; that an algorithm does not go with it is told in the comparison
   */
  public static Comparison compare(Sheet sheet, @Nullable Spending spending, ClusterRequest base,
      List<Algorithm> algorithms, int threads, JobContext job) {
    try (Workers workers = new Workers(threads)) {
      job.progress(0, 1, Message.of("cluster.progress.prepare"));
      Prepared prepared = Preparing.of(sheet, base.preparation(), workers, new Stage(job, 0, PREPARED));
      List<Comparison.Found> found = new ArrayList<>();
      List<Comparison.Failed> failed = new ArrayList<>();
      for (int i = 0; i < algorithms.size(); i++) {
        job.throwIfCancelled();
        Algorithm algorithm = algorithms.get(i);
        double share = (1 - PREPARED) / algorithms.size();
        JobContext own = new Stage(job, PREPARED + i * share, PREPARED + (i + 1) * share);
        long start = System.nanoTime();
        try {
          ClusterResult result = new Clusters(sheet, spending, base.with(algorithm), threads, workers, own)
              .find(prepared);
          found.add(new Comparison.Found(algorithm, result, Duration.ofNanos(System.nanoTime() - start)));
        } catch (Problem notHere) {
          failed.add(new Comparison.Failed(algorithm, notHere.message()));
        }
      }
      return Comparison.of(found, failed);
    }
  }

  private ClusterResult find() {
    job.progress(0, 1, Message.of("cluster.progress.prepare"));
    return find(Preparing.of(sheet, request.preparation(), workers, stage(0, PREPARED)));
  }

  private ClusterResult find(Prepared prepared) {
    MixedPoints points = prepared.points();
    Algorithm algorithm = request.algorithm();
    if (!algorithm.asksForK()) {
      Partition found = Algorithms.fit(points, null, algorithm, request.seed(), workers,
          stage(PREPARED, 0.9));
      return described(prepared, List.of(found), null, found);
    }
    Integer asked = request.k();
    int different = checkK(points, asked);
    if (asked != null && request.maxK() == 0) {
      Partition found = Algorithms.fit(points, asked, algorithm, request.seed(), workers,
          stage(PREPARED, 0.9));
      return described(prepared, List.of(found), null, found);
    }
    int maxK = Math.min(different, Math.max(request.maxK(), asked == null ? 2 : asked));
    List<Partition> byK = Algorithms.range(points, maxK, algorithm, request.seed(), workers,
        stage(PREPARED, 0.6));
    Choice choice = Choice.of(points.asNumbers(), byK, refit(), request.seed(), workers, stage(0.6, 0.9));
    int k = asked == null ? choice.recommended().orElseGet(() -> best(choice)) : asked;
    return described(prepared, byK, choice, byK.get(k - 2));
  }

  /** How many different points there are, as far as that matters. */
  private int checkK(MixedPoints points, @Nullable Integer asked) {
    if ((asked != null && asked < 2) || (asked == null && request.maxK() < 2)) {
      throw new Problem(Message.of("cluster.problem.one-cluster"));
    }
    int wanted = asked == null ? 2 : asked;
    int different = different(points.asNumbers(), Math.max(wanted, request.maxK()), job);
    if (different < wanted) {
      throw new Problem(Message.of("cluster.problem.fewer-than-k", different, wanted));
    }
    return different;
  }

  /** The same algorithm on a sample; with fewer starts than usual, as there are very many samples. */
  private Choice.Refit refit() {
    JobContext quiet = Stage.quiet(job);
    if (request.algorithm() instanceof Algorithm.KMeans) {
      return Choice.Refit.kMeans(REFIT_STARTS, quiet);
    }
    Algorithm algorithm = switch (request.algorithm()) {
      case Algorithm.GaussianMixture(var covariance, _) -> new Algorithm.GaussianMixture(covariance, 1);
      case Algorithm.KPrototypes(var gamma, _) -> new Algorithm.KPrototypes(gamma, REFIT_STARTS);
      default -> request.algorithm();
    };
    return (sample, maxK, seed) -> {
      try (Workers alone = Workers.inline()) {
        List<Partition> byK = Algorithms.range(MixedPoints.of(sample), maxK, algorithm, seed, alone, quiet);
        return k -> byK.get(k - 2).labels();
      }
    };
  }

  private static int best(Choice choice) {
    return choice.candidates()
        .stream()
        .max(Comparator.comparingDouble(Choice.Candidate::silhouette))
        .orElseThrow()
        .k();
  }

  private Stage stage(double from, double to) {
    return new Stage(job, from, to);
  }

  private ClusterResult described(Prepared prepared, List<Partition> byK, @Nullable Choice choice,
      Partition taken) {
    Stage last = stage(0.9, 1);
    last.progress(0, 3, Message.of("cluster.progress.silhouette"));
    int[] numberOf = largestFirst(taken);
    int[] labels = Arrays.stream(taken.labels())
        .map(l -> l == Partition.NOISE ? l : numberOf[l] - 1)
        .toArray();
    Points points = prepared.points().asNumbers();
    ClusterResult.Separation separation = Separations.of(points, labels, taken.k(), request.seed(), workers,
        job);
    last.progress(1, 3, Message.of("cluster.progress.map"));
    int[] assignment = new int[sheet.rows()];
    for (int i = 0; i < labels.length; i++) {
      assignment[prepared.rowOf()[i]] = labels[i] + 1;
    }
    PrincipalAxes axes = PrincipalAxes.of(points, job);
    last.progress(2, 3, Message.of("cluster.progress.portraits"));
    var portraits = Portraits.of(sheet, assignment, taken.k(), spending, workers, job);
    last.progress(3, 3, Message.of("cluster.progress.portraits"));
    return new ClusterResult(
        request.withK(request.algorithm().asksForK() ? Integer.valueOf(taken.k()) : null),
        sheet, prepared, byK, choice, taken, numberOf, assignment, separation, portraits, axes, threads);
  }

  /** The number of each label: the largest cluster has 1. */
  private static int[] largestFirst(Partition partition) {
    int[] sizes = new int[partition.k()];
    for (int label : partition.labels()) {
      if (label != Partition.NOISE) {
        sizes[label]++;
      }
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, sizes.length).boxed().toList());
    order.sort(Comparator.comparingInt((Integer j) -> -sizes[j]).thenComparing(Comparator.naturalOrder()));
    int[] numberOf = new int[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      numberOf[order.get(i)] = i + 1;
    }
    return numberOf;
  }

  private static int different(Points points, int enough, JobContext job) {
    int[] found = new int[Math.min(enough, points.rows())];
    int count = 0;
    for (int row = 0; row < points.rows() && count < found.length; row++) {
      job.throwIfCancelled();
      boolean known = false;
      for (int i = 0; i < count && !known; i++) {
        known = points.squared(row, points.values(), found[i] * points.dims()) == 0;
      }
      if (!known) {
        found[count++] = row;
      }
    }
    return count;
  }
}
