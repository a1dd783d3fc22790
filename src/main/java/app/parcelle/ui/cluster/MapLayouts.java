package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.map.PrincipalAxes;
import app.parcelle.engine.cluster.map.Projections;
import app.parcelle.engine.cluster.map.Projections.Pair;
import app.parcelle.engine.cluster.map.TSne;
import app.parcelle.engine.cluster.map.Umap;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition.Coordinates;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.segment.CustomerMap;
import app.parcelle.ui.segment.FieldMeanings;

/** Where customers stand on the map, by each way to draw it; each is computed once for the clusters that are shown. */
final class MapLayouts {
  /** Of the work. */
  static final String KEY = "clusters-layout";

  /** Points between two looks at whether the work was cancelled. */
  private static final int LOOK = 10_000;

  private final ClusterSource source;
  private final JobRunner jobs;
  private final Consumer<Throwable> complain;
  private final Map<Object, float[]> known = new HashMap<>();
  private @Nullable List<Pair> pairs;
  private @Nullable Found of;

  /** How the map is drawn. */
  enum Way {
    PCA, TSNE, UMAP, FIELDS, PLACES;

    /** Beyond so many customers a sample is laid out. */
    int sample() {
      return switch (this) {
        case PCA, FIELDS, PLACES -> Integer.MAX_VALUE;
        case TSNE -> TSne.SAMPLE;
        case UMAP -> Umap.SAMPLE;
      };
    }
  }

  MapLayouts(ClusterSource source, JobRunner jobs, Consumer<Throwable> complain) {
    this.source = source;
    this.jobs = jobs;
    this.complain = complain;
  }

  /** The ways in which the customers of a clustering can be drawn. */
  List<Way> ways(Found found) {
    List<Way> ways = new ArrayList<>(List.of(Way.PCA, Way.TSNE, Way.UMAP));
    if (found.result().prepared().dimensions().size() > 1 && found.result().k() > 0) {
      ways.add(Way.FIELDS);
    }
    if (!coordinates().isEmpty()) {
      ways.add(Way.PLACES);
    }
    return ways;
  }

  /**
   * By any way but {@link Way#FIELDS}.
   *
   * @param then takes the places, points x 2; not called where the work is cancelled
   */
  void lay(Way way, Found found, Consumer<float[]> then) {
    look(found);
    lay(way, job -> laid(way, found, job), then);
  }

  /** By two dimensions of the prepared numbers. */
  void lay(Pair pair, Found found, Consumer<float[]> then) {
    look(found);
    lay(pair, job -> Projections.plane(found.result().points().numbers(), pair.first(), pair.second(), job),
        then);
  }

  private void lay(Object way, JobRunner.Work<float[]> work, Consumer<float[]> then) {
    float[] places = known.get(way);
    if (places != null) {
      then.accept(places);
      return;
    }
    jobs.run(KEY, Message.of("clusters.job.map"), work, laid -> {
      known.put(way, laid);
      then.accept(laid);
    }, complain);
  }

  /** The pairs of dimensions that show the clusters, the best first. */
  void pairs(Found found, Consumer<List<Pair>> then) {
    look(found);
    List<Pair> before = pairs;
    if (before != null) {
      then.accept(before);
      return;
    }
    jobs.run(KEY, Message.of("clusters.job.map"), job -> Projections
        .of(found.result().points().numbers(), found.clusters(), found.result().request().seed(), job),
        looked -> {
          pairs = looked;
          then.accept(looked);
        }, complain);
  }

  /** Of other clusters nothing is known; and whatever was being laid out is no longer wanted. */
  private void look(Found found) {
    jobs.cancel(KEY);
    if (!found.equals(of)) {
      known.clear();
      pairs = null;
      of = found;
    }
  }

  private List<Coordinates> coordinates() {
    return new FieldMeanings(source.fields()).coordinates();
  }

  private float[] laid(Way way, Found found, JobContext job) {
    ClusterResult result = found.result();
    Points points = result.points().asNumbers();
    long seed = result.request().seed();
    try (Workers workers = new Workers(result.threads())) {
      return switch (way) {
        case PCA -> plane(points, result.axes(), job);
        case TSNE -> TSne.of(points, TSne.Parameters.USUAL, seed, workers, job);
        case UMAP -> Umap.of(points, Umap.Parameters.USUAL, seed, workers, job);
        case PLACES -> places(found, job);
        case FIELDS -> throw new IllegalArgumentException("two dimensions are to be named");
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

  /** On the earth; those of whom it is not known have no place. */
  private float[] places(Found found, JobContext job) {
    Coordinates where = coordinates().getFirst();
    FieldRef east = where.longitude();
    FieldColumn longitude = east == null ? null : column(east, job);
    float[] customers = CustomerMap.of(column(where.latitude(), job), longitude).cloud().places();
    float[] places = new float[2 * found.result().points().rows()];
    for (int point = 0; 2 * point < places.length; point++) {
      int customer = found.clustering().customerOfPoint(point);
      places[2 * point] = customers[2 * customer];
      places[2 * point + 1] = customers[2 * customer + 1];
    }
    SamePlace.spread(places);
    return places;
  }

  private FieldColumn column(FieldRef field, JobContext job) {
    return source.column(source.fields().find(field).orElseThrow(), job);
  }
}
