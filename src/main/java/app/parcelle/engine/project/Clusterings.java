package app.parcelle.engine.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.Clusters;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.Model;
import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.engine.cluster.explain.Portraits;
import app.parcelle.engine.cluster.explain.Spending;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Fitted;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.rule.RuleFinder;
import app.parcelle.engine.cluster.rule.RuleOptions;
import app.parcelle.engine.cluster.rule.RulePath;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.store.KeptClustering;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.Stored;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Folding;

/** Clusters of the customers of a project: looked for, kept as a field, named, given to new customers. */
public final class Clusterings {
  private final ProjectStore store;
  private final Supplier<Moment> now;
  private final Runnable changed;

  /** @param changed to be told when the project has changed; what {@code now} says is new then */
  Clusterings(ProjectStore store, Supplier<Moment> now, Runnable changed) {
    this.store = store;
    this.now = now;
    this.changed = changed;
  }

  /**
   * Looks for clusters; changes nothing.
   *
   * @throws Problem when fields or segment are not there, or the data cannot be clustered so
   */
  public CustomerClustering find(ClusterRequest request, JobContext job) {
    Moment at = now.get();
    ClusterSheet sheet = sheet(request, at, job);
    return new CustomerClustering(Clusters.find(sheet.sheet(), spending(sheet.customers(), at, job), request,
        threads(), job),
        sheet.customers(), at.data().customers().size());
  }

  /**
   * The same customers and preparation by several algorithms, beside each other.
   *
   * @param base its algorithm is not looked at
   * @throws Problem when fields or segment are not there, or the values cannot be prepared so
   */
  public ComparedClusterings compare(ClusterRequest base, List<Algorithm> algorithms, JobContext job) {
    Moment at = now.get();
    ClusterSheet sheet = sheet(base, at, job);
    return new ComparedClusterings(Clusters.compare(sheet.sheet(), spending(sheet.customers(), at, job), base,
        algorithms, threads(), job),
        sheet.customers(), at.data().customers().size());
  }

  /**
   * The same search, into as many clusters, in what was known on an earlier day, and what has become of those clusters.
   *
   * @throws Problem when the day is not before that of the clustering, or there were too few customers then
   */
  public PeriodComparison overPeriods(CustomerClustering found, LocalDate earlier, JobContext job) {
    Moment at = now.get();
    ClusterRequest request = found.result().request();
    Segment members = members(request, at);
    LocalDate day = day(members, at, job);
    if (!earlier.isBefore(day)) {
      throw new Problem(Message.of("comparison.not-earlier", earlier, day));
    }
    Segment.Reference then = new Segment.Reference.Fixed(earlier);
    List<String> fields = fields(request);
    ClusterSheet sheet = members == null
        ? ClusterSheet.ofBase(fields, then, at, job)
        : ClusterSheet.of(fields, members.seenFrom(then), at, job);
    if (sheet.customers().length < 2) {
      throw new Problem(Message.of("comparison.nobody-then", earlier));
    }
    ClusterRequest same = request.algorithm().asksForK() ? request.withOnly(found.result().k()) : request;
    CustomerClustering before = new CustomerClustering(
        Clusters.find(sheet.sheet(), spending(sheet.customers(), then, at, job), same, threads(), job),
        sheet.customers(), found.all());
    return PeriodComparison.of(earlier, before, day, found);
  }

  /** The day that clusters are seen from: that of the segment they were found within, else the project's. */
  public LocalDate day(CustomerClustering found, JobContext job) {
    Moment at = now.get();
    return day(members(found.result().request(), at), at, job);
  }

  private static LocalDate day(@Nullable Segment members, Moment at, JobContext job) {
    return members == null ? at.evaluator().lastDay(job) : at.evaluator().day(members, job);
  }

  private static @Nullable Segment members(ClusterRequest request, Moment at) {
    String within = request.within();
    return within == null ? null : at.saved(within).segment();
  }

  /** The same search with another of the numbers of clusters that it compared. */
  public CustomerClustering withK(CustomerClustering found, int k, JobContext job) {
    Moment at = now.get();
    return new CustomerClustering(
        Clusters.withK(found.result(), k, spending(found.customers(), at, job), job), found.customers(),
        found.all());
  }

  /**
   * The customers as what a clustering looks at.
   *
   * @param fields ids
   * @param within the id of a saved segment; null for all of the base
   * @throws Problem when there is no such field or segment, or a field cannot tell groups apart
   */
  public ClusterSheet sheet(List<String> fields, @Nullable String within, JobContext job) {
    return sheet(fields, within, now.get(), job);
  }

  /**
   * How the values of these fields are best prepared.
   *
   * @param within the id of the saved segment whose members take part; null for the whole base
   */
  public Pipeline suggested(List<Field> fields, @Nullable String within, Algorithm algorithm,
      JobContext job) {
    List<String> ids = fields.stream().map(Field::id).toList();
    Pipeline found = Pipeline.suggested(sheet(ids, within, now.get(), job).sheet(), ids,
        algorithm.takesCategories());
    // who never ordered has no recency to guess
    return new Pipeline(IntStream.range(0, ids.size())
        .mapToObj(i -> fields.get(i) instanceof Field.OfTrait
            ? found.fields().get(i).withMissing(Pipeline.Missing.LEAVE_OUT)
            : found.fields().get(i))
        .toList(), found.outliers());
  }

  private static ClusterSheet sheet(ClusterRequest request, Moment at, JobContext job) {
    return sheet(fields(request), request.within(), at, job);
  }

  private static List<String> fields(ClusterRequest request) {
    return request.preparation().fields().stream().map(Pipeline.FieldSteps::field).toList();
  }

  private static ClusterSheet sheet(List<String> fields, @Nullable String within, Moment at, JobContext job) {
    return within == null
        ? ClusterSheet.ofBase(fields, at, job)
        : ClusterSheet.of(fields, at.saved(within).segment(), at, job);
  }

  /** What the customers have bought; null where there is no amount. */
  private static @Nullable Spending spending(int[] customers, Moment at, JobContext job) {
    return spending(customers, new Segment.Reference.Project(), at, job);
  }

  private static @Nullable Spending spending(int[] customers, Segment.Reference asOf, Moment at,
      JobContext job) {
    return trait(Trait.MONETARY, customers, asOf, at, job)
        .map(amounts -> new Spending(amounts,
            trait(Trait.FREQUENCY, customers, asOf, at, job).orElse(null)))
        .orElse(null);
  }

  private static Optional<double[]> trait(Trait wanted, int[] customers, Segment.Reference asOf, Moment at,
      JobContext job) {
    return at.fields()
        .fields()
        .stream()
        .filter(field -> field instanceof Field.OfTrait trait && trait.trait() == wanted && trait.isPlain())
        .findFirst()
        .map(field -> at.evaluator().column(field, asOf, job).numbers())
        .map(all -> IntStream.of(customers).mapToDouble(c -> all[c]).toArray());
  }

  /**
   * What the clusters of a saved clustering are like now: its customers, and the values that the fields have today.
   *
   * @throws Problem when there is no such clustering, or a field of it is gone
   */
  public Portrayed portrayed(String id, JobContext job) {
    Moment at = now.get();
    Stored.SavedClusters saved = saved(id);
    ProjectView.SavedClustering clustering = SavedClusteringJson.read(saved);
    List<String> ids = fields(clustering.request());
    // who is in a cluster is in it whatever became of the segment that it was found within
    ClusterSheet sheet = ClusterSheet.ofBase(ids, at, job);
    int[] numbers = store.readNumbers(saved.chunks(), saved.customers(), saved.name());
    int[] assignment = IntStream.of(sheet.customers())
        .map(customer -> customer < numbers.length ? numbers[customer] : 0)
        .toArray();
    try (Workers workers = new Workers(threads())) {
      List<Portrait> portraits = Portraits
          .of(sheet.sheet(), assignment, clustering.k(), spending(sheet.customers(), at, job), workers, job)
          .stream()
          .filter(portrait -> portrait.size() > 0)
          .toList();
      return new Portrayed(clustering, portraits, catalogued(ids, at));
    }
  }

  private static List<Field> catalogued(List<String> ids, Moment at) {
    return ids.stream()
        .map(id -> at.fields()
            .withId(id)
            .orElseThrow(() -> new Problem(Message.of("evaluate.no-field", id))))
        .toList();
  }

  static int threads() {
    return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
  }

  /**
   * Rules in the builder's language that stand for a cluster, from short to faithful, in the fields it was found in.
   *
   * @throws Problem when everybody is in it, or a field is gone
   */
  public RulePath rules(CustomerClustering found, int cluster, JobContext job) {
    int[] assignment = found.result().assignment();
    long[] members = Bits.where(assignment.length, row -> assignment[row] == cluster);
    Moment at = now.get();
    List<Field> fields = catalogued(fields(found.result().request()), at);
    try (Workers workers = new Workers(threads())) {
      return RuleFinder.find(found.result().sheet(), fields, members, RuleOptions.in(at.data().zone()),
          found.result().request().seed(), workers, job);
    }
  }

  /**
   * Keeps clusters as a field that segments can test. Returns its stable id.
   *
   * @param names what the person calls the clusters, one each, blank where nothing was said; may be empty
   * @throws Problem when the name is blank or others have it, whatever the case
   */
  public String save(String name, CustomerClustering found, List<String> names) {
    ClusterResult result = found.result();
    SavedModel model = new SavedModel(result.prepared().fitted(), result.partition().model(),
        result.numberOf(),
        spread(ClusterSheet.marks(result.sheet()), found.customers(), found.all()));
    return add(free(name, null), new KeptClustering(SavedClusteringJson.write(result),
        found.byCustomer(), SavedModelBytes.write(model)), SavedClusteringJson.names(names, result.k()));
  }

  /**
   * Keeps some customers as a group of their own, cluster 1 of a clustering that has no other. Returns its stable id.
   *
   * @param points one bit a point of the clustering's prepared rows
   * @throws Problem as for {@link #save}
   */
  public String saveMembers(String name, CustomerClustering found, long[] points) {
    int[] assignment = new int[found.all()];
    for (int point = 0; point < found.result().points().rows(); point++) {
      assignment[found.customerOfPoint(point)] = Bits.get(points, point) ? 1 : 0;
    }
    String document = SavedClusteringJson.members(found.result().request(), assignment);
    return add(free(name, null), new KeptClustering(document, assignment, new byte[0]), List.of());
  }

  private String add(String name, KeptClustering clustering, List<String> names) {
    String id = store.addClustering(name, clustering, names,
        Operation.of(Operation.Kind.SAVE_CLUSTERING, name).write());
    changed.run();
    return id;
  }

  /**
   * Names the clusters of a saved clustering.
   *
   * @param names as for {@link #save}
   * @throws Problem when there is no such clustering
   */
  public void name(String id, List<String> names) {
    Stored.SavedClusters saved = saved(id);
    List<String> kept = SavedClusteringJson.names(names, SavedClusteringJson.read(saved).k());
    if (!kept.equals(saved.names())) {
      change(Operation.of(Operation.Kind.NAME_CLUSTERS, saved.name(), Documents.texts(kept)), id,
          c -> c.named(kept));
    }
  }

  /**
   * Gives a saved clustering another name.
   *
   * @throws Problem when there is no such clustering, the name is blank or another has it, whatever the case
   */
  public void rename(String id, String name) {
    Stored.SavedClusters saved = saved(id);
    String wanted = free(name, id);
    if (!wanted.equals(saved.name())) {
      change(Operation.of(Operation.Kind.RENAME_CLUSTERING, saved.name(), Documents.text(wanted)), id,
          c -> c.renamed(wanted));
    }
  }

  /** The name as it is kept, which no clustering but this one has. */
  private String free(String name, @Nullable String but) {
    String wanted = name.strip();
    if (wanted.isEmpty()) {
      throw new Problem(Message.of("project.clustering-without-name"));
    }
    String folded = Folding.fold(wanted);
    if (now.get()
        .state()
        .clusterings()
        .stream()
        .anyMatch(c -> !c.id().equals(but) && Folding.fold(c.name()).equals(folded))) {
      throw new Problem(Message.of("project.clustering-exists", wanted));
    }
    return wanted;
  }

  /**
   * Removes a saved clustering; segments that test it are of unknown size then.
   *
   * @throws Problem when there is no such clustering
   */
  public void remove(String id) {
    Stored.SavedClusters saved = saved(id);
    store.change(s -> s.withClusterings(s.clusterings().stream().filter(c -> !c.id().equals(id)).toList()),
        Operation.of(Operation.Kind.REMOVE_CLUSTERING, saved.name()).write());
    changed.run();
  }

  /**
   * Who is assigned anew, once the data has changed.
   *
   * @param assigned customers that are in a cluster now
   * @param entered those that were in none
   * @param moved those that were in another
   * @param left those that are in none any more
   */
  public record Refreshed(int assigned, int entered, int moved, int left) {}

  /**
   * Assigns today's customers to the clusters of a saved clustering: those whose values are the same stay where they are, or in
   * none; all others are assigned by its model after the same preparation.
   *
   * @throws Problem when there is no such clustering, it was saved without a model, or a field or the segment of it is gone
   */
  public Refreshed refresh(String id, JobContext job) {
    Moment at = now.get();
    Stored.SavedClusters saved = saved(id);
    if (saved.model().isEmpty()) {
      throw SavedClusteringJson.withoutModel(saved);
    }
    ProjectView.SavedClustering kept = SavedClusteringJson.read(saved);
    SavedModel model = SavedModelBytes.read(store.kept().model(saved), saved.name(), kept.k());
    ClusterSheet sheet = sheet(kept.request(), at, job);
    int[] before = store.readNumbers(saved.chunks(), saved.customers(), saved.name());
    int all = at.data().customers().size();
    long[] marks = spread(ClusterSheet.marks(sheet.sheet()), sheet.customers(), all);
    int[] after = CustomerClustering
        .spread(assigned(model, kept.request().preparation(), sheet, job), sheet.customers(), all);
    for (int customer : sheet.customers()) {
      if (customer < model.marks().length && marks[customer] == model.marks()[customer]) {
        after[customer] = before[customer];
      }
    }
    store.replaceClusters(id, new KeptClustering(SavedClusteringJson.withSizes(saved, after), after,
        SavedModelBytes.write(model.withMarks(marks))),
        Operation.of(Operation.Kind.REFRESH_CLUSTERING, saved.name()).write());
    changed.run();
    return compare(before, after);
  }

  private static long[] spread(long[] ofRows, int[] customers, int all) {
    long[] spread = new long[all];
    for (int row = 0; row < customers.length; row++) {
      spread[customers[row]] = ofRows[row];
    }
    return spread;
  }

  /** The cluster of each row of the sheet by the model, from 1; 0 for none. */
  private static int[] assigned(SavedModel model, Pipeline pipeline, ClusterSheet sheet, JobContext job) {
    int[] ofRows = new int[sheet.customers().length];
    try (Workers workers = new Workers(threads())) {
      Fitted.Applied applied = model.fitted().apply(sheet.sheet(), pipeline, workers, job);
      MixedPoints points = applied.points();
      Model.Assigner assigner = model.model().assigner(workers, job);
      workers.run(Workers.blocks(points.rows()), block -> {
        job.throwIfCancelled();
        job.progress((long) block * Workers.BLOCK, points.rows(), Message.of("cluster.progress.assign"));
        for (int point = block * Workers.BLOCK; point < Workers.blockEnd(block, points.rows()); point++) {
          int label = assigner.assign(points, point);
          ofRows[applied.rowOf()[point]] = label < 0 ? 0 : model.numberOf()[label];
        }
      });
    }
    return ofRows;
  }

  private static Refreshed compare(int[] before, int[] after) {
    int assigned = 0;
    int entered = 0;
    int moved = 0;
    int left = 0;
    for (int customer = 0; customer < after.length; customer++) {
      int was = customer < before.length ? before[customer] : 0;
      int is = after[customer];
      assigned += is > 0 ? 1 : 0;
      entered += was == 0 && is > 0 ? 1 : 0;
      moved += was > 0 && is > 0 && was != is ? 1 : 0;
      left += was > 0 && is == 0 ? 1 : 0;
    }
    return new Refreshed(assigned, entered, moved, left);
  }

  private Stored.SavedClusters saved(String id) {
    return now.get()
        .state()
        .clusterings()
        .stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("project.no-clustering", id)));
  }

  private void change(Operation operation, String id, UnaryOperator<Stored.SavedClusters> change) {
    store.change(s -> s.withClusterings(
        s.clusterings().stream().map(c -> c.id().equals(id) ? change.apply(c) : c).toList()),
        operation.write());
    changed.run();
  }
}
