package app.parcelle.engine.sample;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.sample.ShopWords.City;
import app.parcelle.engine.table.Folding;

/**
 * Who a customer is, as the shop wrote it down: some of it is missing, a few birth dates are no dates.
 *
 * @param email without its domain
 * @param born null where missing or wrong
 * @param badBirthDate what was typed instead of a date; null where it is right or missing
 */
record Person(@Nullable String title, String firstName, String lastName, @Nullable String email,
    @Nullable LocalDate born, @Nullable String badBirthDate, City city, boolean cityMissing,
    boolean postalCodeMissing, boolean loyaltyCard) {

  private static final long PERSON = 7;

  static Person of(Shop shop, Shopper shopper) {
    Dice dice = new Dice(shop.request.seed(), PERSON, shopper.number);
    ShopWords words = shop.words;
    boolean woman = dice.chance(0.58);
    String title = dice.chance(0.02) ? null : woman ? words.madam() : words.sir();
    String firstName = pick(woman ? words.women() : words.men(), dice);
    String lastName = pick(words.families(), dice);
    String email = dice.chance(0.03) ? null : email(firstName, lastName, shopper.number);
    City city = words.cities().get(dice.skewed(words.cities().size()));
    double u = dice.unit();
    LocalDate born = u < 0.06 ? null : born(shopper.group, dice);
    String bad = u >= 0.06 && u < 0.063 ? words.badDays().get(dice.below(words.badDays().size())) : null;
    return new Person(title, firstName, lastName, email, bad == null ? born : null, bad, city,
        dice.chance(0.01), dice.chance(0.015), dice.chance(loyalty(shopper.group)));
  }

  private static String pick(List<String> words, Dice dice) {
    return words.get((dice.skewed(words.size()) + dice.below(words.size())) / 2);
  }

  private static String email(String firstName, String lastName, int number) {
    String name = Folding.fold(firstName) + "." + Folding.fold(lastName);
    StringBuilder plain = new StringBuilder(name.length() + 8);
    name.chars().filter(c -> c == '.' || (c >= 'a' && c <= 'z')).forEach(c -> plain.append((char) c));
    return plain.append(number).toString();
  }

  private static LocalDate born(Group group, Dice dice) {
    double age = switch (group) {
      case CHAMPIONS -> 47;
      case BARGAIN_HUNTERS -> 36;
      case NEW_CUSTOMERS -> 31;
      case DORMANT_BIG_SPENDERS -> 54;
      case LAPSED, PROSPECTS -> 42;
    };
    double years = Math.clamp(age + 11 * dice.gaussian(), 18, 92);
    Year year = Year.of(SampleRequest.LAST_DAY.getYear() - 1 - (int) years);
    return year.atDay(1 + dice.below(year.length()));
  }

  private static double loyalty(Group group) {
    return switch (group) {
      case CHAMPIONS -> 0.9;
      case BARGAIN_HUNTERS -> 0.7;
      case NEW_CUSTOMERS -> 0.3;
      case DORMANT_BIG_SPENDERS -> 0.55;
      case LAPSED -> 0.15;
      case PROSPECTS -> 0.1;
    };
  }
}
