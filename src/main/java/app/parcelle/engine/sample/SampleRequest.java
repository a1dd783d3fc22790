package app.parcelle.engine.sample;

import java.time.LocalDate;
import java.util.Locale;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * Which sample to make. The same request makes the same files, byte for byte.
 *
 * @param customers from 1 to 1,000,000
 * @param events about how many rows the three event files have together: from 5 a customer to 10,000,000
 * @param locale French or English: names, products, headers, and the way numbers and dates are written
 */
public record SampleRequest(int customers, long events, Locale locale, long seed) {
  public static final int MOST_CUSTOMERS = 1_000_000;
  public static final long MOST_EVENTS = 10_000_000;
  /** A customer takes that many events to be recognisable. */
  public static final long LEAST_EVENTS_EACH = 5;

  /** As many as the standard shop has. */
  public static final long USUAL_EVENTS_EACH = 25;

  /** The last day on which anything happened. */
  public static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

  /** @throws Problem when a size is out of range */
  public SampleRequest {
    if (customers < 1 || customers > MOST_CUSTOMERS) {
      throw new Problem(Message.of("sample.customers-out-of-range", MOST_CUSTOMERS));
    }
    if (events < LEAST_EVENTS_EACH * customers || events > MOST_EVENTS) {
      throw new Problem(
          Message.of("sample.events-out-of-range", LEAST_EVENTS_EACH * customers, MOST_EVENTS));
    }
  }

  /** The shop of the start screen: 4,000 customers, about 18,000 orders. */
  public static SampleRequest standard(Locale locale) {
    return new SampleRequest(4_000, 4_000 * USUAL_EVENTS_EACH, locale, 42);
  }

  boolean french() {
    return locale.getLanguage().equals("fr");
  }
}
