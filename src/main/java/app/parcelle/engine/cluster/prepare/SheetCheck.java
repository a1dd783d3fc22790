package app.parcelle.engine.cluster.prepare;

import java.util.Arrays;

import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** Refuses what cannot be prepared, and says what to change. */
public final class SheetCheck {
  /** Larger values lose all others when they are squared. */
  static final double LARGEST = 1e100;

  private SheetCheck() {}

  /** @throws Problem before anything is learned from the sheet */
  static void before(Sheet sheet, Pipeline pipeline) {
    int columns = sheet.columns().size();
    if (columns == 0) {
      throw new Problem(Message.of("cluster.problem.no-field"));
    }
    if (pipeline.fields().size() != columns) {
      throw new IllegalArgumentException("fields: " + pipeline.fields().size());
    }
    if (!(pipeline.outliers() >= 0 && pipeline.outliers() < 0.5)) {
      throw new Problem(Message.of("cluster.problem.outliers"));
    }
    for (int c = 0; c < columns; c++) {
      steps(sheet.columns().get(c).name(), pipeline.fields().get(c));
      column(sheet.columns().get(c));
    }
    if (pipeline.fields().stream().allMatch(steps -> steps.weight() == 0)) {
      throw new Problem(Message.of("cluster.problem.no-weight"));
    }
  }

  /** @throws Problem when the columns are no longer what was fitted */
  static void later(Sheet sheet, Fitted fitted) {
    if (sheet.columns().size() != fitted.columns().size()) {
      throw new IllegalArgumentException("columns: " + sheet.columns().size());
    }
    for (int c = 0; c < fitted.columns().size(); c++) {
      Sheet.Source source = sheet.columns().get(c);
      boolean same = switch (fitted.columns().get(c)) {
        case Fitted.Measure _ -> source instanceof Sheet.Numbers;
        case Fitted.Category _ -> source instanceof Sheet.Categories;
        case Fitted.LeftOut _ -> true;
      };
      if (!same) {
        throw new Problem(Message.of("cluster.problem.other-kind", source.name()));
      }
      if (source instanceof Sheet.Numbers numbers) {
        finite(numbers);
      }
    }
  }

  private static void steps(String name, FieldSteps steps) {
    if (!(steps.weight() >= 0 && steps.weight() <= 1e6)) {
      throw new Problem(Message.of("cluster.problem.weight", name));
    }
    if (!(steps.winsorise() >= 0 && steps.winsorise() < 0.5)) {
      throw new Problem(Message.of("cluster.problem.winsorise", name));
    }
  }

  /** @throws Problem when nobody has a value, one is immense, or texts are too different to group anybody */
  public static void column(Sheet.Source source) {
    long known = switch (source) {
      case Sheet.Numbers numbers -> {
        finite(numbers);
        yield Arrays.stream(numbers.values()).filter(value -> !Double.isNaN(value)).count();
      }
      case Sheet.Categories categories -> Arrays.stream(categories.codes()).filter(code -> code >= 0).count();
    };
    if (known == 0 && rows(source) > 0) {
      throw new Problem(Message.of("cluster.problem.all-missing", source.name()));
    }
    if (source instanceof Sheet.Categories(String name, var levels, _)) {
      if (levels.size() > Learning.ONE_HOT_LEVELS && levels.size() > known / 2) {
        throw new Problem(Message.of("cluster.problem.free-text", name, levels.size(), known));
      }
      if (levels.size() > Sheet.MOST_LEVELS) {
        throw new Problem(Message.of("cluster.problem.levels", name, levels.size(), Sheet.MOST_LEVELS));
      }
    }
  }

  private static int rows(Sheet.Source source) {
    return switch (source) {
      case Sheet.Numbers numbers -> numbers.values().length;
      case Sheet.Categories categories -> categories.codes().length;
    };
  }

  private static void finite(Sheet.Numbers numbers) {
    for (double value : numbers.values()) {
      if (Math.abs(value) > LARGEST) {
        throw infinite(numbers.name());
      }
    }
  }

  static Problem infinite(String name) {
    return new Problem(Message.of("cluster.problem.infinite", name));
  }
}
