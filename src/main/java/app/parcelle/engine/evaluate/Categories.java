package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;

/**
 * How many of two groups of customers have each value of a field, texts without regard to case and accents. Those without a value
 * are left out.
 *
 * @param all the values, the most frequent of everyone first
 * @param members how many members have a value
 * @param everyone how many of everyone have one
 */
record Categories(List<Category> all, int members, int everyone) {
  /** More values than that are no categories. */
  private static final int MOST = 100_000;

  /** @param value as most write it */
  record Category(Value value, int members, int everyone) {}

  /** Empty for a field that has no categories: measured numbers, dates, keys, texts that nearly all differ. */
  static Optional<Categories> of(FieldColumn column, long[] members, long[] base) {
    Field field = column.field();
    if (field instanceof Field.Cluster) {
      return counted(column, members, base, greatest(column) + 1);
    }
    Dictionary dictionary = column.dictionary();
    return switch (field.type()) {
      case YES_NO -> counted(column, members, base, 2);
      case TEXT -> dictionary == null || dictionary.size() < 0 || dictionary.size() > MOST
          ? Optional.empty()
          : counted(column, members, base, dictionary.size());
      case IDENTIFIER, WHOLE, DECIMAL, DATE, DATE_TIME -> Optional.empty();
    };
  }

  private static int greatest(FieldColumn column) {
    long greatest = 0;
    for (long cluster : column.values()) {
      greatest = Math.max(greatest, cluster);
    }
    return (int) Math.min(greatest, MOST);
  }

  private static Optional<Categories> counted(FieldColumn column, long[] members, long[] base, int values) {
    int[] in = new int[values];
    int[] of = new int[values];
    int allIn = 0;
    int allOf = 0;
    for (int word = 0; word < base.length; word++) {
      for (long left = base[word] & ~column.missing()[word]; left != 0; left &= left - 1) {
        int bit = Long.numberOfTrailingZeros(left);
        int code = (int) column.values()[(word << 6) + bit];
        of[code]++;
        allOf++;
        if ((members[word] >> bit & 1) == 1) {
          in[code]++;
          allIn++;
        }
      }
    }
    List<Category> found = new ArrayList<>();
    for (int code = 0; code < values; code++) {
      if (of[code] > 0) {
        found.add(new Category(value(column, code), in[code], of[code]));
      }
    }
    found.sort(Comparator.comparingInt(c -> -c.everyone()));
    return Optional.of(new Categories(column.field().type() == ColumnType.TEXT ? folded(found) : found,
        allIn, allOf));
  }

  private static Value value(FieldColumn column, int code) {
    Dictionary dictionary = column.dictionary();
    return dictionary != null
        ? new Value.OfText(dictionary.text(code))
        : column.field().type() == ColumnType.YES_NO
            ? new Value.OfYesNo(code == 1)
            : new Value.OfNumber(BigDecimal.valueOf(code));
  }

  /** Spellings of one text together, under the most frequent. */
  private static List<Category> folded(List<Category> found) {
    Map<String, Integer> places = new HashMap<>();
    List<Category> together = new ArrayList<>();
    for (Category one : found) {
      String text = one.value() instanceof Value.OfText(String of) ? Folding.fold(of) : "";
      Integer place = places.putIfAbsent(text, together.size());
      if (place == null) {
        together.add(one);
      } else {
        Category first = together.get(place);
        together.set(place, new Category(first.value(), first.members() + one.members(),
            first.everyone() + one.everyone()));
      }
    }
    together.sort(Comparator.comparingInt(c -> -c.everyone()));
    return together;
  }
}
