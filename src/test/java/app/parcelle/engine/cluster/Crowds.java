package app.parcelle.engine.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.prepare.Sheet;

/** Data whose truth is known. */
public final class Crowds {
  private Crowds() {}

  public static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Rows x columns numbers without gaps. */
  public record Crowd(double[] values, int[] truth, int columns) {
    public int rows() {
      return truth.length;
    }

    public Sheet sheet() {
      List<String> names = new ArrayList<>();
      for (int c = 0; c < columns; c++) {
        names.add("field " + c);
      }
      return Crowds.sheet(names, rows(), values);
    }

    public Points points() {
      return new Points(values, rows(), columns);
    }

    public double[][] asRows() {
      double[][] rows = new double[rows()][columns];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(values, i * columns, rows[i], 0, columns);
      }
      return rows;
    }
  }

  /** How one number is drawn. */
  public interface Shape {
    double draw(RandomGenerator random);
  }

  public static Crowd noise(int rows, int columns, long seed, Shape shape) {
    RandomGenerator random = random(seed);
    double[] values = new double[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = shape.draw(random);
    }
    return new Crowd(values, new int[rows], columns);
  }

  /**
   * Gaussian groups of deviation 1 about the centres.
   *
   * @param shares of the rows, adding to 1
   */
  public static Crowd groups(int rows, double[][] centres, double[] shares, long seed) {
    RandomGenerator random = random(seed);
    int columns = centres[0].length;
    double[] values = new double[rows * columns];
    int[] truth = new int[rows];
    for (int i = 0; i < rows; i++) {
      double at = random.nextDouble();
      int group = 0;
      while (group < shares.length - 1 && at >= shares[group]) {
        at -= shares[group++];
      }
      truth[i] = group;
      for (int c = 0; c < columns; c++) {
        values[i * columns + c] = centres[group][c] + random.nextGaussian();
      }
    }
    return new Crowd(values, truth, columns);
  }

  /** @param values rows x columns, row-major */
  public static Sheet sheet(List<String> names, int rows, double... values) {
    List<Sheet.Source> columns = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      double[] column = new double[rows];
      for (int row = 0; row < rows; row++) {
        column[row] = values[row * names.size() + c];
      }
      columns.add(new Sheet.Numbers(names.get(c), column));
    }
    return new Sheet(rows, columns);
  }

  /** Fisher's irises: 150 rows, 4 columns, 50 rows of each of 3 kinds in turn. */
  public static Crowd irises() {
    try (InputStream in = Objects.requireNonNull(Crowds.class.getResourceAsStream("iris.csv"))) {
      double[] values = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
          .skip(1)
          .flatMap(line -> Arrays.stream(line.split(",")).limit(4))
          .mapToDouble(Double::parseDouble)
          .toArray();
      return new Crowd(values, IntStream.range(0, 150).map(row -> row / 50).toArray(), 4);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ClusterRequest request(int columns, int k, long seed) {
    return request(k, Math.max(k, 6), seed, plain(columns));
  }

  public static ClusterRequest request(int columns, long seed) {
    return request(null, 8, seed, plain(columns));
  }

  public static ClusterRequest request(@Nullable Integer k, int maxK, long seed, List<FieldSteps> fields) {
    return new ClusterRequest(null, new Pipeline(fields, 0), new Algorithm.KMeans(Algorithm.STARTS), k, maxK,
        seed);
  }

  private static List<FieldSteps> plain(int columns) {
    List<FieldSteps> fields = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      fields.add(steps("f" + c, Pipeline.Missing.LEAVE_OUT, Pipeline.Shape.AS_IS, Pipeline.Scale.STANDARD));
    }
    return fields;
  }

  public static FieldSteps steps(String field, Pipeline.Missing missing, Pipeline.Shape shape,
      Pipeline.Scale scale) {
    return new FieldSteps(field, missing, 0, shape, scale, Pipeline.Encoding.ONE_HOT, 1);
  }
}
