package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

import app.parcelle.engine.evaluate.naive.NaiveTable.NaiveColumn;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/**
 * Seeded rows of a shop with everything that has ever gone wrong: empty and invalid cells, times at midnight, on the days of the
 * clock change and after the reference day, accents, leading zeros, decimals with trailing zeros.
 */
final class RandomRows {
  static final String LATITUDE = "Lat";
  static final String LONGITUDE = "Lon";
  static final String PURPOSE = "Purpose";
  static final String CHANNEL = "Channel";

  static final List<NaiveColumn> CUSTOMERS = List.of(
      new NaiveColumn("Client", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY),
      new NaiveColumn("City", ColumnType.TEXT, Role.NONE),
      new NaiveColumn("Code", ColumnType.IDENTIFIER, Role.NONE),
      new NaiveColumn("Age", ColumnType.WHOLE, Role.NONE),
      new NaiveColumn("Score", ColumnType.DECIMAL, Role.NONE),
      new NaiveColumn("Member", ColumnType.YES_NO, Role.NONE),
      new NaiveColumn("Born", ColumnType.DATE, Role.NONE),
      new NaiveColumn("Contact", ColumnType.DATE_TIME, Role.NONE),
      new NaiveColumn("Tags", ColumnType.TEXT, Role.NONE, new Meaning(Meaning.Kind.LIST, ";")),
      new NaiveColumn("Labels", ColumnType.TEXT, Role.NONE, new Meaning(Meaning.Kind.LIST, "[]")),
      new NaiveColumn(LATITUDE, ColumnType.DECIMAL, Role.NONE, Meaning.of(Meaning.Kind.LATITUDE)),
      new NaiveColumn(LONGITUDE, ColumnType.DECIMAL, Role.NONE, Meaning.of(Meaning.Kind.LONGITUDE)),
      new NaiveColumn("Position", ColumnType.TEXT, Role.NONE, Meaning.of(Meaning.Kind.COORDINATES)));
  static final List<NaiveColumn> ORDERS = List.of(
      new NaiveColumn("Client", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY),
      new NaiveColumn("Order no", ColumnType.IDENTIFIER, Role.ORDER_KEY),
      new NaiveColumn("When", ColumnType.DATE_TIME, Role.EVENT_TIME),
      new NaiveColumn("Quantity", ColumnType.WHOLE, Role.QUANTITY),
      new NaiveColumn("UnitPrice", ColumnType.DECIMAL, Role.UNIT_PRICE),
      new NaiveColumn("Status", ColumnType.TEXT, Role.NONE),
      new NaiveColumn("Gift", ColumnType.YES_NO, Role.NONE),
      new NaiveColumn("Shop", ColumnType.TEXT, Role.PLACE),
      new NaiveColumn("Delivered", ColumnType.DATE, Role.NONE));
  static final List<NaiveColumn> VISITS = List.of(
      new NaiveColumn("Client", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY),
      new NaiveColumn("Day", ColumnType.DATE, Role.EVENT_TIME),
      new NaiveColumn("Page", ColumnType.TEXT, Role.PRODUCT),
      new NaiveColumn("Seconds", ColumnType.WHOLE, Role.NONE));
  static final List<NaiveColumn> MAILS = List.of(
      new NaiveColumn("Client", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY),
      new NaiveColumn("At", ColumnType.DATE_TIME, Role.EVENT_TIME),
      new NaiveColumn("Kind", ColumnType.TEXT, Role.NONE),
      new NaiveColumn("Shop seen", ColumnType.TEXT, Role.NONE),
      new NaiveColumn("Cost", ColumnType.DECIMAL, Role.NONE),
      new NaiveColumn("Topics", ColumnType.TEXT, Role.NONE, new Meaning(Meaning.Kind.LIST, "|")));
  static final List<NaiveColumn> CONSENTS = List.of(
      new NaiveColumn("Client", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY),
      new NaiveColumn("Said", ColumnType.DATE, Role.EVENT_TIME),
      new NaiveColumn("Agreed", ColumnType.YES_NO, Role.CONSENT),
      new NaiveColumn(PURPOSE, ColumnType.TEXT, Role.NONE),
      new NaiveColumn(CHANNEL, ColumnType.TEXT, Role.NONE));
  static final List<NaiveColumn> PLACES = List.of(
      new NaiveColumn("Postal code", ColumnType.IDENTIFIER, Role.LOOKUP_KEY),
      new NaiveColumn("Town", ColumnType.TEXT, Role.NONE),
      new NaiveColumn(LATITUDE, ColumnType.DECIMAL, Role.NONE, Meaning.of(Meaning.Kind.LATITUDE)),
      new NaiveColumn(LONGITUDE, ColumnType.DECIMAL, Role.NONE, Meaning.of(Meaning.Kind.LONGITUDE)));

  static final List<String> TEXTS = List.of("Élise", "elise", "ELISE", "Straße", "strasse", "Paris, FR",
      "a \"b\"", "Œuvre", "9", "10", "null", "x.y", "First (1)");
  static final List<String> STATUSES = List.of("paid", "PAID", "payé", "cancelled");
  static final List<String> SHOPS = List.of("Lyon", "lyon", "Élise", "Lille", "Nantes", "Metz");
  static final List<LocalDate> SPECIAL = List.of(RandomWorld.TODAY, RandomWorld.TODAY.plusDays(1),
      RandomWorld.TODAY.minusDays(1), RandomWorld.TODAY.minusDays(30), RandomWorld.TODAY.minusDays(31),
      LocalDate.of(2011, 3, 27), LocalDate.of(2011, 10, 30), LocalDate.of(2011, 3, 13),
      LocalDate.of(2011, 11, 6));
  static final List<String> ELEMENTS = List.of("vip", "VIP", "élan", "elan", "First (1)", "a.c", "null");
  static final List<String> PURPOSES = List.of("news", "News", "offers");
  static final List<String> CHANNELS = List.of("e-mail", "E-MAIL", "post");
  static final List<String> TOWNS = List.of("Évry", "EVRY", "Tours");
  static final List<String> POSTAL_CODES = List.of("01000", "37000", "91000", "91001");
  /** Those at which something happens, and their neighbours. */
  static final List<Integer> HOURS = List.of(0, 1, 2, 3, 12, 13, 22, 23);
  static final List<String> KINDS = List.of("sent", "opened", "Opened", "clicked");
  private static final List<LocalTime> TIMES = List.of(LocalTime.MIN, LocalTime.of(23, 59, 59),
      LocalTime.of(2, 30), LocalTime.of(1, 0), LocalTime.NOON);

  private final Random random;
  private final ZoneId zone;
  private Half half = Half.BOTH;

  /** Which of the possible values are drawn, so that the values of one stretch of rows lie apart from those of another. */
  enum Half {
    BOTH, LOWER, UPPER
  }

  RandomRows(Random random, ZoneId zone) {
    this.random = random;
    this.zone = zone;
  }

  /** A cell as it stands in the file, and what it means; a value of "" is none. */
  record Cell(String raw, Object value) {
    static final Cell EMPTY = new Cell("", "");
  }

  /** From now on, values are of this half. */
  void draw(Half values) {
    half = values;
  }

  List<Cell> customer(Cell key) {
    return List.of(key, anyText(TEXTS), maybe(() -> text("00" + draw(4))), maybe(() -> whole(-2, 9)),
        maybe(() -> decimal(1_000)), maybe(this::yesNo), maybe(this::born), maybe(this::instant),
        maybe(() -> list("", ";", "", "")), maybe(() -> list("[", ",", "]", "\"")),
        maybe(() -> degrees(80)), maybe(() -> degrees(-10)), maybe(this::position));
  }

  /** Mostly delivered on the day of the order or on the next. */
  List<Cell> order(Cell key) {
    LocalDate day = day();
    LocalDate delivered = random.nextInt(4) > 0 ? day.plusDays(random.nextInt(2)) : day();
    return List.of(key, maybe(() -> text("A" + random.nextInt(12))), maybe(() -> instant(day)),
        maybe(() -> whole(-2, 5)), maybe(() -> decimal(500)), anyText(STATUSES), maybe(this::yesNo),
        anyText(SHOPS), maybe(() -> date(delivered)));
  }

  /** An order that counts by any rule, on a day of its own. */
  List<Cell> certainOrder(Cell key, LocalDate day) {
    return List.of(key, text("A1"), time(day, LocalTime.NOON), number("3"), number("1.25"), text("paid"),
        new Cell("no", false), text("Lyon"), date(day));
  }

  List<Cell> visit(Cell key) {
    return List.of(key, maybe(() -> date(day())), anyText(TEXTS), maybe(() -> whole(0, 4)));
  }

  List<Cell> visit(Cell key, LocalDate day, String seconds) {
    return List.of(key, date(day), text("home"), number(seconds));
  }

  List<Cell> mail(Cell key) {
    return List.of(key, maybe(() -> instant(day())), anyText(KINDS), anyText(SHOPS), maybe(() -> decimal(20)),
        maybe(() -> list("", "|", "", "")));
  }

  List<Cell> consent(Cell key) {
    return List.of(key, maybe(() -> date(day())), maybe(this::yesNo), anyText(PURPOSES), anyText(CHANNELS));
  }

  /** A postal code and where it is; a town has several, and one of them is nowhere. */
  static List<List<Cell>> places() {
    return List.of(place("01000", "Tours", "41.5", "-2"), place("37000", "Tours", "47.4", "0.7"),
        place("91000", "Évry", "48.5", "2.5"), place("91001", "Evry", "48.5", "3"),
        place("91002", "Evry", "", "1"));
  }

  private static List<Cell> place(String code, String town, String latitude, String longitude) {
    return List.of(text(code), text(town), latitude.isEmpty() ? Cell.EMPTY : number(latitude),
        number(longitude));
  }

  static Cell key(int customer) {
    return text(customer % 3 == 0 ? String.format(Locale.ROOT, "%04d", customer) : "C" + customer);
  }

  private static Cell text(String text) {
    return new Cell(text, text);
  }

  private static Cell number(String raw) {
    return new Cell(raw, new BigDecimal(raw));
  }

  private static Cell invalid(String raw) {
    return new Cell(raw, NaiveTable.INVALID);
  }

  private Cell maybe(Supplier<Cell> cell) {
    return switch (random.nextInt(10)) {
      case 0 -> Cell.EMPTY;
      case 1 -> new Cell("  ", "");
      default -> cell.get();
    };
  }

  private Cell anyText(List<String> texts) {
    return maybe(() -> text(texts.get(draw(texts.size()))));
  }

  /** From 0 to n - 1, of the half that is drawn now. */
  private int draw(int n) {
    return switch (half) {
      case BOTH -> random.nextInt(n);
      case LOWER -> random.nextInt(n / 2);
      case UPPER -> n / 2 + random.nextInt(n - n / 2);
    };
  }

  private Cell whole(int least, int most) {
    return random.nextInt(10) == 0
        ? invalid("many")
        : number(Integer.toString(least + draw(most - least + 1)));
  }

  private Cell decimal(int most) {
    return random.nextInt(10) == 0
        ? invalid("free")
        : number(BigDecimal.valueOf(draw(2 * most) - most, random.nextInt(3)).toPlainString());
  }

  private Cell yesNo() {
    boolean yes = draw(2) == 1;
    return random.nextInt(10) == 0 ? invalid("perhaps") : new Cell(yes ? "yes" : "no", yes);
  }

  /** With one element twice, or an empty one, here and there. */
  private Cell list(String open, String between, String close, String quote) {
    int n = random.nextInt(4);
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      elements.add(quote + ELEMENTS.get(draw(ELEMENTS.size())) + quote);
    }
    if (n > 0 && quote.isEmpty() && random.nextInt(6) == 0) {
      elements.add("");
    }
    String spaced = random.nextBoolean() ? between : " " + between + " ";
    String raw = (open + String.join(spaced, elements) + close).strip();
    return raw.isEmpty() ? Cell.EMPTY : text(raw);
  }

  /** On a grid of half degrees, so that some customers are on the edges of areas; some are beyond the poles. */
  private Cell degrees(int leastHalf) {
    return random.nextInt(12) == 0
        ? random.nextBoolean() ? number("270.5") : invalid("here")
        : number(halves(leastHalf, draw(21)).toPlainString());
  }

  static BigDecimal halves(int least, int more) {
    return new BigDecimal(least + more).divide(BigDecimal.TWO);
  }

  private Cell position() {
    return random.nextInt(8) == 0
        ? text(one(List.of("somewhere", "45.5", "91, 2", "45.5, x")))
        : text(halves(80, draw(21)).toPlainString() + ", " + halves(-10, draw(21)).toPlainString());
  }

  private Cell born() {
    LocalDate day = random.nextInt(4) == 0
        ? LocalDate.of(1980 + 4 * random.nextInt(8), 2, 29)
        : LocalDate.ofEpochDay(draw(16_000));
    return random.nextInt(10) == 0 ? invalid("once") : date(day);
  }

  private Cell instant() {
    return instant(day());
  }

  private Cell instant(LocalDate day) {
    return random.nextInt(12) == 0 ? invalid("soon") : time(day, moment());
  }

  /** Of the lower half the earlier days. */
  private LocalDate day() {
    int days = random.nextBoolean() ? 60 : 800;
    return random.nextInt(3) == 0 && half == Half.BOTH
        ? one(SPECIAL)
        : RandomWorld.TODAY.plusDays(15 - days).plusDays(draw(days));
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
    return new Cell(local.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)),
        local.atZone(zone).toInstant());
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
