package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/** The conditions on a customer's events, one event after the other left aside. */
final class EventLeaves {
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);
  /** Products of two such numbers, and a hundred times them, fit 64 bits. */
  private static final long SMALL = 1L << 28;

  private final Dataset data;
  private final FieldCatalog fields;
  private final AsOf asOf;
  private final EventRows rows;
  private final Function<Field, List<Chunk>> columns;
  private final JobContext job;
  private final EventMeasures measures;

  EventLeaves(Dataset data, FieldCatalog fields, AsOf asOf, EventRows rows,
      Function<Field, List<Chunk>> columns, JobContext job) {
    this.data = data;
    this.fields = fields;
    this.asOf = asOf;
    this.rows = rows;
    this.columns = columns;
    this.job = job;
    this.measures = new EventMeasures(data, asOf, rows, job);
  }

  Evaluator.Leaf of(Condition.EventTest test) {
    Measured measured = measure(test);
    return leaf(measured.passing(test.operator(), test.value(), test.second()), measured.missing());
  }

  @Nullable
  Value value(Condition.EventTest test, int customer) {
    return number(measure(test).shown(customer));
  }

  private Measured measure(Condition.EventTest test) {
    return measures.of(table(test.table()), test.measure(), test.property(), test.window(), test.where());
  }

  Evaluator.Leaf of(Condition.Never test) {
    long[] never = Bits.full(customers());
    Bits.andNot(never, measures.any(chosen(test)));
    return new Evaluator.Leaf(never, null, null);
  }

  /** How many rows there are against it. */
  Value value(Condition.Never test, int customer) {
    return new Value.OfNumber(BigDecimal.valueOf(measures.lines(chosen(test))[customer]));
  }

  private ChosenRows chosen(Condition.Never test) {
    return rows.chosen(table(test.table()), test.window(), test.where());
  }

  /** The date of the event is tested as if it were a field of the customer. */
  Evaluator.Leaf of(Condition.EventDateTest test) {
    ColumnType type = EventRows.timeType(table(test.table()));
    FieldRef event = FieldRef.named("");
    AttributeTest tested = AttributeTest.ofTyped(new Condition.DateTest(event, test.criterion(), false),
        ref -> ref.equals(event) ? AttributeTest.typed(type, 0) : typed(field(ref)), asOf);
    FieldRef other = tested.other();
    return new ChunkLeaf(tested, customers(), job).of(pack(edge(test)),
        other == null ? List.of() : columns.apply(field(other)));
  }

  /** A day, or an instant where events have a time of day. */
  @Nullable
  Value value(Condition.EventDateTest test, int customer) {
    long at = edge(test)[customer];
    if (at == CustomerEvents.NONE) {
      return null;
    }
    return EventRows.timeType(table(test.table())) == ColumnType.DATE
        ? new Value.OfDate(LocalDate.ofEpochDay(at))
        : new Value.OfInstant(Instant.ofEpochMilli(at));
  }

  private long[] edge(Condition.EventDateTest test) {
    return measures.edge(test.edge(), rows.chosen(table(test.table()), test.window(), test.where()));
  }

  private List<Chunk> pack(long[] values) {
    List<Chunk> chunks = new ArrayList<>();
    long[] none = CustomerEvents.none(values);
    for (int from = 0; from < values.length; from += Chunk.ROWS) {
      int size = Math.min(Chunk.ROWS, values.length - from);
      long[] missing = Arrays.copyOfRange(none, from >> 6, (from >> 6) + Bits.words(size));
      chunks.add(Chunk.pack(Arrays.copyOfRange(values, from, from + size), size,
          Bits.count(missing) == 0 ? null : missing, null, null));
    }
    return chunks;
  }

  Evaluator.Leaf of(Condition.EventRelation test) {
    Measured left = measure(test.left());
    Measured right = measure(test.right());
    BigDecimal times = test.times().stripTrailingZeros();
    // left / 10^left.scale against times × right / 10^right.scale, both sides multiplied until they are whole
    int up = times.scale() + right.scale() - left.scale();
    BigInteger leftUp = BigInteger.TEN.pow(Math.max(0, up));
    BigInteger rightUp = times.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, -up)));
    boolean small = left.divisors() == null && right.divisors() == null && Ratios.fits(leftUp)
        && Ratios.fits(rightUp);
    long l = leftUp.longValue();
    long r = rightUp.longValue();
    return leaf(c -> Ratios.met(test.operator(), small
        ? Ratios.compare(left.values()[c], l, right.values()[c], r)
        : product(left.values()[c], right.divisor(c)).multiply(leftUp)
            .compareTo(product(right.values()[c], left.divisor(c)).multiply(rightUp))),
        either(left.missing(), right.missing()));
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  /** What the left side is. */
  @Nullable
  Value value(Condition.EventRelation test, int customer) {
    return number(measure(test.left()).shown(customer));
  }

  private Measured measure(Condition.Measured of) {
    return measures.of(table(of.table()), of.measure(), of.property(), of.window(), of.where());
  }

  Evaluator.Leaf of(Condition.EventTrend test) {
    Change change = change(test);
    Ratios.Test passes = new Ratios.Test(test.operator(), test.percent(), test.second(), 0);
    long[] missing = either(change.now().missing(), change.before().missing());
    long[] none = missing == null ? Bits.of(customers()) : missing.clone();
    for (int c = 0; c < customers(); c++) {
      none[c >> 6] |= (change.before().values()[c] <= 0 ? 1L : 0) << c;
    }
    return leaf(c -> change.passes(c, passes), none);
  }

  /** By how many percent it changed. */
  @Nullable
  Value value(Condition.EventTrend test, int customer) {
    Change change = change(test);
    return change.now().isMissing(customer) || change.before().isMissing(customer)
        || change.before().values()[customer] <= 0
            ? null
            : new Value.OfNumber(Ratios.shown(change.risen(customer), change.base(customer), 0));
  }

  private Change change(Condition.EventTrend test) {
    TableVersion table = table(test.table());
    ValueRange earlier = WindowTimes.earlier(test.period(), test.against(), EventRows.timeType(table), asOf);
    return new Change(
        measures.of(table, test.measure(), test.property(), new Window.Last(test.period(), false),
            test.where()),
        measures.of(table, test.measure(), test.property(), earlier, test.where()));
  }

  /** One measure of two periods, in the same units. In percent it is 100 × (now − before) / before, both over their divisors. */
  private record Change(Measured now, Measured before) {
    boolean passes(int c, Ratios.Test test) {
      long a = now.values()[c];
      long b = before.values()[c];
      long p = now.divisor(c);
      long q = before.divisor(c);
      boolean small = p == 1 && q == 1 && a > -SMALL && a < SMALL && b < SMALL;
      return b > 0 && (small ? test.passes(100 * (a - b), b) : test.passes(risen(c), base(c)));
    }

    private BigInteger risen(int c) {
      return product(now.values()[c], before.divisor(c)).subtract(base(c)).multiply(HUNDRED);
    }

    private BigInteger base(int c) {
      return product(before.values()[c], now.divisor(c));
    }
  }

  Evaluator.Leaf of(Condition.EventShare test) {
    long[] all = measures.lines(all(test));
    long[] meeting = measures.lines(meeting(test));
    Ratios.Test passes = new Ratios.Test(test.operator(), test.percent(), test.second(), 0);
    return leaf(c -> all[c] > 0 && passes.passes(100 * meeting[c], all[c]), without(all));
  }

  /** How many percent meet it. */
  @Nullable
  Value value(Condition.EventShare test, int customer) {
    long all = measures.lines(all(test))[customer];
    long meeting = measures.lines(meeting(test))[customer];
    return all == 0
        ? null
        : new Value.OfNumber(
            Ratios.shown(BigInteger.valueOf(100 * meeting), BigInteger.valueOf(all), 0));
  }

  private ChosenRows all(Condition.EventShare test) {
    return rows.chosen(table(test.table()), test.window(), test.where());
  }

  private ChosenRows meeting(Condition.EventShare test) {
    Condition where = test.where();
    return rows.chosen(table(test.table()), test.window(),
        where == null ? test.meeting() : new Condition.AllOf(List.of(where, test.meeting())));
  }

  private long[] without(long[] counts) {
    long[] none = Bits.of(customers());
    for (int c = 0; c < counts.length; c++) {
      none[c >> 6] |= (counts[c] == 0 ? 1L : 0) << c;
    }
    return none;
  }

  /** Who passes and has a value. */
  private Evaluator.Leaf leaf(Measured.Passing passing, long @Nullable [] missing) {
    long[] bits = Bits.of(customers());
    Blocks.each(Math.ceilDiv(customers(), Chunk.ROWS), job, b -> {
      for (int c = b * Chunk.ROWS; c < Math.min(customers(), (b + 1) * Chunk.ROWS); c++) {
        bits[c >> 6] |= (passing.test(c) ? 1L : 0) << c;
      }
    });
    if (missing != null) {
      Bits.andNot(bits, missing);
    }
    return new Evaluator.Leaf(bits, missing, null);
  }

  private static long @Nullable [] either(long @Nullable [] a, long @Nullable [] b) {
    return a == null ? b : b == null ? a : Bits.either(a, b);
  }

  private static @Nullable Value number(@Nullable BigDecimal number) {
    return number == null ? null : new Value.OfNumber(number);
  }

  private int customers() {
    return data.customers().size();
  }

  private TableVersion table(String nameOrId) {
    return fields.events(nameOrId).orElseThrow(() -> new Problem(Message.of("evaluate.no-table", nameOrId)));
  }

  private Field field(FieldRef ref) {
    return fields.find(ref).orElseThrow(() -> new Problem(Message.of("evaluate.no-field", ref.name())));
  }

  private static AttributeTest.Typed typed(Field field) {
    return AttributeTest.typed(field.type(), field.scale());
  }
}
