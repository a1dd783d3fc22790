package app.parcelle.engine.cluster.importance;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.algorithm.Model;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Prepared;
import app.parcelle.engine.job.JobContext;

/** How many rows a model puts elsewhere once a field's values are dealt anew. */
final class Reassignment {
  /** The mean of so many deals is taken. */
  private static final int DEALS = 5;

  private static final int ROWS_BETWEEN_CHECKS = 64;

  private Reassignment() {}

  /**
   * @param points that were prepared, or some of them
   * @return one share a column of the sheet; 0 for one that was left out
   */
  static double[] of(MixedPoints points, Prepared prepared, int columns, Model model, long seed,
      Workers workers, JobContext job) {
    int[] usual = assigned(points, model, job);
    int[] moved = new int[columns * DEALS];
    workers.run(moved.length, task -> {
      int column = task / DEALS;
      if (takesPart(prepared, column)) {
        int[] order = shuffled(points.rows(), Draws.of(seed, Draws.Purpose.SAMPLE, 3, column, task % DEALS));
        int[] now = assigned(dealt(points, prepared, column, order), model, job);
        moved[task] = (int) IntStream.range(0, now.length).filter(row -> now[row] != usual[row]).count();
      }
    });
    return IntStream.range(0, columns)
        .mapToDouble(
            column -> IntStream.range(column * DEALS, (column + 1) * DEALS).map(task -> moved[task]).sum()
                / ((double) DEALS * points.rows()))
        .toArray();
  }

  private static boolean takesPart(Prepared prepared, int column) {
    return prepared.kept().contains(column)
        || prepared.dimensions().stream().anyMatch(dimension -> dimension.column() == column);
  }

  private static int[] assigned(MixedPoints points, Model model, JobContext job) {
    int[] assigned = new int[points.rows()];
    for (int row = 0; row < assigned.length; row++) {
      if (row % ROWS_BETWEEN_CHECKS == 0) {
        job.throwIfCancelled();
      }
      assigned[row] = model.assign(points, row);
    }
    return assigned;
  }

  static int[] shuffled(int rows, RandomGenerator random) {
    int[] order = IntStream.range(0, rows).toArray();
    for (int i = rows - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  /** All that came of one column, in another order. */
  private static MixedPoints dealt(MixedPoints points, Prepared prepared, int column, int[] order) {
    Points numbers = points.numbers();
    double[] values = numbers.values().clone();
    for (int d = 0; d < numbers.dims(); d++) {
      if (prepared.dimensions().get(d).column() == column) {
        for (int row = 0; row < order.length; row++) {
          values[row * numbers.dims() + d] = numbers.values()[order[row] * numbers.dims() + d];
        }
      }
    }
    List<MixedPoints.Category> categories = new ArrayList<>();
    for (int c = 0; c < points.categories().size(); c++) {
      MixedPoints.Category category = points.categories().get(c);
      boolean own = prepared.kept().get(c) == column;
      categories.add(own ? dealt(category, order) : category);
    }
    return new MixedPoints(new Points(values, numbers.rows(), numbers.dims()), categories, points.weights());
  }

  private static MixedPoints.Category dealt(MixedPoints.Category category, int[] order) {
    int[] codes = IntStream.of(order).map(row -> category.codes()[row]).toArray();
    return new MixedPoints.Category(codes, category.levels(), category.weight());
  }
}
