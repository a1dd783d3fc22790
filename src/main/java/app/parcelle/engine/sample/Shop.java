package app.parcelle.engine.sample;

import java.util.Arrays;

/** All that happens in one sample shop, each piece computed when asked for. */
final class Shop {
  /** What became of an e-mail. */
  enum Mail {
    NOT_SENT, UNOPENED, OPENED, CLICKED
  }

  private static final long VISITS = 5;
  private static final long MAILS = 6;

  /** Lines of the average customer in the standard sample; the other events are visits and e-mails. */
  private static final double USUAL_LINES = 8.2;
  private static final double VISITS_SHARE = 0.45;
  private static final double AVERAGE_VISITS = 0.94;
  /** How many campaigns the average customer has been there for and agreed to. */
  private static final double AVERAGE_CAMPAIGNS = 96;

  final SampleRequest request;
  final ShopWords words;
  /** The day of each campaign, ascending. */
  final int[] campaignDays = Calendar.campaigns();

  private final double pace;
  private final double visitsEach;
  private final double mailChance;

  Shop(SampleRequest request) {
    this.request = request;
    this.words = ShopWords.of(request);
    double eventsEach = (double) request.events() / request.customers();
    this.pace = Math.min(4, eventsEach / SampleRequest.USUAL_EVENTS_EACH);
    double others = Math.max(0, eventsEach - USUAL_LINES * (0.2 + 0.8 * pace));
    this.visitsEach = others * VISITS_SHARE;
    this.mailChance = others * (1 - VISITS_SHARE) / AVERAGE_CAMPAIGNS;
  }

  /** How many orders are placed by someone who leaves no name. */
  int guests() {
    return request.customers() / 12;
  }

  /** A customer, or from {@code customers} on a guest. */
  Shopper shopper(int number) {
    return number < request.customers()
        ? Shopper.of(request.seed(), number, pace)
        : Shopper.guest(request.seed(), number);
  }

  Basket basket() {
    return new Basket(request.seed(), words.products());
  }

  /** When a customer looked at the site, in minutes since day 0; about half of the orders begin with a visit. */
  int[] visitMinutes(Shopper shopper) {
    Dice dice = new Dice(request.seed(), VISITS, shopper.number);
    int[] orders = shopper.orderMinutes();
    int[] minutes = new int[dice.poisson(visitsEach * shopper.group.visits / AVERAGE_VISITS)];
    int first = Math.max(0, shopper.signUpDay - 3);
    int last = switch (shopper.group) {
      case DORMANT_BIG_SPENDERS, LAPSED -> Math.min(Calendar.LAST, shopper.lastOrderDay + 90);
      default -> Calendar.LAST;
    };
    for (int i = 0; i < minutes.length; i++) {
      minutes[i] = i % 2 == 0 && i / 2 < orders.length
          ? Math.max(0, orders[i / 2] - 1 - dice.below(50))
          : Calendar.day(dice, first, last) * Calendar.MINUTES + Calendar.minute(dice);
    }
    if (shopper.number == 0) {
      // someone is there on the last day, so that it is the reference day of every sample
      minutes = Arrays.copyOf(minutes, minutes.length + 1);
      minutes[minutes.length - 1] = Calendar.LAST * Calendar.MINUTES + 18 * 60;
    }
    return minutes;
  }

  /** What became of a campaign's e-mail to a customer. Nobody who refused is written to. */
  Mail mail(Shopper shopper, int campaign) {
    double agreed = switch (shopper.consent) {
      case YES -> 1;
      case UNKNOWN -> 0.5;
      case NO -> 0;
    };
    if (agreed == 0 || campaignDays[campaign] <= shopper.signUpDay) {
      return Mail.NOT_SENT;
    }
    Dice dice = new Dice(request.seed(), MAILS, shopper.number * 256L + campaign);
    if (!dice.chance(mailChance * agreed)) {
      return Mail.NOT_SENT;
    }
    if (!dice.chance(shopper.group.opens)) {
      return Mail.UNOPENED;
    }
    return dice.chance(0.22) ? Mail.CLICKED : Mail.OPENED;
  }

  /** When the e-mail of a campaign left, in minutes since day 0. */
  int mailMinute(int number, int campaign) {
    return campaignDays[campaign] * Calendar.MINUTES + 9 * 60 + (int) (25L * number / request.customers());
  }
}
