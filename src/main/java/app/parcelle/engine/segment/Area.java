package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** A part of a map. */
public sealed interface Area {
  /**
   * Polygons drawn by hand, each a ring of at least three corners that closes by itself; edges are straight in degrees. A ring
   * over the antimeridian goes on beyond 180 or below -180: from 170 to 190, not to -170, which is the other way round the earth. One
   * that crosses itself holds what lies within an odd number of its turns; of several rings, each holds its own.
   */
  record Drawn(List<List<Corner>> polygons) implements Area {
    public Drawn {
      polygons = polygons.stream().map(List::copyOf).toList();
    }
  }

  /** In decimal degrees. */
  record Corner(BigDecimal latitude, BigDecimal longitude) {}

  /**
   * Shapes of a layer that the project holds or the program carries.
   *
   * @param layer its name
   * @param names of the shapes
   */
  record Shapes(String layer, Set<String> names) implements Area {
    public Shapes {
      names = Set.copyOf(names);
    }
  }
}
