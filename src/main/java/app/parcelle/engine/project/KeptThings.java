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
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.value.RfmJson;
import app.parcelle.engine.value.RfmModel;

/** What one state of a project keeps beside its tables, read when somebody asks for it. */
final class KeptThings implements Holdings {
  private final ProjectStore store;
  private final Stored.State state;
  private final Map<String, Stored.SavedClusters> clusterings = new HashMap<>();
  private final Map<String, String> snapshots = new HashMap<>();

  KeptThings(ProjectStore store, Stored.State state) {
    this.store = store;
    this.state = state;
    state.clusterings().forEach(c -> clusterings.put(c.id(), c));
    state.kept().snapshots().forEach(s -> snapshots.put(s.id(), s.segment()));
  }

  /** What of it segments can name. */
  Fields.Kept named() {
    return new Fields.Kept(
        state.segments()
            .stream()
            .map(s -> new FieldCatalog.Saved(s.id(), SegmentJson.read(s.document())))
            .toList(),
        name -> layer(name).map(Layer::names), snapshots, rfm());
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
    return saved(name).map(store.kept()::layer);
  }

  private Optional<Stored.SavedLayer> saved(String layer) {
    String folded = Folding.fold(layer);
    return state.kept().layers().stream().filter(l -> Folding.fold(l.name()).equals(folded)).findFirst();
  }

  @Override
  public long @Nullable [] snapshot(String snapshotId) {
    return snapshots(snapshotId).map(store.kept()::members).orElse(null);
  }

  private Optional<Stored.SavedSnapshot> snapshots(String id) {
    return state.kept().snapshots().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  @Override
  public Object version(String id) {
    Stored.SavedClusters clusters = clusterings.get(id);
    return clusters != null
        ? clusters.chunks()
        : saved(id).map(Stored.SavedLayer::chunks)
            .or(() -> snapshots(id).map(Stored.SavedSnapshot::chunks))
            .orElse(List.of());
  }
}
