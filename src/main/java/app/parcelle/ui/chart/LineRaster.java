package app.parcelle.ui.chart;

import java.util.Arrays;

/** Draws thin lines into pixels; where they cross their colours mix. Knows no screen. */
final class LineRaster {
  private final int width;
  private final int height;
  private final int[] pixels;

  /** @param pixels width x height, row-major, premultiplied ARGB; cleared */
  LineRaster(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
    Arrays.fill(pixels, 0);
  }

  /**
   * A line that is one pixel thick, without its last pixel, so that the next may begin there.
   *
   * @param colour of which the alpha is left aside
   * @param opacity 0 to 255
   */
  void line(double fromX, double fromY, double toX, double toY, int colour, int opacity) {
    int steps = (int) Math.ceil(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)));
    for (int step = 0; step < steps; step++) {
      double share = (double) step / steps;
      int x = (int) Math.floor(fromX + share * (toX - fromX));
      int y = (int) Math.floor(fromY + share * (toY - fromY));
      if (x >= 0 && x < width && y >= 0 && y < height) {
        int at = y * width + x;
        pixels[at] = PaintedLayer.over(pixels[at], colour, opacity);
      }
    }
  }
}
