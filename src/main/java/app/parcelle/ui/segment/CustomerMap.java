package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import javafx.geometry.Point2D;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.segment.Area.Corner;
import app.parcelle.ui.chart.map.PointCloud;

/**
 * Where customers are, on a plane where a kilometre is as long eastwards as northwards at their mean latitude.
 *
 * @param squeeze what a degree of longitude is long, in degrees of latitude
 */
record CustomerMap(PointCloud cloud, double squeeze) {
  /** Some ten centimetres. */
  private static final int DIGITS = 6;

  /** @param longitude null where the first column holds both, as a text: latitude, then longitude */
  static CustomerMap of(FieldColumn latitude, @org.jspecify.annotations.Nullable FieldColumn longitude) {
    int size = latitude.values().length;
    double[] north = longitude == null ? new double[size] : latitude.numbers();
    double[] east = longitude == null ? new double[size] : longitude.numbers();
    for (int customer = 0; customer < size && longitude == null; customer++) {
      double[] both = both(latitude.at(customer));
      north[customer] = both[0];
      east[customer] = both[1];
    }
    double sum = 0;
    int known = 0;
    for (int customer = 0; customer < size; customer++) {
      if (!Double.isNaN(north[customer] + east[customer])) {
        sum += north[customer];
        known++;
      }
    }
    double squeeze = known == 0 ? 1 : Math.max(0.05, Math.cos(Math.toRadians(sum / known)));
    float[] places = new float[2 * size];
    int[] groups = new int[size];
    for (int customer = 0; customer < size; customer++) {
      boolean there = !Double.isNaN(north[customer] + east[customer]);
      places[2 * customer] = there ? (float) (east[customer] * squeeze) : Float.NaN;
      places[2 * customer + 1] = there ? (float) north[customer] : Float.NaN;
      groups[customer] = there ? 1 : 0;
    }
    return new CustomerMap(new PointCloud(places, groups), squeeze);
  }

  private static double[] both(@org.jspecify.annotations.Nullable Value value) {
    if (value instanceof Value.OfText(String text)) {
      List<String> parts = java.util.regex.Pattern.compile("[,;\\s]+").splitAsStream(text.strip()).toList();
      try {
        if (parts.size() == 2) {
          return new double[]{Double.parseDouble(parts.getFirst()), Double.parseDouble(parts.getLast())};
        }
      } catch (NumberFormatException _) {
        // not a place: drawn nowhere
      }
    }
    return new double[]{Double.NaN, Double.NaN};
  }

  Corner corner(Point2D place) {
    return new Corner(degrees(place.getY()), degrees(place.getX() / squeeze));
  }

  Point2D place(BigDecimal latitude, BigDecimal longitude) {
    return new Point2D(longitude.doubleValue() * squeeze, latitude.doubleValue());
  }

  private static BigDecimal degrees(double value) {
    return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
