package app.parcelle.engine.cluster.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Pipeline.Encoding;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.prepare.Prepared.Dimension;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Folding;

/** Puts rows of a sheet where a fitted pipeline wants them. The same for the rows it was fitted to and for later ones. */
final class Placing {
  /**
   * Of each dummy of a category, so that two customers of different values are as far apart as two whose number differs by
   * one standard deviation, and as a kept category has it.
   */
  static final double DUMMY = Math.sqrt(0.5);

  private final Sheet sheet;
  private final Pipeline pipeline;
  private final Fitted fitted;
  private final int[] rowOf;
  private final List<Dimension> dimensions = new ArrayList<>();
  private final List<Integer> kept = new ArrayList<>();
  private final int[] first;

  /** @param rowOf the rows of the sheet to place */
  Placing(Sheet sheet, Pipeline pipeline, Fitted fitted, int[] rowOf) {
    this.sheet = sheet;
    this.pipeline = pipeline;
    this.fitted = fitted;
    this.rowOf = rowOf;
    this.first = new int[sheet.columns().size()];
    for (int c = 0; c < first.length; c++) {
      first[c] = dimensions.size();
      layOut(c, sheet.columns().get(c).name(), fitted.columns().get(c));
    }
  }

  private void layOut(int column, String name, Fitted.Column learned) {
    boolean indicator = switch (learned) {
      case Fitted.Measure measure -> {
        dimensions.add(new Dimension(column, name, null, false));
        yield measure.indicator();
      }
      case Fitted.Category category -> {
        if (isKept(column)) {
          kept.add(column);
        } else {
          category.levels().forEach(level -> dimensions.add(new Dimension(column, name, level, false)));
        }
        yield category.indicator();
      }
      case Fitted.LeftOut _ -> false;
    };
    if (indicator) {
      dimensions.add(new Dimension(column, name, null, true));
    }
  }

  private boolean isKept(int column) {
    return steps(column).encoding() == Encoding.KEPT;
  }

  private FieldSteps steps(int column) {
    return pipeline.fields().get(column);
  }

  List<Dimension> dimensions() {
    return dimensions;
  }

  /** The columns of the sheet that stay categories. */
  List<Integer> kept() {
    return kept;
  }

  MixedPoints points(Workers workers, JobContext job) {
    int dims = dimensions.size();
    double[] values = new double[Math.multiplyExact(rowOf.length, dims)];
    int[][] places = new int[first.length][];
    int[][] codes = new int[first.length][];
    for (int c = 0; c < first.length; c++) {
      if (fitted.columns().get(c) instanceof Fitted.Category category) {
        places[c] = places(((Sheet.Categories) sheet.columns().get(c)).levels(), category);
        codes[c] = isKept(c) ? new int[rowOf.length] : new int[0];
      }
    }
    workers.run(Workers.blocks(rowOf.length), block -> {
      job.throwIfCancelled();
      for (int c = 0; c < first.length; c++) {
        switch (fitted.columns().get(c)) {
          case Fitted.Measure measure -> place(measure, c, block, values);
          case Fitted.Category category -> place(category, c, block, places[c], codes[c], values);
          case Fitted.LeftOut _ -> {
          }
        }
      }
    });
    List<MixedPoints.Category> categories = new ArrayList<>();
    for (int c : kept) {
      Fitted.Category category = (Fitted.Category) fitted.columns().get(c);
      categories.add(new MixedPoints.Category(codes[c], category.levels().size(), steps(c).weight()));
    }
    double[] weights = dimensions.stream().mapToDouble(d -> steps(d.column()).weight()).toArray();
    return new MixedPoints(new Points(values, rowOf.length, dims), categories, weights);
  }

  private void place(Fitted.Measure measure, int column, int block, double[] values) {
    Sheet.Numbers source = (Sheet.Numbers) sheet.columns().get(column);
    FieldSteps steps = steps(column);
    int dims = dimensions.size();
    int at = first[column];
    double largest = 0;
    for (int i = block * Workers.BLOCK; i < Workers.blockEnd(block, rowOf.length); i++) {
      double given = source.values()[rowOf[i]];
      boolean gap = Double.isNaN(given);
      double value = Math.clamp(gap ? measure.fill() : given, measure.low(), measure.high());
      double scaled = (Shapes.shaped(steps.shape(), measure.lambda(), value) - measure.centre())
          / measure.spread();
      values[i * dims + at] = scaled * steps.weight();
      largest = Math.max(largest, Math.abs(scaled));
      if (measure.indicator()) {
        values[i * dims + at + 1] = gap ? steps.weight() : 0;
      }
    }
    if (!(largest <= SheetCheck.LARGEST)) {
      throw SheetCheck.infinite(source.name());
    }
  }

  private void place(Fitted.Category category, int column, int block, int[] places, int[] codes,
      double[] values) {
    int[] given = ((Sheet.Categories) sheet.columns().get(column)).codes();
    double weight = steps(column).weight();
    boolean keep = isKept(column);
    int dims = dimensions.size();
    int at = first[column];
    int indicator = at + (keep ? 0 : category.levels().size());
    for (int i = block * Workers.BLOCK; i < Workers.blockEnd(block, rowOf.length); i++) {
      int code = given[rowOf[i]];
      int place = code < 0 ? category.fill() : places[code];
      if (keep) {
        codes[i] = place < 0 ? category.fill() : place;
      } else if (place >= 0) {
        values[i * dims + at + place] = weight * DUMMY;
      }
      if (category.indicator() && code < 0) {
        values[i * dims + indicator] = weight;
      }
    }
  }

  /** Where each level of a sheet stands among those fitted, whatever its case and accents; -1 for one that is new. */
  static int[] places(List<String> levels, Fitted.Category category) {
    Map<String, Integer> known = new HashMap<>();
    List<String> fitted = category.levels();
    for (int i = 0; i < fitted.size(); i++) {
      known.putIfAbsent(Folding.fold(fitted.get(i)), i);
    }
    int others = fitted.getLast().equals(Fitted.OTHERS) ? fitted.size() - 1 : -1;
    int[] places = new int[levels.size()];
    Arrays.setAll(places, i -> known.getOrDefault(Folding.fold(levels.get(i)), others));
    return places;
  }
}
