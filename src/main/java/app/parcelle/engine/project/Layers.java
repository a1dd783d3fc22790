package app.parcelle.engine.project;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.place.GeoJson;
import app.parcelle.engine.place.Layer;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.Stored;
import app.parcelle.engine.table.Folding;

/** The layers of maps that a project holds; segments name their shapes. Every change is one step of the journal. */
public final class Layers {
  private final ProjectStore store;
  private final Supplier<Moment> now;
  private final Runnable changed;

  /** @param changed to be told when the project has changed; what {@code now} says is new then */
  Layers(ProjectStore store, Supplier<Moment> now, Runnable changed) {
    this.store = store;
    this.now = now;
    this.changed = changed;
  }

  /**
   * A layer without its shapes.
   *
   * @param shapes how many different names its shapes have
   */
  public record Listed(String id, String name, int shapes, int corners) {}

  /** In the order in which they came. */
  public List<Listed> all() {
    return saved().stream().map(l -> new Listed(l.id(), l.name(), l.shapes(), l.corners())).toList();
  }

  private List<Stored.SavedLayer> saved() {
    return now.get().state().kept().layers();
  }

  /** The shapes of a layer. */
  public Layer shapes(String id) {
    return store.kept().layer(of(id));
  }

  private Stored.SavedLayer of(String id) {
    return saved().stream()
        .filter(l -> l.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("layer.gone", id)));
  }

  /**
   * Keeps the polygons of a GeoJSON file as a layer. Returns its id.
   *
   * @param name null for that of the file
   * @param property of the features that has the names of the shapes; null for the one that seems to
   * @throws Problem when the file is no such file (see {@link GeoJson#read}) or a layer has the name already
   */
  public String load(Path file, @Nullable String name, @Nullable String property, JobContext job) {
    String wanted = free(name == null ? nameOf(file) : name, "");
    Layer layer = GeoJson.read(file, wanted, property, job);
    String id = store.kept()
        .add(layer, Operation.of(Operation.Kind.ADD_LAYER, wanted,
            Documents.text(String.valueOf(file.getFileName()))).write());
    changed.run();
    return id;
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** @param id of the layer that may have the name already */
  private String free(String name, String id) {
    String wanted = name.strip();
    if (wanted.isEmpty()) {
      throw new Problem(Message.of("layer.no-layer-name"));
    }
    String folded = Folding.fold(wanted);
    if (saved().stream().anyMatch(l -> !l.id().equals(id) && Folding.fold(l.name()).equals(folded))) {
      throw new Problem(Message.of("layer.name-taken", wanted));
    }
    return wanted;
  }

  /**
   * Gives a layer another name. Segments that name its shapes keep the former name, and say that there is no such layer.
   *
   * @throws Problem when there is no such layer, the name is blank or another layer has it
   */
  public void rename(String id, String name) {
    Stored.SavedLayer former = of(id);
    String wanted = free(name, id);
    if (!wanted.equals(former.name())) {
      change(Operation.of(Operation.Kind.RENAME_LAYER, former.name(), Documents.text(wanted)),
          layers -> layers.stream().map(l -> l.id().equals(id) ? l.named(wanted) : l).toList());
    }
  }

  public void remove(String id) {
    Stored.SavedLayer removed = of(id);
    change(Operation.of(Operation.Kind.REMOVE_LAYER, removed.name()),
        layers -> layers.stream().filter(l -> !l.id().equals(id)).toList());
  }

  private void change(Operation operation, UnaryOperator<List<Stored.SavedLayer>> change) {
    store.change(s -> s.withKept(s.kept().withLayers(change.apply(s.kept().layers()))), operation.write());
    changed.run();
  }
}
