package app.parcelle.engine.evaluate.naive;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.segment.Area.Corner;
import app.parcelle.engine.segment.Segment;

/**
 * All tables of a project, and the zone in which their times were written.
 *
 * @param tables in the order they are imported
 * @param clusters the clusters of {@link #CLUSTERING} by customer; nobody else is in one
 * @param segments saved under their names, in this order: each may refer to those before it
 * @param shapes rings by layer and name
 */
public record NaiveWorld(ZoneId zone, List<NaiveTable> tables, Map<String, Integer> clusters,
    List<Segment> segments, Map<String, Map<String, List<Corner>>> shapes) {
  /** The one saved clustering of every world: made before the last table came, so that later customers have no cluster. */
  public static final String CLUSTERING = "Groups";

  public NaiveWorld {
    tables = List.copyOf(tables);
    clusters = Map.copyOf(clusters);
    segments = List.copyOf(segments);
    shapes = Map.copyOf(shapes);
  }

  NaiveTable table(String name) {
    return tables.stream().filter(t -> t.name().equalsIgnoreCase(name)).findFirst().orElseThrow();
  }

  boolean hasTable(String name) {
    return tables.stream().anyMatch(t -> t.name().equalsIgnoreCase(name));
  }

  Segment segment(String name) {
    return segments.stream().filter(s -> s.name().equalsIgnoreCase(name)).findFirst().orElseThrow();
  }
}
