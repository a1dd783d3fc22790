package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import app.parcelle.engine.evaluate.naive.NaiveTable.NaiveColumn;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/**
 * Small seeded data with everything that has ever gone wrong: empty and invalid cells, times at midnight, on the days of the
 * clock change and after the reference day, rows twice, rows without customer, customers with events only, accents, leading
 * zeros, decimals with trailing zeros. The file of each table and the truth behind it come together.
 */
public final class RandomWorld {
  public static final LocalDate TODAY = LocalDate.of(2011, 12, 9);
  static final int AMOUNT_SCALE = 2;

  static final List<String> TEXTS = List.of("Élise", "elise", "ELISE", "Straße", "strasse", "Paris, FR",
      "a \"b\"", "Œuvre", "9", "10", "null", "x.y", "First (1)");
  static final List<String> STATUSES = List.of("paid", "PAID", "payé", "cancelled");
  private static final Set<String> TRAITS = Set.of("recency", "frequency", "monetary", "average_basket",
      "tenure");
  static final List<LocalDate> SPECIAL = List.of(TODAY, TODAY.plusDays(1), TODAY.minusDays(1),
      TODAY.minusDays(30), TODAY.minusDays(31), LocalDate.of(2011, 3, 27), LocalDate.of(2011, 10, 30),
      LocalDate.of(2011, 3, 13), LocalDate.of(2011, 11, 6));
  private static final List<LocalTime> TIMES = List.of(LocalTime.MIN, LocalTime.of(23, 59, 59),
      LocalTime.of(2, 30), LocalTime.of(1, 0), LocalTime.NOON);

  private final Random random;
  private final ZoneId zone;

  private RandomWorld(long seed) {
    // neighbouring seeds begin alike
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.zone = ZoneId.of(one(List.of("Europe/Paris", "America/New_York", "UTC", "Asia/Kolkata")));
  }

  /** A cell as it stands in the file, and what it means; a value of "" is none. */
  private record Cell(String raw, Object value) {
    static final Cell EMPTY = new Cell("", "");
  }

  public static NaiveWorld of(long seed) {
    RandomWorld world = new RandomWorld(seed);
    return new NaiveWorld(world.zone, List.of(world.customers(), world.orders(), world.visits()));
  }

  /** The table whose trait a field name means; empty for names of other fields. */
  static String traitTable(String field) {
    if (TRAITS.contains(field)) {
      return "Orders";
    }
    return field.endsWith(" (visits)") && TRAITS.contains(field.replace(" (visits)", "")) ? "Visits" : "";
  }

  private NaiveTable customers() {
    List<NaiveColumn> columns = List.of(new NaiveColumn("Client", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY),
        new NaiveColumn("City", ColumnType.TEXT, Role.NONE),
        new NaiveColumn("Code", ColumnType.IDENTIFIER, Role.NONE),
        new NaiveColumn("Age", ColumnType.WHOLE, Role.NONE),
        new NaiveColumn("Score", ColumnType.DECIMAL, Role.NONE),
        new NaiveColumn("Member", ColumnType.YES_NO, Role.NONE),
        new NaiveColumn("Born", ColumnType.DATE, Role.NONE),
        new NaiveColumn("Contact", ColumnType.DATE_TIME, Role.NONE));
    List<List<Cell>> rows = new ArrayList<>();
    int customers = 1 + random.nextInt(24);
    for (int i = 0; i < customers; i++) {
      rows.add(List.of(text(key(i)), anyText(TEXTS), maybe(() -> text("00" + random.nextInt(4))),
          maybe(() -> whole(-2, 9)), maybe(() -> decimal(1_000)), maybe(this::yesNo), maybe(this::born),
          maybe(this::instant)));
    }
    return table("Customers", columns, rows, null, row -> true);
  }

  private NaiveTable orders() {
    List<NaiveColumn> columns = List.of(new NaiveColumn("Buyer", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY),
        new NaiveColumn("Order no", ColumnType.IDENTIFIER, Role.ORDER_KEY),
        new NaiveColumn("When", ColumnType.DATE_TIME, Role.EVENT_TIME),
        new NaiveColumn("Quantity", ColumnType.WHOLE, Role.QUANTITY),
        new NaiveColumn("UnitPrice", ColumnType.DECIMAL, Role.UNIT_PRICE),
        new NaiveColumn("Status", ColumnType.TEXT, Role.NONE),
        new NaiveColumn("Gift", ColumnType.YES_NO, Role.NONE));
    List<List<Cell>> rows = new ArrayList<>();
    // one row that is certain to count, so that the project has a last event
    rows.add(List.of(text(key(0)), text("A1"), time(TODAY, LocalTime.NOON), number("3"), number("1.25"),
        text("paid"), number("yes", true)));
    int lines = random.nextInt(90);
    for (int i = 0; i < lines; i++) {
      List<Cell> row = List.of(buyer(), maybe(() -> text("A" + random.nextInt(12))), maybe(this::instant),
          maybe(() -> whole(-2, 5)), maybe(() -> decimal(500)), anyText(STATUSES), maybe(this::yesNo));
      rows.add(row);
      if (random.nextInt(8) == 0) {
        rows.add(row);
      }
    }
    return switch (random.nextInt(4)) {
      case 0 -> table("Orders", columns, rows, "Quantity > 0 and UnitPrice > 0",
          row -> positive(row, "Quantity") && positive(row, "UnitPrice"));
      case 1 -> table("Orders", columns, rows, "Status <> 'cancelled'",
          row -> !"cancelled".equals(row.get("Status")));
      case 2 ->
        table("Orders", columns, rows, "not (Quantity <= 0 or Gift = yes) and UnitPrice is not missing",
            row -> !takenBack(row) && row.get("UnitPrice") instanceof BigDecimal);
      default -> table("Orders", columns, rows, null, row -> true);
    };
  }

  private NaiveTable visits() {
    List<NaiveColumn> columns = List.of(new NaiveColumn("Visitor", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY),
        new NaiveColumn("Day", ColumnType.DATE, Role.EVENT_TIME),
        new NaiveColumn("Page", ColumnType.TEXT, Role.NONE),
        new NaiveColumn("Seconds", ColumnType.WHOLE, Role.NONE));
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(List.of(text(key(1)), date(TODAY.minusDays(3)), text("home"), number("10")));
    int visits = random.nextInt(30);
    for (int i = 0; i < visits; i++) {
      rows.add(List.of(buyer(), maybe(() -> date(day())), anyText(TEXTS), maybe(() -> whole(0, 4))));
    }
    return table("Visits", columns, rows, null, row -> true);
  }

  private static boolean takenBack(Map<String, Object> row) {
    boolean none = row.get("Quantity") instanceof BigDecimal quantity && quantity.signum() <= 0;
    return none || Boolean.TRUE.equals(row.get("Gift"));
  }

  private static boolean positive(Map<String, Object> row, String column) {
    return row.get(column) instanceof BigDecimal number && number.signum() > 0;
  }

  private static NaiveTable table(String name, List<NaiveColumn> columns, List<List<Cell>> cells,
      @org.jspecify.annotations.Nullable String countsWhen, Predicate<Map<String, Object>> counts) {
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
    return new NaiveTable(name, columns, rows, countsWhen, counts, csv.toString());
  }

  private Cell buyer() {
    return random.nextInt(12) == 0 ? Cell.EMPTY : text(key(random.nextInt(30)));
  }

  private static String key(int i) {
    return i % 3 == 0 ? String.format(java.util.Locale.ROOT, "%04d", i) : "C" + i;
  }

  private Cell maybe(java.util.function.Supplier<Cell> cell) {
    return switch (random.nextInt(10)) {
      case 0 -> Cell.EMPTY;
      case 1 -> new Cell("  ", "");
      default -> cell.get();
    };
  }

  private Cell anyText(List<String> texts) {
    return maybe(() -> text(one(texts)));
  }

  private static Cell text(String text) {
    return new Cell(text, text);
  }

  private static Cell number(String raw) {
    return new Cell(raw, new BigDecimal(raw));
  }

  private static Cell number(String raw, boolean yes) {
    return new Cell(raw, yes);
  }

  private Cell invalid(String raw) {
    return new Cell(raw, NaiveTable.INVALID);
  }

  private Cell whole(int least, int most) {
    return random.nextInt(10) == 0
        ? invalid("many")
        : number(Integer.toString(least + random.nextInt(most - least + 1)));
  }

  private Cell decimal(int most) {
    return random.nextInt(10) == 0
        ? invalid("free")
        : number(BigDecimal.valueOf(random.nextInt(2 * most) - most, random.nextInt(3)).toPlainString());
  }

  private Cell yesNo() {
    boolean yes = random.nextBoolean();
    return random.nextInt(10) == 0 ? invalid("perhaps") : new Cell(yes ? "yes" : "no", yes);
  }

  private Cell born() {
    LocalDate day = random.nextInt(4) == 0
        ? LocalDate.of(1980 + 4 * random.nextInt(8), 2, 29)
        : LocalDate.ofEpochDay(random.nextInt(16_000));
    return random.nextInt(10) == 0 ? invalid("once") : date(day);
  }

  private Cell instant() {
    return random.nextInt(12) == 0 ? invalid("soon") : time(day(), moment());
  }

  private LocalDate day() {
    return random.nextInt(3) == 0
        ? one(SPECIAL)
        : TODAY.plusDays(15).minusDays(random.nextInt(random.nextBoolean() ? 60 : 800));
  }

  private LocalTime moment() {
    return random.nextInt(3) == 0 ? LocalTime.ofSecondOfDay(random.nextInt(86_400)) : one(TIMES);
  }

  private static Cell date(LocalDate day) {
    return new Cell(day.toString(), day);
  }

  /** A local time that a change of clocks skips moves forward; one that comes twice is the first. */
  private Cell time(LocalDate day, LocalTime moment) {
    LocalDateTime local = day.atTime(moment);
    return new Cell(local.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", java.util.Locale.ROOT)),
        local.atZone(zone).toInstant());
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
