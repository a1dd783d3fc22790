package app.parcelle.ui.segment;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.place.Layer;
import app.parcelle.engine.project.Layers;
import app.parcelle.engine.project.Snapshots.Snapshot;
import app.parcelle.engine.table.Folding;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.job.JobRunner;

/** What a person does with kept audiences and map layers. Everything on the JavaFX thread; undo of the project takes it back. */
final class KeptViewModel {
  private final Keeping keeping;
  private final JobRunner jobs;
  private final Notices notices;
  private final FileDialogs files;

  KeptViewModel(Keeping keeping, JobRunner jobs, Notices notices, FileDialogs files) {
    this.keeping = keeping;
    this.jobs = jobs;
    this.notices = notices;
    this.files = files;
  }

  /** Those of a segment, the latest first. */
  List<Snapshot> snapshots(String segmentId) {
    return keeping.snapshots(segmentId);
  }

  /** Keeps the members that a saved segment has now. */
  void freeze(String segmentId, String name) {
    jobs.run("freeze", Message.of("builder.job.freeze"), job -> {
      String id = keeping.freeze(segmentId, job);
      return keeping.snapshots(segmentId).stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }, kept -> {
      notices.changed();
      notices.say(Message.of("builder.said.frozen", name, kept.count()));
    }, notices::complain);
  }

  void remove(Snapshot snapshot, Runnable then) {
    jobs.run("freeze", Message.of("builder.job.freeze"), _ -> {
      keeping.removeSnapshot(snapshot.id());
      return snapshot;
    }, _ -> {
      notices.changed();
      notices.say(Message.of("builder.said.unfrozen"));
      then.run();
    }, notices::complain);
  }

  List<Layers.Listed> layers() {
    return keeping.layers();
  }

  /** The layer of that name, without regard to case and accents. */
  Optional<Layers.Listed> layer(String name) {
    String folded = Folding.fold(name);
    return layers().stream().filter(l -> Folding.fold(l.name()).equals(folded)).findFirst();
  }

  void shapes(Layers.Listed layer, Consumer<Layer> then) {
    jobs.run("layer-shapes", Message.of("builder.job.layer"), _ -> keeping.layer(layer.id()), then,
        notices::complain);
  }

  /** Keeps the GeoJSON file that a person chooses as a layer, and gives it; not at all when none is chosen or it is none. */
  void load(Consumer<Layers.Listed> then) {
    files.open(Message.of("builder.layer.fileTitle"), "geojson", "json")
        .stream()
        .findFirst()
        .ifPresent(file -> change(job -> keeping.load(file, job), then));
  }

  void rename(Layers.Listed layer, String name, Consumer<Layers.Listed> then) {
    change(_ -> {
      keeping.renameLayer(layer.id(), name);
      return layer.id();
    }, then);
  }

  void remove(Layers.Listed layer, Runnable then) {
    jobs.run("layer", Message.of("builder.job.layer"), _ -> {
      keeping.removeLayer(layer.id());
      return layer;
    }, gone -> {
      notices.changed();
      notices.say(Message.of("builder.said.layerRemoved", gone.name()));
      then.run();
    }, notices::complain);
  }

  private void change(JobRunner.Work<String> work, Consumer<Layers.Listed> then) {
    jobs.run("layer", Message.of("builder.job.layer"), work, id -> {
      notices.changed();
      layers().stream().filter(l -> l.id().equals(id)).findFirst().ifPresent(then);
    }, notices::complain);
  }
}
