package app.parcelle.ui.chart.map;

import java.util.Arrays;

import app.parcelle.ui.chart.PaintedLayer;

/** Draws a cloud of points into pixels, as dots or as density. Knows no screen; one thread at a time. */
final class PointRaster {
  /** The share of a colour in a dot that stands out. */
  private static final int OPAQUE = 176;

  private static final int FADED = 36;
  /** Of a cell: points, those that stand out, red, green, blue. */
  private static final int SUMS = 5;

  private static final int LOGARITHMS = 4_096;

  private final double[] logarithms = new double[LOGARITHMS];
  private int[] sums = {};
  private int[] pixels = {};
  private int width;
  private int height;

  PointRaster() {
    for (int n = 0; n < LOGARITHMS; n++) {
      logarithms[n] = Math.log1p(n);
    }
  }

  /** @param into width x height, row-major, premultiplied ARGB: painted from now on */
  PointRaster on(int wide, int high, int[] into) {
    width = wide;
    height = high;
    pixels = into;
    return this;
  }

  /**
   * Draws points as dots; where dots overlap their colours mix, and those that stand out are on top.
   *
   * @param runs of points to draw: first, beyond the last, and so on
   * @param step each which of them is drawn
   * @param radius in pixels, at least 1
   */
  void dots(PointCloud cloud, int[] runs, int step, MapWindow window, Ink ink, int radius) {
    Arrays.fill(pixels, 0);
    if (!ink.even()) {
      dots(cloud, runs, step, window, ink, radius, false);
    }
    dots(cloud, runs, step, window, ink, radius, true);
  }

  private void dots(PointCloud cloud, int[] runs, int step, MapWindow window, Ink ink, int radius,
      boolean standing) {
    boolean even = ink.even();
    for (int run = 0; run < runs.length; run += 2) {
      for (int point = Math.ceilDiv(runs[run], step) * step; point < runs[run + 1]; point += step) {
        int group = cloud.groups()[point];
        if (cloud.drawn(point) && (even || ink.stands(point, group) == standing)) {
          dot(cloud, point, window, ink.colours()[group], standing ? OPAQUE : FADED, radius);
        }
      }
    }
  }

  private void dot(PointCloud cloud, int point, MapWindow window, int colour, int opacity, int radius) {
    int x = (int) Math.floor(window.x(cloud.places()[2 * point]));
    int y = (int) Math.floor(window.y(cloud.places()[2 * point + 1]));
    if (x + radius < 0 || x - radius >= width || y + radius < 0 || y - radius >= height) {
      return;
    }
    int reach = radius * radius + radius / 2;
    for (int down = -radius; down <= radius; down++) {
      int row = y + down;
      if (row < 0 || row >= height) {
        continue;
      }
      for (int right = -radius; right <= radius; right++) {
        int column = x + right;
        if (right * right + down * down <= reach && column >= 0 && column < width) {
          int at = row * width + column;
          pixels[at] = PaintedLayer.over(pixels[at], colour, opacity);
        }
      }
    }
  }

  /**
   * Draws how many points lie under each cell: the colour is the mean of their groups', the opacity grows with the logarithm.
   *
   * @param cell pixels in one direction
   * @return how many points were counted
   */
  int density(PointCloud cloud, int[] runs, int step, MapWindow window, Ink ink, int cell) {
    int columns = Math.ceilDiv(width, cell);
    int rows = Math.ceilDiv(height, cell);
    int counted = count(cloud, runs, step, window, ink, cell);
    int most = 1;
    for (int at = 0; at < columns * rows; at++) {
      most = Math.max(most, sums[SUMS * at]);
    }
    for (int row = 0; row < rows; row++) {
      int first = row * cell * width;
      for (int column = 0; column < columns; column++) {
        int from = first + column * cell;
        Arrays.fill(pixels, from, Math.min(first + width, from + cell),
            blend(row * columns + column, Math.log1p(most)));
      }
      for (int y = row * cell + 1; y < Math.min(height, (row + 1) * cell); y++) {
        System.arraycopy(pixels, first, pixels, y * width, width);
      }
    }
    return counted;
  }

  private int count(PointCloud cloud, int[] runs, int step, MapWindow window, Ink ink, int cell) {
    int columns = Math.ceilDiv(width, cell);
    int needed = SUMS * columns * Math.ceilDiv(height, cell);
    if (sums.length < needed) {
      sums = new int[needed];
    } else {
      Arrays.fill(sums, 0, needed, 0);
    }
    float[] places = cloud.places();
    boolean even = ink.even();
    int counted = 0;
    for (int run = 0; run < runs.length; run += 2) {
      for (int point = Math.ceilDiv(runs[run], step) * step; point < runs[run + 1]; point += step) {
        double x = window.x(places[2 * point]);
        double y = window.y(places[2 * point + 1]);
        if (x >= 0 && x < width && y >= 0 && y < height) {
          int group = cloud.groups()[point];
          int colour = ink.colours()[group];
          int at = SUMS * ((int) y / cell * columns + (int) x / cell);
          sums[at]++;
          sums[at + 1] += even || ink.stands(point, group) ? 1 : 0;
          sums[at + 2] += colour >> 16 & 255;
          sums[at + 3] += colour >> 8 & 255;
          sums[at + 4] += colour & 255;
          counted++;
        }
      }
    }
    return counted;
  }

  private int blend(int cell, double full) {
    int at = SUMS * cell;
    int total = sums[at];
    if (total == 0) {
      return 0;
    }
    double bright = (sums[at + 1] + (total - sums[at + 1]) * (FADED / 255.0)) / total;
    double logarithm = total < LOGARITHMS ? logarithms[total] : Math.log1p(total);
    double opacity = bright * (0.15 + 0.85 * logarithm / full);
    double share = opacity / total;
    return (int) (255 * opacity) << 24 | (int) (sums[at + 2] * share) << 16
        | (int) (sums[at + 3] * share) << 8
        | (int) (sums[at + 4] * share);
  }
}
