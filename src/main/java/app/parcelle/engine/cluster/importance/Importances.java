package app.parcelle.engine.cluster.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.algorithm.Model;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Prepared;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.cluster.prepare.SheetCheck;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * Which fields matter, and how much: for a target, or for clusters that were found.
 *
 * @param fields one a column of the sheet, in its order
 * @param redundant pairs of fields with an association of {@link Redundancy#FROM} or more either way, the closest first
 * @param rows how many customers were looked at: all, or a sample
 */
public record Importances(List<Importance> fields, List<Redundancy> redundant, int rows) {
  /** More customers are sampled. */
  public static final int MOST_ROWS = 10_000;

  private static final double LEAST_WEIGHT = 0.2;
  private static final double LARGEST_WEIGHT = 3;

  public Importances {
    fields = List.copyOf(fields);
    redundant = List.copyOf(redundant);
  }

  /**
   * For a field that is to be told from the others. The permutation is the share of the target's variance (of a category: of the
   * variance of its levels together) that a forest no longer explains in customers whom it has not seen; see {@link Forest}.
   *
   * @param target a column of the same rows as the sheet, none of its own
   * @throws Problem when a column or the target cannot be compared; see {@link SheetCheck#column}
   */
  public static Importances forTarget(Sheet sheet, Sheet.Source target, long seed, Workers workers,
      JobContext job) {
    sheet.columns().forEach(SheetCheck::column);
    SheetCheck.column(target);
    int[] rows = sample(sheet.rows(), seed);
    Sheet sampled = pick(sheet, rows);
    Sheet.Source aim = pick(target, rows);
    double[] permutation = Forest.permutation(sampled, aim, seed, workers, job);
    return of(sampled, aim, permutation, seed, workers, job);
  }

  /**
   * For clusters. The permutation is the share of the customers whom the model would put into another cluster.
   *
   * @param sheet from which the points were prepared
   * @param labels one a point, -1 for noise, which counts as none of the target's values
   */
  public static Importances forClusters(Sheet sheet, Prepared prepared, int[] labels, Model model, long seed,
      Workers workers, JobContext job) {
    int[] chosen = sample(prepared.points().rows(), seed);
    Sheet sampled = pick(sheet, Arrays.stream(chosen).map(row -> prepared.rowOf()[row]).toArray());
    int[] codes = Arrays.stream(chosen).map(row -> labels[row]).toArray();
    int k = Arrays.stream(codes).max().orElse(-1) + 1;
    Sheet.Categories clusters = new Sheet.Categories("",
        IntStream.range(0, k).mapToObj(String::valueOf).toList(), codes);
    MixedPoints points = prepared.points().pick(chosen);
    double[] permutation = Reassignment.of(points, prepared, sheet.columns().size(), model, seed, workers,
        job);
    return of(sampled, clusters, permutation, seed, workers, job);
  }

  /**
   * Weights by which each field's share of the squared distances is its share of the importance, from 0.2 to 3: the root of
   * its mutual information beside the mean of all; fields that say almost the same share one.
   *
   * @return one a field; all 1 where no field tells anything
   */
  public List<Double> weights() {
    double mean = fields.stream().mapToDouble(Importance::mutualInformation).average().orElse(0);
    return fields.stream()
        .map(field -> mean > 0
            ? Math.clamp(
                Math.sqrt(field.mutualInformation() / mean / (1 + field.redundantWith().size())),
                LEAST_WEIGHT, LARGEST_WEIGHT)
            : 1.0)
        .toList();
  }

  private static Importances of(Sheet sampled, Sheet.Source target, double[] permutation, long seed,
      Workers workers, JobContext job) {
    List<Sheet.Source> columns = sampled.columns();
    List<Redundancy> redundant = redundant(columns, workers, job);
    Importance[] fields = new Importance[columns.size()];
    workers.run(fields.length, c -> {
      job.throwIfCancelled();
      Sheet.Source column = columns.get(c);
      List<String> same = new ArrayList<>();
      for (Redundancy pair : redundant) {
        if (pair.first().equals(column.name())) {
          same.add(pair.second());
        } else if (pair.second().equals(column.name())) {
          same.add(pair.first());
        }
      }
      fields[c] = new Importance(column.name(), MutualInformation.between(column, target, seed),
          Association.between(column, target), permutation[c], same);
    });
    job.progress(1, 1, Message.of("cluster.progress.importance"));
    return new Importances(Arrays.asList(fields), redundant, sampled.rows());
  }

  private static List<Redundancy> redundant(List<Sheet.Source> columns, Workers workers, JobContext job) {
    List<List<Redundancy>> found = new ArrayList<>();
    for (int a = 0; a < columns.size(); a++) {
      found.add(new ArrayList<>());
    }
    workers.run(columns.size(), a -> {
      for (int b = a + 1; b < columns.size(); b++) {
        job.throwIfCancelled();
        Association association = Association.between(columns.get(a), columns.get(b));
        if (Math.abs(association.value()) >= Redundancy.FROM) {
          found.get(a).add(new Redundancy(columns.get(a).name(), columns.get(b).name(), association));
        }
      }
    });
    return found.stream()
        .flatMap(List::stream)
        .sorted(
            (x, y) -> Double.compare(Math.abs(y.association().value()), Math.abs(x.association().value())))
        .toList();
  }

  private static int[] sample(int rows, long seed) {
    return Draws.sample(rows, MOST_ROWS, Draws.of(seed, Draws.Purpose.SAMPLE));
  }

  private static Sheet pick(Sheet sheet, int[] rows) {
    return new Sheet(rows.length, sheet.columns().stream().map(column -> pick(column, rows)).toList());
  }

  private static Sheet.Source pick(Sheet.Source source, int[] rows) {
    return switch (source) {
      case Sheet.Numbers(String name, double[] values) ->
        new Sheet.Numbers(name, Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
      case Sheet.Categories(String name, List<String> levels, int[] codes) ->
        new Sheet.Categories(name, levels, Arrays.stream(rows).map(row -> codes[row]).toArray());
    };
  }
}
