package app.parcelle.engine.evaluate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Fault;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentCheck;
import app.parcelle.engine.segment.SegmentPaths;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/**
 * Computes segments over one state of a project. What a condition gives is kept by the condition and the reference day, so that an
 * edit computes what it changed and combines the rest again. Safe between threads.
 */
public final class Evaluator {
  private static final int MOST_KEPT = 256;

  private final Dataset data;
  private final FieldCatalog fields;
  private final CustomerColumns.ClusterNumbers clusters;
  private final Clock clock;
  private final OneEach oneEach;
  private final Map<Long, EventRows.Rows> counting;
  private final Map<Kept, Leaf> leaves = lru();
  private final Map<Kept, List<Chunk>> columns = lru();
  private final Map<AsOf, long[]> bases = lru();
  private final Map<ZoneId, LocalDate> lastDays = new HashMap<>();

  /** What a result depends on besides the data. */
  private record Kept(Object what, AsOf asOf) {}

  /**
   * What a condition without children says of each customer number.
   *
   * @param bits who meets it
   * @param missing whose value is missing, the invalid ones included; null when nobody's is
   * @param invalid whose value could not be understood; null when nobody's is
   */
  record Leaf(long[] bits, long @Nullable [] missing, long @Nullable [] invalid) {}

  /** @param clock for segments seen from now */
  public Evaluator(Dataset data, FieldCatalog fields, ClusterSource clusters, Clock clock) {
    this.data = data;
    this.fields = fields;
    this.clusters = clusters::of;
    this.clock = clock;
    this.oneEach = new OneEach(data);
    this.counting = new HashMap<>();
  }

  /** The clusters of a saved clustering by customer number; 0 where there is none. */
  public interface ClusterSource {
    int[] of(String clusteringId);
  }

  private static <K, V> Map<K, V> lru() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST_KEPT;
      }
    };
  }

  /**
   * Answers for other days of the same data, and keeps what it computes for itself, so that what is kept here for the next edit
   * stays.
   */
  public Evaluator aside() {
    return new Evaluator(this);
  }

  private Evaluator(Evaluator other) {
    this.data = other.data;
    this.fields = other.fields;
    this.clusters = other.clusters;
    this.clock = other.clock;
    this.oneEach = other.oneEach;
    this.counting = other.counting;
  }

  /** What day it is in a zone. */
  public LocalDate today(ZoneId zone) {
    return LocalDate.now(clock.withZone(zone));
  }

  /** The day that a segment is seen from. */
  public LocalDate day(Segment segment, JobContext job) {
    return asOf(segment, job).today();
  }

  /** A field's values, read one by one. */
  public Cells cells(Field field, Segment.Reference reference, JobContext job) {
    List<Chunk> chunks = column(field, asOf(new Segment("", null, reference, null), job), job);
    return customer -> FieldColumn.value(field, chunks.get(customer >> 16), customer & 0xFFFF);
  }

  /** Forgets everything computed, as if nothing had been asked yet. */
  public synchronized void forget() {
    leaves.clear();
    columns.clear();
    bases.clear();
    counting.clear();
    lastDays.clear();
  }

  public Evaluation evaluate(Segment segment, JobContext job) {
    AsOf asOf = asOf(segment, job);
    Evaluating evaluating = new Evaluating(asOf, job);
    long[] base = base(asOf, job);
    List<Fault> faults = SegmentCheck.check(segment, fields);
    return evaluating.evaluate(segment.rule(), base, faults);
  }

  /** The day and zone that a segment is seen from. */
  AsOf asOf(Segment segment, JobContext job) {
    ZoneId zone = segment.zone() == null ? data.zone() : segment.zone();
    return new AsOf(switch (segment.reference()) {
      case Segment.Reference.Project() -> lastDay(zone, job);
      case Segment.Reference.Now() -> LocalDate.now(clock.withZone(zone));
      case Segment.Reference.Fixed(LocalDate day) -> day;
    }, zone);
  }

  /** The day of the last event that counts, in any table; today where there is none. */
  public LocalDate lastDay(JobContext job) {
    return lastDay(data.zone(), job);
  }

  private LocalDate lastDay(ZoneId zone, JobContext job) {
    synchronized (this) {
      LocalDate known = lastDays.get(zone);
      if (known != null) {
        return known;
      }
    }
    LocalDate found = new LastEvent(data, new EventRows(data, new AsOf(LocalDate.EPOCH, zone), counting, job))
        .day(zone)
        .orElseGet(() -> LocalDate.now(clock.withZone(zone)));
    synchronized (this) {
      lastDays.put(zone, found);
    }
    return found;
  }

  /** The customers that segments start from as of a day: one bit each. */
  long[] base(AsOf asOf, JobContext job) {
    synchronized (this) {
      long[] known = bases.get(asOf);
      if (known != null) {
        return known;
      }
    }
    long[] base = new Base(data, new EventRows(data, asOf, counting, job), oneEach, job).customers();
    synchronized (this) {
      bases.put(asOf, base);
    }
    return base;
  }

  /** A field's chunks over customer numbers. */
  List<Chunk> column(Field field, AsOf asOf, JobContext job) {
    Kept key = new Kept(field, asOf);
    synchronized (this) {
      List<Chunk> known = columns.get(key);
      if (known != null) {
        return known;
      }
    }
    List<Chunk> computed = new CustomerColumns(data, asOf, new EventRows(data, asOf, counting, job), clusters,
        oneEach,
        job).of(field);
    synchronized (this) {
      columns.put(key, computed);
    }
    return computed;
  }

  /** The rows of a table that count: one bit set a run, one bit a row. Not to be written to. */
  public List<long[]> counting(TableVersion table, JobContext job) {
    return rows(job).counting(table);
  }

  /** The same without the returns that are taken off sums. Not to be written to. */
  public List<long[]> purchases(TableVersion table, JobContext job) {
    return rows(job).purchases(table);
  }

  /** The rows of a table that meet a condition over its columns: one bit set a run. */
  public List<long[]> rows(TableVersion table, Condition condition, JobContext job) {
    return rows(job).bits(table, condition);
  }

  private EventRows rows(JobContext job) {
    return new EventRows(data, new AsOf(LocalDate.EPOCH, data.zone()), counting, job);
  }

  /** How many customers there are as of the segment's reference. */
  public int baseCount(Segment.Reference reference, JobContext job) {
    return Bits.count(base(asOf(new Segment("", null, reference, null), job), job));
  }

  /** The customers as of a reference: one bit each. Not to be written to. */
  public long[] base(Segment.Reference reference, JobContext job) {
    return base(asOf(new Segment("", null, reference, null), job), job);
  }

  /** A field's values for all customers. */
  public FieldColumn column(Field field, Segment.Reference reference, JobContext job) {
    List<Chunk> chunks = column(field, asOf(new Segment("", null, reference, null), job), job);
    return Gathered.of(field, chunks, data.customers().size());
  }

  Leaf leaf(Condition condition, AsOf asOf, JobContext job) {
    Kept key = new Kept(condition, asOf);
    synchronized (this) {
      Leaf known = leaves.get(key);
      if (known != null) {
        return known;
      }
    }
    Leaf computed = new LeafEvaluation(data, fields, asOf, new EventRows(data, asOf, counting, job),
        field -> column(field, asOf, job), job).of(condition);
    synchronized (this) {
      leaves.put(key, computed);
    }
    return computed;
  }

  /** One evaluation of one rule. */
  private final class Evaluating {
    private final AsOf asOf;
    private final JobContext job;
    private final Map<String, Problem> errors = new HashMap<>();

    Evaluating(AsOf asOf, JobContext job) {
      this.asOf = asOf;
      this.job = job;
    }

    Evaluation evaluate(@Nullable Condition rule, long[] base, List<Fault> faults) {
      int size = Bits.count(base);
      if (rule == null) {
        return result(new long[base.length], size, List.of());
      }
      Map<String, Message> faulty = new HashMap<>();
      faults.forEach(f -> faulty.putIfAbsent(SegmentPaths.rowOf(f.path()), f.message()));
      List<SegmentPaths.Row> nodes = SegmentPaths.rows(rule);
      for (SegmentPaths.Row node : nodes) {
        if (isLeaf(node.condition()) && !faulty.containsKey(node.path())) {
          tryLeaf(node);
        }
      }
      errors.forEach((path, problem) -> faulty.put(path, problem.message()));
      Counting counts = new Counting(base, faulty, condition -> leaf(condition, asOf, job));
      Counting.Node root = counts.tree(rule);
      return result(root.met(), size, counts.rows(root));
    }

    private void tryLeaf(SegmentPaths.Row node) {
      try {
        leaf(node.condition(), asOf, job);
      } catch (Problem problem) {
        errors.put(node.path(), problem);
      }
    }

    private Evaluation result(long @Nullable [] members, int size, List<Evaluation.Row> rows) {
      return new Evaluation(members, members == null ? -1 : Bits.count(members), size,
          members == null ? OptionalInt.empty() : reachable(members), asOf.today(), asOf.cutInstant(), rows);
    }

    private OptionalInt reachable(long[] members) {
      for (Field field : fields.fields()) {
        if (field instanceof Field.OfCustomer f && f.role() == Role.CONSENT) {
          int granted = 0;
          int customer = 0;
          for (Chunk chunk : column(field, asOf, job)) {
            for (int i = 0; i < chunk.rows(); i++, customer++) {
              granted += Bits.get(members, customer) && !chunk.isMissing(i) && chunk.at(i) == 1 ? 1 : 0;
            }
          }
          return OptionalInt.of(granted);
        }
      }
      return OptionalInt.empty();
    }
  }

  static boolean isLeaf(Condition condition) {
    return !(condition instanceof Condition.AllOf || condition instanceof Condition.AnyOf
        || condition instanceof Condition.Not);
  }

  /** Why a customer is in or out, and the smallest change that would alter that. */
  public Explanation explain(Segment segment, int customer, JobContext job) {
    AsOf asOf = asOf(segment, job);
    Evaluation evaluation = evaluate(segment, job);
    for (Evaluation.Row row : evaluation.rows()) {
      if (row.error() != null) {
        throw new Problem(row.error());
      }
    }
    Explaining.Leaves leaves = new Explaining.Leaves() {
      @Override
      public Leaf of(Condition condition) {
        return leaf(condition, asOf, job);
      }

      @Override
      public @Nullable Value value(Condition condition) {
        return compared(condition, asOf, customer, job);
      }
    };
    Needs needs = new Needs(asOf, ref -> fields.find(ref).map(Field::scale).orElse(0));
    boolean member = evaluation.members() != null && Bits.get(evaluation.members(), customer);
    return new Explaining(customer, leaves, needs).of(data.customers().text(customer),
        Bits.get(base(asOf, job), customer), member, segment.rule());
  }

  private @Nullable Value compared(Condition condition, AsOf asOf, int customer, JobContext job) {
    return new LeafEvaluation(data, fields, asOf, new EventRows(data, asOf, counting, job),
        field -> column(field, asOf, job), job).value(condition, customer);
  }
}
