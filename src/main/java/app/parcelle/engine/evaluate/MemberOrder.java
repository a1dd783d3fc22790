package app.parcelle.engine.evaluate;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;

/**
 * The members of a segment in the order of a field: numbers and dates by size, texts as the language sorts them, keys letter by
 * letter. Those without a value come last either way; equal ones stay in the order of their customer numbers.
 */
public final class MemberOrder {
  /** So many different texts are put in the language's order; more of them by their letters without case and accents. */
  private static final int MOST_COLLATED = 100_000;
  private static final int STRIDE = 4_096;

  private MemberOrder() {}

  /** Customer numbers in the order in which customers came. */
  public static int[] plain(long[] members) {
    return SmallCells.numbers(members);
  }

  /** Customer numbers by a field; about half a second at a million. */
  public static int[] by(FieldColumn column, long[] members, boolean descending, Locale locale,
      JobContext job) {
    int[] numbers = SmallCells.numbers(members);
    int[] ranks = SmallCells.ranks(column, numbers);
    job.throwIfCancelled();
    if (column.field().type().isText()) {
      inTextOrder(column, numbers, ranks, locale, job);
    }
    long[] order = new long[numbers.length];
    for (int i = 0; i < order.length; i++) {
      int rank = ranks[i] == 0 ? Integer.MAX_VALUE : descending ? Integer.MAX_VALUE - ranks[i] : ranks[i];
      order[i] = (long) rank << 32 | i;
    }
    job.throwIfCancelled();
    Arrays.sort(order);
    return Arrays.stream(order).mapToInt(packed -> numbers[(int) packed]).toArray();
  }

  /** Ranks by code become ranks by text; equal texts keep equal ranks. */
  private static void inTextOrder(FieldColumn column, int[] numbers, int[] ranks, Locale locale,
      JobContext job) {
    Dictionary dictionary = Objects.requireNonNull(column.dictionary());
    int values = Arrays.stream(ranks).max().orElse(0);
    String[] texts = new String[values];
    for (int i = 0; i < ranks.length; i++) {
      if (ranks[i] > 0 && texts[ranks[i] - 1] == null) {
        texts[ranks[i] - 1] = dictionary.text(column.values()[numbers[i]]);
      }
    }
    Comparator<Integer> order = order(texts, column.field().type(), locale);
    int[] compared = {0};
    Integer[] sorted = IntStream.range(0, values).boxed().toArray(Integer[]::new);
    Arrays.sort(sorted, (a, b) -> {
      if (++compared[0] % STRIDE == 0) {
        job.throwIfCancelled();
      }
      return order.compare(a, b);
    });
    int[] places = new int[values + 1];
    for (int i = 0; i < values; i++) {
      places[sorted[i] + 1] = i > 0 && order.compare(sorted[i - 1], sorted[i]) == 0
          ? places[sorted[i - 1] + 1]
          : i + 1;
    }
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = places[ranks[i]];
    }
  }

  private static Comparator<Integer> order(String[] texts, ColumnType type, Locale locale) {
    if (type == ColumnType.IDENTIFIER) {
      return Comparator.comparing(i -> texts[i]);
    }
    if (texts.length > MOST_COLLATED) {
      String[] folded = Arrays.stream(texts).map(Folding::fold).toArray(String[]::new);
      return Comparator.comparing(i -> folded[i]);
    }
    Collator collator = Collator.getInstance(locale);
    CollationKey[] keys = Arrays.stream(texts).map(collator::getCollationKey).toArray(CollationKey[]::new);
    return Comparator.comparing(i -> keys[i]);
  }
}
