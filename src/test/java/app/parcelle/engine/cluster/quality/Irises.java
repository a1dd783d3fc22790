package app.parcelle.engine.cluster.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

import app.parcelle.engine.cluster.points.Points;

/** Fisher's irises: 150 rows of 4 numbers, 50 of each species in turn. */
final class Irises {
  private Irises() {}

  static Points points() {
    try (InputStream in = Objects.requireNonNull(Irises.class.getResourceAsStream("../iris.csv"))) {
      double[] values = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
          .skip(1)
          .flatMap(line -> Arrays.stream(line.split(",")).limit(4))
          .mapToDouble(Double::parseDouble)
          .toArray();
      return new Points(values, 150, 4);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static int[] species() {
    int[] species = new int[150];
    Arrays.setAll(species, i -> i / 50);
    return species;
  }

  /** Three groups by the length of the petal: under 2, under 4.9, and longer. */
  static int[] byPetal() {
    Points irises = points();
    int[] labels = new int[150];
    Arrays.setAll(labels, i -> irises.values()[4 * i + 2] < 2 ? 0 : irises.values()[4 * i + 2] < 4.9 ? 1 : 2);
    return labels;
  }

  /** The same, with every seventh row as noise. */
  static int[] withNoise() {
    int[] labels = byPetal();
    for (int i = 0; i < labels.length; i += 7) {
      labels[i] = -1;
    }
    return labels;
  }

  /** The same, with the first row in a cluster of its own, after one that has none. */
  static int[] withOneAlone() {
    int[] labels = byPetal();
    labels[0] = 4;
    return labels;
  }

  static int[] everyFourth() {
    int[] labels = new int[150];
    Arrays.setAll(labels, i -> i % 4);
    return labels;
  }
}
