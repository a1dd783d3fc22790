package app.parcelle.engine.sample;

import java.util.List;

import app.parcelle.engine.sample.ShopWords.Product;

/** The lines of one order; filled anew for every order, so that millions of them cost no memory. */
final class Basket {
  private static final long LINES = 4;
  private static final int MOST_LINES = 5;

  /** How many lines there are. */
  int lines;
  final int[] product = new int[MOST_LINES];
  final int[] quantity = new int[MOST_LINES];
  /** Unit price of each line, in cents. */
  final int[] cents = new int[MOST_LINES];

  private final long seed;
  /** Ascending by price. */
  private final List<Product> products;

  Basket(long seed, List<Product> products) {
    this.seed = seed;
    this.products = products;
  }

  /** Fills the lines with what a shopper bought, worth about the shopper's usual basket. */
  void fill(Shopper shopper, int order, int orderMinute) {
    Dice dice = new Dice(seed, LINES, shopper.number * 4_096L + order);
    double worth = 100 * dice.logNormal(shopper.basket, 0.35);
    lines = Math.min(MOST_LINES, 1 + dice.poisson(0.75));
    boolean sales = Calendar.sales(orderMinute / Calendar.MINUTES);
    boolean bargains = shopper.group == Group.BARGAIN_HUNTERS;
    for (int i = 0; i < lines; i++) {
      double share = worth / (lines - i) * (i == lines - 1 ? 1 : 0.6 + 0.8 * dice.unit());
      product[i] = affordable(share, dice);
      boolean reduced = dice.chance(sales ? 0.5 : bargains ? 0.35 : 0.04);
      int full = products.get(product[i]).cents();
      cents[i] = reduced ? full * 4 / 5 : full;
      quantity[i] = Math.clamp(Math.round(share / cents[i]), 1, 40);
      worth = Math.max(0, worth - (double) quantity[i] * cents[i]);
    }
  }

  long totalCents() {
    long total = 0;
    for (int i = 0; i < lines; i++) {
      total += (long) quantity[i] * cents[i];
    }
    return total;
  }

  /** Some product not dearer than the share, the dearest ones and the best sellers more often. */
  private int affordable(double share, Dice dice) {
    int n = 1;
    while (n < products.size() && products.get(n).cents() <= share * 1.1) {
      n++;
    }
    int one = n - 1 - dice.skewed(Math.min(n, 24));
    int other = n - 1 - dice.skewed(Math.min(n, 24));
    return popularity(one) >= popularity(other) ? one : other;
  }

  /** An order of the products that has nothing to do with their price. */
  private static int popularity(int product) {
    return product * 37 % 101;
  }
}
