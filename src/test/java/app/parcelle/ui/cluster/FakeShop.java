package app.parcelle.ui.cluster;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.Clusters;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.engine.cluster.explain.Spending;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.cluster.rule.RuleFinder;
import app.parcelle.engine.cluster.rule.RuleOptions;
import app.parcelle.engine.cluster.rule.RulePath;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.ClusterSheet;
import app.parcelle.engine.project.Clusterings.Refreshed;
import app.parcelle.engine.project.ComparedClusterings;
import app.parcelle.engine.project.CustomerClustering;
import app.parcelle.engine.project.PeriodComparison;
import app.parcelle.engine.project.ProjectView.SavedClustering;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.SomeFields;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/** A shop with four kinds of customers. */
final class FakeShop implements ClusterSource {
  private static final double[][] KINDS = {{20, 12, 30}, {30, 2, 120}, {200, 2, 40}, {220, 9, 150}};

  static final LocalDate TODAY = LocalDate.of(2026, 10, 31);

  private final int customers;
  private final List<Field> fields = new ArrayList<>();
  private final double[][] columns = new double[6][];
  final List<SavedClustering> kept = new ArrayList<>();
  final List<String> saved = new ArrayList<>();
  final List<List<String>> named = new ArrayList<>();
  final List<ClusterRequest> asked = new ArrayList<>();

  FakeShop(int customers) {
    this.customers = customers;
    fields.add(new Field.Key("t1.key", "customer", ColumnType.IDENTIFIER, 0, "t1"));
    // a shop that does not say what its products cost
    for (Trait trait : EnumSet.complementOf(EnumSet.of(Trait.MARGIN))) {
      fields.add(
          new Field.OfTrait("t1:" + trait.id(), trait.id().replace('_', ' '), ColumnType.DECIMAL, 2, "t1",
              trait));
    }
    fields.add(new Field.OfCustomer("t2.c3", "Age", ColumnType.WHOLE, 0, "t2", "c3", Role.NONE));
    fields.add(new Field.OfCustomer("t2.c4", "Town", ColumnType.TEXT, 0, "t2", "c4", Role.PLACE));
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
    for (int c = 0; c < columns.length; c++) {
      columns[c] = new double[customers];
    }
    for (int i = 0; i < customers; i++) {
      int at = i % 10;
      double[] kind = KINDS[at < 4 ? 0 : at < 7 ? 1 : at < 9 ? 2 : 3];
      columns[0][i] = Math.round(kind[0] * Math.exp(0.35 * random.nextGaussian()));
      columns[1][i] = Math.max(1, Math.round(kind[1] * Math.exp(0.3 * random.nextGaussian())));
      columns[3][i] = kind[2] * Math.exp(0.35 * random.nextGaussian());
      columns[2][i] = columns[3][i] * columns[1][i];
      columns[4][i] = columns[0][i] + 400 * random.nextDouble();
      columns[5][i] = i % 50 == 0 ? Double.NaN : Math.round(42 + 12 * random.nextGaussian());
    }
  }

  void forgetFields() {
    fields.clear();
  }

  void addField(String name) {
    fields.add(new Field.OfCustomer("t2." + name, name, ColumnType.WHOLE, 0, "t2", name, Role.NONE));
  }

  void addText(String name) {
    fields.add(new Field.OfCustomer("t2." + name, name, ColumnType.TEXT, 0, "t2", name, Role.NONE));
  }

  @Override
  public FieldCatalog fields() {
    return new SomeFields(List.copyOf(fields)) {
      @Override
      public Optional<String> clustering(String nameOrId) {
        return saved.contains(nameOrId) ? Optional.of(nameOrId) : Optional.empty();
      }
    };
  }

  @Override
  public List<SavedSegment> segments() {
    return List.of();
  }

  @Override
  public FieldColumn column(Field field, JobContext job) {
    double[] values = ((Sheet.Numbers) sheet(List.of(field.id())).columns().getFirst()).values();
    return new FieldColumn(field, Arrays.stream(values).mapToLong(Math::round).toArray(), Bits.of(customers),
        Bits.of(customers), null);
  }

  @Override
  public Pipeline suggested(List<Field> chosen, @Nullable String within, Algorithm algorithm,
      JobContext job) {
    List<String> ids = chosen.stream().map(Field::id).toList();
    return Pipeline.suggested(sheet(ids), ids, algorithm.takesCategories());
  }

  @Override
  public CustomerClustering cluster(ClusterRequest request, JobContext job) {
    asked.add(request);
    List<String> ids = request.preparation().fields().stream().map(Pipeline.FieldSteps::field).toList();
    return new CustomerClustering(Clusters.find(sheet(ids), spending(), request, 2, job),
        IntStream.range(0, customers).toArray(), customers);
  }

  @Override
  public CustomerClustering withK(CustomerClustering found, int k, JobContext job) {
    return new CustomerClustering(Clusters.withK(found.result(), k, spending(), job), found.customers(),
        customers);
  }

  @Override
  public ComparedClusterings compare(ClusterRequest base, List<Algorithm> algorithms, JobContext job) {
    return new ComparedClusterings(Clusters.compare(sheet(ids(base)), spending(), base, algorithms, 2, job),
        IntStream.range(0, customers).toArray(), customers);
  }

  @Override
  public LocalDate day(CustomerClustering found, JobContext job) {
    return TODAY;
  }

  /** Then one in twenty of the customers was not there yet, and one in ten bought as another does now. */
  @Override
  public PeriodComparison overPeriods(CustomerClustering found, LocalDate earlier, JobContext job) {
    List<String> ids = ids(found.result().request());
    int[] there = IntStream.range(0, customers).filter(i -> i % 20 != 19).toArray();
    List<Sheet.Source> then = new ArrayList<>();
    for (Sheet.Source column : sheet(ids).columns()) {
      then.add(switch (column) {
        case Sheet.Numbers(String name, double[] values) -> new Sheet.Numbers(name, IntStream.of(there)
            .mapToDouble(i -> values[i % 10 == 3 ? (i + 4) % customers : i])
            .toArray());
        case Sheet.Categories(String name, List<String> levels, int[] codes) -> new Sheet.Categories(name,
            levels, IntStream.of(there).map(i -> codes[i]).toArray());
      });
    }
    ClusterRequest same = found.result().request().withOnly(found.result().k());
    CustomerClustering before = new CustomerClustering(
        Clusters.find(new Sheet(there.length, then), null, same, 2, job), there, customers);
    return PeriodComparison.of(earlier, before, TODAY, found);
  }

  private static List<String> ids(ClusterRequest request) {
    return request.preparation().fields().stream().map(Pipeline.FieldSteps::field).toList();
  }

  private Spending spending() {
    return new Spending(columns[2], columns[1]);
  }

  private Sheet sheet(List<String> ids) {
    List<Sheet.Source> chosen = new ArrayList<>();
    for (String id : ids) {
      int column = fields.stream().map(Field::id).toList().indexOf(id) - 1;
      chosen.add(column < columns.length
          ? new Sheet.Numbers(fields.get(column + 1).name(), columns[column])
          : new Sheet.Categories(fields.get(column + 1).name(), List.of("Lille", "Nice"),
              IntStream.range(0, customers).map(i -> i % 3 / 2).toArray()));
    }
    return new Sheet(customers, chosen);
  }

  @Override
  public String save(String name, CustomerClustering found, List<String> names) {
    saved.add(name);
    named.add(names);
    String id = "k" + saved.size();
    kept.add(new SavedClustering(id, name, found.result().request(), found.result().k(),
        found.result().portraits().stream().map(Portrait::size).toList(), names, customers, true));
    return id;
  }

  @Override
  public String saveMembers(String name, CustomerClustering found, long[] points) {
    return save(name, found, List.of());
  }

  @Override
  public void nameClusters(String id, List<String> names) {
    named.add(names);
  }

  @Override
  public RulePath rules(CustomerClustering found, int cluster, JobContext job) {
    int[] assignment = found.result().assignment();
    long[] members = Bits.of(assignment.length);
    IntStream.range(0, assignment.length)
        .filter(row -> assignment[row] == cluster)
        .forEach(row -> Bits.set(members, row));
    List<String> ids = found.result().request().preparation().fields().stream().map(f -> f.field()).toList();
    List<Field> chosen = ids.stream()
        .map(id -> fields.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow())
        .toList();
    try (Workers workers = Workers.inline()) {
      return RuleFinder.find(found.result().sheet(), chosen, members, RuleOptions.in(ZoneOffset.UTC), 1,
          workers, job);
    }
  }

  @Override
  public ClusterSheet sheet(Field field, JobContext job) {
    return new ClusterSheet(sheet(List.of(field.id())), IntStream.range(0, customers).toArray());
  }

  @Override
  public List<SavedClustering> saved() {
    return List.copyOf(kept);
  }

  @Override
  public void rename(String id, String name) {
    kept.replaceAll(c -> c.id().equals(id)
        ? new SavedClustering(id, name, c.request(), c.k(), c.sizes(), c.names(), c.customers(), true)
        : c);
  }

  @Override
  public void remove(String id) {
    kept.removeIf(c -> c.id().equals(id));
  }

  @Override
  public Refreshed refresh(String id, JobContext job) {
    return new Refreshed(customers, 7, 5, 3);
  }

  @Override
  public String key(int customer) {
    return "C" + customer;
  }
}
