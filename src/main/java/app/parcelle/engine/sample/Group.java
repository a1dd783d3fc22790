package app.parcelle.engine.sample;

import java.util.Locale;

/**
 * The groups of customers planted in a sample. Recency, orders and basket are drawn around the medians given here, narrowly
 * enough on a logarithmic scale that clustering finds the first five again.
 */
public enum Group {
  CHAMPIONS(0.13, 9, 12, 120, 1.9, 0.55), BARGAIN_HUNTERS(0.20, 14, 7.5, 24, 1.6, 0.40), NEW_CUSTOMERS(0.23,
      11,
      0, 62, 0.8, 0.45), DORMANT_BIG_SPENDERS(0.18, 230, 4.5, 190, 0.5, 0.10), LAPSED(0.22, 250, 0, 34, 0.3,
          0.06),
  /** Signed up, never ordered: no recency and no basket, so in no cluster. */
  PROSPECTS(0.04, 0, 0, 0, 0.9, 0.20);

  /** Part of all customers. */
  final double share;
  /** Median days since the last order. */
  final double recency;
  /** Median number of orders; 0 for one order, rarely two or three. */
  final double orders;
  /** Median amount of an order. */
  final double basket;
  /** How often they visit, 1 for the average customer. */
  final double visits;
  /** How likely they are to open an e-mail. */
  final double opens;

  Group(double share, double recency, double orders, double basket, double visits, double opens) {
    this.share = share;
    this.recency = recency;
    this.orders = orders;
    this.basket = basket;
    this.visits = visits;
    this.opens = opens;
  }

  /** The name in {@code truth.csv}, such as {@code bargain-hunters}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether clustering has anything to find it by. */
  public boolean hasOrders() {
    return this != PROSPECTS;
  }

  static Group draw(Dice dice) {
    double u = dice.unit();
    for (Group group : values()) {
      u -= group.share;
      if (u < 0) {
        return group;
      }
    }
    return LAPSED;
  }
}
