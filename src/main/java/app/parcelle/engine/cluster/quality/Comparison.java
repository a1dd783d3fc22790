package app.parcelle.engine.cluster.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.quality.Choice.Candidate;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/** Measures each number of clusters, one measure after the other. */
final class Comparison {
  /** Bootstrap samples of the stability. */
  private static final int DRAWS = 20;

  /** Of progress. */
  private static final int STEPS = 3;

  private final Points points;
  private final List<int[]> labellings;
  private final Choice.Refit refit;
  private final long seed;
  private final Workers workers;
  private final JobContext job;

  Comparison(Points points, List<Partition> byK, Choice.Refit refit, long seed, Workers workers,
      JobContext job) {
    this.points = points;
    this.labellings = byK.stream().map(Partition::labels).toList();
    this.refit = refit;
    this.seed = seed;
    this.workers = workers;
    this.job = job;
  }

  Choice choice() {
    job.progress(0, STEPS, Message.of("cluster.progress.silhouette"));
    double hopkins = Hopkins.of(points, seed, workers, job);
    List<Groups> groups = labellings.stream().map(labels -> Groups.of(points, labels, workers, job)).toList();
    int[] measured = Draws.sample(points.rows(), Choice.silhouetteRows(points.dims()),
        Draws.of(seed, Draws.Purpose.SILHOUETTE));
    double[] silhouettes = Silhouette.means(points.pick(measured), picked(measured), workers, job);
    job.progress(1, STEPS, Message.of("cluster.progress.compare"));
    int[] compared = Evidence.rows(points, seed);
    Points sample = points.pick(compared);
    References references = References.of(sample, labellings.size() + 1, refit, seed, workers, job);
    job.progress(2, STEPS, Message.of("cluster.progress.stability"));
    double[][] stability = Stability.of(sample, picked(compared), refit, DRAWS, seed, workers, job);
    double[] least = Arrays.stream(stability).mapToDouble(Comparison::least).toArray();
    List<Standing> standings = IntStream.range(0, silhouettes.length)
        .mapToObj(i -> Standing.of(i + 2, silhouettes[i], least[i], groups.get(i).smallest(), points.rows(),
            references))
        .toList();
    Gap gap = references.gap();
    List<Candidate> candidates = candidates(groups, standings, gap, stability);
    Evidence evidence = points.rows() < Evidence.FEWEST
        ? Evidence.few(points.rows())
        : Evidence.of(standings);
    job.progress(STEPS, STEPS, Message.of("cluster.progress.stability"));
    return new Choice(evidence.k(), evidence.reason(), candidates, gap.smallest(), hopkins, measured.length,
        compared.length, compared.length);
  }

  private List<Candidate> candidates(List<Groups> groups, List<Standing> standings, Gap gap,
      double[][] stability) {
    double[] inertia = new double[groups.size() + 1];
    Arrays.setAll(inertia, i -> i == 0
        ? Groups.of(points, new int[points.rows()], workers, job).within()
        : groups.get(i - 1).within());
    double[] bends = Elbow.bends(inertia);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < standings.size(); i++) {
      Groups own = groups.get(i);
      candidates.add(new Candidate(i + 2, inertia[i + 1], bends[i + 1], standings.get(i).silhouette(),
          SimplifiedSilhouette.mean(points, labellings.get(i), own, workers, job),
          standings.get(i).without(), gap.values()[i + 1], gap.errors()[i + 1],
          known(stability[i]).average().orElse(Double.NaN), standings.get(i).least(),
          DaviesBouldin.of(own), CalinskiHarabasz.of(own), (double) own.smallest() / points.rows()));
    }
    return candidates;
  }

  private static double least(double[] stability) {
    return known(stability).min().orElse(Double.NaN);
  }

  /** Of the clusters that were in a sample at all. */
  private static DoubleStream known(double[] stability) {
    return Arrays.stream(stability).filter(value -> !Double.isNaN(value));
  }

  private List<int[]> picked(int[] rows) {
    return labellings.stream()
        .map(labels -> Arrays.stream(rows).map(row -> labels[row]).toArray())
        .toList();
  }
}
