package app.parcelle.engine.cluster.algorithm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import app.parcelle.engine.cluster.points.Points;

/**
 * Shapes of known structure, with the labels of others.
 *
 * @param dbscan of scikit-learn 1.2.1, with {@code eps} and {@code minPoints}
 * @param hdbscan of Tribuo 4.3.2, with clusters of at least 10 and 5 for the core distance; its numbers are its own
 */
record Shapes(Points points, int[] truth, double eps, int minPoints, int[] dbscan, int[] hdbscan) {
  static Shapes read(String name) {
    List<String> lines;
    try (InputStream in = Shapes.class.getResourceAsStream(name + ".csv")) {
      lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String[] header = lines.getFirst().split("[ ,;]+", -1);
    double[][] rows = lines.stream()
        .skip(1)
        .map(line -> Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
    int dims = rows[0].length - 3;
    double[] values = Arrays.stream(rows).flatMapToDouble(r -> Arrays.stream(r, 0, dims)).toArray();
    return new Shapes(new Points(values, rows.length, dims),
        Arrays.stream(rows).mapToInt(r -> (int) r[dims]).toArray(), Double.parseDouble(header[2]),
        Integer.parseInt(header[4]), Arrays.stream(rows).mapToInt(r -> (int) r[dims + 1]).toArray(),
        Arrays.stream(rows).mapToInt(r -> (int) r[dims + 2]).toArray());
  }
}
