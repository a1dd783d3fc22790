package app.parcelle.engine.intake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people write them, one cell at a time. */
class NumberTextTest {
  /** The number, its currency or % behind it; "none" where the cell is no number. */
  private static String read(String text, char point) {
    byte[] cell = (text + "\0\0\0\0\0\0\0\0").getBytes(StandardCharsets.UTF_8);
    NumberText number = new NumberText(point, 9);
    if (!number.read(cell, 0, cell.length - 8)) {
      return "none";
    }
    String value = BigDecimal.valueOf(number.unscaled, number.scale).stripTrailingZeros().toPlainString();
    return value + (number.percent ? "%" : "")
        + (number.currency == CurrencySigns.NONE ? "" : CurrencySigns.code(number.currency));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", ignoreLeadingAndTrailingWhitespace = false, value = {"12,5 -> 12.5",
      "1 234,5 -> 1234.5", "84\u202f835,00 € -> 84835EUR", "84\u00a0835,00\u00a0€ -> 84835EUR",
      "1\u2009234\u2009567 -> 1234567", "1\u2007234 -> 1234", "1.234.567,89 -> 1234567.89",
      "EUR 12,50 -> 12.5EUR", "-12,50 € -> -12.5EUR", "€ -5 -> -5EUR", "12,50- -> -12.5",
      "(1.234,00 €) -> -1234EUR", "(12,5) € -> -12.5EUR", "\u2212 3,5 -> -3.5", "12,5 % -> 12.5%",
      "12,5\u202f% -> 12.5%", "-3% -> -3%", "12 euros -> 12EUR", "1'234,50 -> 1234.5", "+7 -> 7",
      "1e3 -> 1000", "12,5,5 -> none", "12.34 -> none", "1 23 456 -> none", "1,234,567 -> none"})
  void withACommaBeforeTheDecimals(String text, String value) {
    assertEquals(value, read(text, ','));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", ignoreLeadingAndTrailingWhitespace = false, value = {
      "$84,835.00 -> 84835USD", "-$5.10 -> -5.1USD", "$-5.10 -> -5.1USD", "($1,234.00) -> -1234USD",
      "$(1,234.00) -> -1234USD", "1'234.50 -> 1234.5", "1’234.50 CHF -> 1234.5CHF", "12.50 CHF -> 12.5CHF",
      "CHF 1'000.- -> 1000CHF", "12.-- -> 12", "12.– -> 12", "US$ 3 -> 3USD", "CA$3.50 -> 3.5CAD",
      "£3 -> 3GBP", "₹1,23,456.50 -> 123456.5INR",
      "Rs.500 -> 500INR", "Rs. 1,00,000 -> 100000INR", "1,23,456 -> 123456", "12,34,56,789 -> 123456789",
      "1,234,567.8 -> 1234567.8", "123,45,678 -> none", "1,234,56 -> none", "1,23,4567 -> none", ".5 -> 0.5",
      "$.50 -> 0.5USD", "-.5 -> -0.5", "5. -> 5", "100% -> 100%", "1.5e-3 -> 0.0015", "50 % $ -> none",
      "12 zł -> 12PLN", "1.2.3 -> none", "192.168.1.1 -> none", "1-2 -> none", "12/2020 -> none",
      "CAD-12 -> none", "A12 -> none", "12 kg -> none", "--5 -> none", "(5 -> none", "5) -> none",
      "-5- -> none", "5+ -> none", "+5 -> 5", "$5 EUR -> none", "TOP 10 -> none"})
  void withAPointBeforeTheDecimals(String text, String value) {
    assertEquals(value, read(text, '.'));
  }

  @Property
  void whatALocaleWritesIsReadBack(@ForAll("amounts") BigDecimal amount, @ForAll("locales") Locale locale) {
    NumberFormat plain = NumberFormat.getNumberInstance(locale);
    plain.setMaximumFractionDigits(2);
    NumberFormat money = NumberFormat.getCurrencyInstance(locale);
    money.setCurrency(Currency.getInstance("EUR"));
    NumberFormat percent = NumberFormat.getPercentInstance(locale);
    percent.setMaximumFractionDigits(2);
    char point = locale.getLanguage().equals("en") ? '.' : ',';
    String value = amount.stripTrailingZeros().toPlainString();
    assertEquals(value, read(plain.format(amount), point));
    assertEquals(value + "EUR", read(money.format(amount), point));
    assertEquals(value + "%", read(percent.format(amount.movePointLeft(2)), point));
  }

  @Provide
  Arbitrary<BigDecimal> amounts() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-999999999999"), new BigDecimal("999999999999"))
        .ofScale(2);
  }

  @Provide
  Arbitrary<Locale> locales() {
    return Arbitraries.of(Locale.FRANCE, Locale.US, Locale.UK, Locale.GERMANY, Locale.of("en", "IN"),
        Locale.of("es", "ES"), Locale.ITALY, Locale.CANADA_FRENCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"356000000", "356 000 000", "356\u00a0000\u00a0000 00048"})
  void numbersOfCompaniesHaveACheckDigit(String text) {
    byte[] cell = text.getBytes(StandardCharsets.UTF_8);
    assertTrue(CheckDigit.luhn(cell, 0, cell.length));
    cell[cell.length - 1]++;
    assertFalse(CheckDigit.luhn(cell, 0, cell.length));
  }

  @org.junit.jupiter.api.Test
  void setsOfCurrenciesAreShownByTheirCodes() {
    assertEquals("EUR,CHF", CurrencySigns.codes(CurrencySigns.set("CHF,EUR")));
    assertNull(CurrencySigns.codes(CurrencySigns.set("ZZZ")));
    assertTrue(CurrencySigns.count() <= Long.SIZE);
  }
}
