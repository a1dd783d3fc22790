package app.parcelle.engine.evaluate.naive;

import java.time.ZoneId;
import java.util.List;

/** All tables of a project, and the zone in which their times were written. */
public record NaiveWorld(ZoneId zone, List<NaiveTable> tables) {
  public NaiveWorld {
    tables = List.copyOf(tables);
  }

  NaiveTable table(String name) {
    return tables.stream().filter(t -> t.name().equalsIgnoreCase(name)).findFirst().orElseThrow();
  }
}
