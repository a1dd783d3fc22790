package app.parcelle.engine.evaluate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.value.RfmModel;
import app.parcelle.engine.value.RfmScores;

/**
 * Computes segments over one state of a project. What a condition gives is kept in the {@link Results} that all states share, so that
 * an edit computes what it changed and combines the rest again. Safe between threads.
 */
public final class Evaluator {
  private final Dataset data;
  private final FieldCatalog fields;
  private final Holdings holdings;
  private final Results results;
  private final Clock clock;
  private final OneEach oneEach;
  private final References references;
  private final long directory;

  /**
   * What a condition without children says of each customer number.
   *
   * @param bits who meets it
   * @param missing whose value is missing, the invalid ones included; null when nobody's is
   * @param invalid whose value could not be understood; null when nobody's is
   */
  record Leaf(long[] bits, long @Nullable [] missing, long @Nullable [] invalid) {
    long bytes() {
      return 8L * bits.length * (1 + (missing == null ? 0 : 1) + (invalid == null ? 0 : 1));
    }
  }

  /** The chunks of a field. */
  private record Chunks(List<Chunk> chunks) {
    long bytes() {
      return chunks.stream().mapToLong(Chunk::bytes).sum();
    }
  }

  /** What results are kept of, besides conditions and fields. */
  private enum Kind {
    LAST_DAY, BASE, COUNTING, REACHABLE
  }

  private record Sample(String seed) {}

  private record Kept(Segment segment) {}

  /**
   * @param results what other states of the project have computed already
   * @param clock for segments seen from now
   */
  public Evaluator(Dataset data, FieldCatalog fields, Holdings holdings, Results results, Clock clock) {
    this.data = data;
    this.fields = fields;
    this.holdings = holdings;
    this.results = results;
    this.clock = clock;
    this.oneEach = new OneEach(data);
    this.references = new References(data, fields, holdings, this::membersOf);
    this.directory = results.directory(data.customers());
  }

  /**
   * Answers for other days of the same data, and keeps what it computes for itself, so that what is kept here for the next edit
   * stays.
   */
  public Evaluator aside() {
    return new Evaluator(data, fields, holdings, new Results(), clock);
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
    List<Chunk> chunks = column(field, asOf(reference, job), job);
    return customer -> FieldColumn.value(field, chunks.get(customer >> 16), customer & 0xFFFF);
  }

  /** Forgets everything computed, as if nothing had been asked yet. */
  public void forget() {
    results.clear();
  }

  private Uses uses() {
    return new Uses(fields, holdings);
  }

  private <V> V kept(Object what, @Nullable AsOf asOf, Uses uses, Class<V> type, ToLongFunction<V> bytes,
      Supplier<V> compute) {
    return results.get(new Results.Key(what, asOf, directory, uses.all()), type, bytes, compute);
  }

  private EventRows rows(AsOf asOf, JobContext job) {
    return new EventRows(data, asOf, (table, find) -> kept(Kind.COUNTING, null, uses().with(table),
        EventRows.Rows.class, EventRows.Rows::bytes, find), job);
  }

  private EventRows rows(JobContext job) {
    return rows(new AsOf(LocalDate.EPOCH, data.zone()), job);
  }

  public Evaluation evaluate(Segment segment, JobContext job) {
    return new Evaluating(this, fields, asOf(segment, job), List.of(), job).evaluate(segment);
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

  private AsOf asOf(Segment.Reference reference, JobContext job) {
    return asOf(new Segment("", null, reference, null), job);
  }

  /** The day of the last event that counts, in any table; today where there is none. */
  public LocalDate lastDay(JobContext job) {
    return lastDay(data.zone(), job);
  }

  private LocalDate lastDay(ZoneId zone, JobContext job) {
    Uses events = uses();
    tables(TableKind.EVENTS).forEach(events::with);
    AsOf any = new AsOf(LocalDate.EPOCH, zone);
    LocalDate last = kept(Kind.LAST_DAY, any, events, LocalDate.class, _ -> 24,
        () -> new LastEvent(data, rows(any, job)).day(zone).orElse(LocalDate.MIN));
    return last.equals(LocalDate.MIN) ? LocalDate.now(clock.withZone(zone)) : last;
  }

  private List<TableVersion> tables(TableKind kind) {
    return data.tables().stream().filter(t -> t.kind() == kind).toList();
  }

  /** The customers that segments start from as of a day: one bit each. */
  long[] base(AsOf asOf, JobContext job) {
    return kept(Kind.BASE, asOf, uses().base(), long[].class, bits -> 8L * bits.length,
        () -> new Base(data, rows(asOf, job), oneEach, job).customers());
  }

  /** A field's chunks over customer numbers. */
  List<Chunk> column(Field field, AsOf asOf, JobContext job) {
    return kept(field, asOf, uses().with(field), Chunks.class, Chunks::bytes,
        () -> new Chunks(field instanceof Field.Score score
            ? scored(score, asOf, job)
            : new CustomerColumns(data, asOf, rows(asOf, job), holdings::clusters, oneEach, job).of(field)))
        .chunks();
  }

  private List<Chunk> scored(Field.Score score, AsOf asOf, JobContext job) {
    RfmModel model = holdings.rfm();
    if (model == null) {
      throw new Problem(Message.of("evaluate.no-field", score.name()));
    }
    return ScoreChunks.of(scores(model, asOf, job), score.part(), model);
  }

  /** The RFM scores of all customers as of a reference, by a model that the project may or may not keep. */
  public RfmScores scores(RfmModel of, Segment.Reference reference, JobContext job) {
    return scores(of, asOf(reference, job), job);
  }

  private RfmScores scores(RfmModel of, AsOf asOf, JobContext job) {
    Uses table = uses();
    data.tables().stream().filter(t -> t.tableId().equals(of.tableId())).forEach(table::with);
    return kept(of, asOf, table, RfmScores.class, _ -> 16L * data.customers().size(),
        () -> new RfmEvaluation(fields, asOf, data.customers().size(), field -> column(field, asOf, job))
            .scores(of));
  }

  /** The day that a reference means, in the project's zone. */
  public LocalDate day(Segment.Reference reference, JobContext job) {
    return asOf(reference, job).today();
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

  /** How many customers there are as of the segment's reference. */
  public int baseCount(Segment.Reference reference, JobContext job) {
    return Bits.count(base(reference, job));
  }

  /** The customers as of a reference: one bit each. Not to be written to. */
  public long[] base(Segment.Reference reference, JobContext job) {
    return base(asOf(reference, job), job);
  }

  /** A field's values for all customers. */
  public FieldColumn column(Field field, Segment.Reference reference, JobContext job) {
    return gathered(field, asOf(reference, job), job);
  }

  private FieldColumn gathered(Field field, AsOf asOf, JobContext job) {
    return Gathered.of(field, column(field, asOf, job), data.customers().size());
  }

  /** @param within the saved segments whose evaluation asks, the outermost first */
  Leaf leaf(Condition condition, AsOf asOf, List<FieldCatalog.Saved> within, JobContext job) {
    return kept(condition, asOf, uses().with(condition), Leaf.class, Leaf::bytes,
        () -> leaves(asOf, within, job).of(condition));
  }

  private LeafEvaluation leaves(AsOf asOf, List<FieldCatalog.Saved> within, JobContext job) {
    return new LeafEvaluation(data, fields, asOf, rows(asOf, job), field -> column(field, asOf, job),
        new Around(asOf, within, job), job);
  }

  /** What one evaluation has around it. */
  private final class Around implements Surroundings {
    private final AsOf asOf;
    private final List<FieldCatalog.Saved> within;
    private final JobContext job;

    Around(AsOf asOf, List<FieldCatalog.Saved> within, JobContext job) {
      this.asOf = asOf;
      this.within = within;
      this.job = job;
    }

    @Override
    public long[] base() {
      return Evaluator.this.base(asOf, job);
    }

    @Override
    public int[] sampleNumbers(String seed) {
      return Evaluator.this.sampleNumbers(seed, job);
    }

    @Override
    public Positions positions(Condition.Coordinates where) {
      return kept(where, asOf, uses().with(where), Positions.class, Positions::bytes,
          () -> Positions.of(where, this::field, this::column, data.customers().size(), job));
    }

    @Override
    public long[] members(FieldRef segment, Condition.Membership membership) {
      return references.members(segment, membership, asOf, within, job);
    }

    @Override
    public List<Chunk> column(FieldRef ref) {
      return Evaluator.this.column(field(ref), asOf, job);
    }

    private Field field(FieldRef ref) {
      return LeafEvaluation.field(fields, ref);
    }

    @Override
    public Holdings holdings() {
      return holdings;
    }
  }

  private int[] sampleNumbers(String seed, JobContext job) {
    return kept(new Sample(seed), null, uses(), int[].class, numbers -> 4L * numbers.length,
        () -> SampleNumbers.of(data.customers(), seed, job));
  }

  /** The members of a saved segment, seen from a day. */
  private long[] membersOf(FieldCatalog.Saved saved, AsOf asOf, List<FieldCatalog.Saved> within,
      JobContext job) {
    Evaluating evaluating = new Evaluating(this, fields, asOf, within, job);
    return kept(new Kept(saved.segment()), asOf, uses().with(saved), long[].class, bits -> 8L * bits.length,
        () -> evaluating.members(saved.segment()));
  }

  /** Those whom a limit keeps of those who meet the rule: one bit a customer. */
  long[] limited(long[] met, Limit limit, AsOf asOf, JobContext job) {
    FieldRef by = limit.by();
    FieldRef per = limit.per();
    return new Limits(limit, by == null ? null : gathered(LeafEvaluation.field(fields, by), asOf, job),
        sampleNumbers(limit.seed(), job), data.customers())
        .kept(met, per == null ? null : gathered(LeafEvaluation.field(fields, per), asOf, job), job);
  }

  /** Who can be written to; see {@link Evaluation}. Null where the project does not know. */
  long @Nullable [] reachable(AsOf asOf, JobContext job) {
    return Reachable.in(fields)
        .map(found -> kept(Kind.REACHABLE, asOf, found.in(uses()), long[].class, bits -> 8L * bits.length,
            () -> found.granted(data, rows(asOf, job), field -> column(field, asOf, job), job)))
        .orElse(null);
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
        return leaf(condition, asOf, List.of(), job);
      }

      @Override
      public @Nullable Value value(Condition condition) {
        return Evaluator.this.value(condition, segment, customer, job);
      }
    };
    Needs needs = new Needs(asOf, ref -> fields.find(ref).map(Field::scale).orElse(0));
    boolean member = evaluation.members() != null && Bits.get(evaluation.members(), customer);
    return new Explaining(customer, leaves, needs).of(data.customers().text(customer),
        Bits.get(base(asOf, job), customer), member, segment.rule());
  }

  /** What a condition of a segment compares for one customer; see {@link LeafEvaluation#value}. */
  @Nullable
  Value value(Condition condition, Segment segment, int customer, JobContext job) {
    return leaves(asOf(segment, job), List.of(), job).value(condition, customer);
  }
}
