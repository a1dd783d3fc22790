package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Area.Corner;
import app.parcelle.engine.segment.Place;

/** Where things are. */
final class NaivePlaces {
  private static final double EARTH_KM = 6371.0088;

  private final NaiveWorld world;

  NaivePlaces(NaiveWorld world) {
    this.world = world;
  }

  /** A latitude and a longitude; what is beyond the poles or more than half around the world is none. */
  static @Nullable Corner at(@Nullable Object latitude, @Nullable Object longitude) {
    return latitude instanceof BigDecimal lat && longitude instanceof BigDecimal lon
        && lat.abs().compareTo(BigDecimal.valueOf(90)) <= 0
        && lon.abs().compareTo(BigDecimal.valueOf(180)) <= 0 ? new Corner(lat, lon) : null;
  }

  /** Of a text such as {@code 48.85, 2.35}. */
  static @Nullable Corner at(@Nullable Object both) {
    if (!(both instanceof String text) || text.chars().filter(c -> c == ',').count() != 1) {
      return null;
    }
    int comma = text.indexOf(',');
    try {
      return at(new BigDecimal(text.substring(0, comma).trim()),
          new BigDecimal(text.substring(comma + 1).trim()));
    } catch (NumberFormatException _) {
      return null;
    }
  }

  boolean near(Corner customer, Place place, BigDecimal kilometres) {
    double[] middle = switch (place) {
      case Place.Point(var latitude, var longitude) ->
        new double[]{latitude.doubleValue(), longitude.doubleValue()};
      case Place.Named named -> mean(named);
    };
    return kilometres(customer.latitude().doubleValue(), customer.longitude().doubleValue(), middle[0],
        middle[1]) <= kilometres.doubleValue();
  }

  private double[] mean(Place.Named named) {
    NaiveTable table = world.table(named.table());
    double latitude = 0;
    double longitude = 0;
    int rows = 0;
    for (Map<String, Object> row : table.rows()) {
      Corner at = at(row.get(RandomRows.LATITUDE), row.get(RandomRows.LONGITUDE));
      if (at != null && row.get(named.column().name()) instanceof String text
          && NaiveValues.folded(text).equals(NaiveValues.folded(named.value()))) {
        latitude += at.latitude().doubleValue();
        longitude += at.longitude().doubleValue();
        rows++;
      }
    }
    return new double[]{latitude / rows, longitude / rows};
  }

  private static double kilometres(double lat1, double lon1, double lat2, double lon2) {
    double a = haversine(lat1 - lat2)
        + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * haversine(lon1 - lon2);
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  private static double haversine(double degrees) {
    double half = Math.sin(Math.toRadians(degrees) / 2);
    return half * half;
  }

  boolean inside(Corner customer, Area area) {
    return switch (area) {
      case Area.Drawn(var polygons) -> polygons.stream().anyMatch(ring -> inside(customer, ring));
      case Area.Shapes(var layer, Set<String> names) -> world.shapes()
          .getOrDefault(layer, Map.of())
          .entrySet()
          .stream()
          .filter(shape -> names.contains(shape.getKey()))
          .anyMatch(shape -> inside(customer, shape.getValue()));
    };
  }

  /** On an edge, or with an odd number of edges to the east. */
  private static boolean inside(Corner at, List<Corner> ring) {
    List<Corner> closed = new ArrayList<>(ring);
    closed.add(ring.getFirst());
    boolean odd = false;
    for (int i = 0; i < ring.size(); i++) {
      Corner a = closed.get(i);
      Corner b = closed.get(i + 1);
      int side = side(a, b, at);
      if (side == 0 && between(a.latitude(), b.latitude(), at.latitude())
          && between(a.longitude(), b.longitude(), at.longitude())) {
        return true;
      }
      boolean aAbove = a.latitude().compareTo(at.latitude()) > 0;
      boolean bAbove = b.latitude().compareTo(at.latitude()) > 0;
      if (aAbove != bAbove && side > 0 == bAbove) {
        odd = !odd;
      }
    }
    return odd;
  }

  /** On which side of the line from a to b a point is; 0 on it. */
  private static int side(Corner a, Corner b, Corner at) {
    BigDecimal one = b.longitude()
        .subtract(a.longitude())
        .multiply(at.latitude().subtract(a.latitude()));
    BigDecimal other = b.latitude().subtract(a.latitude()).multiply(at.longitude().subtract(a.longitude()));
    return one.compareTo(other);
  }

  private static boolean between(BigDecimal a, BigDecimal b, BigDecimal x) {
    return x.compareTo(a.min(b)) >= 0 && x.compareTo(a.max(b)) <= 0;
  }
}
