package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.importance.Importances;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.FieldImportance;
import app.parcelle.engine.segment.Field;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.job.JobStatus;

/** Which fields matter, for the clusters that were found or for another field, and weights after that. */
final class ImportanceViewModel {
  private static final String KEY = "importance-look";

  private final ClusterViewModel clusters;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Field> target = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Measured> measured = new ReadOnlyObjectWrapper<>();

  /**
   * What was measured.
   *
   * @param fields one an importance, in their order
   * @param target null for the clusters that were found
   */
  record Measured(List<Field> fields, @Nullable Field target, Importances importances) {}

  ImportanceViewModel(ClusterViewModel clusters) {
    this.clusters = clusters;
    target.addListener((_, _, _) -> look());
    open.addListener((_, _, is) -> {
      if (is) {
        look();
      }
    });
    clusters.found().addListener((_, _, _) -> {
      measured.set(null);
      if (open.get()) {
        look();
      }
    });
  }

  /** The fields that can be told from the others. */
  List<Field> targets() {
    return clusters.setup().fields().stream().map(FieldChoice::field).toList();
  }

  /** Whether there is anything to measure the fields by. */
  boolean canLook() {
    return target.get() != null || found().isPresent();
  }

  /** Measures anew; of clusters the fields that they were found in, for a field those that are ticked. */
  void look() {
    measured.set(null);
    Field aim = target.get();
    Optional<Found> found = found();
    if (aim != null) {
      List<Field> fields = clusters.setup()
          .ticked()
          .stream()
          .map(FieldChoice::field)
          .filter(field -> !field.id().equals(aim.id()))
          .toList();
      measure(job -> new Measured(fields, aim, forTarget(fields, aim, job)));
    } else if (found.isPresent()) {
      Found of = found.get();
      measure(job -> new Measured(of.fields(), null, FieldImportance.of(of.clustering(), job)));
    } else {
      clusters.jobs().cancel(KEY);
    }
  }

  private Optional<Found> found() {
    return Optional.ofNullable(clusters.found().get()).filter(found -> found.result().k() > 0);
  }

  private void measure(JobRunner.Work<Measured> work) {
    clusters.jobs()
        .run(KEY, Message.of("importance.job"), work, measured::set, clusters.after().complain());
  }

  private Importances forTarget(List<Field> fields, Field aim, JobContext job) {
    List<Sheet.Source> columns = new ArrayList<>();
    for (Field field : fields) {
      job.throwIfCancelled();
      columns.add(column(field, job));
    }
    Sheet.Source told = column(aim, job);
    int rows = switch (told) {
      case Sheet.Numbers numbers -> numbers.values().length;
      case Sheet.Categories categories -> categories.codes().length;
    };
    return FieldImportance.of(new Sheet(rows, columns), told, ClusterSetup.SEED, job);
  }

  private Sheet.Source column(Field field, JobContext job) {
    return clusters.source().sheet(field, job).sheet().columns().getFirst();
  }

  /** Gives each field that was measured the weight that its importance speaks for. */
  void weigh() {
    Measured of = measured.get();
    if (of == null) {
      return;
    }
    List<Double> weights = of.importances().weights();
    for (FieldChoice choice : clusters.setup().fields()) {
      IntStream.range(0, of.fields().size())
          .filter(i -> of.fields().get(i).id().equals(choice.field().id()))
          .findFirst()
          // tenths, as a person sets them
          .ifPresent(i -> choice.weight().set(Math.round(weights.get(i) * 10) / 10.0));
    }
  }

  /** Lets all fields count the same again. */
  void weighEqually() {
    clusters.setup().fields().forEach(choice -> choice.weight().set(1));
  }

  void cancel() {
    clusters.jobs().cancel(KEY);
  }

  ReadOnlyBooleanProperty running() {
    return clusters.jobs().running(KEY);
  }

  /** How far it is. */
  ReadOnlyObjectProperty<@Nullable JobStatus> progress() {
    return clusters.jobs().status(KEY);
  }

  /** Whether it is looked at. */
  BooleanProperty open() {
    return open;
  }

  /** The field that the others are to tell; null for the clusters that were found. */
  ObjectProperty<@Nullable Field> target() {
    return target;
  }

  ReadOnlyObjectProperty<@Nullable Measured> measured() {
    return measured.getReadOnlyProperty();
  }
}
