package app.parcelle.engine.intake.csv;

import org.jspecify.annotations.Nullable;

/** What has been seen of a column, in one block or in all of a pass. */
final class Tally {
  /** Cells beyond this share that do not fit make a type that nobody stated wrong. */
  private static final double TOLERATED = 0.05;

  long valid;
  /** Cells without value, the invalid ones included. */
  long missing;
  long invalid;
  /** Cells that only the plan's reading allows. */
  boolean supported;
  /** Cells that only the other reading allows. */
  boolean contradicted;
  /** Digits behind the point so far, and the largest number without its point. */
  int scale;
  long largest;
  /** A plan that has to replace this one at once, because cells were seen that it cannot hold. */
  @Nullable
  ColumnPlan urgent;

  void clear() {
    valid = 0;
    missing = 0;
    invalid = 0;
    supported = false;
    contradicted = false;
    scale = 0;
    largest = 0;
    urgent = null;
  }

  void add(ColumnPlan plan, Tally block) {
    if (plan.format() instanceof Format.Numbers numbers && !numbers.whole()) {
      addNumbers(plan, numbers, block);
    }
    valid += block.valid;
    missing += block.missing;
    invalid += block.invalid;
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
    boolean wrong = invalid > 0 && (valid == 0 || invalid > TOLERATED * (valid + invalid));
    return wrong && !plan.stated() && !plan.type().isText() ? plan.asText() : null;
  }

  /** Whether the whole column allows both readings. */
  boolean ambiguous(ColumnPlan plan) {
    return plan.other() != null && !supported && !contradicted;
  }
}
