package app.parcelle.ui.cluster;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.map.PrincipalAxes;
import app.parcelle.engine.cluster.map.TSne;
import app.parcelle.engine.cluster.map.Umap;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.ui.job.JobRunner;

/** Where customers stand on the map, by each way to draw it; each is computed once for the clusters that are shown. */
final class MapLayouts {
  /** Of the work. */
  static final String KEY = "clusters-layout";

  /** Points between two looks at whether the work was cancelled. */
  private static final int LOOK = 10_000;

  private final JobRunner jobs;
  private final Consumer<Throwable> complain;
  private final Map<Way, float[]> known = new EnumMap<>(Way.class);
  private @Nullable Found of;

  /** How the map is drawn. */
  enum Way {
    PCA, TSNE, UMAP;

    /** Beyond so many customers a sample is laid out. */
    int sample() {
      return switch (this) {
        case PCA -> Integer.MAX_VALUE;
        case TSNE -> TSne.SAMPLE;
        case UMAP -> Umap.SAMPLE;
      };
    }
  }

  MapLayouts(JobRunner jobs, Consumer<Throwable> complain) {
    this.jobs = jobs;
    this.complain = complain;
  }

  /** @param then takes the places, points x 2; not called where the work is cancelled */
  void lay(Way way, Found found, Consumer<float[]> then) {
    if (!found.equals(of)) {
      known.clear();
      of = found;
    }
    jobs.cancel(KEY);
    float[] places = known.get(way);
    if (places != null) {
      then.accept(places);
      return;
    }
    jobs.run(KEY, Message.of("clusters.job.map"), job -> laid(way, found.result(), job),
        laid -> keep(way, laid, then), complain);
  }

  private void keep(Way way, float[] places, Consumer<float[]> then) {
    known.put(way, places);
    then.accept(places);
  }

  private static float[] laid(Way way, ClusterResult result, JobContext job) {
    Points points = result.points().asNumbers();
    long seed = result.request().seed();
    try (Workers workers = new Workers(result.threads())) {
      return switch (way) {
        case PCA -> plane(points, result.axes(), job);
        case TSNE -> TSne.of(points, TSne.Parameters.USUAL, seed, workers, job);
        case UMAP -> Umap.of(points, Umap.Parameters.USUAL, seed, workers, job);
      };
    }
  }

  /** The plane of the first two principal components. */
  private static float[] plane(Points points, PrincipalAxes axes, JobContext job) {
    float[] plane = new float[2 * points.rows()];
    for (int point = 0; point < points.rows(); point++) {
      if (point % LOOK == 0) {
        job.throwIfCancelled();
      }
      plane[2 * point] = (float) axes.project(points, point, 0);
      plane[2 * point + 1] = (float) axes.project(points, point, 1);
    }
    return plane;
  }
}
