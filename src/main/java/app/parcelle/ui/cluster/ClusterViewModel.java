package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.rule.RuleCandidate;
import app.parcelle.engine.cluster.rule.RulePath;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.ProjectView.SavedClustering;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;
import app.parcelle.ui.chart.Picked;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.job.JobStatus;

/** Looking for clusters: what is asked, what was found, and what becomes of it. */
final class ClusterViewModel {
  /** As many keys as the builder's list takes. */
  private static final int MOST_LISTED = 10_000;

  private static final String KEY = "clusters";

  private final ClusterSource source;
  private final JobRunner jobs;
  private final After after;

  private final ClusterSetup setup = new ClusterSetup();
  private final Picked picked = new Picked();
  private final BooleanProperty analyst = new SimpleBooleanProperty();
  private final StringProperty diagram = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
  private final ObservableList<StringProperty> names = FXCollections.observableArrayList();
  private final MapLayouts layouts;
  private final CompareViewModel compare;
  private final ImportanceViewModel importance;
  private final KeptClusterings keptClusterings;
  private final ReadOnlyIntegerWrapper making = new ReadOnlyIntegerWrapper();
  /** How often what is asked for was changed. */
  private int changes;
  private @Nullable String saved;
  private List<String> kept = List.of();

  /**
   * What the workbench does with what comes out.
   *
   * @param words in the person's language
   * @param say tells something short
   */
  record After(Consumer<Throwable> complain, Runnable changed, Consumer<Segment> open,
      Function<Message, String> words, Consumer<Message> say) {}

  ClusterViewModel(ClusterSource source, JobRunner jobs, After after) {
    this.source = source;
    this.jobs = jobs;
    this.after = after;
    this.compare = new CompareViewModel(source, jobs, after.complain(), this::take);
    this.layouts = new MapLayouts(source, jobs, after.complain());
    this.keptClusterings = new KeptClusterings(source, jobs, after);
    setup.onChange(_ -> {
      changes++;
      outdated.set(found.get() != null);
    });
    setup.refresh(source.fields());
    this.importance = new ImportanceViewModel(this);
  }

  /** Looks at the fields of the project again; what was chosen stays so. */
  void refresh() {
    keptClusterings.refresh();
    if (keptClusterings.all().stream().noneMatch(one -> one.id().equals(saved))) {
      saved = null;
    }
    if (setup.refresh(source.fields())) {
      outdated.set(found.get() != null);
    }
  }

  /** Looks for clusters as is now chosen. */
  void find() {
    List<Field> chosen = setup.ticked().stream().map(FieldChoice::field).toList();
    String within = setup.within().get();
    Algorithm algorithm;
    Function<Pipeline, ClusterRequest> asked;
    try {
      algorithm = setup.algorithm();
      asked = setup.asking();
    } catch (Problem wrong) {
      after.complain.accept(wrong);
      return;
    }
    search(job -> {
      ClusterRequest request = asked.apply(source.suggested(chosen, within, algorithm, job));
      return Found.of(request, source.cluster(request, job), chosen);
    }, this::show);
  }

  /** What is shown is no longer what is asked for until the search has come to its end. */
  private void search(JobRunner.Work<Found> work, Consumer<Found> then) {
    int asked = changes;
    outdated.set(found.get() != null);
    jobs.run(KEY, Message.of("clusters.job.find"), work, result -> {
      then.accept(result);
      outdated.set(changes != asked);
    }, after.complain);
  }

  /** Looks for the clusters again that are kept so: same fields, same preparation, same method. */
  void open(SavedClustering again) {
    if (!setup.follow(again.request())) {
      after.complain.accept(new Problem(Message.of("clusters.saved.fields-gone", again.name())));
      return;
    }
    List<Field> chosen = again.request()
        .preparation()
        .fields()
        .stream()
        .map(steps -> setup.field(steps.field()))
        .toList();
    search(job -> Found.of(again.request(), source.cluster(again.request(), job), chosen), result -> {
      show(result);
      List<Integer> sizes = result.result().portraits().stream().map(Portrait::size).toList();
      if (sizes.equals(again.sizes())) {
        // the very same: what is made of them now is made of what is kept
        saved = again.id();
        IntStream.range(0, again.names().size()).forEach(i -> names.get(i).set(again.names().get(i)));
        kept = given();
      }
    });
  }

  void cancel() {
    jobs.cancel(KEY);
  }

  private void show(Found result) {
    compare.forgetMethods();
    look(result);
  }

  /** Shows clusters that another method found in the same customers. */
  private void take(Found result) {
    setup.method().set(AlgorithmText.name(result.result().request().algorithm()));
    outdated.set(false);
    look(result);
  }

  private void look(Found result) {
    compare.forgetPeriods();
    saved = null;
    picked.choose(0);
    picked.select(Picked.NONE);
    names.setAll(result.personas()
        .stream()
        .map(persona -> new SimpleStringProperty(after.words.apply(persona.name())))
        .toList());
    found.set(result);
  }

  /** Asks for so many clusters and, where some were found before, shows those. */
  void choose(int number) {
    setup.k().set(number);
    Found before = found.get();
    if (before == null) {
      return;
    }
    int wanted = number == ClusterSetup.AUTOMATIC ? before.result().recommended().orElse(0) : number;
    boolean compared = before.result().byK().stream().anyMatch(p -> p.k() == wanted);
    if (outdated.get() || !compared || before.result().choice() == null) {
      find();
    } else if (wanted != before.result().k()) {
      search(job -> Found.of(before.asked().withK(wanted), source.withK(before.clustering(), wanted, job),
          before.fields()), this::show);
    }
  }

  /** Asks, on the card of a cluster, what a segment of it is to hold. */
  void askForSegment(int cluster) {
    making.set(cluster);
    making.set(0);
  }

  /** The cluster on whose card it is to be asked; 0 for none. */
  ReadOnlyIntegerProperty making() {
    return making.getReadOnlyProperty();
  }

  /** Whether the clustering has to be given a name before a segment can be made of it. */
  boolean needsName() {
    return saved == null;
  }

  /** Whether clusters are shown that the project does not keep. */
  boolean canKeep() {
    Found shown = found.get();
    return shown != null && shown.result().k() > 0 && saved == null;
  }

  /** Keeps the clusters that are shown, as a field of segments and as a model for new customers. */
  void keep(String name) {
    keepUnder(name, _ -> after.say.accept(Message.of("clusters.saved.kept", name.strip())));
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
  void makeSegment(int cluster, String clustering, String segment) {
    keepUnder(clustering, id -> after.open.accept(draft(segment,
        new Condition.InCluster(id, Set.of(cluster)))));
  }

  /** Looks for rules that stand for a cluster; those of several can be looked for beside each other. */
  void rules(Found of, int cluster, Consumer<RulePath> then, Runnable failed) {
    jobs.run(rulesKey(cluster), Message.of("clusters.job.rule"),
        job -> source.rules(of.clustering(), cluster, job), then, failure -> {
          failed.run();
          after.complain.accept(failure);
        });
  }

  /** The search for rules of a cluster, in {@link #jobs}. */
  static String rulesKey(int cluster) {
    return KEY + ".rules." + cluster;
  }

  /** Opens a rule as a segment to be edited. */
  void openRule(RuleCandidate rule, String segment) {
    after.open.accept(draft(segment, rule.rule()));
  }

  /**
   * Opens the customers who are selected in the diagrams as a segment: a list of their keys or, of very many, a rule that they
   * are kept as a group of their own.
   */
  void makeSegmentOfSelection(Found of, String name) {
    long[] rows = picked.rowsProperty().get();
    int count = Bits.count(rows);
    if (count == 0) {
      return;
    }
    jobs.run(KEY + ".selection", Message.of("clusters.job.save"),
        job -> draft(freeName(name), selection(of, rows, count, name, job)), segment -> {
          after.changed.run();
          after.open.accept(segment);
        }, after.complain);
  }

  private Condition selection(Found of, long[] rows, int count, String name, JobContext job) {
    if (count > MOST_LISTED) {
      return new Condition.InCluster(source.saveMembers(freeName(name), of.clustering(), rows), Set.of(1));
    }
    List<String> keys = new ArrayList<>();
    for (int point = 0; keys.size() < count; point++) {
      if (Bits.get(rows, point)) {
        job.throwIfCancelled();
        keys.add(source.key(of.clustering().customerOfPoint(point)));
      }
    }
    return source.listed(keys);
  }

  /** Keeps the clusters, where they are not yet, and goes on with their id. */
  private void keepUnder(String clustering, Consumer<String> then) {
    Found of = found.get();
    if (of == null) {
      return;
    }
    String already = saved;
    if (already != null) {
      keepNames();
      then.accept(already);
      return;
    }
    List<String> given = given();
    jobs.run(KEY + ".save", Message.of("clusters.job.save"),
        _ -> source.save(clustering.strip(), of.clustering(), given), id -> {
          if (of.equals(found.get())) {
            saved = id;
            kept = given;
          }
          keptClusterings.refresh();
          after.changed.run();
          then.accept(id);
        }, after.complain);
  }

  private static Segment draft(String name, Condition condition) {
    Condition.AllOf all = condition instanceof Condition.AllOf several
        ? several
        : new Condition.AllOf(List.of(condition));
    return new Segment(name, all, new Segment.Reference.Project(), null);
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

  ClusterSetup setup() {
    return setup;
  }

  ClusterSource source() {
    return source;
  }

  KeptClusterings kept() {
    return keptClusterings;
  }

  MapLayouts layouts() {
    return layouts;
  }

  /** Other methods and other days. */
  CompareViewModel compare() {
    return compare;
  }

  /** Which fields matter. */
  ImportanceViewModel importance() {
    return importance;
  }

  JobRunner jobs() {
    return jobs;
  }

  After after() {
    return after;
  }

  /** What is pointed at and selected, in all pictures alike. */
  Picked picked() {
    return picked;
  }

  /** Whether preparation, measures and diagrams are shown, beside the cards. */
  BooleanProperty analyst() {
    return analyst;
  }

  /** The id of the diagram that was looked at last. */
  StringProperty diagram() {
    return diagram;
  }

  ReadOnlyObjectProperty<@Nullable Found> found() {
    return found.getReadOnlyProperty();
  }

  /** By which pictures are painted. */
  ReadOnlyBooleanProperty running() {
    return jobs.running(KEY);
  }

  /** How far the search is. */
  ReadOnlyObjectProperty<@Nullable JobStatus> progress() {
    return jobs.status(KEY);
  }

  /** Whether fields, preparation or data are no more those of what is shown. */
  ReadOnlyBooleanProperty outdated() {
    return outdated.getReadOnlyProperty();
  }

  /** What the person calls each cluster, in their order; empty where nothing was said. */
  ObservableList<StringProperty> names() {
    return names;
  }
}
