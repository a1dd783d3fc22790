package app.parcelle.engine.segment;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import app.parcelle.engine.table.TableVersion;

/** What segments of a project can speak of. */
public interface FieldCatalog {
  /** All fields of customers, in the order of the screens. */
  List<Field> fields();

  /**
   * The field that a reference means: by id if it has one, else by name without regard to case and accents.
   *
   * @return empty where there is none
   */
  Optional<Field> find(FieldRef ref);

  default Optional<Field> withId(String id) {
    return find(new FieldRef(id, id));
  }

  /** The event table of that id or name, without regard to case and accents. */
  Optional<TableVersion> events(String nameOrId);

  /** All tables. */
  List<TableVersion> tables();

  /** A saved segment under its stable id. */
  record Saved(String id, Segment segment) {}

  /** The saved segment that a reference means: by id if it has one, else by name without regard to case and accents. */
  default Optional<Saved> segment(FieldRef ref) {
    return Optional.empty();
  }

  /** The names of the shapes of a layer; empty where there is no such layer. */
  default Optional<Set<String>> shapes(String layer) {
    return Optional.empty();
  }

  /** Whether there is a snapshot of that id of the segment of that id. */
  default boolean hasSnapshot(String segmentId, String snapshotId) {
    return false;
  }

  /** The id of the saved clustering of that id or name. */
  Optional<String> clustering(String nameOrId);

  /** The name of the saved clustering of that id or name; what is not found stays as it is. */
  default String clusteringName(String nameOrId) {
    return clustering(nameOrId).flatMap(id -> find(new FieldRef(nameOrId, id)))
        .map(Field::name)
        .orElse(nameOrId);
  }
}
