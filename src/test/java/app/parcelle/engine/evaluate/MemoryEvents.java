package app.parcelle.engine.evaluate;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.TextDictionary;

/** One table of events in memory, in as many runs as wanted, each chunk of texts with a dictionary of its own. */
final class MemoryEvents implements Dataset {
  static final String TABLE = "Orders";
  static final String PRODUCT = "Product";
  static final String PRICE = "Price";
  static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  static final LocalDate TODAY = LocalDate.of(2025, 4, 10);
  static final AsOf AS_OF = new AsOf(TODAY, ZONE);
  private static final Column TIME = column("c0", "At", ColumnType.DATE_TIME, Role.EVENT_TIME, 0);
  private static final Column TEXT = column("c1", PRODUCT, ColumnType.TEXT, Role.NONE, 0);
  private static final Column NUMBER = column("c2", PRICE, ColumnType.DECIMAL, Role.AMOUNT, 2);
  private static final Column KEY = column("c3", "Order", ColumnType.TEXT, Role.ORDER_KEY, 0);

  /** @param order null in a table without orders, and where it is missing */
  record Row(int customer, @Nullable Long time, @Nullable String product, @Nullable Long price,
      @Nullable String order) {
    long at() {
      return time == null ? Long.MIN_VALUE : time;
    }
  }

  private final List<List<Row>> runs;
  private final int customers;
  private final TableVersion table;
  private final Map<List<Object>, Chunk> chunks = new LinkedHashMap<>();

  MemoryEvents(List<List<Row>> runs, int customers, boolean orders) {
    this.customers = customers;
    this.runs = runs.stream()
        .map(run -> run.stream()
            .sorted(Comparator.comparingInt(Row::customer).thenComparingLong(Row::at))
            .toList())
        .toList();
    List<TableVersion.Run> shapes = new ArrayList<>();
    for (List<Row> run : this.runs) {
      shapes.add(new TableVersion.Run(shapes.size(), run.size(), customers));
    }
    this.table = new TableVersion(1, "t1", TABLE, TableKind.EVENTS,
        orders ? List.of(TIME, TEXT, NUMBER, KEY) : List.of(TIME, TEXT, NUMBER), shapes, null);
  }

  private static Column column(String id, String name, ColumnType type, Role role, int scale) {
    return new Column(id, name, type, role, scale, 0, 0, null, Column.Origin.STORED);
  }

  /** Few times, products and prices, so that many are the same; some are missing. */
  static MemoryEvents random(Random random, int runs, int rows, int customers, boolean orders) {
    List<List<Row>> all = new ArrayList<>();
    long now = AS_OF.start(TODAY);
    for (int run = 0; run < runs; run++) {
      List<Row> made = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        Long time = random.nextInt(12) == 0 ? null : now - 3_600_000L * 8 * random.nextInt(60);
        made.add(new Row(random.nextInt(customers), time,
            random.nextInt(9) == 0
                ? null
                : List.of("Thé", "the", "Cake", "Jus", "CAKE").get(random.nextInt(5)),
            random.nextInt(9) == 0 ? null : 100L * random.nextInt(6),
            !orders || random.nextInt(6) == 0 ? null : "o" + random.nextInt(6)));
      }
      all.add(made);
    }
    return new MemoryEvents(all, customers, orders);
  }

  /** The rows of a customer by time, of equal times as in the source; those without time come first. */
  List<Row> of(int customer) {
    return runs.stream()
        .flatMap(List::stream)
        .filter(row -> row.customer() == customer)
        .sorted(Comparator.comparingLong(Row::at))
        .toList();
  }

  /** Who meets a condition. */
  Set<Integer> meeting(Condition condition) {
    return meeting(condition, JobContext.silent());
  }

  Set<Integer> meeting(Condition condition, JobContext job) {
    Fields fields = new Fields(List.of(table), List.of());
    EventRows rows = new EventRows(this, AS_OF, (_, find) -> find.get(), job);
    long[] bits = switch (condition) {
      case Condition.Sequence sequence ->
        new SequenceSearch(this, AS_OF, rows, fields, job).of(sequence).bits();
      case Condition.EventTest test ->
        new EventLeaves(this, fields, AS_OF, rows, _ -> List.of(), job).of(test).bits();
      default -> throw new IllegalArgumentException(condition.toString());
    };
    TreeSet<Integer> met = new TreeSet<>();
    for (int c = 0; c < customers; c++) {
      if (Bits.get(bits, c)) {
        met.add(c);
      }
    }
    return met;
  }

  int size() {
    return customers;
  }

  @Override
  public List<TableVersion> tables() {
    return List.of(table);
  }

  @Override
  public Dictionary customers() {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < customers; c++) {
      names.add("C" + c);
    }
    return TextDictionary.of(names);
  }

  @Override
  public ZoneId zone() {
    return ZONE;
  }

  @Override
  public synchronized Chunk chunk(TableVersion of, Column column, TableVersion.Run run, int index) {
    return chunks.computeIfAbsent(List.of(column.id(), run.index(), index), _ -> {
      List<Row> rows = runs.get(run.index());
      return chunk(rows.subList(index << 16, Math.min(rows.size(), (index + 1) << 16)), column);
    });
  }

  private static Chunk chunk(List<Row> rows, Column column) {
    long[] values = new long[rows.size()];
    long[] missing = Bits.of(rows.size());
    Map<String, Long> codes = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      Row row = rows.get(i);
      Object value = column.equals(TIME)
          ? row.time()
          : column.equals(NUMBER) ? row.price() : column.equals(TEXT) ? row.product() : row.order();
      if (value == null) {
        Bits.set(missing, i);
      } else {
        values[i] = value instanceof Long number
            ? number
            : codes.computeIfAbsent(value.toString(), _ -> (long) codes.size());
      }
    }
    return Chunk.pack(values, values.length, Bits.count(missing) == 0 ? null : missing, null,
        column.type().isText() ? TextDictionary.of(List.copyOf(codes.keySet())) : null);
  }

  @Override
  public int[] offsets(TableVersion of, TableVersion.Run run) {
    int[] offsets = new int[customers + 1];
    for (Row row : runs.get(run.index())) {
      offsets[row.customer() + 1]++;
    }
    for (int c = 0; c < customers; c++) {
      offsets[c + 1] += offsets[c];
    }
    return offsets;
  }
}
