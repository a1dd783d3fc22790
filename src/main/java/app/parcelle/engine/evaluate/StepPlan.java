package app.parcelle.engine.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.function.LongUnaryOperator;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Gap;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.TableVersion;

/**
 * A step of a sequence, ready to be looked for.
 *
 * @param chosen the rows that meet what does not depend on other steps
 * @param at its times in milliseconds, to be compared with those of the step before
 * @param next the same, to be compared with those of the step after
 * @param atLeast milliseconds after the step before, 1 at least
 * @param atMost milliseconds after the step before
 * @param links comparisons of its row with one of an earlier step
 * @param needed so many of them, from the first on, all have to be met
 * @param other what else depends on earlier steps; null for most
 */
record StepPlan(ChosenRows chosen, LongUnaryOperator at, LongUnaryOperator next, long atLeast, long atMost,
    List<Link> links, int needed, @Nullable Match other) {
  private static final long DAY = 86_400_000L;

  /**
   * A comparison with the row of an earlier step; a missing value on either side makes it false.
   *
   * @param step of the earlier one, from 0
   */
  record Link(Side own, NumberOperator operator, int step, Side earlier) {
    boolean test(StepValues own, int row, StepValues earlier, int earlierRow) {
      return !own.missing(row) && !earlier.missing(earlierRow)
          && Ratios.met(operator, Long.compare(own.at(row), earlier.at(earlierRow)));
    }
  }

  /** One side of a comparison: a column, and how its values become numbers that can be compared with the other's. */
  record Side(TableVersion table, Column column, @Nullable SameValues same, LongUnaryOperator number) {}

  /** A test of a row that also depends on the rows chosen for earlier steps. */
  interface Match {
    /** @param row of this step, with the rows picked of earlier ones */
    boolean test(LinkedSteps steps, int row);
  }

  static long atLeast(@Nullable Gap gap) {
    Gap.Elapsed least = gap == null ? null : gap.atLeast();
    return least == null ? 1 : least.duration().toMillis();
  }

  static long atMost(@Nullable Gap gap) {
    Gap.Elapsed most = gap == null ? null : gap.atMost();
    return most == null ? Long.MAX_VALUE : most.duration().toMillis();
  }

  /** Milliseconds of times that are compared with others: of days where both are dates, else of instants. */
  static LongUnaryOperator millis(ColumnType type, ColumnType other, AsOf asOf) {
    if (type != ColumnType.DATE) {
      return LongUnaryOperator.identity();
    }
    return other == ColumnType.DATE
        ? day -> day * DAY
        : day -> asOf.start(LocalDate.ofEpochDay(day));
  }
}
