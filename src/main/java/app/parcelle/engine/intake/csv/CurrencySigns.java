package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The signs, codes and words that name a currency beside a number, and the code of ISO 4217 for each. A bare {@code $} is the
 * dollar of the United States. Codes that are words of other use (TOP, ALL, PEN), and signs of several currencies ({@code kr},
 * {@code F}, {@code R}), are none.
 */
final class CurrencySigns {
  static final int NONE = -1;
  /** Longer ones do not exist. */
  static final int LONGEST = 8;

  private static final String CODES = "EUR USD GBP CHF CAD AUD NZD JPY CNY INR SEK NOK DKK PLN CZK HUF RON BGN TRY RUB "
      + "UAH BRL MXN ARS CLP ZAR MAD TND DZD XOF XAF ILS AED SAR QAR EGP NGN KES KRW HKD SGD TWD THB MYR IDR PHP VND ISK XPF";
  private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("€", "EUR"),
      Map.entry("$", "USD"), Map.entry("US$", "USD"), Map.entry("$US", "USD"), Map.entry("£", "GBP"),
      Map.entry("¥", "JPY"), Map.entry("₹", "INR"), Map.entry("Rs", "INR"), Map.entry("₽", "RUB"),
      Map.entry("₩", "KRW"), Map.entry("₺", "TRY"), Map.entry("₪", "ILS"), Map.entry("₫", "VND"),
      Map.entry("₴", "UAH"), Map.entry("฿", "THB"), Map.entry("zł", "PLN"), Map.entry("Kč", "CZK"),
      Map.entry("Ft", "HUF"), Map.entry("lei", "RON"), Map.entry("CA$", "CAD"), Map.entry("C$", "CAD"),
      Map.entry("$CA", "CAD"), Map.entry("A$", "AUD"), Map.entry("AU$", "AUD"), Map.entry("NZ$", "NZD"),
      Map.entry("HK$", "HKD"), Map.entry("S$", "SGD"), Map.entry("R$", "BRL"), Map.entry("MX$", "MXN"),
      Map.entry("Fr", "CHF"), Map.entry("SFr", "CHF"), Map.entry("FCFA", "XOF"), Map.entry("euro", "EUR"),
      Map.entry("euros", "EUR"), Map.entry("Euro", "EUR"), Map.entry("Euros", "EUR"),
      Map.entry("EUROS", "EUR"), Map.entry("Eur", "EUR"), Map.entry("eur", "EUR"), Map.entry("usd", "USD"),
      Map.entry("gbp", "GBP"), Map.entry("chf", "CHF"));

  private static final List<String> ALL = List.of(CODES.split(" "));
  private static final long[] PACKED;
  private static final int[] CURRENCY;

  static {
    Map<Long, Integer> signs = new TreeMap<>();
    SIGNS.forEach((sign, code) -> signs.put(packed(sign.getBytes(UTF_8)), ALL.indexOf(code)));
    ALL.forEach(code -> signs.put(packed(code.getBytes(UTF_8)), ALL.indexOf(code)));
    PACKED = signs.keySet().stream().mapToLong(Long::longValue).toArray();
    CURRENCY = signs.values().stream().mapToInt(Integer::intValue).toArray();
  }

  private CurrencySigns() {}

  /** The number of the currency that some bytes name; {@link #NONE} where they name none. */
  static int at(byte[] b, int from, int to) {
    if (to <= from || to - from > LONGEST) {
      return NONE;
    }
    long packed = 0;
    for (int p = to - 1; p >= from; p--) {
      packed = packed << 8 | (b[p] & 0xFF);
    }
    int place = java.util.Arrays.binarySearch(PACKED, packed);
    return place < 0 ? NONE : CURRENCY[place];
  }

  /** The currencies of some codes with commas between them, one bit each; all of them for null. A code not known is left out. */
  static long set(@Nullable String codes) {
    if (codes == null) {
      return -1;
    }
    long set = 0;
    for (String code : codes.split(",")) {
      set |= ALL.contains(code) ? 1L << ALL.indexOf(code) : 0;
    }
    return set;
  }

  static String code(int currency) {
    return ALL.get(currency);
  }

  static int count() {
    return ALL.size();
  }

  /** The codes of a set of currencies, one bit each, with commas between them; null for an empty one. */
  static @Nullable String codes(long set) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < ALL.size(); i++) {
      if ((set >>> i & 1) != 0) {
        codes.add(ALL.get(i));
      }
    }
    return codes.isEmpty() ? null : String.join(",", codes);
  }

  private static long packed(byte[] sign) {
    long packed = 0;
    for (int p = sign.length - 1; p >= 0; p--) {
      packed = packed << 8 | (sign[p] & 0xFF);
    }
    return packed;
  }
}
