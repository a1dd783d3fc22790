package app.parcelle.engine.sample;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.sample.ShopWords.City;

/** Where a customer lives, in decimal degrees: some kilometres around the middle of the town. */
record Spot(double latitude, double longitude) {
  private static final long SPOT = 10;
  private static final double KILOMETRES = 3;
  private static final double KILOMETRES_A_DEGREE = 111.2;

  /** Null where the address is not known in full, and for a few others that could not be found. */
  static @Nullable Spot of(Shop shop, Shopper shopper, Person person) {
    // a stream of its own: the other columns are as they would be without it
    Dice dice = new Dice(shop.request.seed(), SPOT, shopper.number);
    if (dice.chance(0.01) || person.cityMissing() || person.postalCodeMissing()) {
      return null;
    }
    City city = person.city();
    double degrees = KILOMETRES / KILOMETRES_A_DEGREE;
    return new Spot(city.latitude() + degrees * dice.gaussian(),
        city.longitude() + degrees * dice.gaussian() / StrictMath.cos(StrictMath.toRadians(city.latitude())));
  }
}
