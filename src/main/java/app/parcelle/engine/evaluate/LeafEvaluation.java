package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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
        inCluster(cluster(clustering), clusters);
      case Condition.AllOf g -> throw new IllegalArgumentException(g.toString());
      case Condition.AnyOf g -> throw new IllegalArgumentException(g.toString());
      case Condition.Not g -> throw new IllegalArgumentException(g.toString());
      default -> attribute(condition);
    };
  }

  private int customers() {
    return data.customers().size();
  }

  private Evaluator.Leaf plain(long[] bits) {
    return new Evaluator.Leaf(bits, Bits.of(customers()), Bits.of(customers()));
  }

  private Evaluator.Leaf attribute(Condition condition) {
    AttributeTest test = AttributeTest.ofTyped(condition, ref -> {
      Field field = field(ref);
      return AttributeTest.typed(field.type(), field.scale());
    }, asOf);
    List<Chunk> chunks = columns.apply(field(test.field()));
    List<Chunk> others = test.other() == null ? List.of() : columns.apply(field(test.other()));
    long[] bits = Bits.of(customers());
    long[] missing = Bits.of(customers());
    long[] invalid = Bits.of(customers());
    Blocks.each(chunks.size(), job, i -> {
      int word = i * (Chunk.ROWS >> 6);
      Chunk other = others.isEmpty() ? null : others.get(i);
      copy(test.mark(chunks.get(i), other), bits, word);
      copy(chunks.get(i).missing(), missing, word);
      copy(chunks.get(i).invalid(), invalid, word);
      if (other != null) {
        or(other.missing(), missing, word);
        or(other.invalid(), invalid, word);
      }
    });
    return new Evaluator.Leaf(bits, missing, invalid);
  }

  private static void copy(long @Nullable [] from, long[] to, int word) {
    if (from != null) {
      System.arraycopy(from, 0, to, word, from.length);
    }
  }

  private static void or(long @Nullable [] from, long[] to, int word) {
    if (from != null) {
      for (int w = 0; w < from.length; w++) {
        to[word + w] |= from[w];
      }
    }
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

  private Field cluster(String nameOrId) {
    String id = fields.clustering(nameOrId)
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-clustering", nameOrId)));
    return field(new FieldRef(nameOrId, id));
  }

  private Evaluator.Leaf inCluster(Field clustering, Set<Integer> clusters) {
    long[] bits = Bits.of(customers());
    long[] missing = Bits.of(customers());
    int customer = 0;
    for (Chunk chunk : columns.apply(clustering)) {
      for (int i = 0; i < chunk.rows(); i++, customer++) {
        if (chunk.isMissing(i)) {
          Bits.set(missing, customer);
        } else if (clusters.contains((int) chunk.at(i))) {
          Bits.set(bits, customer);
        }
      }
    }
    return new Evaluator.Leaf(bits, missing, Bits.of(customers()));
  }

  /** Numbers a customer in units of a scale, and who has none. */
  private record Measured(List<Chunk> chunks, int scale) {}

  private Measured measure(Condition.EventTest test) {
    TableVersion table = table(test.table());
    CustomerEvents events = new CustomerEvents(data, table, job);
    List<long[]> chosen = rows.chosen(table, test.window(), test.where());
    return switch (test.measure()) {
      case COUNT -> new Measured(chunks(events.orders(chosen)), 0);
      case LINES -> new Measured(chunks(events.lines(chosen)), 0);
      case SUM -> {
        Column column = summed(table, test.property());
        yield new Measured(chunks(events.sum(chosen, column)), column.scale());
      }
      case DAYS_SINCE_LAST -> {
        CustomerEvents.Span span = events.span(chosen);
        yield new Measured(new CustomerColumns(data, asOf, rows, id -> new int[0], new OneEach(data), job)
            .daysSince(span.last(), span.type()), 0);
      }
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

  private static List<Chunk> chunks(long[] values) {
    Chunk[] chunks = new Chunk[(values.length + Chunk.ROWS - 1) / Chunk.ROWS];
    for (int b = 0; b < chunks.length; b++) {
      int from = b * Chunk.ROWS;
      int size = Math.min(Chunk.ROWS, values.length - from);
      chunks[b] = Chunk.pack(java.util.Arrays.copyOfRange(values, from, from + size), size, null, null, null);
    }
    return List.of(chunks);
  }

  private Evaluator.Leaf measured(Condition.EventTest test, Measured measured) {
    ChunkTest range = new RangeTest(
        ValueRange.of(test.operator(), test.value(), test.second(), measured.scale()));
    long[] bits = Bits.of(customers());
    long[] missing = Bits.of(customers());
    int word = 0;
    for (Chunk chunk : measured.chunks()) {
      range.mark(chunk, bits, word);
      copy(chunk.missing(), missing, word);
      word += Chunk.ROWS >> 6;
    }
    Bits.andNot(bits, missing);
    return new Evaluator.Leaf(bits, missing, Bits.of(customers()));
  }

  /** What a condition compares for one customer; null where it is missing, or where there is nothing to show. */
  @Nullable
  Value value(Condition condition, int customer) {
    return switch (condition) {
      case Condition.EventTest test -> {
        Measured measured = measure(test);
        Chunk chunk = measured.chunks().get(customer >> 16);
        yield chunk.isMissing(customer & 0xFFFF)
            ? null
            : new Value.OfNumber(BigDecimal.valueOf(chunk.at(customer & 0xFFFF), measured.scale()));
      }
      case Condition.Never(String table, var window, var where) -> new Value.OfNumber(BigDecimal
          .valueOf(events(table).lines(rows.chosen(table(table), window, where))[customer]));
      case Condition.InCluster(String clustering, var clusters) -> ofField(cluster(clustering), customer);
      case Condition.Known(FieldRef field, var knowledge) -> ofField(field(field), customer);
      case Condition.TextTest test -> ofField(field(test.field()), customer);
      case Condition.NumberTest test -> ofField(field(test.field()), customer);
      case Condition.YesNoTest test -> ofField(field(test.field()), customer);
      case Condition.DateTest test -> ofField(field(test.field()), customer);
      default -> null;
    };
  }

  private @Nullable Value ofField(Field field, int customer) {
    Chunk chunk = columns.apply(field).get(customer >> 16);
    int row = customer & 0xFFFF;
    long[] missing = Bits.of(1);
    if (chunk.isMissing(row)) {
      return null;
    }
    return new FieldColumn(field, new long[]{chunk.at(row)}, missing, missing, chunk.dictionary()).at(0);
  }
}
