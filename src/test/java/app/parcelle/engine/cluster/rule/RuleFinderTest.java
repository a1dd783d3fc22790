package app.parcelle.engine.cluster.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.ColumnType;

class RuleFinderTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final List<String> COUNTRIES = List.of("France", "Belgique", "Suisse", "Italie", "Espagne");

  @Test
  void plantedIntervalsAreFoundWithTheirRoundNumbers() {
    double[][] shop = shop(4_000, 1);
    long[] members = customers(shop).where(row -> shop[0][row] <= 30 && shop[1][row] >= 500);
    RuleCandidate best = find(customers(shop), members).candidates().getLast();
    assertEquals(new AllOf(List.of(number("recency", NumberOperator.AT_MOST, "30", null),
        number("amount", NumberOperator.AT_LEAST, "500", null))), best.rule());
    assertEquals(1, best.all().balance());
  }

  @Test
  void plantedUglyNumberIsFoundNearly() {
    double[][] shop = shop(20_000, 2);
    long[] members = customers(shop)
        .where(row -> shop[1][row] >= 437.31 && shop[1][row] <= 1_212.77 && shop[0][row] >= 41);
    RuleCandidate best = find(customers(shop), members).candidates().getLast();
    assertTrue(best.heldOut().precision() > 0.995 && best.heldOut().recall() > 0.995, best::toString);
    assertEquals(2, best.conditions());
  }

  @Test
  void plantedPartsAreFoundAsAnyOf() {
    double[][] shop = shop(6_000, 3);
    Customers customers = customers(shop);
    long[] members = customers.where(
        row -> (shop[0][row] <= 30 && shop[1][row] >= 500) || (shop[2][row] <= 1 && shop[3][row] >= 60));
    RuleCandidate best = find(customers, members).candidates().getLast();
    assertTrue(best.rule() instanceof Condition.AnyOf, best::toString);
    assertTrue(best.heldOut().balance() > 0.98, best::toString);
    assertTrue(best.conditions() <= 6, best::toString);
  }

  @Test
  void groupsOfTextsBecomeOneCondition() {
    double[][] shop = shop(3_000, 4);
    // however it is written
    Customers customers = customers(shop)
        .texts("land",
            row -> row % 7 == 0 ? null : row % 2 == 0 ? "FRANCE" : row % 5 == 0 ? "france " : "Italie");
    long[] members = customers.where(row -> shop[2][row] == 0 || shop[2][row] == 3);
    assertEquals(
        new Condition.TextTest(ref("country"), TextOperator.IS_ONE_OF, List.of("France", "Italie"), false,
            false),
        sorted(find(customers, members).candidates().getLast().rule()));
    long[] french = customers.where(row -> row % 7 != 0 && (row % 2 == 0 || row % 5 == 0));
    Condition.TextTest land = (Condition.TextTest) find(customers, french).candidates().getFirst().rule();
    assertEquals(List.of("FRANCE"), land.values());
  }

  @Test
  void yesAndNoAndDatesAndMissingValuesAreAskedFor() {
    Random random = new Random(5);
    int rows = 3_000;
    double[] since = random.doubles(rows, 15_000, 16_500).map(Math::floor).toArray();
    double[] letter = random.ints(rows, 0, 3).mapToDouble(i -> i == 2 ? Double.NaN : i).toArray();
    Customers customers = new Customers(rows).numbers("since", ColumnType.DATE, 0, row -> since[row])
        .numbers("letter", ColumnType.YES_NO, 0, row -> letter[row]);
    long day = LocalDate.of(2012, 4, 1).toEpochDay();
    assertEquals(
        new Condition.DateTest(ref("since"), new DateCriterion.After(LocalDate.of(2012, 3, 31)), false),
        find(customers, customers.where(row -> since[row] >= day)).candidates().getLast().rule());
    assertEquals(new Condition.YesNoTest(ref("letter"), YesNoOperator.IS_YES, false),
        find(customers, customers.where(row -> letter[row] == 1)).candidates().getLast().rule());
    assertEquals(new Condition.Known(ref("letter"), Condition.Knowledge.UNKNOWN),
        find(customers, customers.where(row -> Double.isNaN(letter[row]))).candidates().getLast().rule());
  }

  @Test
  void pathGoesFromShortToFaithful() {
    double[][] shop = shop(5_000, 6);
    Random noise = new Random(6);
    long[] members = customers(shop).where(row -> 400 - shop[0][row] + shop[1][row] / 10 + shop[3][row]
        + 20 * noise.nextGaussian() > 420);
    List<RuleCandidate> path = find(customers(shop), members).candidates();
    assertTrue(path.size() >= 3, () -> path.toString());
    for (int i = 1; i < path.size(); i++) {
      assertTrue(path.get(i).conditions() > path.get(i - 1).conditions());
    }
    assertTrue(path.getLast().heldOut().balance() > path.getFirst().heldOut().balance());
  }

  @Test
  void sameSeedGivesTheSameRulesOnAnyNumberOfThreads() {
    double[][] shop = shop(3_000, 7);
    Customers customers = customers(shop);
    long[] members = customers.where(row -> shop[0][row] + shop[3][row] < 90);
    try (Workers three = new Workers(3)) {
      List<RuleCandidate> one = find(customers, members).candidates();
      List<RuleCandidate> other = RuleFinder
          .find(customers.sheet(), customers.fields(), members, RuleOptions.in(PARIS), 42, three,
              JobContext.silent())
          .candidates();
      assertEquals(one.stream().map(RuleCandidate::rule).toList(),
          other.stream().map(RuleCandidate::rule).toList());
      assertEquals(one.stream().map(RuleCandidate::heldOut).toList(),
          other.stream().map(RuleCandidate::heldOut).toList());
    }
  }

  @Test
  void groupWithoutMembersOrWithoutOthersIsRefused() {
    Customers customers = customers(shop(100, 8));
    assertEquals(Message.of("cluster.problem.rule-nobody"),
        assertThrows(Problem.class, () -> find(customers, Bits.of(100))).message());
    assertEquals(Message.of("cluster.problem.rule-all"),
        assertThrows(Problem.class, () -> find(customers, Bits.full(100))).message());
  }

  @Test
  void fieldsThatTellNothingGiveNoRule() {
    Customers customers = new Customers(200).numbers("same", ColumnType.WHOLE, 0, _ -> 7);
    assertEquals(List.of(), find(customers, customers.where(row -> row % 3 == 0)).candidates());
  }

  @Test
  void cancelledSearchStops() {
    double[][] shop = shop(3_000, 9);
    CancelledLater soon = new CancelledLater(20);
    Customers customers = customers(shop);
    long[] members = customers.where(row -> shop[0][row] < 30);
    assertThrows(JobContext.Cancelled.class,
        () -> RuleFinder.find(customers.sheet(), customers.fields(), members,
            RuleOptions.in(PARIS), 42, Workers.inline(), soon));
  }

  @Property(tries = 60)
  void ruleReadNaivelyHasTheConfusionItClaims(@ForAll long seed) {
    Random random = new Random(seed);
    int rows = 20 + random.nextInt(400);
    Customers customers = dirty(rows, random);
    long[] members = customers.where(_ -> random.nextInt(3) == 0);
    Bits.set(members, 0);
    members[0] &= ~2L;
    RulePath path = find(customers, members);
    NaiveReader reader = new NaiveReader(customers.sheet(), customers.fields());
    for (RuleCandidate candidate : path.candidates()) {
      int[] in = IntStream.range(0, rows).filter(row -> reader.isIn(candidate.rule(), row)).toArray();
      int right = (int) IntStream.of(in).filter(row -> Bits.get(members, row)).count();
      int all = Bits.count(members);
      assertEquals(new Confusion(right, in.length - right, all - right, rows - all - in.length + right),
          candidate.all());
      assertEquals(path.heldOut(), candidate.heldOut().customers());
      assertEquals(candidate.heldOut().falseIn(), candidate.falseIn().length);
      assertEquals(candidate.heldOut().falseOut(), candidate.falseOut().length);
      for (int row : candidate.falseIn()) {
        assertTrue(reader.isIn(candidate.rule(), row) && !Bits.get(members, row));
      }
      for (int row : candidate.falseOut()) {
        assertTrue(!reader.isIn(candidate.rule(), row) && Bits.get(members, row));
      }
    }
  }

  @Test
  void thirtyPercentOfMembersAndOfOthersAreHeldOut() {
    long[] members = Bits.of(1_000);
    IntStream.range(0, 100).forEach(row -> Bits.set(members, 7 * row));
    HeldOut drawn = HeldOut.draw(1_000, members, 3);
    assertEquals(300, Bits.count(drawn.bits()));
    assertEquals(30, Bits.countBoth(drawn.bits(), members));
    assertEquals(70, drawn.members().length);
    assertArrayEquals(drawn.bits(), HeldOut.draw(1_000, members, 3).bits());
  }

  private static Customers dirty(int rows, Random random) {
    double[] amounts = random.doubles(rows, -50, 500).map(v -> Math.round(v * 100) / 100.0).toArray();
    return new Customers(rows)
        .numbers("amount", ColumnType.DECIMAL, 2, row -> row % 9 == 0 ? Double.NaN : amounts[row])
        .numbers("visits", ColumnType.WHOLE, 0, _ -> random.nextInt(4))
        .numbers("since", ColumnType.DATE, 0, row -> row % 11 == 0 ? Double.NaN : random.nextInt(900) - 300)
        .numbers("letter", ColumnType.YES_NO, 0, row -> row % 5 == 0 ? Double.NaN : random.nextInt(2))
        .texts("town", row -> row % 4 == 0 ? null : "town " + random.nextInt(row % 2 == 0 ? 3 : 400));
  }

  /** Recency, amount, country, age. */
  private static double[][] shop(int rows, long seed) {
    Random random = new Random(seed);
    return new double[][]{random.doubles(rows, 0, 400).map(Math::floor).toArray(),
        random.doubles(rows, 0, 2_000).map(v -> Math.round(v * 100) / 100.0).toArray(),
        random.ints(rows, 0, COUNTRIES.size()).asDoubleStream().toArray(),
        random.doubles(rows, 18, 90).map(Math::floor).toArray()};
  }

  private static Customers customers(double[][] shop) {
    return new Customers(shop[0].length).numbers("recency", ColumnType.WHOLE, 0, row -> shop[0][row])
        .numbers("amount", ColumnType.DECIMAL, 2, row -> shop[1][row])
        .texts("country", row -> COUNTRIES.get((int) shop[2][row]))
        .numbers("age", ColumnType.WHOLE, 0, row -> shop[3][row]);
  }

  private static RulePath find(Customers customers, long[] members) {
    return RuleFinder.find(customers.sheet(), customers.fields(), members, RuleOptions.in(PARIS), 42,
        Workers.inline(), JobContext.silent());
  }

  private static Condition sorted(Condition rule) {
    Condition.TextTest test = (Condition.TextTest) rule;
    return new Condition.TextTest(test.field(), test.operator(), test.values().stream().sorted().toList(),
        test.exact(), test.includeMissing());
  }

  private static NumberTest number(String field, NumberOperator operator, String value,
      @Nullable String second) {
    return new NumberTest(ref(field), operator, new BigDecimal(value),
        second == null ? null : new BigDecimal(second), false);
  }

  private static FieldRef ref(String name) {
    return new FieldRef(name, "t1." + name);
  }
}
