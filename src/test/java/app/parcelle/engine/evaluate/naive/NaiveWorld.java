package app.parcelle.engine.evaluate.naive;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * All tables of a project, and the zone in which their times were written.
 *
 * @param tables in the order they are imported
 * @param clusters the clusters of {@link #CLUSTERING} by customer; nobody else is in one
 */
public record NaiveWorld(ZoneId zone, List<NaiveTable> tables, Map<String, Integer> clusters) {
  /** The one saved clustering of every world: made before the last table came, so that later customers have no cluster. */
  public static final String CLUSTERING = "Groups";

  public NaiveWorld {
    tables = List.copyOf(tables);
    clusters = Map.copyOf(clusters);
  }

  NaiveTable table(String name) {
    return tables.stream().filter(t -> t.name().equalsIgnoreCase(name)).findFirst().orElseThrow();
  }
}
