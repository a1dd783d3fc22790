package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;

/**
 * Customers of the base that have a value (and a group), by that value within their group. The values of a group are put side by
 * side; a rank or a band is then a comparison with a few of them, found without sorting.
 */
final class RankedCustomers {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final long[] values;
  private final long[] eligible;
  private final @Nullable Groups groups;
  private final JobContext job;
  /** Group g has the values {@code sorted[starts[g] .. starts[g + 1])}, in no order at first. */
  private final int[] starts;
  private final long[] grouped;

  /** @param within whose values are the groups; null for one group */
  RankedCustomers(FieldColumn field, @Nullable FieldColumn within, long[] base, JobContext job) {
    this.values = field.values();
    this.groups = within == null ? null : Groups.of(within);
    this.eligible = Bits.without(base, field.missing());
    this.job = job;
    if (within != null) {
      Bits.andNot(eligible, within.missing());
    }
    this.starts = starts();
    this.grouped = grouped();
  }

  private int group(int customer) {
    return groups == null ? 0 : groups.of()[customer];
  }

  private int[] starts() {
    int[] sizes = new int[(groups == null ? 1 : groups.count()) + 1];
    eachEligible(c -> sizes[group(c) + 1]++);
    Arrays.parallelPrefix(sizes, Integer::sum);
    return sizes;
  }

  private long[] grouped() {
    long[] all = new long[starts[starts.length - 1]];
    int[] next = starts.clone();
    eachEligible(c -> all[next[group(c)]++] = values[c]);
    return all;
  }

  private interface OfCustomer {
    void on(int customer);
  }

  private void eachEligible(OfCustomer body) {
    each(eligible, 0, eligible.length, body);
  }

  private static void each(long[] bits, int firstWord, int endWord, OfCustomer body) {
    for (int w = firstWord; w < endWord; w++) {
      for (long word = bits[w]; word != 0; word &= word - 1) {
        body.on((w << 6) + Long.numberOfTrailingZeros(word));
      }
    }
  }

  private int size(int group) {
    return starts[group + 1] - starts[group];
  }

  /** Those with fewer than n (or n percent of their group) strictly before them: one bit a customer. */
  long[] ends(Condition.Ranked ranked) {
    long[] low = new long[starts.length - 1];
    long[] high = new long[starts.length - 1];
    Blocks.each(low.length, job, g -> {
      int first = first(ranked, size(g));
      boolean top = ranked.end() == Condition.End.TOP;
      low[g] = first == 0 ? 1 : Long.MIN_VALUE;
      high[g] = first == 0 ? 0 : Long.MAX_VALUE;
      if (first > 0 && first < size(g)) {
        int place = top ? starts[g + 1] - first : starts[g] + first - 1;
        OrderStatistics.place(grouped, starts[g], starts[g + 1], new int[]{place});
        low[g] = top ? grouped[place] : Long.MIN_VALUE;
        high[g] = top ? Long.MAX_VALUE : grouped[place];
      }
    });
    return marked((value, group) -> value >= low[group] && value <= high[group]);
  }

  /** How many would be in if there were no ties. */
  private static int first(Condition.Ranked ranked, int size) {
    BigDecimal first = ranked.percent()
        ? ranked.n().multiply(BigDecimal.valueOf(size)).divide(HUNDRED)
        : ranked.n();
    return first.min(BigDecimal.valueOf(size))
        .max(BigDecimal.ZERO)
        .setScale(0, RoundingMode.CEILING)
        .intValueExact();
  }

  /** Those in one of the bands: one bit a customer. */
  long[] bands(int count, Set<Integer> wanted) {
    boolean[] in = new boolean[count];
    wanted.stream().filter(band -> band >= 1 && band <= count).forEach(band -> in[band - 1] = true);
    long[][] edges = new long[starts.length - 1][];
    Blocks.each(edges.length, job, g -> edges[g] = edges(g, count));
    return marked((value, group) -> in[above(edges[group], value)]);
  }

  /** For each band but the first, the value that its own are greater than. */
  private long[] edges(int group, int count) {
    int size = size(group);
    if (size == 0) {
      return new long[0];
    }
    int[] places = new int[count - 1];
    for (int band = 1; band < count; band++) {
      // less than band × all / count of them stand before: at least one does
      places[band - 1] = starts[group] + (int) Math.ceilDiv((long) band * size, (long) count) - 1;
    }
    OrderStatistics.place(grouped, starts[group], starts[group + 1], places);
    long[] edges = new long[places.length];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = grouped[places[i]];
    }
    return edges;
  }

  /** How many of ascending edges a value is greater than. */
  private static int above(long[] edges, long value) {
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edges[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private interface InGroup {
    boolean test(long value, int group);
  }

  private long[] marked(InGroup test) {
    long[] bits = new long[eligible.length];
    int words = Chunk.ROWS >> 6;
    Blocks.each(Math.ceilDiv(bits.length, words), job, b -> each(eligible, b * words,
        Math.min(bits.length, (b + 1) * words),
        c -> bits[c >> 6] |= (test.test(values[c], group(c)) ? 1L : 0) << c));
    return bits;
  }

  /**
   * Where a customer stands.
   *
   * @param before how many of the group stand strictly before, from the top or the bottom
   * @param of how many are in the group
   */
  record Standing(int before, int of) {}

  /** Null for a customer who is not ranked. */
  @Nullable
  Standing standing(int customer, boolean fromTop) {
    if (!Bits.get(eligible, customer)) {
      return null;
    }
    int group = group(customer);
    int before = 0;
    for (int i = starts[group]; i < starts[group + 1]; i++) {
      int order = Long.compare(grouped[i], values[customer]);
      before += (fromTop ? order > 0 : order < 0) ? 1 : 0;
    }
    return new Standing(before, size(group));
  }
}
