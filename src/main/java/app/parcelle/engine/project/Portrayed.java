package app.parcelle.engine.project;

import java.util.List;

import app.parcelle.engine.cluster.explain.Persona;
import app.parcelle.engine.cluster.explain.Personas;
import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.engine.segment.Field;

/**
 * What the clusters of a saved clustering are like in the data as it is now.
 *
 * @param portraits one a cluster that somebody is in, in their order
 * @param fields that it looked at
 */
public record Portrayed(ProjectView.SavedClustering clustering, List<Portrait> portraits,
    List<Field> fields) {
  public Portrayed {
    portraits = List.copyOf(portraits);
    fields = List.copyOf(fields);
  }

  /** One a portrait, in their order. */
  public List<Persona> personas() {
    return Personas.of(portraits, fields);
  }
}
