package app.parcelle.engine.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** The geometries of a GeoJSON file as polygons. Their coordinates have to be degrees: longitude, then latitude. */
final class Coordinates {
  private static final int MOST_CORNERS = 2_000_000;
  /** Polygon: rings of positions; MultiPolygon: one deeper. */
  private static final int DEEPEST = 4;
  private static final int FEWEST_CORNERS = 3;
  /** A shape over the antimeridian may go on beyond 180. */
  private static final double FARTHEST = 360;

  private final String file;
  private final JsonParser parser;
  private int corners;

  Coordinates(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /** What an array of coordinates holds. */
  private sealed interface Part {
    record Position(double longitude, double latitude) implements Part {}

    record Ring(double[] corners) implements Part {}

    record Parts(List<Part> parts) implements Part {}
  }

  /**
   * The polygons of the geometry whose object has begun; none for points and lines.
   *
   * @param feature its place in the file, from 1
   */
  List<Layer.Polygon> polygons(int feature) {
    String type = "";
    Part read = null;
    List<Layer.Polygon> polygons = new ArrayList<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String part = parser.currentName();
      JsonToken value = parser.nextToken();
      if (part.equals("type") && value == JsonToken.VALUE_STRING) {
        type = parser.getString();
      } else if (part.equals("coordinates") && value == JsonToken.START_ARRAY) {
        read = array(feature, 1);
      } else if (part.equals("geometries") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          polygons.addAll(polygons(feature));
        }
      } else {
        parser.skipChildren();
      }
    }
    if (type.equals("Polygon")) {
      polygons.add(polygon(read, feature));
    } else if (type.equals("MultiPolygon")) {
      if (!(read instanceof Part.Parts(List<Part> parts))) {
        throw bad(feature);
      }
      parts.forEach(part -> polygons.add(polygon(part, feature)));
    }
    return polygons;
  }

  private Part array(int feature, int depth) {
    if (depth > DEEPEST) {
      throw bad(feature);
    }
    JsonToken first = parser.nextToken();
    if (first.isNumeric()) {
      return position(feature);
    }
    List<Part> parts = new ArrayList<>();
    double[] ring = new double[16];
    int degrees = 0;
    for (JsonToken token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (token != JsonToken.START_ARRAY) {
        throw bad(feature);
      }
      switch (array(feature, depth + 1)) {
        case Part.Position(double longitude, double latitude) -> {
          if (degrees + 2 > ring.length) {
            ring = Arrays.copyOf(ring, 2 * ring.length);
          }
          ring[degrees++] = longitude;
          ring[degrees++] = latitude;
        }
        case Part deeper -> parts.add(deeper);
      }
    }
    if (degrees > 0 && !parts.isEmpty()) {
      throw bad(feature);
    }
    return degrees > 0 ? new Part.Ring(Arrays.copyOf(ring, degrees)) : new Part.Parts(parts);
  }

  private Part position(int feature) {
    double longitude = parser.getDoubleValue();
    if (!parser.nextToken().isNumeric()) {
      throw bad(feature);
    }
    double latitude = parser.getDoubleValue();
    // a height may follow
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
    }
    if (++corners > MOST_CORNERS) {
      throw new Problem(Message.of("layer.too-many-corners", file, MOST_CORNERS));
    }
    if (!(Math.abs(longitude) <= FARTHEST && Math.abs(latitude) <= 90)) {
      throw new Problem(Message.of("layer.no-degrees", file, feature));
    }
    return new Part.Position(longitude, latitude);
  }

  private Layer.Polygon polygon(@Nullable Part read, int feature) {
    if (!(read instanceof Part.Parts(List<Part> parts)) || parts.isEmpty()) {
      throw bad(feature);
    }
    return new Layer.Polygon(parts.stream().map(part -> ring(part, feature)).toList());
  }

  private double[] ring(Part part, int feature) {
    if (!(part instanceof Part.Ring(double[] ring))) {
      throw bad(feature);
    }
    int last = ring.length - 2;
    boolean closed = ring[0] == ring[last] && ring[1] == ring[last + 1];
    if (ring.length / 2 - (closed ? 1 : 0) < FEWEST_CORNERS) {
      throw bad(feature);
    }
    if (closed) {
      return ring;
    }
    double[] whole = Arrays.copyOf(ring, ring.length + 2);
    whole[ring.length] = ring[0];
    whole[ring.length + 1] = ring[1];
    return whole;
  }

  private Problem bad(int feature) {
    return new Problem(Message.of("layer.bad-polygon", file, feature, parser.currentLocation().getLineNr()));
  }
}
