package app.parcelle.engine.evaluate;

import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.segment.NumberOperator;

/**
 * The rows of a step in the order in which they are tried: by the value that has to equal one of an earlier step, then time, so that
 * those in question lie side by side. Remembers which were tried, and passes over blocks in which no row can meet a comparison. Not safe
 * between threads.
 */
final class LinkedOrder {
  private static final int BITS = 8;

  private final List<StepPlan.Link> links;
  private final List<StepValues> own;
  private final StepRows rows;
  private final int equal;
  /** Place to row, where there is a value that has to be equal; the identity otherwise. */
  private long[] sorted = new long[0];
  private long[] groups = new long[0];
  private int[] groupStarts = new int[1];
  private int groupCount;
  private int size;
  private long[] least = new long[0];
  private long[] greatest = new long[0];
  private int[] next = new int[0];
  private int[] triedAt = new int[0];
  private int attempt;

  /** @param links all of which have to be met */
  LinkedOrder(List<StepPlan.Link> links, List<StepValues> own, StepRows rows) {
    this.links = links;
    this.own = own;
    this.rows = rows;
    int found = -1;
    for (int i = links.size() - 1; i >= 0; i--) {
      found = links.get(i).operator() == NumberOperator.EQUAL ? i : found;
    }
    this.equal = found;
  }

  /** Which comparison the order is by; -1 where there is none. */
  int equal() {
    return equal;
  }

  /** Takes the rows of another customer. */
  void load() {
    size = rows.size();
    if (equal >= 0) {
      sort(own.get(equal));
    }
    if (next.length < size) {
      next = new int[2 * size];
      triedAt = new int[2 * size];
      attempt = 0;
    }
    tryAllAgain();
    extremes();
  }

  /** By rank of the value, and row: both in one number. */
  private void sort(StepValues values) {
    long[] present = new long[rows.size()];
    int count = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (!values.missing(row)) {
        present[count++] = values.at(row);
      }
    }
    size = count;
    groups = Arrays.copyOf(present, count);
    Arrays.sort(groups);
    groupCount = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || groups[i] != groups[i - 1]) {
        groups[groupCount++] = groups[i];
      }
    }
    sorted = new long[count];
    groupStarts = new int[groupCount + 1];
    int place = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (!values.missing(row)) {
        int group = group(values.at(row));
        groupStarts[group + 1]++;
        sorted[place++] = (long) group << 32 | row;
      }
    }
    Arrays.sort(sorted);
    for (int group = 0; group < groupCount; group++) {
      groupStarts[group + 1] += groupStarts[group];
    }
  }

  /** The least and greatest value of each comparison's column in each block of places. */
  private void extremes() {
    int blocks = (size >> BITS) + 1;
    least = new long[links.size() * blocks];
    greatest = new long[links.size() * blocks];
    Arrays.fill(least, Long.MAX_VALUE);
    Arrays.fill(greatest, Long.MIN_VALUE);
    for (int link = 0; link < links.size(); link++) {
      StepValues values = own.get(link);
      for (int place = 0; place < size; place++) {
        if (!values.missing(row(place))) {
          int block = link * blocks + (place >> BITS);
          least[block] = Math.min(least[block], values.at(row(place)));
          greatest[block] = Math.max(greatest[block], values.at(row(place)));
        }
      }
    }
  }

  int size() {
    return size;
  }

  int row(int place) {
    return equal < 0 ? place : (int) sorted[place];
  }

  /** The group of rows with a value; negative where there is none. */
  int group(long value) {
    return Arrays.binarySearch(groups, 0, groupCount, value);
  }

  /** Where a group begins; that of the one after the last is the end. */
  int groupFrom(int group) {
    return groupStarts[group];
  }

  /** The first place of a range, or its end, whose row is at or after a time. */
  int timeFrom(int first, int end, long time) {
    int low = first;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.at(row(middle)) < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The place behind a block that begins here and holds no row that meets all comparisons; else this place. */
  int past(int place, LinkedSteps steps, int step) {
    if ((place & ((1 << BITS) - 1)) == 0) {
      int blocks = (size >> BITS) + 1;
      for (int link = 0; link < links.size(); link++) {
        int block = link * blocks + (place >> BITS);
        if (!possible(links.get(link).operator(), steps.earlierValue(step, link), least[block],
            greatest[block])) {
          return place + (1 << BITS);
        }
      }
    }
    return place;
  }

  private static boolean possible(NumberOperator operator, long value, long least, long greatest) {
    if (least > greatest) {
      return false;
    }
    return switch (operator) {
      case EQUAL -> least <= value && value <= greatest;
      case NOT_EQUAL -> least != value || greatest != value;
      case LESS -> least < value;
      case AT_MOST -> least <= value;
      case AT_LEAST -> greatest >= value;
      case GREATER -> greatest > value;
      case BETWEEN, NOT_BETWEEN -> throw new IllegalArgumentException(operator.name());
    };
  }

  void tryAllAgain() {
    attempt++;
  }

  void tried(int place) {
    triedAt[place] = attempt;
    next[place] = place + 1;
  }

  /** The first place from one on that was not tried yet; the size where all were. */
  int untried(int place) {
    int found = place;
    while (found < size && triedAt[found] == attempt) {
      found = next[found];
    }
    for (int at = place; at < found;) {
      int after = next[at];
      next[at] = found;
      at = after;
    }
    return found;
  }
}
