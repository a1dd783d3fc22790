package app.parcelle.engine.sample;

import java.time.LocalDate;
import java.util.stream.IntStream;

/** The two years of the shop: days counted from 0 to {@link #LAST}, and how busy each of them is. */
final class Calendar {
  static final int LAST = 730;
  static final int MINUTES = 1_440;

  private static final LocalDate FIRST_DAY = SampleRequest.LAST_DAY.minusDays(LAST);

  /** January to December: sales in January and July, presents from November on, an empty August. */
  private static final double[] MONTHS = {1.15, 0.85, 0.9, 0.95, 1.0, 1.05, 1.15, 0.7, 0.95, 1.0, 1.4, 1.6};
  /** Monday to Sunday. */
  private static final double[] WEEKDAYS = {0.9, 0.9, 1.0, 0.95, 1.05, 1.35, 1.15};
  /** Out of 100 orders, how many are placed before the end of each hour. */
  private static final int[] HOURS = {1, 1, 1, 1, 1, 1, 2, 4, 8, 13, 19, 25, 33, 40, 45, 50, 55, 61, 68, 76,
      85, 93, 98, 100};

  private static final double[] BUSY = busy();
  private static final boolean[] SALES = sales();

  private Calendar() {}

  static LocalDate date(int day) {
    return FIRST_DAY.plusDays(day);
  }

  /** A day from {@code first} to {@code last}, busy days more often. */
  static int day(Dice dice, int first, int last) {
    int day = first;
    for (int attempt = 0; attempt < 6; attempt++) {
      day = first + dice.below(last - first + 1);
      if (dice.chance(BUSY[day])) {
        return day;
      }
    }
    return day;
  }

  /** A minute of the day, from 0 to 1,439. */
  static int minute(Dice dice) {
    int percent = dice.below(100);
    int hour = 0;
    while (HOURS[hour] <= percent) {
      hour++;
    }
    return hour * 60 + dice.below(60);
  }

  /** Whether prices are down: January and July. */
  static boolean sales(int day) {
    return SALES[day];
  }

  /** The days on which an e-mail goes out, ascending: every Tuesday and Friday. */
  static int[] campaigns() {
    return IntStream.rangeClosed(0, LAST).filter(day -> switch (date(day).getDayOfWeek()) {
      case TUESDAY, FRIDAY -> true;
      default -> false;
    }).toArray();
  }

  private static double[] busy() {
    double[] busy = new double[LAST + 1];
    for (int day = 0; day <= LAST; day++) {
      LocalDate date = date(day);
      busy[day] = MONTHS[date.getMonthValue() - 1] * WEEKDAYS[date.getDayOfWeek().getValue() - 1]
          / (1.6 * 1.35);
    }
    return busy;
  }

  private static boolean[] sales() {
    boolean[] sales = new boolean[LAST + 1];
    for (int day = 0; day <= LAST; day++) {
      int month = date(day).getMonthValue();
      sales[day] = month == 1 || month == 7;
    }
    return sales;
  }
}
