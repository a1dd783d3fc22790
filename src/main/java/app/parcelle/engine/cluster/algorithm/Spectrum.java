package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.points.Symmetric;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * The eigenvectors of a graph's normalised adjacency with the greatest eigenvalues, which are those of its normalised Laplacian
 * with the least, by subspace iteration with Chebyshev polynomials as a filter (Zhou, Saad, Tiago and Chelikowsky,
 * <i>Self-consistent-field calculations using Chebyshev-filtered subspace iteration</i>, J. Comput. Phys. 219, 2006). A
 * subspace, unlike a single Lanczos vector, finds an eigenvalue as often as it is there: once for each part of the graph.
 */
final class Spectrum {
  /** How much a filter may raise one vector over another, so that digits are left for the other. */
  private static final double GAIN = 1e8;
  private static final int HIGHEST_DEGREE = 300;
  private static final int ROUNDS = 40;

  private final Graph graph;
  private final RandomGenerator random;
  private final double[] roots;
  private final double[] weights;
  private final int wanted;
  private final Workers workers;
  private final JobContext job;
  private double[][] vectors;
  private double[] values;

  private Spectrum(Graph graph, int wanted, RandomGenerator random, Workers workers, JobContext job) {
    this.graph = graph;
    this.random = random;
    this.wanted = wanted;
    this.workers = workers;
    this.job = job;
    int rows = graph.rows();
    this.roots = Arrays.stream(graph.degrees()).map(Math::sqrt).toArray();
    this.weights = graph.weights().clone();
    for (int row = 0; row < rows; row++) {
      for (int i = graph.starts()[row]; i < graph.starts()[row + 1]; i++) {
        weights[i] /= roots[row] * roots[graph.to()[i]];
      }
    }
    int size = Math.min(rows, wanted + Math.max(6, wanted / 4));
    this.vectors = new double[size][rows];
    this.values = new double[size];
    for (double[] vector : vectors) {
      Arrays.setAll(vector, _ -> random.nextGaussian());
    }
    // those of the eigenvalue 1 are known: the parts of the graph
    int[] part = graph.parts();
    for (int p = 0; p < Math.min(size, Arrays.stream(part).max().orElse(0) + 1); p++) {
      int which = p;
      Arrays.setAll(vectors[p], row -> part[row] == which ? roots[row] : 0);
    }
  }

  /**
   * Where the rows stand on the eigenvectors, each divided by the root of its row's degree, so that rows that belong together
   * are at one place (Shi and Malik 2000).
   *
   * @return wanted x rows
   */
  static double[][] of(Graph graph, int wanted, RandomGenerator random, Workers workers, JobContext job) {
    Spectrum spectrum = new Spectrum(graph, wanted, random, workers, job);
    spectrum.iterate();
    double[][] places = Arrays.copyOf(spectrum.vectors, wanted);
    for (double[] place : places) {
      for (int row = 0; row < place.length; row++) {
        place[row] /= spectrum.roots[row];
      }
    }
    return places;
  }

  private void iterate() {
    orthonormalise();
    double residual = rotate();
    for (int round = 0; round < ROUNDS && residual > enough(); round++) {
      job.progress(round, ROUNDS, Message.of("cluster.progress.spectral"));
      double cut = Math.min(values[values.length - 1], 1 - 1e-9);
      int degree = degree(cut);
      workers.run(vectors.length, v -> vectors[v] = filter(vectors[v], cut, degree));
      orthonormalise();
      residual = rotate();
    }
  }

  /** A hundredth of the gap below the last that is wanted: the plane they span is then right to about that much. */
  private double enough() {
    double gap = values.length > wanted ? values[wanted - 1] - values[wanted] : 1;
    return Math.clamp(gap / 100, 1e-7, 1e-4);
  }

  private static int degree(double cut) {
    double raised = acosh(raisedBy(1, cut));
    double degree = Math.log(2 * GAIN) / raised;
    return (int) Math.clamp(degree, 4, HIGHEST_DEGREE);
  }

  /** Where an eigenvalue lies when those from -1 to the cut lie in -1 to 1. */
  private static double raisedBy(double value, double cut) {
    return (value - (cut - 1) / 2) / ((cut + 1) / 2);
  }

  private static double acosh(double x) {
    return Math.log(x + Math.sqrt(x * x - 1));
  }

  /** The Chebyshev polynomial of the matrix, which is small from -1 to the cut and grows fast above. */
  private double[] filter(double[] vector, double cut, int degree) {
    double centre = (cut - 1) / 2;
    double half = (cut + 1) / 2;
    double[] before = vector;
    double[] now = new double[vector.length];
    multiply(vector, now);
    for (int row = 0; row < now.length; row++) {
      now[row] = (now[row] - centre * vector[row]) / half;
    }
    double[] next = new double[vector.length];
    for (int i = 2; i <= degree; i++) {
      job.throwIfCancelled();
      multiply(now, next);
      for (int row = 0; row < now.length; row++) {
        next[row] = 2 * (next[row] - centre * now[row]) / half - before[row];
      }
      double[] free = before == vector ? new double[vector.length] : before;
      before = now;
      now = next;
      next = free;
    }
    return now;
  }

  /** The normalised adjacency times a vector. */
  private void multiply(double[] vector, double[] product) {
    int[] starts = graph.starts();
    int[] to = graph.to();
    for (int row = 0; row < product.length; row++) {
      double sum = 0;
      for (int i = starts[row]; i < starts[row + 1]; i++) {
        sum += weights[i] * vector[to[i]];
      }
      product[row] = sum;
    }
  }

  /** Gram and Schmidt, twice, which is enough. */
  private void orthonormalise() {
    for (int v = 0; v < vectors.length; v++) {
      job.throwIfCancelled();
      double[] vector = vectors[v];
      scale(vector, 1 / Math.sqrt(dot(vector, vector)));
      for (int twice = 0; twice < 2; twice++) {
        for (int u = 0; u < v; u++) {
          add(vector, vectors[u], -dot(vector, vectors[u]));
        }
        double length = Math.sqrt(dot(vector, vector));
        if (length < 1e-13) {
          // nothing of its own is left: another direction will do
          Arrays.setAll(vector, _ -> random.nextGaussian());
          twice = -1;
        }
        scale(vector, 1 / Math.sqrt(dot(vector, vector)));
      }
    }
  }

  /** Rayleigh and Ritz: turns the vectors within their plane to eigenvectors; returns the largest error of those wanted. */
  private double rotate() {
    int size = vectors.length;
    double[][] products = new double[size][graph.rows()];
    workers.run(size, v -> {
      job.throwIfCancelled();
      multiply(vectors[v], products[v]);
    });
    double[] matrix = new double[size * size];
    for (int a = 0; a < size; a++) {
      job.throwIfCancelled();
      for (int b = 0; b <= a; b++) {
        matrix[a * size + b] = dot(vectors[a], products[b]);
        matrix[b * size + a] = matrix[a * size + b];
      }
    }
    double[] rotation = Symmetric.diagonalise(matrix, size, job);
    int[] order = IntStream.range(0, size)
        .boxed()
        .sorted((a, b) -> Double.compare(matrix[b * size + b], matrix[a * size + a]))
        .mapToInt(Integer::intValue)
        .toArray();
    double[][] turned = new double[size][];
    double[] errors = new double[size];
    double[] found = new double[size];
    workers.run(size, v -> {
      job.throwIfCancelled();
      int column = order[v];
      found[v] = matrix[column * size + column];
      turned[v] = combine(vectors, rotation, column);
      double[] error = combine(products, rotation, column);
      add(error, turned[v], -found[v]);
      errors[v] = Math.sqrt(dot(error, error));
    });
    vectors = turned;
    values = found;
    return Arrays.stream(errors).limit(wanted).max().orElse(0);
  }

  private static double[] combine(double[][] of, double[] rotation, int column) {
    double[] sum = new double[of[0].length];
    for (int v = 0; v < of.length; v++) {
      add(sum, of[v], rotation[v * of.length + column]);
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double[] vector, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * vector[i];
    }
  }

  private static void scale(double[] vector, double times) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= times;
    }
  }
}
