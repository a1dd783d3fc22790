package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.evaluate.Positions;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.place.Layer;
import app.parcelle.engine.segment.Area.Corner;
import app.parcelle.ui.chart.map.MapName;
import app.parcelle.ui.chart.map.Outline;
import app.parcelle.ui.chart.map.PointCloud;

/**
 * Where customers are, on a plane where a kilometre is as long eastwards as northwards at their mean latitude.
 *
 * @param squeeze what a degree of longitude is long, in degrees of latitude
 */
public record CustomerMap(PointCloud cloud, double squeeze) {
  /** Some ten centimetres. */
  private static final int DIGITS = 6;

  /** The mean radius of the earth in kilometres, as criteria take it. */
  private static final double EARTH = 6_371.0088;

  private static final int CORNERS = 72;
  private static final int MOST_NAMES = 300;

  /** @param longitude null where the first column holds both, as a text: latitude, then longitude */
  public static CustomerMap of(FieldColumn latitude,
      @Nullable FieldColumn longitude) {
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

  private static double[] both(@Nullable Value value) {
    return value instanceof Value.OfText(String text)
        ? Positions.read(text)
        : new double[]{Double.NaN, Double.NaN};
  }

  Corner corner(Point2D place) {
    return new Corner(degrees(place.getY()), degrees(place.getX() / squeeze));
  }

  Point2D place(BigDecimal latitude, BigDecimal longitude) {
    return new Point2D(longitude.doubleValue() * squeeze, latitude.doubleValue());
  }

  Point2D place(double latitude, double longitude) {
    return new Point2D(longitude * squeeze, latitude);
  }

  /** Places that customers are near, those with most customers first. */
  List<MapName> names(PlaceNames places) {
    Map<Long, Integer> cells = new HashMap<>();
    for (int customer = 0; customer < cloud.size(); customer++) {
      double north = cloud.places()[2 * customer + 1];
      if (!Double.isNaN(north)) {
        cells.merge(cell(north, cloud.places()[2 * customer] / squeeze), 1, Integer::sum);
      }
    }
    Map<PlaceNames.Spot, Integer> near = new HashMap<>();
    for (PlaceNames.Spot spot : places.spots().values()) {
      int customers = cells.getOrDefault(cell(spot.latitude(), spot.longitude()), 0);
      if (customers > 0) {
        near.put(spot, customers);
      }
    }
    return near.entrySet()
        .stream()
        .sorted(Map.Entry.<PlaceNames.Spot, Integer>comparingByValue()
            .reversed()
            .thenComparing(one -> one.getKey().name()))
        .limit(MOST_NAMES)
        .map(
            one -> new MapName(place(one.getKey().latitude(), one.getKey().longitude()), one.getKey().name()))
        .toList();
  }

  /** Some ten kilometres. */
  private static long cell(double latitude, double longitude) {
    return Math.round(latitude * 10) * 10_000 + Math.round(longitude * 10);
  }

  /** What is so far from a place along the earth, as corners. */
  Outline circle(double latitude, double longitude, double kilometres) {
    double angle = Math.min(kilometres / EARTH, Math.PI / 2);
    double up = Math.toRadians(latitude);
    double[] ring = new double[2 * CORNERS];
    for (int i = 0; i < CORNERS; i++) {
      double bearing = 2 * Math.PI * i / CORNERS;
      double there = Math.asin(
          Math.sin(up) * Math.cos(angle) + Math.cos(up) * Math.sin(angle) * Math.cos(bearing));
      double aside = Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(up),
          Math.cos(angle) - Math.sin(up) * Math.sin(there));
      ring[2 * i] = (longitude + Math.toDegrees(aside)) * squeeze;
      ring[2 * i + 1] = Math.toDegrees(there);
    }
    return new Outline(List.of(ring), true);
  }

  /** How high so many kilometres are on the map. */
  static double high(double kilometres) {
    return Math.toDegrees(kilometres / EARTH);
  }

  /** A shape of a layer. */
  Outline outline(Layer.Shape shape, boolean chosen) {
    return new Outline(shape.polygons()
        .stream()
        .flatMap(polygon -> polygon.rings().stream())
        .map(this::squeezed)
        .toList(), chosen);
  }

  private double[] squeezed(double[] ring) {
    double[] squeezed = ring.clone();
    for (int i = 0; i < ring.length; i += 2) {
      squeezed[i] *= squeeze;
    }
    return squeezed;
  }

  private static BigDecimal degrees(double value) {
    return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
