package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterRequest.Missing;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.job.JobRunner;

/** Looking for clusters: the fields, the number of clusters, what was found, and what becomes of it. */
final class ClusterViewModel {
  /** The largest number of clusters tried. */
  static final int MOST = 10;

  /** The number of clusters when the data is to decide. */
  static final int AUTOMATIC = 0;

  private static final String KEY = "clusters";
  private static final long SEED = 20_261_122;

  private final ClusterSource source;
  private final JobRunner jobs;
  private final After after;

  private final ObservableList<FieldChoice> fields = FXCollections
      .observableArrayList(choice -> new Observable[]{choice.ticked(), choice.log(), choice.standardised()});
  private final ObjectProperty<Missing> missing = new SimpleObjectProperty<>(Missing.LEAVE_OUT);
  private final IntegerProperty k = new SimpleIntegerProperty(AUTOMATIC);
  private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
  private final ObservableList<StringProperty> names = FXCollections.observableArrayList();
  private final IntegerProperty highlighted = new SimpleIntegerProperty();
  private final IntegerProperty chosen = new SimpleIntegerProperty();
  private @Nullable String saved;
  private List<String> kept = List.of();
  private List<Field> known = List.of();

  /** What the workbench does with what comes out. */
  record After(Consumer<Throwable> complain, Runnable changed, Consumer<Segment> open) {}

  ClusterViewModel(ClusterSource source, JobRunner jobs, After after) {
    this.source = source;
    this.jobs = jobs;
    this.after = after;
    fields.addListener((Observable _) -> compare());
    missing.addListener((_, _, _) -> compare());
    k.addListener((_, _, _) -> compare());
    refresh();
  }

  /** Looks at the fields of the project again; what was ticked stays so. */
  void refresh() {
    List<Field> now = usable(source.fields());
    if (now.equals(known)) {
      return;
    }
    boolean dataChanged = !known.isEmpty();
    known = now;
    Map<String, FieldChoice> earlier = fields.stream()
        .collect(Collectors.toMap(choice -> choice.field().id(), Function.identity()));
    List<FieldChoice> choices = new ArrayList<>();
    for (Field field : now) {
      FieldChoice choice = new FieldChoice(field);
      Optional.ofNullable(earlier.get(field.id())).ifPresent(choice::follow);
      choices.add(choice);
    }
    if (earlier.isEmpty() && choices.stream().noneMatch(choice -> choice.ticked().get())) {
      choices.stream().limit(3).forEach(choice -> choice.ticked().set(true));
    }
    fields.setAll(choices);
    outdated.set(outdated.get() || (dataChanged && found.get() != null));
  }

  /** Numbers and yes/no fields of customers; the clusters found before are none of the data. */
  private static List<Field> usable(FieldCatalog catalog) {
    return catalog.fields().stream().filter(field -> switch (field) {
      case Field.Key _,Field.Cluster _ -> false;
      case Field.OfCustomer _,Field.OfTrait _,Field.Lifted _,Field.Score _ -> !field.type().isText()
          && !field.type().isDate();
    }).toList();
  }

  private void compare() {
    Found before = found.get();
    outdated.set(before != null && !sameFields(before.request()));
  }

  private boolean sameFields(ClusterRequest before) {
    return before.fields().equals(request().fields());
  }

  private ClusterRequest request() {
    Integer wanted = k.get() == AUTOMATIC ? null : Integer.valueOf(k.get());
    return new ClusterRequest(
        ticked().stream().map(choice -> choice.preparation(missing.get())).toList(), wanted, MOST, SEED);
  }

  private List<FieldChoice> ticked() {
    return fields.stream().filter(choice -> choice.ticked().get()).toList();
  }

  /** Looks for clusters as is now chosen. */
  void find() {
    ClusterRequest request = request();
    List<Field> chosen = ticked().stream().map(FieldChoice::field).toList();
    jobs.run(KEY, Message.of("clusters.job.find"),
        job -> Found.of(request, source.cluster(request, job), chosen, source.amounts(job).orElse(null)),
        this::show, after.complain);
  }

  void cancel() {
    jobs.cancel(KEY);
  }

  private void show(Found result) {
    saved = null;
    chosen.set(0);
    highlighted.set(0);
    names.setAll(result.result().profiles().stream().map(_ -> new SimpleStringProperty("")).toList());
    found.set(result);
    compare();
  }

  /** Asks for so many clusters and, where some were found before, finds them anew. */
  void choose(int number) {
    k.set(number);
    Found before = found.get();
    boolean there = before != null && number == before.result().k() && !outdated.get();
    if (before != null && !there) {
      find();
    }
  }

  /** Whether the clustering has to be given a name before a segment can be made of it. */
  boolean needsName() {
    return saved == null;
  }

  /** A name that no saved clustering has: the one given, or the same with a number. */
  String freeName(String wish) {
    FieldCatalog catalog = source.fields();
    String name = wish;
    for (int number = 2; catalog.clustering(name).isPresent(); number++) {
      name = wish + " " + number;
    }
    return name;
  }

  /**
   * Opens a cluster as a segment to be edited.
   *
   * @param clustering the name to keep the clusters under, where they have none yet
   * @param segment the name of the draft
   */
  void makeSegment(ClusterResult.Profile profile, String clustering, String segment) {
    Found of = found.get();
    if (of == null) {
      return;
    }
    String already = saved;
    if (already != null) {
      keepNames();
      open(already, profile, segment);
      return;
    }
    List<String> given = given();
    jobs.run(KEY + ".save", Message.of("clusters.job.save"),
        _ -> source.save(clustering.strip(), of.request(), of.result(), given), id -> {
          saved = id;
          kept = given;
          after.changed.run();
          open(id, profile, segment);
        }, after.complain);
  }

  /** To be called when a name has been typed: where the clustering is kept, its names are kept with it. */
  void keepNames() {
    String id = saved;
    List<String> given = given();
    if (id != null && !given.equals(kept)) {
      kept = given;
      jobs.run(KEY + ".names", Message.of("clusters.job.save"), _ -> {
        source.nameClusters(id, given);
        return id;
      }, _ -> after.changed.run(), after.complain);
    }
  }

  private List<String> given() {
    return names.stream().map(StringProperty::get).map(String::strip).toList();
  }

  private void open(String id, ClusterResult.Profile profile, String name) {
    Condition rule = new Condition.AllOf(List.of(new Condition.InCluster(id, Set.of(profile.cluster()))));
    after.open.accept(new Segment(name, rule, new Segment.Reference.Project(), null));
  }

  /** All that clusters may be looked for in. */
  ObservableList<FieldChoice> fields() {
    return fields;
  }

  ObjectProperty<Missing> missing() {
    return missing;
  }

  /** {@link #AUTOMATIC}, or 2 to {@link #MOST}. */
  IntegerProperty k() {
    return k;
  }

  ReadOnlyObjectProperty<@Nullable Found> found() {
    return found.getReadOnlyProperty();
  }

  /** By which pictures are painted. */
  JobRunner jobs() {
    return jobs;
  }

  ReadOnlyBooleanProperty running() {
    return jobs.running(KEY);
  }

  /** Whether fields, preparation or data are no more those of what is shown. */
  ReadOnlyBooleanProperty outdated() {
    return outdated.getReadOnlyProperty();
  }

  /** What the person calls each cluster, in their order; empty where nothing was said. */
  ObservableList<StringProperty> names() {
    return names;
  }

  /** The cluster that is pointed at, or else the chosen one; 0 for none. */
  IntegerProperty highlighted() {
    return highlighted;
  }

  /** The cluster that was chosen on the map; 0 for none. */
  IntegerProperty chosen() {
    return chosen;
  }
}
