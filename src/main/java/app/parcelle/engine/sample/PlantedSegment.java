package app.parcelle.engine.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Locale;

import app.parcelle.engine.sample.Shop.Mail;
import app.parcelle.engine.sample.Shopper.Consent;

/**
 * Segments whose members are known from how the sample was drawn, as of its last day and over the rows whose quantity is
 * above 0. They are counted here from the story of each customer, without any of the engine that evaluates rules.
 */
public enum PlantedSegment {
  /**
   * At least 2 orders in the last 365 days, an average basket from 20 to 180, and no order in the last 60 days or no e-mail
   * opened in the last 30; without those who refused e-mail.
   */
  WIN_BACK,
  /** At least 5 orders ever, of 60 on average or more, the last one at most 45 days ago. */
  BEST,
  /** One order only, at most 60 days ago, and e-mail not refused. */
  SECOND_PURCHASE,
  /** An average basket of 120 or more, and no order in the last 120 days. */
  DORMANT_BIG_BASKETS,
  /** A birthday in the 30 days from today on, and a loyalty card. */
  BIRTHDAYS;

  private static final int LAST = Calendar.LAST;

  /** The name in {@code truth.json}, such as {@code win-back}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean holds(Shop shop, Shopper shopper, Person person, Basket basket) {
    int[] days = Arrays.stream(shopper.orderMinutes()).map(m -> m / Calendar.MINUTES).toArray();
    return switch (this) {
      case WIN_BACK -> within(days, 365) >= 2 && between(averageBasket(shopper, basket), 20, 180)
          && (within(days, 60) == 0 || !openedLately(shop, shopper))
          && shopper.consent != Consent.NO;
      case BEST -> days.length >= 5 && averageBasket(shopper, basket).compareTo(BigDecimal.valueOf(60)) >= 0
          && LAST - lastOf(days) <= 45;
      case SECOND_PURCHASE -> days.length == 1 && LAST - lastOf(days) <= 60 && shopper.consent != Consent.NO;
      case DORMANT_BIG_BASKETS -> averageBasket(shopper, basket).compareTo(BigDecimal.valueOf(120)) >= 0
          && within(days, 120) == 0;
      case BIRTHDAYS -> person.loyaltyCard() && person.born() != null && birthdayWithin30(person.born());
    };
  }

  /** Orders in the last n full days before today. */
  private static long within(int[] days, int n) {
    return Arrays.stream(days).filter(day -> day >= LAST - n && day < LAST).count();
  }

  private static int lastOf(int[] days) {
    return days.length == 0 ? Integer.MIN_VALUE / 2 : days[days.length - 1];
  }

  /** 0 for someone who never ordered, whose average basket is missing: below the limit of every segment here. */
  private static BigDecimal averageBasket(Shopper shopper, Basket basket) {
    int[] minutes = shopper.orderMinutes();
    if (minutes.length == 0) {
      return BigDecimal.ZERO;
    }
    long cents = 0;
    for (int i = 0; i < minutes.length; i++) {
      basket.fill(shopper, i, minutes[i]);
      cents += basket.totalCents();
    }
    return BigDecimal.valueOf(cents, 2)
        .divide(BigDecimal.valueOf(minutes.length), 2,
            java.math.RoundingMode.HALF_UP);
  }

  private static boolean between(BigDecimal value, int low, int high) {
    return value.compareTo(BigDecimal.valueOf(low)) >= 0 && value.compareTo(BigDecimal.valueOf(high)) <= 0;
  }

  private static boolean openedLately(Shop shop, Shopper shopper) {
    for (int c = shop.campaignDays.length - 1; c >= 0 && shop.campaignDays[c] >= LAST - 30; c--) {
      Mail mail = shop.mail(shopper, c);
      if (shop.campaignDays[c] < LAST && (mail == Mail.OPENED || mail == Mail.CLICKED)) {
        return true;
      }
    }
    return false;
  }

  private static boolean birthdayWithin30(LocalDate born) {
    MonthDay birthday = MonthDay.from(born);
    return SampleRequest.LAST_DAY.datesUntil(SampleRequest.LAST_DAY.plusDays(30))
        .anyMatch(day -> birthday.atYear(day.getYear()).equals(day));
  }
}
