package app.parcelle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import app.parcelle.engine.cluster.algorithm.KMeans;
import app.parcelle.engine.cluster.algorithm.Model;
import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.algorithm.Starts;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.quality.Choice;
import app.parcelle.engine.cluster.quality.Groups;
import app.parcelle.engine.cluster.quality.Silhouette;
import app.parcelle.engine.cluster.quality.SimplifiedSilhouette;
import app.parcelle.engine.job.JobContext;

/**
 * Measures of quality on 1,000,000 x 10: the silhouette of 8 clusters, simplified on all rows and exact on a sample of 5,000,
 * each to be had within 2 s; and the choice of k = 2 to 10 by k-means with its fits, within 20 s. Rows: {@code -Drows=}.
 */
public final class ChoiceBench {
  private static final int MAX_K = 10;
  private static final int K = 8;
  private static final int RUNS = 3;

  private ChoiceBench() {}

  public static void main(String[] args) {
    Points points = Crowd.points(Integer.getInteger("rows", 1_000_000), K);
    JobContext job = JobContext.silent();
    try (Workers workers = new Workers(2)) {
      for (int run = 0; run < RUNS; run++) {
        List<Partition> byK = new ArrayList<>();
        double fits = KMeansBench.time("k-means, k = 2 to 10", () -> {
          List<KMeans.Fit> best = Starts.best(points, MAX_K, Starts.COUNT, 1, workers, job);
          best.forEach(fit -> byK.add(partition(fit, points.dims())));
          return best.getLast().inertia();
        });
        int[] labels = byK.get(K - 2).labels();
        KMeansBench.time("simplified silhouette, all rows",
            () -> SimplifiedSilhouette.mean(points, labels, Groups.of(points, labels, workers, job), workers,
                job));
        KMeansBench.time("silhouette, 5,000 rows", () -> {
          int[] rows = Draws.sample(points.rows(), Choice.SILHOUETTE_ROWS,
              Draws.of(1, Draws.Purpose.SILHOUETTE));
          int[] sampled = new int[rows.length];
          for (int i = 0; i < rows.length; i++) {
            sampled[i] = labels[rows[i]];
          }
          return Silhouette.means(points.pick(rows), List.of(sampled), workers, job)[0];
        });
        double choice = KMeansBench.time("choice among them",
            () -> (double) Choice.of(points, byK, Choice.Refit.kMeans(3, job), 1, workers, job)
                .recommended()
                .orElse(0));
        System.out.printf(Locale.ROOT, "  both: %.1f s%n", fits + choice);
      }
    }
  }

  private static Partition partition(KMeans.Fit fit, int dims) {
    return new Partition(fit.k(), fit.labels(), new Model.Centres(fit.centres(), dims),
        List.of(new Partition.Detail.Inertia(fit.inertia())));
  }
}
