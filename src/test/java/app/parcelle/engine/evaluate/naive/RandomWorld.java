package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.naive.NaiveTable.NaiveColumn;
import app.parcelle.engine.evaluate.naive.RandomRows.Cell;
import app.parcelle.engine.evaluate.naive.RandomRows.Half;

/**
 * A seeded shop: {@link RandomRows}, some of them twice, some without customer, and customers with events only. The file of each
 * table and the truth behind it come together.
 */
public final class RandomWorld {
  public static final LocalDate TODAY = LocalDate.of(2011, 12, 9);
  static final int AMOUNT_SCALE = 2;

  /** Rows of a column that are kept together: what is beyond is another chunk. */
  private static final int CHUNK = 65_536;
  /** Customers who do something in a large world: so many at the beginning, before the border and behind it. */
  private static final int BESIDE = 20;
  private static final int FEW = 3 * BESIDE;

  private final Random random;
  private final ZoneId zone;
  private final RandomRows rows;

  private RandomWorld(long seed) {
    // neighbouring seeds begin alike
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.zone = ZoneId
        .of(List.of("Europe/Paris", "America/New_York", "UTC", "Asia/Kolkata").get(random.nextInt(4)));
    this.rows = new RandomRows(random, zone);
  }

  /** A few customers; two of three tables are imported in several runs. */
  public static NaiveWorld of(long seed) {
    RandomWorld world = new RandomWorld(seed);
    return world.of(seed, List.of(world.customers(), world.orders(), world.mails(world::buyer),
        world.consents(world::buyer), places(), world.visits()));
  }

  private NaiveWorld of(long seed, List<NaiveTable> tables) {
    Map<String, Integer> clusters = new HashMap<>();
    for (NaiveTable table : tables.subList(0, tables.size() - 1)) {
      for (Map<String, Object> row : table.lookup() ? List.<Map<String, Object>>of() : table.rows()) {
        String customer = table.customer(row);
        if (customer != null && Math.floorMod(customer.hashCode(), 5) > 0) {
          clusters.put(customer, Math.floorMod(customer.hashCode(), 5));
        }
      }
    }
    return new NaiveWorld(zone, tables, clusters, RandomRule.saved(seed), Map.of());
  }

  private NaiveTable customers() {
    List<List<Cell>> cells = new ArrayList<>();
    int customers = 1 + random.nextInt(40);
    for (int i = 0; i < customers; i++) {
      cells.add(rows.customer(RandomRows.key(i)));
    }
    if (customers > 20 && random.nextBoolean()) {
      cells.add(rows.customer(RandomRows.key(random.nextInt(customers))));
    }
    return table("Customers", RandomRows.CUSTOMERS, cells, null, row -> true);
  }

  private NaiveTable orders() {
    List<List<Cell>> cells = new ArrayList<>();
    // one row that is certain to count, so that the project has a last event
    cells.add(rows.certainOrder(RandomRows.key(0), TODAY));
    int lines = random.nextInt(120);
    for (int i = 0; i < lines; i++) {
      List<Cell> row = rows.order(buyer());
      cells.add(row);
      if (random.nextInt(8) == 0) {
        cells.add(row);
      }
    }
    return switch (random.nextInt(4)) {
      case 0 -> table("Orders", RandomRows.ORDERS, cells, "Quantity > 0 and UnitPrice > 0",
          row -> positive(row, "Quantity") && positive(row, "UnitPrice"));
      case 1 -> table("Orders", RandomRows.ORDERS, cells, "Status <> 'cancelled'",
          row -> !"cancelled".equals(row.get("Status")));
      case 2 -> table("Orders", RandomRows.ORDERS, cells,
          "not (Quantity <= 0 or Gift = yes) and UnitPrice is not missing",
          row -> !takenBack(row) && row.get("UnitPrice") instanceof BigDecimal);
      default -> table("Orders", RandomRows.ORDERS, cells, null, row -> true);
    };
  }

  private Cell buyer() {
    // a few do much, so that there is an order in what they do
    return random.nextInt(12) == 0
        ? Cell.EMPTY
        : RandomRows.key(random.nextInt(random.nextInt(3) > 0 ? 10 : 40));
  }

  private static boolean takenBack(Map<String, Object> row) {
    boolean none = row.get("Quantity") instanceof BigDecimal quantity && quantity.signum() <= 0;
    return none || Boolean.TRUE.equals(row.get("Gift"));
  }

  private static boolean positive(Map<String, Object> row, String column) {
    return row.get(column) instanceof BigDecimal number && number.signum() > 0;
  }

  private NaiveTable visits() {
    List<List<Cell>> cells = new ArrayList<>();
    cells.add(rows.visit(RandomRows.key(1), TODAY.minusDays(3), "10"));
    int visits = random.nextInt(60);
    for (int i = 0; i < visits; i++) {
      cells.add(rows.visit(buyer()));
    }
    return table("Visits", RandomRows.VISITS, cells, null, row -> true);
  }

  private NaiveTable mails(Supplier<Cell> who) {
    List<List<Cell>> cells = new ArrayList<>();
    int mails = 1 + random.nextInt(120);
    for (int i = 0; i < mails; i++) {
      cells.add(rows.mail(who.get()));
    }
    return table("Mails", RandomRows.MAILS, cells, null, row -> true);
  }

  private NaiveTable consents(Supplier<Cell> who) {
    List<List<Cell>> cells = new ArrayList<>();
    int entries = 1 + random.nextInt(90);
    for (int i = 0; i < entries; i++) {
      cells.add(rows.consent(who.get()));
    }
    return table("Consents", RandomRows.CONSENTS, cells, null, row -> true);
  }

  private static NaiveTable places() {
    return table("Places", RandomRows.PLACES, RandomRows.places(), null, row -> true, 100);
  }

  /** One, two or three runs. */
  private NaiveTable table(String name, List<NaiveColumn> columns, List<List<Cell>> cells,
      @Nullable String countsWhen, Predicate<Map<String, Object>> counts) {
    return table(name, columns, cells, countsWhen, counts, Math.ceilDiv(cells.size(), 1 + random.nextInt(3)));
  }

  private static NaiveTable table(String name, List<NaiveColumn> columns, List<List<Cell>> cells,
      @Nullable String countsWhen, Predicate<Map<String, Object>> counts, int rowsARun) {
    StringBuilder csv = new StringBuilder();
    csv.append(columns.stream().map(NaiveColumn::name).collect(Collectors.joining(","))).append('\n');
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<Cell> line : cells) {
      Map<String, Object> row = new HashMap<>();
      for (int c = 0; c < columns.size(); c++) {
        if (!line.get(c).value().equals("")) {
          row.put(columns.get(c).name(), line.get(c).value());
        }
      }
      rows.add(row);
      csv.append(line.stream()
          .map(cell -> '"' + cell.raw().replace("\"", "\"\"") + '"')
          .collect(Collectors.joining(","))).append('\n');
    }
    return new NaiveTable(name, columns, rows, countsWhen, counts, csv.toString(), rowsARun);
  }

  /**
   * More customers and more orders than one chunk holds. Most customers only fill the numbers up to the border: nothing they do
   * counts. The others stand at the beginning and on both sides of the border, and so do their values: before it the lower ones,
   * behind it the upper ones.
   *
   * @param ordersARun how many orders an import is to hold in memory at once
   */
  public static NaiveWorld large(long seed, int orders, int ordersARun) {
    RandomWorld world = new RandomWorld(seed);
    Supplier<Cell> few = () -> RandomRows.key(few(world.random.nextInt(FEW)));
    NaiveTable crowd = world.crowd();
    NaiveTable customers = world.fewOfTheCrowd();
    world.rows.draw(Half.LOWER);
    return world.of(seed, List.of(crowd, customers, world.mails(few), world.consents(few), places(),
        world.manyOrders(orders, ordersARun)));
  }

  private NaiveTable crowd() {
    List<List<Cell>> cells = new ArrayList<>();
    rows.draw(Half.LOWER);
    for (int customer = 0; customer < CHUNK + BESIDE; customer++) {
      cells.add(rows.visit(RandomRows.key(customer), TODAY.minusDays(1), "-1"));
    }
    for (int i = 0; i < 200; i++) {
      cells.add(rows.visit(RandomRows.key(few(random.nextInt(FEW)))));
    }
    return table("Visits", RandomRows.VISITS, cells, "not Seconds < 0",
        row -> !(row.get("Seconds") instanceof BigDecimal seconds && seconds.signum() < 0),
        cells.size());
  }

  /** Customer numbers of those who do something, ascending. */
  private static int few(int i) {
    return i < BESIDE ? i : CHUNK - 2 * BESIDE + i;
  }

  private NaiveTable fewOfTheCrowd() {
    List<List<Cell>> cells = new ArrayList<>();
    for (int i = 0; i < FEW; i++) {
      rows.draw(few(i) < CHUNK ? Half.LOWER : Half.UPPER);
      cells.add(rows.customer(RandomRows.key(few(i))));
    }
    return table("Customers", RandomRows.CUSTOMERS, cells, null, row -> true, cells.size());
  }

  /** Sorted by customer, the last chunk of a run has only rows of those who buy on the upper half. */
  private NaiveTable manyOrders(int orders, int ordersARun) {
    List<List<Cell>> cells = new ArrayList<>();
    cells.add(rows.certainOrder(RandomRows.key(0), TODAY));
    while (cells.size() < orders) {
      int buyer = random.nextInt(FEW);
      rows.draw((long) buyer * ordersARun < (long) CHUNK * FEW ? Half.LOWER : Half.UPPER);
      cells.add(rows.order(RandomRows.key(few(buyer))));
    }
    return table("Orders", RandomRows.ORDERS, cells, null, row -> true, ordersARun);
  }
}
