package app.parcelle.engine.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Shapes of a map, such as the regions of a country, under one name. Names of shapes may repeat: they are then one shape. */
public record Layer(String name, List<Shape> shapes) {
  public Layer {
    shapes = List.copyOf(shapes);
  }

  /** One or more polygons under a name. */
  public record Shape(String name, List<Polygon> polygons) {
    public Shape {
      polygons = List.copyOf(polygons);
    }
  }

  /**
   * A ring and its holes, in decimal degrees.
   *
   * @param rings the outer one first, then the holes: longitude and latitude of each corner in turn, the last corner equal to the first
   */
  public record Polygon(List<double[]> rings) {
    public Polygon {
      rings = List.copyOf(rings);
    }
  }

  /** In the order of the layer. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    shapes.forEach(shape -> names.add(shape.name()));
    return names;
  }

  public int corners() {
    return shapes.stream()
        .flatMap(shape -> shape.polygons().stream())
        .flatMap(polygon -> polygon.rings().stream())
        .mapToInt(ring -> ring.length / 2 - 1)
        .sum();
  }
}
