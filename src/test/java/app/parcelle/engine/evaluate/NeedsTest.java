package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.CalendarUnit;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.ColumnType;

/** What would do, does; and nothing else. */
class NeedsTest {
  private static final AsOf AS_OF = new AsOf(LocalDate.of(2024, 2, 29), ZoneId.of("Europe/Paris"));
  private static final FieldRef FIELD = FieldRef.named("x");

  @Property
  void exactlyTheNumbersThatWouldDoAreNamed(@ForAll long seed) {
    Random random = new Random(seed);
    int scale = random.nextInt(3);
    NumberOperator operator = List.of(NumberOperator.values())
        .get(random.nextInt(NumberOperator.values().length));
    BigDecimal first = BigDecimal.valueOf(random.nextInt(80) - 40, random.nextInt(4));
    BigDecimal second = first.add(BigDecimal.valueOf(random.nextInt(40), random.nextInt(4)));
    boolean wanted = random.nextBoolean();
    Need need = new Needs(AS_OF, _ -> scale).of(new Condition.NumberTest(FIELD, operator, first,
        operator.needsTwo() ? second : null, false), wanted, null);
    ValueRange range = ValueRange.of(operator, first, operator.needsTwo() ? second : null, scale);
    if (range.low() > range.high()) {
      assertEquals(new Need.AsSaid(), need);
      return;
    }
    for (long unscaled = -9_000; unscaled <= 9_000; unscaled++) {
      Value value = new Value.OfNumber(BigDecimal.valueOf(unscaled, scale));
      assertEquals(range.holds(unscaled) == wanted, does(need, value), () -> need + " " + value);
    }
  }

  @Property
  void exactlyTheDaysThatWouldDoAreNamed(@ForAll long seed) {
    Random random = new Random(seed);
    LocalDate day = AS_OF.today().plusDays(random.nextInt(400) - 200);
    Period period = new Period(1 + random.nextInt(20), List.of(Period.Unit.values()).get(random.nextInt(4)));
    List<DateCriterion> all = List.of(new DateCriterion.On(day), new DateCriterion.Before(day),
        new DateCriterion.After(day), new DateCriterion.Between(day, day.plusDays(random.nextInt(60))),
        new DateCriterion.InLast(period, random.nextBoolean()),
        new DateCriterion.InNext(period, random.nextBoolean()), new DateCriterion.OlderThan(period),
        new DateCriterion.InWhole(List.of(CalendarUnit.values()).get(random.nextInt(5)),
            random.nextInt(5) - 2));
    DateCriterion criterion = all.get(random.nextInt(all.size()));
    boolean wanted = random.nextBoolean();
    Need need = new Needs(AS_OF, _ -> 0).of(new Condition.DateTest(FIELD, criterion, false), wanted, null);
    long[] days = LongStream.rangeClosed(-8_000, 8_000).map(n -> AS_OF.today().toEpochDay() + n).toArray();
    Chunk chunk = Chunk.pack(days, days.length, null, null, null);
    long[] met = Bits.of(days.length);
    DateTests.of(criterion, ColumnType.DATE, AS_OF).mark(chunk, met, 0);
    for (int i = 0; i < days.length; i++) {
      Value value = new Value.OfDate(LocalDate.ofEpochDay(days[i]));
      assertEquals(Bits.get(met, i) == wanted, does(need, value), () -> criterion + " " + need + " " + value);
    }
  }

  private static boolean does(Need need, Value value) {
    return switch (need) {
      case Need.Within(Value least, Value most) -> (least == null || compare(value, least) >= 0)
          && (most == null || compare(value, most) <= 0);
      case Need.Outside(Value least, Value most) -> compare(value, least) < 0 || compare(value, most) > 0;
      default -> throw new AssertionError(need);
    };
  }

  private static int compare(Value one, @Nullable Value other) {
    return one instanceof Value.OfNumber(BigDecimal number)
        && other instanceof Value.OfNumber(BigDecimal than)
            ? number.compareTo(than)
            : ((Value.OfDate) one).date()
                .compareTo(((Value.OfDate) java.util.Objects.requireNonNull(other)).date());
  }
}
