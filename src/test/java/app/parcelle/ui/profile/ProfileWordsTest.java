package app.parcelle.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.profile.ColumnProfile;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

class ProfileWordsTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final ProfileWords english = new ProfileWords(new Texts(Locale.UK), PARIS);
  private final ProfileWords french = new ProfileWords(new Texts(Locale.FRANCE), PARIS);

  private static ColumnProfile profile(ColumnType type, int scale) {
    Column column = new Column("c1", "Thing", type, Role.NONE, scale, 0, 0, null, Column.Origin.STORED);
    return new ColumnProfile(column, 10, 10, 10, true, List.of(), List.of(), null);
  }

  @ParameterizedTest
  @EnumSource(value = Meaning.Kind.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void everyMeaningHasAName(Meaning.Kind kind) {
    assertFalse(english.meaning(Meaning.of(kind)).isEmpty());
    assertFalse(french.meaning(Meaning.of(kind)).isEmpty());
  }

  @Test
  void amountsNameTheirCurrency() {
    assertEquals("money EUR", english.meaning(new Meaning(Meaning.Kind.MONEY, "EUR")));
  }

  @Test
  void whatIsThereAtAllIsNeverZeroAndWhatIsMissingAtAllNeverHundred() {
    assertEquals("0%", english.percent(0));
    assertEquals("< 0.1%", english.percent(0.00001));
    assertEquals("99.9%", english.percent(0.99999));
    assertEquals("100%", english.percent(1));
    assertEquals("12,5\u202f%", french.percent(0.125));
  }

  @Test
  void barsAreToldAsAPersonWritesThem() {
    assertEquals("1,000 – 1,999.99",
        english.part(profile(ColumnType.DECIMAL, 2), new Part.Between(100_000, 199_999)));
    assertEquals("7", english.part(profile(ColumnType.WHOLE, 0), new Part.Between(7, 7)));
    long day = LocalDate.of(2026, 3, 1).toEpochDay();
    assertEquals("1 mars 2026 – 8 mars 2026",
        french.part(profile(ColumnType.DATE, 0), new Part.Between(day, day + 7)));
  }

  @Test
  void estimatesHaveThreeDigits() {
    ColumnProfile many = new ColumnProfile(profile(ColumnType.TEXT, 0).column(), 2_000_000, 2_000_000,
        1_234_567,
        false, List.of(), List.of(), null);
    assertEquals("≈ 1,230,000", english.distinct(many));
  }
}
