package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Dictionary;

/** Keeps as many of those who meet a rule as its {@link Limit} says. */
final class Limits {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Limit limit;
  private final @Nullable FieldColumn by;
  private final int[] sample;
  private final Dictionary keys;

  /**
   * @param by who comes first; null for chance alone
   * @param sample the numbers of chance under the limit's seed
   */
  Limits(Limit limit, @Nullable FieldColumn by, int[] sample, Dictionary keys) {
    this.limit = limit;
    this.by = by;
    this.sample = sample;
    this.keys = keys;
  }

  /**
   * Those who are kept of those who meet the rule: one bit a customer.
   *
   * @param per the groups; null for one
   */
  long[] kept(long[] met, @Nullable FieldColumn per, JobContext job) {
    Groups groups = per == null ? null : Groups.of(per);
    // those without a group are one, the last
    int count = groups == null ? 1 : groups.count() + 1;
    int[] starts = new int[count + 1];
    each(met, c -> starts[group(groups, c) + 1]++);
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] customers = new int[starts[count]];
    int[] next = starts.clone();
    each(met, c -> customers[next[group(groups, c)]++] = c);
    Blocks.each(count, job,
        g -> dropBeyond(customers, starts[g], starts[g + 1]));
    long[] kept = new long[met.length];
    for (int customer : customers) {
      if (customer >= 0) {
        Bits.set(kept, customer);
      }
    }
    return kept;
  }

  private static int group(@Nullable Groups groups, int customer) {
    return groups == null ? 0 : groups.of()[customer] < 0 ? groups.count() : groups.of()[customer];
  }

  private interface OfCustomer {
    void on(int customer);
  }

  private static void each(long[] bits, OfCustomer body) {
    for (int w = 0; w < bits.length; w++) {
      for (long word = bits[w]; word != 0; word &= word - 1) {
        body.on((w << 6) + Long.numberOfTrailingZeros(word));
      }
    }
  }

  /** Puts -1 in the place of those of a group who are too many. */
  private void dropBeyond(int[] customers, int from, int to) {
    int size = to - from;
    int places = places(size);
    if (places >= size) {
      return;
    }
    int present = by == null ? 0 : withValueFirst(customers, from, to, by) - from;
    if (places > present) {
      dropByChance(customers, from + present, to, places - present);
    } else if (places == 0) {
      Arrays.fill(customers, from, to, -1);
    } else {
      Arrays.fill(customers, from + present, to, -1);
      dropByValue(customers, from, from + present, places, by);
    }
  }

  private int places(int size) {
    BigDecimal places = limit.percent()
        ? limit.n().multiply(BigDecimal.valueOf(size)).divide(HUNDRED)
        : limit.n();
    return places.max(BigDecimal.ZERO)
        .min(BigDecimal.valueOf(size))
        .setScale(0, RoundingMode.CEILING)
        .intValueExact();
  }

  /** Brings those with a value to the front; returns where the others begin. */
  private static int withValueFirst(int[] customers, int from, int to, FieldColumn by) {
    int end = from;
    for (int i = from; i < to; i++) {
      int customer = customers[i];
      if (!Bits.get(by.missing(), customer)) {
        customers[i] = customers[end];
        customers[end++] = customer;
      }
    }
    return end;
  }

  private void dropByValue(int[] customers, int from, int to, int places, @Nullable FieldColumn by) {
    if (by == null) {
      throw new IllegalStateException();
    }
    long[] order = new long[to - from];
    for (int i = 0; i < order.length; i++) {
      order[i] = order(by, customers[from + i]);
    }
    OrderStatistics.place(order, 0, order.length, new int[]{places - 1});
    long last = order[places - 1];
    int better = 0;
    int equal = from;
    for (int i = from; i < to; i++) {
      int customer = customers[i];
      long at = order(by, customer);
      better += at < last ? 1 : 0;
      if (at > last) {
        customers[i] = -1;
      } else if (at == last) {
        customers[i] = customers[equal];
        customers[equal++] = customer;
      }
    }
    dropByChance(customers, from, equal, places - better);
  }

  /** Ascending in the order in which customers are taken. */
  private long order(FieldColumn by, int customer) {
    return limit.greatest() ? ~by.values()[customer] : by.values()[customer];
  }

  private void dropByChance(int[] customers, int from, int to, int places) {
    long[] numbers = new long[to - from];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = sample[customers[from + i]] & 0xffff_ffffL;
    }
    if (places >= numbers.length) {
      return;
    }
    long last = -1;
    if (places > 0) {
      OrderStatistics.place(numbers, 0, numbers.length, new int[]{places - 1});
      last = numbers[places - 1];
    }
    long edge = last;
    int[] equal = IntStream.range(from, to)
        .filter(i -> (sample[customers[i]] & 0xffff_ffffL) == edge)
        .toArray();
    int fewer = 0;
    for (int i = from; i < to; i++) {
      long number = sample[customers[i]] & 0xffff_ffffL;
      fewer += number < edge ? 1 : 0;
      if (number > edge) {
        customers[i] = -1;
      }
    }
    // of two with one number, the one whose key is first
    List<Integer> byKey = Arrays.stream(equal)
        .boxed()
        .sorted(Comparator.comparing(i -> keys.text(customers[i])))
        .toList();
    byKey.stream().skip(places - fewer).forEach(i -> customers[i] = -1);
  }
}
