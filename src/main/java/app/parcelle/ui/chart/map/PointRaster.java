package app.parcelle.ui.chart.map;

import java.util.Arrays;

/** Draws a cloud of points into pixels, as dots or as density. Knows no screen. */
final class PointRaster {
  /** The share of a colour in a dot that is not dimmed. */
  private static final int OPAQUE = 176;

  private static final int DIMMED = 36;

  private final int width;
  private final int height;
  private final int[] pixels;

  /** @param pixels width x height, row-major, premultiplied ARGB */
  PointRaster(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /**
   * Draws every point as a dot; where dots overlap their colours mix.
   *
   * @param colours one a group, from group 1 on, ARGB
   * @param highlighted the group that is not dimmed; 0 to dim none
   * @param radius in pixels, at least 1
   */
  void dots(PointCloud cloud, MapWindow window, int[] colours, int highlighted, int radius) {
    Arrays.fill(pixels, 0);
    for (int point = 0; point < cloud.size(); point++) {
      int group = cloud.groups()[point];
      if (cloud.drawn(point) && group != highlighted) {
        dot(cloud, point, window, colours[group - 1], highlighted == 0 ? OPAQUE : DIMMED, radius);
      }
    }
    for (int point = 0; point < cloud.size() && highlighted > 0; point++) {
      if (cloud.groups()[point] == highlighted && cloud.drawn(point)) {
        dot(cloud, point, window, colours[highlighted - 1], OPAQUE, radius);
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
          pixels[at] = over(pixels[at], colour, opacity);
        }
      }
    }
  }

  /** A colour laid over a premultiplied one. */
  private static int over(int below, int colour, int opacity) {
    int rest = 255 - opacity;
    int alpha = opacity + (below >>> 24) * rest / 255;
    int red = ((colour >> 16 & 255) * opacity + (below >> 16 & 255) * rest) / 255;
    int green = ((colour >> 8 & 255) * opacity + (below >> 8 & 255) * rest) / 255;
    int blue = ((colour & 255) * opacity + (below & 255) * rest) / 255;
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  /** Draws how many points lie under each cell: the colour is the mean of their groups', the opacity grows with the logarithm. */
  void density(PointCloud cloud, MapWindow window, int[] colours, int highlighted, int cell) {
    int columns = Math.ceilDiv(width, cell);
    int rows = Math.ceilDiv(height, cell);
    int groups = colours.length;
    int[] counts = new int[columns * rows * groups];
    for (int point = 0; point < cloud.size(); point++) {
      if (cloud.drawn(point)) {
        double x = window.x(cloud.places()[2 * point]);
        double y = window.y(cloud.places()[2 * point + 1]);
        if (x >= 0 && x < width && y >= 0 && y < height) {
          int at = (int) y / cell * columns + (int) x / cell;
          counts[at * groups + cloud.groups()[point] - 1]++;
        }
      }
    }
    double most = 1;
    for (int at = 0; at < columns * rows; at++) {
      most = Math.max(most, total(counts, at, groups));
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int colour = blend(counts, row * columns + column, colours, highlighted, Math.log1p(most));
        for (int y = row * cell; y < Math.min(height, (row + 1) * cell); y++) {
          int from = y * width + column * cell;
          Arrays.fill(pixels, from, Math.min((y + 1) * width, from + cell), colour);
        }
      }
    }
  }

  private static int total(int[] counts, int at, int groups) {
    int total = 0;
    for (int g = 0; g < groups; g++) {
      total += counts[at * groups + g];
    }
    return total;
  }

  private static int blend(int[] counts, int at, int[] colours, int highlighted, double full) {
    int groups = colours.length;
    int total = total(counts, at, groups);
    if (total == 0) {
      return 0;
    }
    double red = 0;
    double green = 0;
    double blue = 0;
    double bright = 0;
    for (int g = 0; g < groups; g++) {
      double share = (double) counts[at * groups + g] / total;
      red += share * (colours[g] >> 16 & 255);
      green += share * (colours[g] >> 8 & 255);
      blue += share * (colours[g] & 255);
      bright += highlighted == 0 || highlighted == g + 1 ? share : share * DIMMED / 255;
    }
    double opacity = bright * (0.15 + 0.85 * Math.log1p(total) / full);
    int alpha = (int) (255 * opacity);
    return alpha << 24 | (int) (red * opacity) << 16 | (int) (green * opacity) << 8 | (int) (blue * opacity);
  }

  /** The point nearest to a pixel, no farther than {@code reach} pixels; -1 where there is none. */
  static int nearest(PointCloud cloud, MapWindow window, double x, double y, double reach) {
    int nearest = -1;
    double least = reach * reach;
    for (int point = 0; point < cloud.size(); point++) {
      if (cloud.drawn(point)) {
        double right = window.x(cloud.places()[2 * point]) - x;
        double down = window.y(cloud.places()[2 * point + 1]) - y;
        double squared = right * right + down * down;
        if (squared <= least) {
          least = squared;
          nearest = point;
        }
      }
    }
    return nearest;
  }
}
