package app.parcelle.engine.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;

/**
 * Customers by the value of a field. Texts are compared folded; numbers, dates and instants as they are.
 *
 * @param of the group of each customer, from 0; -1 where the value is missing
 * @param count how many groups there are
 */
record Groups(int[] of, int count) {
  private static final int WIDEST_TABLE = 1 << 22;

  static Groups of(FieldColumn column) {
    return column.dictionary() == null
        ? ofNumbers(column.values(), column.missing())
        : ofTexts(column.dictionary(), column.values(), column.missing());
  }

  private static Groups ofTexts(Dictionary dictionary, long[] codes, long[] missing) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] groups = new int[codes.length];
    int[] ofCode = new int[Math.max(0, dictionary.size())];
    Arrays.fill(ofCode, -1);
    for (int c = 0; c < groups.length; c++) {
      if (Bits.get(missing, c)) {
        groups[c] = -1;
      } else if (dictionary.size() < 0) {
        groups[c] = number(numbers, dictionary.text(codes[c]));
      } else {
        int code = (int) codes[c];
        if (ofCode[code] < 0) {
          ofCode[code] = number(numbers, dictionary.text(code));
        }
        groups[c] = ofCode[code];
      }
    }
    return new Groups(groups, numbers.size());
  }

  private static int number(Map<String, Integer> numbers, String text) {
    return numbers.computeIfAbsent(Folding.fold(text), _ -> numbers.size());
  }

  private static Groups ofNumbers(long[] values, long[] missing) {
    long[] distinct = distinct(values, missing);
    int[] groups = new int[values.length];
    int[] table = table(distinct);
    for (int c = 0; c < groups.length; c++) {
      if (Bits.get(missing, c)) {
        groups[c] = -1;
      } else {
        groups[c] = table.length > 0
            ? table[(int) (values[c] - distinct[0])]
            : Arrays.binarySearch(distinct, values[c]);
      }
    }
    return new Groups(groups, distinct.length);
  }

  private static long[] distinct(long[] values, long[] missing) {
    long[] present = new long[values.length];
    int n = 0;
    for (int c = 0; c < values.length; c++) {
      if (!Bits.get(missing, c)) {
        present[n++] = values[c];
      }
    }
    Arrays.parallelSort(present, 0, n);
    int distinct = 0;
    for (int i = 0; i < n; i++) {
      if (distinct == 0 || present[i] != present[distinct - 1]) {
        present[distinct++] = present[i];
      }
    }
    return Arrays.copyOf(present, distinct);
  }

  /** The position of each number from the least on; empty where they lie too far apart. */
  private static int[] table(long[] distinct) {
    long width = distinct.length == 0 ? 0 : distinct[distinct.length - 1] - distinct[0] + 1;
    if (width <= 0 || width > WIDEST_TABLE) {
      return new int[0];
    }
    int[] table = new int[(int) width];
    for (int i = 0; i < distinct.length; i++) {
      table[(int) (distinct[i] - distinct[0])] = i;
    }
    return table;
  }
}
