package app.parcelle.engine.cluster.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Pipeline.Encoding;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.prepare.Pipeline.Missing;
import app.parcelle.engine.cluster.prepare.Pipeline.Scale;
import app.parcelle.engine.cluster.prepare.Pipeline.Shape;
import app.parcelle.engine.job.JobContext;

/** Small sheets and pipelines for tests. */
public final class Sheets {
  static final double NAN = Double.NaN;
  static final FieldSteps PLAIN = new FieldSteps("f", Missing.LEAVE_OUT, 0, Shape.AS_IS, Scale.NONE,
      Encoding.ONE_HOT, 1);

  private Sheets() {}

  public static Sheet.Numbers numbers(String name, double... values) {
    return new Sheet.Numbers(name, values);
  }

  /** @param texts one a row; blank where missing */
  public static Sheet.Categories texts(String name, String... texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (String text : texts) {
      if (!text.isEmpty()) {
        counts.merge(text, 1, Integer::sum);
      }
    }
    List<String> levels = new ArrayList<>(counts.keySet());
    levels.sort(Comparator.comparingInt((String text) -> -counts.getOrDefault(text, 0))
        .thenComparing(Comparator.naturalOrder()));
    return new Sheet.Categories(name, levels, Arrays.stream(texts).mapToInt(levels::indexOf).toArray());
  }

  public static Sheet sheet(Sheet.Source... columns) {
    int rows = switch (columns[0]) {
      case Sheet.Numbers numbers -> numbers.values().length;
      case Sheet.Categories categories -> categories.codes().length;
    };
    return new Sheet(rows, List.of(columns));
  }

  static Pipeline pipeline(FieldSteps... steps) {
    return new Pipeline(List.of(steps), 0);
  }

  static FieldSteps with(Missing missing) {
    return new FieldSteps("f", missing, 0, Shape.AS_IS, Scale.NONE, Encoding.ONE_HOT, 1);
  }

  static FieldSteps with(Shape shape, Scale scale) {
    return new FieldSteps("f", Missing.LEAVE_OUT, 0, shape, scale, Encoding.ONE_HOT, 1);
  }

  static FieldSteps with(Encoding encoding, double weight) {
    return new FieldSteps("f", Missing.LEAVE_OUT, 0, Shape.AS_IS, Scale.NONE, encoding, weight);
  }

  static FieldSteps winsorised(double share) {
    return new FieldSteps("f", Missing.LEAVE_OUT, share, Shape.AS_IS, Scale.NONE, Encoding.ONE_HOT, 1);
  }

  static Prepared prepare(Sheet sheet, Pipeline pipeline) {
    return Preparing.of(sheet, pipeline, Workers.inline(), JobContext.silent());
  }

  /** One dimension of the points. */
  static double[] dimension(Prepared prepared, int dimension) {
    double[] values = new double[prepared.points().rows()];
    int dims = prepared.points().numbers().dims();
    Arrays.setAll(values, row -> prepared.points().numbers().values()[row * dims + dimension]);
    return values;
  }
}
