package app.parcelle.engine.cluster.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.prepare.Pipeline.Encoding;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.prepare.Pipeline.Missing;
import app.parcelle.engine.cluster.prepare.Pipeline.Scale;
import app.parcelle.engine.cluster.prepare.Pipeline.Shape;

/** Steps that suit the values of a sheet. */
final class Suggestion {
  /** Of the rows without a value: up to so many, the median does little harm. */
  private static final double FEW_GAPS = 0.05;

  /** Beyond, leaving out would lose most customers. */
  private static final double MANY_GAPS = 0.5;

  private Suggestion() {}

  /** Of the values that may be brought back at either end, so that a few losses do not forbid the logarithm. */
  private static final double FEW_LOSSES = 0.01;

  /** How extremes and skewness are dealt with. */
  private record Straightening(double winsorise, Shape shape) {
    static final Straightening NONE = new Straightening(0, Shape.AS_IS);
  }

  static Pipeline of(Sheet sheet, List<String> fields, boolean keepsCategories) {
    List<FieldSteps> steps = new ArrayList<>();
    for (int c = 0; c < sheet.columns().size(); c++) {
      Sheet.Source source = sheet.columns().get(c);
      Straightening straightening = straightening(source);
      steps.add(new FieldSteps(fields.get(c), missing(source, sheet.rows()), straightening.winsorise(),
          straightening.shape(), Scale.STANDARD, keepsCategories ? Encoding.KEPT : Encoding.ONE_HOT, 1));
    }
    return new Pipeline(steps, 0);
  }

  private static Missing missing(Sheet.Source source, int rows) {
    long gaps = switch (source) {
      case Sheet.Numbers numbers -> Arrays.stream(numbers.values()).filter(Double::isNaN).count();
      case Sheet.Categories categories -> Arrays.stream(categories.codes()).filter(code -> code < 0).count();
    };
    return gaps <= FEW_GAPS * rows
        ? Missing.MEDIAN
        : gaps <= MANY_GAPS * rows ? Missing.LEAVE_OUT : Missing.INDICATOR;
  }

  private static Straightening straightening(Sheet.Source source) {
    if (!(source instanceof Sheet.Numbers numbers)) {
      return Straightening.NONE;
    }
    double[] known = Arrays.stream(numbers.values()).filter(value -> !Double.isNaN(value)).toArray();
    double least = Arrays.stream(known).min().orElse(0);
    double share = least < 0 ? FEW_LOSSES : 0;
    double[] bounded = bounded(known, share);
    return Skewness.isLessenedByLog(bounded) ? new Straightening(share, Shape.LOG) : Straightening.NONE;
  }

  private static double[] bounded(double[] values, double share) {
    int cut = (int) (share * values.length);
    if (cut == 0) {
      return values;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(values)
        .map(value -> Math.clamp(value, sorted[cut], sorted[sorted.length - 1 - cut]))
        .toArray();
  }
}
