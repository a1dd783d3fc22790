package app.parcelle.engine.evaluate;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** A test of calendar days by their number from 1970-01-01, each looked at once: columns have few days. Safe between threads. */
final class CalendarDays implements LongPredicate {
  private static final int PAGE_BITS = 12;
  private static final int PAGES = 1 << 9;
  /** The days of the pages lie around 1970, and reach nearly three thousand years either way. */
  private static final long FIRST = -(long) PAGES << (PAGE_BITS - 1);

  private final Predicate<LocalDate> passes;
  private final AtomicReferenceArray<boolean @Nullable []> pages = new AtomicReferenceArray<>(PAGES);

  CalendarDays(Predicate<LocalDate> passes) {
    this.passes = passes;
  }

  @Override
  public boolean test(long day) {
    long page = (day - FIRST) >> PAGE_BITS;
    if (page < 0 || page >= PAGES) {
      return passes.test(LocalDate.ofEpochDay(day));
    }
    boolean[] answers = pages.get((int) page);
    return (answers == null ? look((int) page) : answers)[(int) (day - FIRST) & ((1 << PAGE_BITS) - 1)];
  }

  /** Two threads may look at the same page at once, and see the same. */
  private boolean[] look(int page) {
    boolean[] answers = new boolean[1 << PAGE_BITS];
    LocalDate first = LocalDate.ofEpochDay(FIRST + ((long) page << PAGE_BITS));
    for (int i = 0; i < answers.length; i++) {
      answers[i] = passes.test(first.plusDays(i));
    }
    pages.set(page, answers);
    return answers;
  }
}
