package app.parcelle.engine.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Fields;
import app.parcelle.engine.evaluate.Holdings;
import app.parcelle.engine.place.Layer;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.Stored;
import app.parcelle.engine.value.RfmJson;
import app.parcelle.engine.value.RfmModel;

/** What one state of a project keeps beside its tables, read when somebody asks for it. */
final class KeptThings implements Holdings {
  private final ProjectStore store;
  private final Stored.State state;
  private final Map<String, Stored.SavedClusters> clusterings = new HashMap<>();

  KeptThings(ProjectStore store, Stored.State state) {
    this.store = store;
    this.state = state;
    state.clusterings().forEach(c -> clusterings.put(c.id(), c));
  }

  /** What of it segments can name. */
  Fields.Kept named() {
    return new Fields.Kept(
        state.segments()
            .stream()
            .map(s -> new FieldCatalog.Saved(s.id(), SegmentJson.read(s.document())))
            .toList(),
        Map.of(), Map.of(), rfm());
  }

  @Override
  public @Nullable RfmModel rfm() {
    return state.rfm() == null ? null : RfmJson.read(state.rfm());
  }

  @Override
  public int[] clusters(String clusteringId) {
    Stored.SavedClusters saved = clusterings.get(clusteringId);
    return saved == null ? new int[0] : store.readNumbers(saved.chunks(), saved.customers(), saved.name());
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
    Stored.SavedClusters saved = clusterings.get(id);
    return saved == null ? List.of(id) : saved.chunks();
  }
}
