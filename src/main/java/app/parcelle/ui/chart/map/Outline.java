package app.parcelle.ui.chart.map;

import java.util.List;

/**
 * An area of a map, drawn as an outline over its points.
 *
 * @param rings the corners of each, x and y in turn, in the units of the points; holes are rings of their own
 * @param chosen drawn so that it stands out
 */
public record Outline(List<double[]> rings, boolean chosen) {
  public Outline {
    rings = List.copyOf(rings);
  }

  /** Whether a place lies within an odd number of its rings. */
  public boolean holds(double x, double y) {
    boolean in = false;
    for (double[] ring : rings) {
      for (int i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
        boolean crosses = ring[i + 1] > y != ring[before + 1] > y;
        if (crosses
            && x < (ring[before] - ring[i]) * (y - ring[i + 1]) / (ring[before + 1] - ring[i + 1])
                + ring[i]) {
          in = !in;
        }
      }
    }
    return in;
  }
}
