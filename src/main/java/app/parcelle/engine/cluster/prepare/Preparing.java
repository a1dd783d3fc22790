package app.parcelle.engine.cluster.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * Runs a pipeline over a sheet: rows without a value are left out or filled, extremes brought back, shapes straightened, scales
 * made comparable, categories made numbers, weights put on, outliers set aside.
 *
 * <p>A field in which everyone who takes part agrees is left out with a warning, and refused only where no field varies. The
 * centre and spread are those of all who take part, outliers included; a robust scale hardly minds them.
 */
public final class Preparing {
  private Preparing() {}

  /**
   * @param pipeline one field's steps a column of the sheet, in their order
   * @throws Problem when the columns leave nothing to cluster; it says what to change
   */
  public static Prepared of(Sheet sheet, Pipeline pipeline, Workers workers, JobContext job) {
    SheetCheck.before(sheet, pipeline);
    job.throwIfCancelled();
    int[] rowOf = Fitted.complete(sheet, pipeline);
    if (rowOf.length < 2) {
      throw tooFew(sheet, rowOf.length);
    }
    Fitted fitted = new Learning(sheet, pipeline, rowOf, job).fitted(workers);
    if (fitted.columns().stream().allMatch(column -> column instanceof Fitted.LeftOut)) {
      throw allTheSame(sheet);
    }
    Placing placing = new Placing(sheet, pipeline, fitted, rowOf);
    MixedPoints all = placing.points(workers, job);
    boolean[] far = FarRows.of(all, (int) (pipeline.outliers() * rowOf.length), workers, job);
    int[] near = rows(far, false);
    MixedPoints points = near.length == rowOf.length ? all : all.pick(near);
    if (!differ(points)) {
      throw allTheSame(sheet);
    }
    return new Prepared(points, pick(rowOf, near), placing.dimensions(), placing.kept(),
        sheet.rows() - rowOf.length, pick(rowOf, rows(far, true)), fitted,
        warnings(sheet, pipeline, fitted));
  }

  private static Problem tooFew(Sheet sheet, int complete) {
    return sheet.rows() < 2
        ? new Problem(Message.of("cluster.problem.too-few", sheet.rows()))
        : new Problem(Message.of("cluster.problem.too-few-complete", complete, sheet.rows()));
  }

  private static Problem allTheSame(Sheet sheet) {
    return sheet.columns().size() == 1
        ? new Problem(Message.of("cluster.problem.constant", sheet.columns().getFirst().name()))
        : new Problem(Message.of("cluster.problem.duplicates"));
  }

  private static int[] rows(boolean[] far, boolean wanted) {
    int[] rows = new int[far.length];
    int count = 0;
    for (int row = 0; row < far.length; row++) {
      if (far[row] == wanted) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private static int[] pick(int[] rowOf, int[] chosen) {
    int[] picked = new int[chosen.length];
    Arrays.setAll(picked, i -> rowOf[chosen[i]]);
    return picked;
  }

  private static boolean differ(MixedPoints points) {
    double[] values = points.numbers().values();
    int dims = points.numbers().dims();
    for (int i = dims; i < values.length; i++) {
      if (values[i] != values[i - dims]) {
        return true;
      }
    }
    return points.categories()
        .stream()
        .anyMatch(category -> Arrays.stream(category.codes()).anyMatch(code -> code != category.codes()[0]));
  }

  private static List<Message> warnings(Sheet sheet, Pipeline pipeline, Fitted fitted) {
    List<Message> warnings = new ArrayList<>();
    for (int c = 0; c < fitted.columns().size(); c++) {
      if (fitted.columns().get(c) instanceof Fitted.LeftOut && pipeline.fields().get(c).weight() > 0) {
        warnings.add(Message.of("cluster.warning.constant", sheet.columns().get(c).name()));
      }
    }
    return warnings;
  }
}
