package app.parcelle.engine.intake.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ColumnWords;
import app.parcelle.engine.intake.csv.Format.Dates;
import app.parcelle.engine.intake.csv.Format.Dates.Order;
import app.parcelle.engine.intake.csv.Format.Numbered;
import app.parcelle.engine.intake.csv.Format.Numbers;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/**
 * Finds the type and the way of writing of every column of a sample. Where a column allows two readings, the others decide:
 * the columns that allow one only; without such, the day stands first, and the decimal sign is a comma beside semicolons.
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

  private final List<ColumnSample> samples;
  private final boolean commaByDefault;
  private final boolean monthFirst;
  private final long estimatedRows;

  /** @param prefersComma for decimals, where the columns do not tell */
  TypeFinder(List<ColumnSample> samples, boolean prefersComma, long estimatedRows) {
    this.samples = samples;
    this.estimatedRows = estimatedRows;
    long points = samples.stream().filter(s -> s.fits(s.pointFits) && !s.fits(s.commaFits)).count();
    long commas = samples.stream().filter(s -> s.fits(s.commaFits) && !s.fits(s.pointFits)).count();
    this.commaByDefault = points == commas ? prefersComma : commas > points;
    this.monthFirst = only(Order.MONTH_DAY_YEAR) > only(Order.DAY_MONTH_YEAR);
  }

  private long only(Order order) {
    return samples.stream()
        .filter(ColumnSample::fitsDates)
        .map(ColumnSample::dates)
        .filter(d -> d.size() == 1 && d.getFirst().order() == order)
        .count();
  }

  ColumnPlan find(String name, int column, @Nullable ColumnType stated) {
    ColumnSample sample = samples.get(column);
    ColumnType type = stated == null ? type(sample, ColumnWords.of(name)) : stated;
    ColumnPlan plan = new ColumnPlan(name, type, stated != null, Role.NONE, Meaning.NONE, new Format.YesNo(),
        null);
    return switch (type) {
      case TEXT -> plan.as(texts(sample, false), null);
      case IDENTIFIER -> plan.as(identifiers(sample), null);
      case YES_NO -> plan;
      case WHOLE, DECIMAL -> numbers(plan, sample, type);
      case DATE, DATE_TIME -> dates(plan, sample, type == ColumnType.DATE_TIME);
    };
  }

  private ColumnType type(ColumnSample s, ColumnWords words) {
    if (s.present == 0) {
      return ColumnType.TEXT;
    }
    if (s.fits(s.wordAnswers) || (s.answers == s.present && words.hasAny(ANSWERING))) {
      return ColumnType.YES_NO;
    }
    if (s.fitsDates()) {
      return s.dates().getFirst().time() ? ColumnType.DATE_TIME : ColumnType.DATE;
    }
    if (identifies(s, words)) {
      return ColumnType.IDENTIFIER;
    }
    if (s.fits(s.pointFits) || s.fits(s.commaFits)) {
      return isWhole(s, point(s)) ? ColumnType.WHOLE : ColumnType.DECIMAL;
    }
    return ColumnType.TEXT;
  }

  private static boolean identifies(ColumnSample s, ColumnWords words) {
    int plain = s.digits + s.pointZeros;
    if (s.zeroLed > 0 && s.fits(plain + s.codes)) {
      return true;
    }
    // a few like 1e+05 are what R makes of a round number
    boolean fractions = s.fits(s.pointFits) && s.pointFractions - s.pointZeros > 0.05 * s.present;
    if (words.identify() && !fractions && s.signed == 0) {
      return words.endsWithId() || s.withDigit >= 0.8 * s.present;
    }
    boolean various = s.distinct() >= FEW || (s.present >= 3 && s.distinct() >= 0.9 * s.present);
    return various && s.codes > 0 && s.pointFractions == 0 && s.fits(s.digits + s.codes);
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

  /** The decimal sign. */
  private char point(ColumnSample s) {
    boolean points = s.fits(s.pointFits);
    boolean commas = s.fits(s.commaFits);
    if (points == commas) {
      return s.pointFits == s.commaFits ? commaByDefault ? ',' : '.' : s.pointFits > s.commaFits ? '.' : ',';
    }
    return points ? '.' : ',';
  }

  private static boolean isWhole(ColumnSample s, char point) {
    return (point == '.' ? s.pointFractions : s.commaFractions) == 0;
  }

  private ColumnPlan numbers(ColumnPlan plan, ColumnSample s, ColumnType type) {
    char point = point(s);
    boolean whole = type == ColumnType.WHOLE;
    Numbers mine = new Numbers(point, whole, whole ? 0 : point == '.' ? s.scale : s.commaScale,
        Numbers.MOST_SCALE);
    boolean twoReadings = s.fits(s.pointFits) && s.pointFits == s.commaFits && s.separated > 0;
    if (!twoReadings) {
      return plan.as(mine, null);
    }
    char otherPoint = point == '.' ? ',' : '.';
    boolean otherWhole = plan.stated() ? whole : isWhole(s, otherPoint);
    return plan.as(mine, new Numbers(otherPoint, otherWhole, 0, Numbers.MOST_SCALE));
  }

  private ColumnPlan dates(ColumnPlan plan, ColumnSample sample, boolean time) {
    List<Dates> readings = new ArrayList<>();
    for (Dates d : sample.dates()) {
      readings.add(new Dates(d.order(), d.separator(), time, d.pattern()));
    }
    if (readings.isEmpty()) {
      return plan.as(new Dates(Order.YEAR_MONTH_DAY, '-', time, "yyyy-MM-dd"), null);
    }
    if (monthFirst) {
      readings.sort((a, b) -> b.order().compareTo(a.order()));
    }
    return plan.as(readings.getFirst(), readings.size() > 1 ? readings.get(1) : null);
  }
}
