package app.parcelle.engine.cluster.prepare;

import java.util.function.DoubleUnaryOperator;

import app.parcelle.engine.cluster.prepare.Pipeline.Shape;
import app.parcelle.engine.job.JobContext;

/** Straightens skewed numbers. */
final class Shapes {
  /** Beyond, powers of common values (days, amounts) keep too few digits to tell them apart. */
  private static final double FARTHEST_LAMBDA = 5;

  /** The parameter is estimated on so many values at most, evenly spread over all. */
  static final int ESTIMATED_ON = 50_000;

  private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

  private Shapes() {}

  /** @param lambda of Yeo and Johnson; the other shapes have none */
  static double shaped(Shape shape, double lambda, double value) {
    return switch (shape) {
      case AS_IS -> value;
      case LOG -> Math.copySign(log1p(Math.abs(value)), value);
      case YEO_JOHNSON -> yeoJohnson(lambda, value);
    };
  }

  private static double yeoJohnson(double lambda, double value) {
    if (lambda == 1) {
      return value;
    }
    return value >= 0
        ? power(lambda, log1p(value))
        : -power(2 - lambda, log1p(-value));
  }

  /** (e^(lambda log) - 1) / lambda, and its limit. */
  private static double power(double lambda, double log) {
    return lambda == 0 ? log : expm1(lambda * log) / lambda;
  }

  // the plain functions are several times as fast, and as exact where 1 does not drown the value

  private static double log1p(double value) {
    return value > 1 ? Math.log(1 + value) : Math.log1p(value);
  }

  private static double expm1(double value) {
    return Math.abs(value) > 1 ? Math.exp(value) - 1 : Math.expm1(value);
  }

  /**
   * The lambda that makes the transformed values most like a normal distribution: maximum likelihood as Yeo and Johnson have
   * it, from -5 to 5; 1, which changes nothing, where rounding leaves none to compare. Of more than {@value #ESTIMATED_ON} values every n-th is looked at.
   */
  static double lambda(double[] values, JobContext job) {
    int step = Math.ceilDiv(values.length, ESTIMATED_ON);
    double[] logs = new double[Math.ceilDiv(values.length, step)];
    double jacobian = 0;
    for (int i = 0; i < logs.length; i++) {
      double value = values[i * step];
      logs[i] = Math.copySign(log1p(Math.abs(value)), value);
      jacobian += logs[i];
    }
    double sumOfLogs = jacobian;
    double found = least(lambda -> {
      job.throwIfCancelled();
      return logs.length / 2.0 * Math.log(variance(logs, lambda)) - (lambda - 1) * sumOfLogs;
    }, -FARTHEST_LAMBDA, FARTHEST_LAMBDA);
    return Double.isNaN(variance(logs, found)) ? 1 : found;
  }

  /** NaN where rounding leaves nothing of it. */
  private static double variance(double[] logs, double lambda) {
    double[] shaped = new double[logs.length];
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      shaped[i] = logs[i] >= 0 ? power(lambda, logs[i]) : -power(2 - lambda, -logs[i]);
      sum += shaped[i];
    }
    double mean = sum / logs.length;
    double squares = 0;
    for (double value : shaped) {
      squares += (value - mean) * (value - mean);
    }
    double variance = squares / logs.length;
    return variance > 1e-16 * mean * mean && variance < Double.POSITIVE_INFINITY ? variance : Double.NaN;
  }

  /**
   * Where a function is least between two ends: golden sections and parabolas (Brent, <i>Algorithms for Minimization without
   * Derivatives</i>, 1973, chapter 5). NaN counts as greatest.
   */
  static double least(DoubleUnaryOperator function, double from, double to) {
    double low = from;
    double high = to;
    double best = 1;
    double second = best;
    double third = best;
    double atBest = value(function, best);
    double atSecond = atBest;
    double atThird = atBest;
    double step = 0;
    double before = 0;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      double close = 1e-9 * Math.abs(best) + 1e-10;
      if (Math.abs(best - middle) <= 2 * close - (high - low) / 2) {
        return best;
      }
      double parabola = parabola(best, second, third, atBest, atSecond, atThird);
      boolean fits = Math.abs(parabola) < Math.abs(before / 2) && best + parabola > low + 2 * close
          && best + parabola < high - 2 * close;
      before = fits ? step : best < middle ? high - best : low - best;
      step = fits ? parabola : GOLDEN * before;
      double next = best + (Math.abs(step) >= close ? step : Math.copySign(close, step));
      double atNext = value(function, next);
      if (atNext <= atBest) {
        low = next >= best ? best : low;
        high = next >= best ? high : best;
        third = second;
        atThird = atSecond;
        second = best;
        atSecond = atBest;
        best = next;
        atBest = atNext;
      } else {
        low = next < best ? next : low;
        high = next < best ? high : next;
        if (atNext <= atSecond || second == best) {
          third = second;
          atThird = atSecond;
          second = next;
          atSecond = atNext;
        } else if (atNext <= atThird || third == best || third == second) {
          third = next;
          atThird = atNext;
        }
      }
    }
    return best;
  }

  /** The step from the best point to the lowest of the parabola through three; NaN where there is none. */
  private static double parabola(double best, double second, double third, double atBest, double atSecond,
      double atThird) {
    double r = (best - second) * (atBest - atThird);
    double q = (best - third) * (atBest - atSecond);
    return -((best - third) * q - (best - second) * r) / (2 * (q - r));
  }

  private static double value(DoubleUnaryOperator function, double at) {
    double value = function.applyAsDouble(at);
    return Double.isNaN(value) ? Double.MAX_VALUE : value;
  }
}
