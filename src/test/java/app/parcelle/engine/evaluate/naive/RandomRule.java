package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.DateCriterion.LeapDay;
import app.parcelle.engine.segment.DateCriterion.Order;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.segment.YesNoOperator;

/** Seeded rules over a {@link RandomWorld}: every kind of condition and operator, nested up to four deep. */
public final class RandomRule {
  private static final Subjects CUSTOMERS = new Subjects(
      List.of("City", "Code", "Client", "Status", "Shop", "Shop (most frequent)", "Page",
          "Page (most frequent)"),
      List.of("Age", "Score", "recency", "frequency", "monetary", "average_basket", "tenure",
          "recency (Visits)", "frequency (Visits)", "tenure (Visits)", NaiveWorld.CLUSTERING),
      List.of("Member", "Gift"), List.of("Born", "Contact", "Delivered"));
  private static final Subjects ORDERS = new Subjects(List.of("Status", "Order no", "Client", "Shop"),
      List.of("Quantity", "UnitPrice"), List.of("Gift"), List.of("When", "Delivered"));
  private static final Subjects VISITS = new Subjects(List.of("Page"), List.of("Seconds"), List.of(),
      List.of("Day"));

  private final Random random;

  private RandomRule(long seed) {
    // neighbouring seeds begin alike
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** The names that a condition can speak of, by type. */
  private record Subjects(List<String> texts, List<String> numbers, List<String> yesNos,
      List<String> dates) {}

  /** @param depth how many groups are within each other at most */
  public static Segment segment(long seed, int depth) {
    RandomRule rules = new RandomRule(seed);
    Segment.Reference reference = switch (rules.random.nextInt(4)) {
      case 0 -> new Segment.Reference.Project();
      case 1 -> new Segment.Reference.Fixed(RandomWorld.TODAY.minusDays(rules.random.nextInt(300)));
      default -> new Segment.Reference.Fixed(RandomWorld.TODAY);
    };
    ZoneId zone = rules.random.nextInt(5) == 0 ? ZoneId.of("Pacific/Auckland") : null;
    return new Segment("random", rules.rule(depth), reference, zone);
  }

  private Condition rule(int depth) {
    return switch (depth == 0 ? 9 : random.nextInt(12)) {
      case 0, 1, 2 -> new AllOf(several(() -> rule(depth - 1)));
      case 3, 4 -> new AnyOf(several(() -> rule(depth - 1)));
      case 5 -> new Not(rule(depth - 1));
      default -> leaf();
    };
  }

  private Condition leaf() {
    return switch (random.nextInt(13)) {
      case 0 -> new Everyone();
      case 12 -> new InCluster(NaiveWorld.CLUSTERING, set(new Integer[]{1, 2, 3, 4}));
      case 1, 2, 3 -> events();
      case 4 -> random.nextBoolean()
          ? new Never("Orders", window(), where(ORDERS))
          : new Never("Visits", window(), where(VISITS));
      default -> test(CUSTOMERS);
    };
  }

  private List<Condition> several(Supplier<Condition> condition) {
    List<Condition> conditions = new ArrayList<>();
    int n = 1 + random.nextInt(3);
    for (int i = 0; i < n; i++) {
      conditions.add(condition.get());
    }
    return conditions;
  }

  private Condition test(Subjects subjects) {
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> text(field(subjects.texts()));
      case 3, 4 -> number(field(subjects.numbers()));
      case 5 -> subjects.yesNos().isEmpty()
          ? new Everyone()
          : new YesNoTest(field(subjects.yesNos()), one(YesNoOperator.values()), random.nextBoolean());
      case 6 -> new Known(field(any(subjects)), one(Knowledge.values()));
      default -> new DateTest(field(subjects.dates()), criterion(subjects), random.nextInt(3) == 0);
    };
  }

  private static List<String> any(Subjects subjects) {
    List<String> all = new ArrayList<>(subjects.texts());
    all.addAll(subjects.numbers());
    all.addAll(subjects.yesNos());
    all.addAll(subjects.dates());
    return all;
  }

  private Condition text(FieldRef field) {
    TextOperator operator = one(TextOperator.values());
    boolean many = operator.positive() == TextOperator.IS_ONE_OF;
    List<String> values = new ArrayList<>();
    int n = many ? 1 + random.nextInt(3) : 1;
    for (int i = 0; i < n; i++) {
      values.add(operator.positive() == TextOperator.MATCHES
          ? one(List.of("^e", "É.*e$", "[0-9]+", "x\\.y", "(paid|payé)", "s{2}"))
          : value());
    }
    return new TextTest(field, operator, values, random.nextInt(3) == 0,
        random.nextInt(4) == 0 != operator.negative());
  }

  private String value() {
    return one(one(List.of(RandomRows.TEXTS, RandomRows.STATUSES, List.of("001", "A1", "lise", "s"),
        List.of("Lyon", "0003", "C1", "C1"))));
  }

  private Condition number(FieldRef field) {
    NumberOperator operator = one(NumberOperator.values());
    BigDecimal first = number();
    BigDecimal second = operator.needsTwo() ? first.add(number().abs()) : null;
    return new NumberTest(field, operator, first, second, random.nextInt(4) == 0 != operator.negative());
  }

  private BigDecimal number() {
    return switch (random.nextInt(5)) {
      case 0 -> BigDecimal.ZERO;
      case 1 -> BigDecimal.valueOf(random.nextInt(20_000) - 5_000, 3);
      case 2 -> BigDecimal.valueOf(random.nextInt(400));
      default -> BigDecimal.valueOf(random.nextInt(9) - 2);
    };
  }

  private Condition events() {
    boolean orders = random.nextInt(3) > 0;
    Measure measure = one(Measure.values());
    FieldRef property = null;
    if (measure == Measure.SUM && (!orders || random.nextBoolean())) {
      property = field(orders ? ORDERS.numbers() : VISITS.numbers());
    }
    NumberOperator operator = one(NumberOperator.values());
    BigDecimal first = measure == Measure.COUNT || measure == Measure.LINES
        ? BigDecimal.valueOf(random.nextInt(4))
        : number();
    BigDecimal second = operator.needsTwo() ? first.add(number().abs()) : null;
    return new EventTest(orders ? "Orders" : "Visits", measure, property, operator, first, second, window(),
        where(orders ? ORDERS : VISITS));
  }

  private @Nullable Condition where(Subjects columns) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> test(columns);
      case 2 -> random.nextBoolean()
          ? new AnyOf(several(() -> test(columns)))
          : new AllOf(several(() -> new Not(test(columns))));
      default -> null;
    };
  }

  private Window window() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> new Window.Ever();
      case 2 -> {
        LocalDate last = random.nextBoolean() ? one(RandomRows.SPECIAL) : day();
        yield new Window.Between(last.minusDays(random.nextInt(60)), last);
      }
      case 3 -> new Window.Since(day());
      default -> new Window.Last(period(), random.nextBoolean());
    };
  }

  private Period period() {
    return random.nextInt(3) == 0
        ? new Period(one(List.of(1, 30, 31)), Period.Unit.DAYS)
        : new Period(1 + random.nextInt(6), one(Period.Unit.values()));
  }

  private LocalDate day() {
    return random.nextInt(3) == 0
        ? RandomWorld.TODAY.minusDays(random.nextInt(3))
        : RandomWorld.TODAY.minusDays(random.nextInt(500));
  }

  private DateCriterion criterion(Subjects subjects) {
    LocalDate day = random.nextBoolean() ? day() : LocalDate.ofEpochDay(random.nextInt(16_000));
    LeapDay leapDay = one(LeapDay.values());
    return switch (random.nextInt(15)) {
      case 0 -> new DateCriterion.On(day());
      case 1 -> new DateCriterion.Before(day);
      case 2 -> new DateCriterion.After(day);
      case 3 -> new DateCriterion.Between(day, day.plusDays(random.nextInt(4_000)));
      case 4 -> new DateCriterion.InLast(period(), random.nextBoolean());
      case 5 -> new DateCriterion.InNext(period(), random.nextBoolean());
      case 6 -> new DateCriterion.OlderThan(period());
      case 7, 12, 13, 14 -> new DateCriterion.ComparedWith(one(Order.values()), field(subjects.dates()));
      case 8 -> new DateCriterion.Anniversary(monthDay(), monthDay(), leapDay);
      case 9 -> new DateCriterion.AnniversaryInNext(1 + random.nextInt(365), leapDay);
      case 10 -> new DateCriterion.InMonth(set(Month.values()));
      default -> new DateCriterion.OnWeekday(set(DayOfWeek.values()));
    };
  }

  private MonthDay monthDay() {
    return random.nextInt(3) == 0
        ? one(List.of(MonthDay.of(2, 28), MonthDay.of(2, 29), MonthDay.of(3, 1)))
        : MonthDay.from(LocalDate.of(2000, 1, 1).plusDays(random.nextInt(366)));
  }

  private <T> Set<T> set(T[] values) {
    Set<T> set = new HashSet<>();
    int n = 1 + random.nextInt(3);
    for (int i = 0; i < n; i++) {
      set.add(one(values));
    }
    return set;
  }

  private FieldRef field(List<String> names) {
    return FieldRef.named(one(names));
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
