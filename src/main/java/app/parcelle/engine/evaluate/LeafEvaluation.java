package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** One condition without children, over all customer numbers. */
final class LeafEvaluation {
  private final Dataset data;
  private final FieldCatalog fields;
  private final AsOf asOf;
  private final EventRows rows;
  private final Function<Field, List<Chunk>> columns;
  private final JobContext job;

  LeafEvaluation(Dataset data, FieldCatalog fields, AsOf asOf, EventRows rows,
      Function<Field, List<Chunk>> columns,
      JobContext job) {
    this.data = data;
    this.fields = fields;
    this.asOf = asOf;
    this.rows = rows;
    this.columns = columns;
    this.job = job;
  }

  Evaluator.Leaf of(Condition condition) {
    return switch (condition) {
      case Condition.Everyone() -> plain(Bits.full(customers()));
      case Condition.EventTest test -> measured(test, measure(test));
      case Condition.Never(String table, var window, var where) -> {
        long[] never = Bits.full(customers());
        Bits.andNot(never, events(table).any(rows.chosen(table(table), window, where)));
        yield plain(never);
      }
      case Condition.InCluster(String clustering, Set<Integer> clusters) ->
        attribute(AttributeTest.of(cluster(clustering), value -> clusters.contains((int) value)));
      case Condition.AllOf g -> throw new IllegalArgumentException(g.toString());
      case Condition.AnyOf g -> throw new IllegalArgumentException(g.toString());
      case Condition.Not g -> throw new IllegalArgumentException(g.toString());
      default -> attribute(AttributeTest.ofTyped(condition, ref -> {
        Field field = field(ref);
        return AttributeTest.typed(field.type(), field.scale());
      }, asOf));
    };
  }

  private int customers() {
    return data.customers().size();
  }

  private Evaluator.Leaf plain(long[] bits) {
    return new Evaluator.Leaf(bits, null, null);
  }

  private Evaluator.Leaf attribute(AttributeTest test) {
    List<Chunk> chunks = columns.apply(field(test.field()));
    List<Chunk> others = test.other() == null ? List.of() : columns.apply(field(test.other()));
    long[] bits = Bits.of(customers());
    Blocks.each(chunks.size(), job, i -> {
      long[] met = test.mark(chunks.get(i), others.isEmpty() ? null : others.get(i));
      System.arraycopy(met, 0, bits, i * (Chunk.ROWS >> 6), met.length);
    });
    return new Evaluator.Leaf(bits, marks(chunks, others, Chunk::missing),
        marks(chunks, others, Chunk::invalid));
  }

  /** A mark of the chunk. */
  private interface Mark {
    long @Nullable [] of(Chunk chunk);
  }

  /** Who has the mark in one field or the other; null when nobody has. */
  private long @Nullable [] marks(List<Chunk> chunks, List<Chunk> others, Mark mark) {
    long[] marks = null;
    for (List<Chunk> field : List.of(chunks, others)) {
      int word = 0;
      for (Chunk chunk : field) {
        long[] marked = mark.of(chunk);
        if (marked != null) {
          marks = marks == null ? Bits.of(customers()) : marks;
          for (int w = 0; w < marked.length; w++) {
            marks[word + w] |= marked[w];
          }
        }
        word += Chunk.ROWS >> 6;
      }
    }
    return marks;
  }

  private Field field(FieldRef ref) {
    return fields.find(ref).orElseThrow(() -> new Problem(Message.of("evaluate.no-field", ref.name())));
  }

  private TableVersion table(String nameOrId) {
    return fields.events(nameOrId).orElseThrow(() -> new Problem(Message.of("evaluate.no-table", nameOrId)));
  }

  private CustomerEvents events(String nameOrId) {
    return new CustomerEvents(data, table(nameOrId), job);
  }

  private FieldRef cluster(String nameOrId) {
    return new FieldRef(nameOrId, fields.clustering(nameOrId)
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-clustering", nameOrId))));
  }

  /**
   * A number a customer.
   *
   * @param missing who has none; null when everyone has one
   * @param scale of the numbers
   */
  private record Measured(long[] values, long @Nullable [] missing, int scale) {
    boolean isMissing(int customer) {
      return missing != null && Bits.get(missing, customer);
    }
  }

  private Measured measure(Condition.EventTest test) {
    TableVersion table = table(test.table());
    CustomerEvents events = new CustomerEvents(data, table, job);
    Supplier<List<long[]>> chosen = () -> rows.chosen(table, test.window(), test.where());
    return switch (test.measure()) {
      case COUNT -> new Measured(events.orders(chosen.get()), null, 0);
      case LINES -> new Measured(events.lines(chosen.get()), null, 0);
      case SUM -> {
        Column column = summed(table, test.property());
        yield new Measured(events.sum(rows.summed(table, column, test.window(), test.where()), column), null,
            column.scale());
      }
      case DAYS_SINCE_LAST -> {
        long[] days = events.daysSinceLast(chosen.get(), asOf);
        yield new Measured(days, CustomerEvents.none(days), 0);
      }
      default -> throw new UnsupportedOperationException("later");
    };
  }

  private static Column summed(TableVersion table, @Nullable FieldRef property) {
    Column column = property == null
        ? table.withRole(Role.AMOUNT)
            .orElseThrow(() -> new Problem(Message.of("evaluate.no-amount", table.name())))
        : EventRows.column(table, property);
    if (!column.type().isNumber()) {
      throw new Problem(Message.of("evaluate.wrong-type", column.name()));
    }
    return column;
  }

  private Evaluator.Leaf measured(Condition.EventTest test, Measured measured) {
    ValueRange range = ValueRange.of(test.operator(), test.value(), test.second(), measured.scale());
    long[] bits = Bits.of(customers());
    Blocks.each(Math.ceilDiv(customers(), Chunk.ROWS), job, b -> {
      for (int c = b * Chunk.ROWS; c < Math.min(customers(), (b + 1) * Chunk.ROWS); c++) {
        bits[c >> 6] |= (range.holds(measured.values()[c]) ? 1L : 0) << c;
      }
    });
    if (measured.missing() != null) {
      Bits.andNot(bits, measured.missing());
    }
    return new Evaluator.Leaf(bits, measured.missing(), null);
  }

  /** What a condition compares for one customer; null where it is missing, or where there is nothing to show. */
  @Nullable
  Value value(Condition condition, int customer) {
    return switch (condition) {
      case Condition.EventTest test -> {
        Measured measured = measure(test);
        yield measured.isMissing(customer)
            ? null
            : new Value.OfNumber(BigDecimal.valueOf(measured.values()[customer], measured.scale()));
      }
      case Condition.Never(String table, var window, var where) -> new Value.OfNumber(BigDecimal
          .valueOf(events(table).lines(rows.chosen(table(table), window, where))[customer]));
      case Condition.InCluster(String clustering, var clusters) ->
        ofField(field(cluster(clustering)), customer);
      case Condition.Known(FieldRef field, var knowledge) -> ofField(field(field), customer);
      case Condition.TextTest test -> ofField(field(test.field()), customer);
      case Condition.NumberTest test -> ofField(field(test.field()), customer);
      case Condition.YesNoTest test -> ofField(field(test.field()), customer);
      case Condition.DateTest test -> ofField(field(test.field()), customer);
      default -> null;
    };
  }

  private @Nullable Value ofField(Field field, int customer) {
    return FieldColumn.value(field, columns.apply(field).get(customer >> 16), customer & 0xFFFF);
  }
}
