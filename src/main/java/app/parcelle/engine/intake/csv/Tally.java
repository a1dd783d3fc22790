package app.parcelle.engine.intake.csv;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Meaning.Kind;

/** What has been seen of a column, in one block or in all of a pass. */
final class Tally {
  /** Cells beyond this share that do not fit make a type that nobody stated wrong. */
  private static final double TOLERATED = 0.05;

  long valid;
  /** Cells without value, the invalid ones included. */
  long missing;
  long invalid;
  /** Invalid cells that only say that nothing is known; they speak against no type. */
  long marks;
  /** Cells that only the plan's reading allows. */
  boolean supported;
  /** Cells that only the other reading allows. */
  boolean contradicted;
  /** Digits behind the point so far, and the largest number without its point. */
  int scale;
  long largest;
  /** Cells that can stand for what the column is taken for, and cells that cannot. */
  long meant;
  long odd;
  /** The currencies seen, one bit each. */
  long currencies;
  /** A plan that has to replace this one at once, because cells were seen that it cannot hold. */
  @Nullable
  ColumnPlan urgent;

  void clear() {
    valid = 0;
    missing = 0;
    invalid = 0;
    marks = 0;
    supported = false;
    contradicted = false;
    scale = 0;
    largest = 0;
    meant = 0;
    odd = 0;
    currencies = 0;
    urgent = null;
  }

  void add(ColumnPlan plan, Tally block) {
    if (plan.format() instanceof Format.Numbers numbers && !numbers.whole()) {
      addNumbers(plan, numbers, block);
    }
    valid += block.valid;
    missing += block.missing;
    invalid += block.invalid;
    marks += block.marks;
    meant += block.meant;
    odd += block.odd;
    currencies |= block.currencies;
    supported |= block.supported;
    contradicted |= block.contradicted;
    if (urgent == null) {
      urgent = block.urgent;
    }
  }

  /** Brings both to the larger scale; where that has no room, fewer decimals have to be kept. */
  private void addNumbers(ColumnPlan plan, Format.Numbers numbers, Tally block) {
    int larger = Math.max(scale, block.scale);
    long mine = NumberText.POWERS[larger - scale];
    long theirs = NumberText.POWERS[larger - block.scale];
    if (largest > Long.MAX_VALUE / mine || block.largest > Long.MAX_VALUE / theirs) {
      boolean isMine = largest > Long.MAX_VALUE / mine;
      urgent = isMine
          ? plan.as(numbers.narrowedFor(largest, scale), null)
          : plan.as(numbers.narrowedFor(block.largest, block.scale), null);
      return;
    }
    largest = Math.max(largest * mine, block.largest * theirs);
    scale = larger;
  }

  /** The plan to read the column with once more; null when it was right. */
  @Nullable
  ColumnPlan revision(ColumnPlan plan) {
    if (urgent != null) {
      return urgent;
    }
    if (plan.other() != null && contradicted && !supported) {
      return plan.as(plan.other(), null);
    }
    long unfit = invalid - marks;
    boolean wrong = invalid > 0 && (valid == 0 || unfit > TOLERATED * (valid + unfit));
    return wrong && !plan.stated() && !plan.type().isText() ? instead(plan) : null;
  }

  /** Days written as bare digits may be numbers after all; what else turns out wrong is text. */
  private static ColumnPlan instead(ColumnPlan plan) {
    boolean digits = plan.format() instanceof Format.Dates dates && dates.inDigits();
    return digits ? plan.as(ColumnType.WHOLE, Format.Numbers.plain('.', true)) : plan.asText();
  }

  /** What the cells seen stand for. */
  Meaning meaning(ColumnPlan plan) {
    Meaning meaning = plan.meaning();
    boolean anyCurrency = meaning.is(Kind.MONEY) && meaning.detail() == null;
    if (plan.meaningStated() && !anyCurrency) {
      return meaning;
    }
    if (plan.format() instanceof Format.Numbers numbers) {
      if (numbers.unit().is(Kind.PERCENT)) {
        return numbers.unit();
      }
      String codes = CurrencySigns.codes(currencies);
      if (codes != null || anyCurrency) {
        return new Meaning(Kind.MONEY, codes);
      }
      long degrees = meaning.is(Kind.LATITUDE) ? 90 : 180;
      return largest <= degrees * NumberText.POWERS[scale] ? meaning : Meaning.NONE;
    }
    return odd > TOLERATED * (meant + odd) ? Meaning.NONE : meaning;
  }

  /** Whether the whole column allows both readings. */
  boolean ambiguous(ColumnPlan plan) {
    return plan.other() != null && !supported && !contradicted;
  }
}
