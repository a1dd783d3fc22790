package app.parcelle.engine.intake.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.csv.Format.Dates;
import app.parcelle.engine.intake.csv.Format.Dates.Order;
import app.parcelle.engine.intake.csv.Format.Dates.Writing;
import app.parcelle.engine.intake.csv.Format.Numbered;
import app.parcelle.engine.intake.csv.Format.Numbers;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Meaning.Kind;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TextDictionary;

/**
 * Finds the type, the meaning and the way of writing of every column of a sample. Where a column allows two readings, the others
 * decide: the columns that allow one only; without such, the day stands first, and the decimal sign is a comma beside
 * semicolons.
 */
final class TypeFinder {
  private static final Set<String> ANSWERING = Set.of("is", "has", "flag", "optin", "opt", "consent",
      "consentement",
      "accepts", "accepted", "accepte", "active", "actif", "subscribed", "abonne", "churn", "churned",
      "newsletter",
      "valid", "valide", "enabled", "deleted", "unsubscribed", "oui", "yes", "bool", "complain", "response",
      "reponse");
  private static final int FEW = 20;
  private static final long MANY_ROWS = 2_000_000;

  /**
   * What a person has said of a column.
   *
   * @param format a date pattern or a decimal sign
   */
  record Said(@Nullable ColumnType type, @Nullable Meaning meaning, @Nullable String format) {}

  private final List<ColumnSample> samples;
  private final boolean commaByDefault;
  private final boolean monthFirst;
  private final long estimatedRows;

  /** @param prefersComma for decimals, where the columns do not tell */
  TypeFinder(List<ColumnSample> samples, boolean prefersComma, long estimatedRows) {
    this.samples = samples;
    this.estimatedRows = estimatedRows;
    long points = samples.stream().filter(s -> s.fits(s.point.fits()) && !s.fits(s.comma.fits())).count();
    long commas = samples.stream().filter(s -> s.fits(s.comma.fits()) && !s.fits(s.point.fits())).count();
    this.commaByDefault = points == commas ? prefersComma : commas > points;
    this.monthFirst = only(Order.MONTH_DAY_YEAR) > only(Order.DAY_MONTH_YEAR);
  }

  private long only(Order order) {
    return samples.stream()
        .filter(ColumnSample::fitsDates)
        .map(ColumnSample::dates)
        .filter(
            d -> d.size() == 1 && d.getFirst().order() == order && d.getFirst().writing() != Writing.WORDS)
        .count();
  }

  /** @throws Problem where the format said is none */
  ColumnPlan find(String name, int column, Said said) {
    ColumnSample sample = samples.get(column);
    Dates dates = null;
    Character point = null;
    if (said.format() != null) {
      point = said.format().equals(",") || said.format().equals(".") ? said.format().charAt(0) : null;
      dates = point == null ? DatePatterns.read(said.format(), sample.firstYearOf1900s()) : null;
      if (point == null && dates == null) {
        throw new Problem(Message.of("intake.bad-format", name, said.format()));
      }
    }
    Meaning found = said.meaning() == null ? meaning(sample) : said.meaning();
    ColumnType type = said.type() != null
        ? said.type()
        : dates != null
            ? sample.timed(dates) ? ColumnType.DATE_TIME : ColumnType.DATE
            : type(sample, said.meaning(), found, point);
    ColumnPlan plan = new ColumnPlan(name, type, said.type() != null, Role.NONE,
        said.meaning() == null ? fitting(found, type) : found, said.meaning() != null,
        new Format.YesNo(), null);
    return switch (type) {
      case TEXT -> plan.as(
          sample.present == 0 && !plan.stated() ? new Format.Unseen(commaByDefault) : texts(sample, false),
          null);
      case IDENTIFIER -> plan.as(identifiers(sample), null);
      case YES_NO -> plan;
      case WHOLE, DECIMAL -> numbers(plan, sample, point);
      case DATE, DATE_TIME -> dates == null
          ? dates(plan, sample, type == ColumnType.DATE_TIME)
          : plan.as(dates.with(type == ColumnType.DATE_TIME, dates.pattern()), null);
    };
  }

  /** The plan for a column that the sample had no value of, by all that it holds; null where texts are right. */
  static @Nullable ColumnPlan late(ColumnPlan unseen, Format.Unseen format, TextDictionary all) {
    ColumnSample sample = new ColumnSample(unseen.name(), all);
    TypeFinder finder = new TypeFinder(List.of(sample), format.prefersComma(), 0);
    Meaning said = unseen.meaningStated() ? unseen.meaning() : null;
    ColumnPlan plan = finder.find(unseen.name(), 0, new Said(null, said, null)).as(unseen.role());
    boolean asItIs = plan.type() == ColumnType.TEXT && plan.meaning().equals(unseen.meaning());
    return asItIs ? null : plan;
  }

  /** A meaning found from texts, unless the type turned out to be another one. */
  private static Meaning fitting(Meaning found, ColumnType type) {
    boolean ofNumbers = found.is(Kind.LATITUDE) || found.is(Kind.LONGITUDE);
    return (ofNumbers ? type.isNumber() : type.isText()) ? found : Meaning.NONE;
  }

  /** What the values stand for; money and percent are told by the format. */
  private static Meaning meaning(ColumnSample s) {
    boolean answers = s.fits(s.wordAnswers) || s.answersInLetters();
    return s.present == 0 || answers || s.fitsDates() ? Meaning.NONE : MeaningFinder.find(s);
  }

  private ColumnType type(ColumnSample s, @Nullable Meaning said, Meaning found, @Nullable Character point) {
    if (said != null && !said.is(Kind.NONE)) {
      return typeOf(said);
    }
    if (point != null) {
      return isWhole(point == '.' ? s.point : s.comma) ? ColumnType.WHOLE : ColumnType.DECIMAL;
    }
    if (s.present == 0) {
      return ColumnType.TEXT;
    }
    boolean answers = s.fits(s.wordAnswers) || s.answersInLetters()
        || (s.answers == s.present && s.words.hasAny(ANSWERING));
    if (answers) {
      return ColumnType.YES_NO;
    }
    if (s.fitsDates()) {
      return s.dates().getFirst().time() ? ColumnType.DATE_TIME : ColumnType.DATE;
    }
    List<Dates> inDigits = s.datesInDigits(false);
    if (!inDigits.isEmpty()) {
      return inDigits.getFirst().time() ? ColumnType.DATE_TIME : ColumnType.DATE;
    }
    if (found.is(Kind.PHONE) || found.is(Kind.POSTAL_CODE) || identifies(s)) {
      return ColumnType.IDENTIFIER;
    }
    if (s.fits(s.point.fits()) || s.fits(s.comma.fits())) {
      return isWhole(numbers(s)) ? ColumnType.WHOLE : ColumnType.DECIMAL;
    }
    return ColumnType.TEXT;
  }

  private static ColumnType typeOf(Meaning said) {
    return switch (said.kind()) {
      case MONEY, PERCENT, LATITUDE, LONGITUDE -> ColumnType.DECIMAL;
      case PHONE, POSTAL_CODE -> ColumnType.IDENTIFIER;
      case NONE, EMAIL, COUNTRY, COORDINATES, LIST -> ColumnType.TEXT;
    };
  }

  private static boolean identifies(ColumnSample s) {
    int plain = s.digits + s.pointZeros;
    if (s.zeroLed > 0 && s.fits(plain + s.codes)) {
      return true;
    }
    // a few like 1e+05 are what R makes of a round number
    boolean fractions = s.fits(s.point.fits()) && s.point.fractions() - s.pointZeros > 0.05 * s.present;
    if (s.words.identify() && !fractions && s.signed == 0) {
      return s.words.endsWithId() || s.withDigit >= 0.8 * s.present;
    }
    boolean various = s.distinct() >= FEW || (s.present >= 3 && s.distinct() >= 0.9 * s.present);
    boolean registered = s.registered == s.present && s.distinct() >= 5;
    return registered
        || (various && s.codes > 0 && s.point.fractions() == 0 && s.fits(s.digits + s.codes));
  }

  private Format identifiers(ColumnSample sample) {
    boolean dropsPointZero = sample.pointZeros > 0 && sample.fits(sample.pointZeros + sample.digits);
    Numbered numbered = sample.numbered(dropsPointZero);
    return numbered == null ? texts(sample, dropsPointZero) : numbered;
  }

  private Format texts(ColumnSample sample, boolean dropsPointZero) {
    boolean nearlyAllDiffer = estimatedRows > MANY_ROWS && sample.distinct() > 0.9 * sample.present
        && sample.present > 1_000;
    return new Format.Texts(!nearlyAllDiffer, dropsPointZero, false);
  }

  /** The cells read with the decimal sign that fits. */
  private NumberSample numbers(ColumnSample s) {
    boolean points = s.fits(s.point.fits());
    boolean commas = s.fits(s.comma.fits());
    if (points != commas) {
      return points ? s.point : s.comma;
    }
    int difference = s.point.fits() - s.comma.fits();
    return difference == 0
        ? commaByDefault ? s.comma : s.point
        : difference > 0 ? s.point : s.comma;
  }

  private static boolean isWhole(NumberSample numbers) {
    return numbers.fractions() == 0;
  }

  private ColumnPlan numbers(ColumnPlan plan, ColumnSample s, @Nullable Character said) {
    NumberSample taken = said == null ? numbers(s) : said == '.' ? s.point : s.comma;
    boolean whole = plan.type() == ColumnType.WHOLE;
    Numbers mine = new Numbers(taken.point(), whole, whole ? 0 : taken.scale(), Numbers.MOST_SCALE,
        said != null || s.separated > 0, unit(plan, taken));
    boolean twoReadings = said == null && s.fits(s.point.fits()) && s.point.fits() == s.comma.fits()
        && s.separated > 0;
    if (!twoReadings) {
      return plan.as(mine, null);
    }
    NumberSample others = taken == s.point ? s.comma : s.point;
    boolean otherWhole = plan.stated() ? whole : isWhole(others);
    return plan.as(mine, new Numbers(others.point(), otherWhole, 0, Numbers.MOST_SCALE, true, mine.unit()));
  }

  /** The sign that stands beside the numbers. Where a person wants numbers, they may be of several currencies. */
  private static Meaning unit(ColumnPlan plan, NumberSample numbers) {
    if (plan.meaning().is(Kind.MONEY) || plan.meaning().is(Kind.PERCENT)) {
      return plan.meaning();
    }
    boolean several = plan.stated() && !numbers.unit().is(Kind.PERCENT);
    return several ? Meaning.of(Kind.MONEY) : numbers.unit();
  }

  private ColumnPlan dates(ColumnPlan plan, ColumnSample sample, boolean time) {
    List<Dates> found = sample.dates().isEmpty() ? sample.datesInDigits(plan.stated()) : sample.dates();
    List<Dates> readings = new ArrayList<>();
    for (Dates d : found) {
      readings.add(d.with(time, d.pattern()));
    }
    if (readings.isEmpty()) {
      return plan.as(Dates.numeric(Order.YEAR_MONTH_DAY, '-').with(time, "yyyy-MM-dd"), null);
    }
    if (monthFirst) {
      readings.sort((a, b) -> b.order().compareTo(a.order()));
    }
    return plan.as(readings.getFirst(), readings.size() > 1 ? readings.get(1) : null);
  }
}
