package app.parcelle.ui.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Up to three circles whose areas and common areas are in proportion to numbers, as nearly as circles can be. One and two circles are
 * exact. Three are put so that each two of them share what they should, then moved and resized to bring all seven areas as near as
 * they come (least squares by Nelder and Mead's simplex).
 *
 * @param circles in units in which all regions together have the area 1
 * @param error the largest difference between the area of a region and its number, as a part of all, 0 to 1
 */
record VennLayout(List<Circle> circles, double error) {
  private static final int GRID = 80;
  /** Below it a region is but the play of rounding. */
  private static final double LEAST_ROOM = 0.001;

  record Circle(double x, double y, double r) {
    double distance(double px, double py) {
      return Math.hypot(px - x, py - y);
    }
  }

  /**
   * Where there is most room in a region.
   *
   * @param room distance to the nearest edge
   */
  record Spot(double x, double y, double room) {}

  /** @param shares the part of everybody that is in exactly each set of circles; they sum to 1, and that at 0 is 0 */
  static VennLayout of(double[] shares) {
    int n = Integer.numberOfTrailingZeros(shares.length);
    double[] radii = IntStream.range(0, n)
        .mapToDouble(i -> Math.sqrt(sum(shares, 1 << i) / Math.PI))
        .toArray();
    List<Circle> circles = switch (n) {
      case 1 -> List.of(new Circle(0, 0, radii[0]));
      case 2 -> List.of(new Circle(0, 0, radii[0]),
          new Circle(distance(radii[0], radii[1], sum(shares, 3)), 0, radii[1]));
      case 3 -> VennFit.of(shares, triangle(radii, shares));
      default -> throw new IllegalArgumentException("one to three circles");
    };
    return new VennLayout(circles, error(VennAreas.of(circles), shares));
  }

  private static double error(double[] areas, double[] shares) {
    return IntStream.range(1, shares.length).mapToDouble(i -> Math.abs(areas[i] - shares[i])).max().orElse(0);
  }

  /** The share of everybody who is in all circles of a set, whatever else they are in. */
  private static double sum(double[] shares, int set) {
    return IntStream.range(0, shares.length).filter(i -> (i & set) == set).mapToDouble(i -> shares[i]).sum();
  }

  private static List<Circle> triangle(double[] r, double[] shares) {
    double ab = distance(r[0], r[1], sum(shares, 3));
    double ac = distance(r[0], r[2], sum(shares, 5));
    double bc = distance(r[1], r[2], sum(shares, 6));
    double x = ab == 0 ? 0 : (ac * ac - bc * bc + ab * ab) / (2 * ab);
    double y = Math.sqrt(Math.max(0, ac * ac - x * x));
    return List.of(new Circle(0, 0, r[0]), new Circle(ab, 0, r[1]), new Circle(x, y, r[2]));
  }

  /** How far apart the middles of two circles are that share an area; by bisection, for the area falls with the distance. */
  static double distance(double a, double b, double shared) {
    double near = Math.abs(a - b);
    double far = a + b;
    if (shared <= 0) {
      return far;
    }
    for (int step = 0; step < 60; step++) {
      double middle = (near + far) / 2;
      if (lens(a, b, middle) > shared) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return (near + far) / 2;
  }

  /** The area that two circles share whose middles are at a distance. */
  static double lens(double a, double b, double d) {
    if (d >= a + b) {
      return 0;
    }
    double least = Math.min(a, b);
    if (d <= Math.abs(a - b)) {
      return Math.PI * least * least;
    }
    double alpha = Math.acos(Math.clamp((d * d + a * a - b * b) / (2 * d * a), -1, 1));
    double beta = Math.acos(Math.clamp((d * d + b * b - a * a) / (2 * d * b), -1, 1));
    double kite = (-d + a + b) * (d + a - b) * (d - a + b) * (d + a + b);
    return a * a * alpha + b * b * beta - Math.sqrt(Math.max(0, kite)) / 2;
  }

  /** The set of circles that a point lies in. */
  int at(double x, double y) {
    int set = 0;
    for (int i = 0; i < circles.size(); i++) {
      set |= circles.get(i).distance(x, y) < circles.get(i).r() ? 1 << i : 0;
    }
    return set;
  }

  /** Left, top, right and bottom. */
  double[] bounds() {
    double[] bounds = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (Circle c : circles) {
      bounds[0] = Math.min(bounds[0], c.x() - c.r());
      bounds[1] = Math.min(bounds[1], c.y() - c.r());
      bounds[2] = Math.max(bounds[2], c.x() + c.r());
      bounds[3] = Math.max(bounds[3], c.y() + c.r());
    }
    return bounds;
  }

  /** The point of a region that is farthest from all circles; empty where the region has no area to speak of. */
  Optional<Spot> spot(int set) {
    double[] b = bounds();
    Spot best = new Spot(0, 0, LEAST_ROOM);
    for (int i = 0; i <= GRID; i++) {
      for (int j = 0; j <= GRID; j++) {
        double x = b[0] + (b[2] - b[0]) * i / GRID;
        double y = b[1] + (b[3] - b[1]) * j / GRID;
        double room = at(x, y) == set ? room(x, y) : 0;
        if (room > best.room()) {
          best = new Spot(x, y, room);
        }
      }
    }
    return best.room() == LEAST_ROOM ? Optional.empty() : Optional.of(best);
  }

  private double room(double x, double y) {
    return Arrays.stream(circles.toArray(Circle[]::new))
        .mapToDouble(c -> Math.abs(c.distance(x, y) - c.r()))
        .min()
        .orElse(0);
  }
}
