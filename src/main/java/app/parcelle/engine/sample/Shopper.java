package app.parcelle.engine.sample;

import java.util.Arrays;

/** One customer's planted behaviour, drawn from the seed and the customer's number alone. */
final class Shopper {
  /** Who may be written to. */
  enum Consent {
    YES, NO, UNKNOWN
  }

  private static final long BEHAVIOUR = 1;
  private static final long ORDER_DAYS = 2;
  private static final long RETURN = 3;

  final int number;
  final Group group;
  final double basket;
  final int orders;
  final int lastOrderDay;
  /** May lie before day 0: the shop is older than its files. */
  final int signUpDay;
  final Consent consent;

  private final long seed;

  private Shopper(long seed, int number, Group group, Dice dice, double pace) {
    this.seed = seed;
    this.number = number;
    this.group = group;
    this.basket = dice.logNormal(group.basket, 0.22);
    int recency = (int) Math.min(Calendar.LAST - 30, dice.logNormal(group.recency, 0.33));
    this.lastOrderDay = Calendar.LAST - recency;
    this.orders = switch (group) {
      case PROSPECTS -> 0;
      case NEW_CUSTOMERS, LAPSED -> 1 + (dice.chance(0.3) ? 1 : 0) + (dice.chance(0.03) ? 1 : 0);
      default -> (int) Math.max(2, Math.round(dice.logNormal(group.orders * pace, 0.25)));
    };
    this.signUpDay = switch (group) {
      case CHAMPIONS, BARGAIN_HUNTERS -> lastOrderDay - 200 - dice.below(1_000);
      case NEW_CUSTOMERS -> lastOrderDay - dice.below(41);
      case DORMANT_BIG_SPENDERS -> lastOrderDay - 100 - dice.below(700);
      case LAPSED -> lastOrderDay - dice.below(121);
      case PROSPECTS -> dice.below(Calendar.LAST);
    };
    double u = dice.unit();
    this.consent = u < 0.79 ? Consent.YES : u < 0.88 ? Consent.NO : Consent.UNKNOWN;
  }

  /** @param pace how many times as many orders as in the standard sample */
  static Shopper of(long seed, int number, double pace) {
    Dice dice = new Dice(seed, BEHAVIOUR, number);
    return new Shopper(seed, number, Group.draw(dice), dice, pace);
  }

  /** Someone who orders once and leaves no name. */
  static Shopper guest(long seed, int number) {
    return new Shopper(seed, number, Group.LAPSED, new Dice(seed, BEHAVIOUR, number), 1);
  }

  /** When each order was placed, in minutes since day 0, ascending. */
  int[] orderMinutes() {
    Dice dice = new Dice(seed, ORDER_DAYS, number);
    int[] minutes = new int[orders];
    for (int i = 0; i < orders; i++) {
      int day = i == 0 ? lastOrderDay : Calendar.day(dice, Math.max(0, signUpDay), lastOrderDay);
      minutes[i] = day * Calendar.MINUTES + Calendar.minute(dice);
    }
    Arrays.sort(minutes);
    return minutes;
  }

  /** When something of an order was sent back, in minutes since day 0; -1 where nothing was. */
  int returnMinute(int order, int orderMinute) {
    Dice dice = new Dice(seed, RETURN, number * 4_096L + order);
    if (!dice.chance(0.03)) {
      return -1;
    }
    int day = orderMinute / Calendar.MINUTES + 4 + dice.below(20);
    return day > Calendar.LAST ? -1 : day * Calendar.MINUTES + Calendar.minute(dice);
  }
}
