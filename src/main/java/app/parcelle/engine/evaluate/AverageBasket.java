package app.parcelle.engine.evaluate;

import java.math.BigInteger;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.Column;

/**
 * The average of a customer's orders: the exact sum divided by their number, rounded once, to the nearest unit of a scale. A half
 * goes away from zero, so that returns and sales of one size stay of one size: 0.125 is 0.13 and -0.125 is -0.13 at two digits.
 */
final class AverageBasket {
  private final Column amount;
  private final long factor;

  /** @param scale of the average, at least that of the amount */
  AverageBasket(Column amount, int scale) {
    this.amount = amount;
    this.factor = BigInteger.TEN.pow(scale - amount.scale()).longValueExact();
  }

  /**
   * @param sum in units of the amount's scale
   * @param orders how many, from 1 on
   * @return in units of the average's scale
   * @throws Problem when that does not fit 64 bits
   */
  long of(long sum, long orders) {
    // the rest is smaller than the number of orders, so that only the whole part can be too large
    long rest = sum % orders * factor;
    long up = 2 * Math.abs(rest % orders) >= orders ? Long.signum(sum) : 0;
    try {
      return Math.addExact(Math.multiplyExact(sum / orders, factor), rest / orders + up);
    } catch (ArithmeticException e) {
      throw new Problem(Message.of("evaluate.sum-too-large", amount.name()), e);
    }
  }
}
