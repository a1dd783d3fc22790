package app.parcelle.ui.segment;

import java.nio.file.Path;
import java.util.List;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.place.Layer;
import app.parcelle.engine.project.Layers;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.Snapshots;

/** The audiences and map layers that a project keeps; may be called from any thread. */
interface Keeping {
  /** Of a project that keeps nothing. */
  Keeping NOTHING = new Keeping() {};

  /** Those of a segment, the latest first. */
  default List<Snapshots.Snapshot> snapshots(String segmentId) {
    return List.of();
  }

  /** Keeps the members that a saved segment has now. Returns the id. */
  default String freeze(String segmentId, JobContext job) {
    throw new Problem(Message.of("project.no-snapshot", segmentId));
  }

  default void removeSnapshot(String id) {
    throw new Problem(Message.of("project.no-snapshot", id));
  }

  default List<Layers.Listed> layers() {
    return List.of();
  }

  default Layer layer(String id) {
    throw new Problem(Message.of("layer.gone", id));
  }

  /** Keeps the polygons of a GeoJSON file under its name. Returns the id. */
  default String load(Path file, JobContext job) {
    throw new Problem(Message.of("layer.unreadable", String.valueOf(file.getFileName())));
  }

  default void renameLayer(String id, String name) {
    throw new Problem(Message.of("layer.gone", name));
  }

  default void removeLayer(String id) {
    throw new Problem(Message.of("layer.gone", id));
  }

  static Keeping of(Project project) {
    return new Keeping() {
      @Override
      public List<Snapshots.Snapshot> snapshots(String segmentId) {
        return project.snapshots().of(segmentId).reversed();
      }

      @Override
      public String freeze(String segmentId, JobContext job) {
        return project.snapshots().freeze(segmentId, job);
      }

      @Override
      public void removeSnapshot(String id) {
        project.snapshots().remove(id);
      }

      @Override
      public List<Layers.Listed> layers() {
        return project.layers().all();
      }

      @Override
      public Layer layer(String id) {
        return project.layers().shapes(id);
      }

      @Override
      public String load(Path file, JobContext job) {
        return project.layers().load(file, null, null, job);
      }

      @Override
      public void renameLayer(String id, String name) {
        project.layers().rename(id, name);
      }

      @Override
      public void removeLayer(String id) {
        project.layers().remove(id);
      }
    };
  }
}
