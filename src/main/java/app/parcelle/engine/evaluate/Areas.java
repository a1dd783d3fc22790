package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.place.Layer;
import app.parcelle.engine.segment.Area;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Folding;

/**
 * Parts of a map as polygons that know which points they hold: their edge and that of their holes included. A ring that crosses
 * itself holds what lies within an odd number of its turns.
 */
final class Areas {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final List<Part> parts = new ArrayList<>();

  /** One polygon. */
  private record Part(String name, Envelope box, IndexedPointInAreaLocator locator) {
    static Part of(String name, Polygon polygon) {
      return new Part(name, polygon.getEnvelopeInternal(), new IndexedPointInAreaLocator(polygon));
    }

    boolean holds(double latitude, double longitude) {
      return box.contains(longitude, latitude)
          && locator.locate(new Coordinate(longitude, latitude)) != Location.EXTERIOR;
    }

    Positions.Box box(double shift) {
      return new Positions.Box(box.getMinY(), box.getMaxY(), box.getMinX() - shift, box.getMaxX() - shift);
    }
  }

  /** @throws Problem when there is no such layer, or no shape of such a name in it */
  Areas(Area area, Holdings holdings) {
    switch (area) {
      case Area.Drawn(var polygons) -> polygons.forEach(ring -> parts.add(Part.of("", drawn(ring))));
      case Area.Shapes(String name, Set<String> names) -> {
        Layer layer = holdings.layer(name)
            .orElseThrow(() -> new Problem(Message.of("evaluate.no-layer", name)));
        names.stream().sorted().forEach(shape -> add(layer, shape));
      }
    }
  }

  private void add(Layer layer, String name) {
    String folded = Folding.fold(name);
    List<Layer.Shape> shapes = layer.shapes()
        .stream()
        .filter(shape -> Folding.fold(shape.name()).equals(folded))
        .toList();
    if (shapes.isEmpty()) {
      throw new Problem(Message.of("evaluate.no-shape", name, layer.name()));
    }
    for (Layer.Shape shape : shapes) {
      shape.polygons().forEach(polygon -> parts.add(Part.of(shape.name(), polygon(polygon))));
    }
  }

  private static Polygon drawn(List<Area.Corner> corners) {
    double[] ring = new double[2 * (corners.size() + 1)];
    for (int i = 0; i <= corners.size(); i++) {
      Area.Corner corner = corners.get(i % corners.size());
      ring[2 * i] = corner.longitude().doubleValue();
      ring[2 * i + 1] = corner.latitude().doubleValue();
    }
    return polygon(new Layer.Polygon(List.of(ring)));
  }

  private static Polygon polygon(Layer.Polygon polygon) {
    List<LinearRing> rings = polygon.rings().stream().map(Areas::ring).toList();
    return GEOMETRY.createPolygon(rings.getFirst(),
        rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(double[] corners) {
    Coordinate[] ring = new Coordinate[corners.length / 2];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Coordinate(corners[2 * i], corners[2 * i + 1]);
    }
    return GEOMETRY.createLinearRing(ring);
  }

  /** Those inside any of the polygons: one bit a customer. */
  long[] inside(Positions positions, JobContext job) {
    long[] bits = Bits.of(positions.latitudes().length);
    for (Part part : parts) {
      for (double shift : shifts(part)) {
        Bits.or(bits, positions.in(part.box(shift),
            (latitude, longitude) -> part.holds(latitude, longitude + shift), job));
      }
    }
    return bits;
  }

  /** Corners may lie beyond the antimeridian, where longitudes go on above 180 and below -180. */
  private static List<Double> shifts(Part part) {
    List<Double> shifts = new ArrayList<>(List.of(0.0));
    if (part.box().getMaxX() > 180) {
      shifts.add(360.0);
    }
    if (part.box().getMinX() < -180) {
      shifts.add(-360.0);
    }
    return shifts;
  }

  /** The names of the shapes that hold a point; empty where none does, or where they are drawn. */
  Optional<String> holding(double latitude, double longitude) {
    String names = parts.stream()
        .filter(part -> !part.name().isEmpty())
        .filter(part -> shifts(part).stream().anyMatch(shift -> part.holds(latitude, longitude + shift)))
        .map(Part::name)
        .distinct()
        .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }
}
