package app.parcelle.engine.intake.csv;

import app.parcelle.engine.intake.csv.Format.Numbers;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Meaning.Kind;

/** How the cells of a sample read as numbers with one decimal sign. */
final class NumberSample {
  private final char point;
  private final NumberText text;
  private final int[] currencies = new int[CurrencySigns.count()];
  private int read;
  private int zeros;
  private int percents;
  private int accounting;
  private int fractions;
  private int scale;
  private double largest;

  NumberSample(char point) {
    this.point = point;
    this.text = new NumberText(point, Numbers.MOST_SCALE);
  }

  /** Whether trimmed bytes are a number. */
  boolean count(byte[] b, int from, int to) {
    if (!text.read(b, from, to)) {
      return false;
    }
    read++;
    zeros += text.unscaled == 0 && !text.percent ? 1 : 0;
    percents += text.percent ? 1 : 0;
    accounting += text.accounting ? 1 : 0;
    fractions += text.fractional ? 1 : 0;
    scale = Math.max(scale, text.scale);
    largest = Math.max(largest, Math.abs((double) text.unscaled) / NumberText.POWERS[text.scale]);
    if (text.currency != CurrencySigns.NONE) {
      currencies[text.currency]++;
    }
    return true;
  }

  char point() {
    return point;
  }

  /** Cells of any unit. */
  int read() {
    return read;
  }

  /** Cells that fit the unit. A column of nothing but brackets, or of dashes behind, holds no negative numbers. */
  int fits() {
    if (read == 0 || accounting == read) {
      return 0;
    }
    int others = 0;
    for (int count : currencies) {
      others += count;
    }
    return percent() ? percents + zeros : read - percents - others + currencies[currency()];
  }

  /** Cells with decimals, a currency or a percent sign. */
  int fractions() {
    return fractions;
  }

  int scale() {
    return scale;
  }

  double largest() {
    return largest;
  }

  Meaning unit() {
    if (percent()) {
      return Meaning.of(Kind.PERCENT);
    }
    int currency = currency();
    return currencies[currency] == 0 ? Meaning.NONE : new Meaning(Kind.MONEY, CurrencySigns.code(currency));
  }

  /** Whether a sign stands beside most of them. */
  private boolean percent() {
    return 2 * percents > read - zeros;
  }

  /** The most frequent one. */
  private int currency() {
    int most = 0;
    for (int i = 1; i < currencies.length; i++) {
      most = currencies[i] > currencies[most] ? i : most;
    }
    return most;
  }
}
