package app.parcelle.engine.evaluate;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.place.Layer;
import app.parcelle.engine.value.RfmModel;

/** What a project keeps beside its tables, as far as segments ask for it. */
public interface Holdings {
  /** Of a project that keeps nothing. */
  Holdings NONE = new Holdings() {
    @Override
    public int[] clusters(String clusteringId) {
      return new int[0];
    }

    @Override
    public Optional<Layer> layer(String name) {
      return Optional.empty();
    }

    @Override
    public long @Nullable [] snapshot(String snapshotId) {
      return null;
    }

    @Override
    public Object version(String id) {
      return List.of();
    }
  };

  /** The clusters of a saved clustering by customer number; 0 where there is none. */
  int[] clusters(String clusteringId);

  /** The layer of a name, without regard to case and accents. */
  Optional<Layer> layer(String name);

  /** The members that a snapshot has kept: one bit a customer number, perhaps of fewer customers than there are now; null for none. */
  long @Nullable [] snapshot(String snapshotId);

  /** The model of RFM scores that are fields; null for none. */
  default @Nullable RfmModel rfm() {
    return null;
  }

  /** What a clustering, a layer or a snapshot is told apart by from another one under the same id or name. */
  Object version(String id);
}
