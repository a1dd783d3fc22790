package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

class AverageBasketTest {
  @ParameterizedTest
  @CsvSource({"1.00, 3, 0.33", "2.00, 3, 0.67", "0.01, 2, 0.01", "-0.01, 2, -0.01", "0.05, 2, 0.03",
      "-0.05, 2, -0.03", "0.01, 3, 0.00", "-0.01, 3, 0.00", "-2.00, 3, -0.67", "0.00, 7, 0.00",
      "10, 4, 2.50", "1, 8, 0.13", "-1, 8, -0.13", "0.1, 8, 0.01", "1.005, 1, 1.005", "0.001, 2, 0.001"})
  void theExactAverageIsRoundedOnceAndAHalfGoesAwayFromZero(BigDecimal sum, long orders, BigDecimal average) {
    assertEquals(average, average(sum.unscaledValue().longValueExact(), sum.scale(), orders));
  }

  @Property
  void everyAverageIsTheDecimalOneRoundedHalfUp(@ForAll long sum, @ForAll @IntRange(max = 4) int scale,
      @ForAll @LongRange(min = 100, max = 2_000_000_000) long orders) {
    assertEquals(expected(sum, scale, orders), average(sum, scale, orders));
  }

  @Property
  void everySmallAverageIsTheDecimalOneRoundedHalfUp(@ForAll @IntRange(min = -500, max = 500) int sum,
      @ForAll @IntRange(max = 4) int scale, @ForAll @LongRange(min = 1, max = 50) long orders) {
    assertEquals(expected(sum, scale, orders), average(sum, scale, orders));
  }

  @Test
  void anAverageBeyondSixtyFourBitsIsRefusedByName() {
    Problem problem = assertThrows(Problem.class, () -> average(Long.MIN_VALUE, 0, 99));
    assertEquals("evaluate.sum-too-large", problem.message().key());
    assertEquals(expected(Long.MIN_VALUE, 0, 100), average(Long.MIN_VALUE, 0, 100));
  }

  private static BigDecimal expected(long sum, int scale, long orders) {
    return BigDecimal.valueOf(sum, scale)
        .divide(BigDecimal.valueOf(orders), Math.max(2, scale), RoundingMode.HALF_UP);
  }

  private static BigDecimal average(long sum, int scale, long orders) {
    int digits = Math.max(2, scale);
    Column amount = new Column("amount", "Amount", ColumnType.DECIMAL, Role.AMOUNT, scale, 0, 0, null,
        Column.Origin.AMOUNT);
    return BigDecimal.valueOf(new AverageBasket(amount, digits).of(sum, orders), digits);
  }
}
