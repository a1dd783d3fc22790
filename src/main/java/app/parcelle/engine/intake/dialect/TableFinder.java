package app.parcelle.engine.intake.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Finds where in a text the table begins: below titles, notes, comments and empty records, at the first record of a run that
 * has the table's width.
 */
final class TableFinder {
  /** Above a table stand no more records than these. */
  private static final int MOST_ABOVE = 60;
  /** So many records of one width, one after the other, are a table of their own. */
  private static final int RUN = 4;

  /**
   * One record of the sample.
   *
   * @param nextLine the number of the line behind it
   * @param loose whether quotes in it need patience
   */
  record Sampled(long line, long nextLine, List<String> cells, boolean loose) {
    int width() {
      return cells.size();
    }

    int filled() {
      return (int) cells.stream().filter(c -> !c.isBlank()).count();
    }

    boolean begins(String sign) {
      return !cells.isEmpty() && cells.getFirst().stripLeading().startsWith(sign);
    }
  }

  private final List<Sampled> records;
  private final int width;

  TableFinder(List<Sampled> records) {
    this.records = records;
    this.width = width(records);
  }

  List<Sampled> records() {
    return records;
  }

  /** How many cells most records have; where there are several tables, those of the first one. */
  int width() {
    return width;
  }

  private static int width(List<Sampled> records) {
    int most = modal(records);
    int from = 0;
    for (int i = 1; i <= records.size(); i++) {
      if (i == records.size() || records.get(i).width() != records.get(from).width()) {
        int w = records.get(from).width();
        if (i - from >= RUN && w >= 3 && w != most && isTable(records.subList(from, i))) {
          return w;
        }
        if (w == most && i - from >= 2) {
          return most;
        }
        from = i;
      }
    }
    return most;
  }

  private static boolean isTable(List<Sampled> run) {
    return run.stream().mapToInt(Sampled::filled).sum() >= 0.6 * run.size() * run.getFirst().width();
  }

  /** The width of most records; the more cells the more it counts, since titles and notes have one only. */
  private static int modal(List<Sampled> records) {
    TreeMap<Integer, Long> weights = new TreeMap<>();
    for (Sampled record : records) {
      weights.merge(record.width(), record.filled() == 0 ? 0L : 1L, Long::sum);
    }
    weights.replaceAll((width, count) -> width > 1 ? count * count * width : count * count / 4);
    int modal = 0;
    for (var weight : weights.entrySet()) {
      modal = weight.getValue() >= weights.getOrDefault(modal, 0L) ? weight.getKey() : modal;
    }
    return modal;
  }

  /** What comments begin with; null where there are none. */
  @Nullable
  String comment() {
    for (String sign : List.of("#", "//", "--", "%")) {
      List<Sampled> marked = records.stream().filter(r -> r.begins(sign)).toList();
      boolean others = marked.stream().noneMatch(r -> r.width() == width);
      if (!marked.isEmpty() && others && width > 1 && marked.size() * 3 < records.size() * 2) {
        return sign;
      }
    }
    return null;
  }

  /** The record, counted from 0, that is the first of the table, header or row. */
  int begin() {
    if (width < 2) {
      return 0;
    }
    int first = 0;
    while (first < records.size() && records.get(first).width() != width) {
      first++;
    }
    if (first == records.size() || first > MOST_ABOVE || !mayStandAbove(records.subList(0, first))) {
      return 0;
    }
    if (first > 0 && mayBeHeader(records.get(first - 1), records.get(first))) {
      first--;
    }
    return belowTitles(first);
  }

  /** What stands above a table is narrower than the table, and no rows itself. */
  private boolean mayStandAbove(List<Sampled> above) {
    for (int i = 0; i < above.size(); i++) {
      Sampled record = above.get(i);
      boolean full = record.width() >= 3 && record.filled() == record.width();
      boolean again = i > 0 && above.get(i - 1).width() == record.width();
      if (record.width() > width || (full && again)) {
        return false;
      }
    }
    return true;
  }

  /** A record just above the first of the table's width may be the header all the same, with a name too few or too many. */
  private boolean mayBeHeader(Sampled above, Sampled first) {
    boolean near = Math.abs(above.width() - width) <= Math.max(1, width / 4) && above.width() > 1;
    return near && above.filled() * 2 > above.width() && HeaderFinder.isWords(above.cells())
        && above.nextLine() == first.line() && !HeaderFinder.isWords(first.cells());
  }

  /** Titles and empty records may be as wide as the table: {@code Sales 2024;;;;}. */
  private int belowTitles(int first) {
    int full = typicalFilled();
    if (full < 2) {
      return first;
    }
    int begin = first;
    while (begin < records.size() - 1 && begin < MOST_ABOVE && isTitle(records.get(begin), full)) {
      begin++;
    }
    // nothing but titles: then it is a table with many empty cells; in a narrow one, below titles are names for all columns
    List<Sampled> rest = records.subList(begin, records.size());
    boolean sparse = rest.stream().filter(r -> isTitle(r, full)).count() * 2 > rest.size();
    boolean named = full >= 3 || records.get(begin).filled() == width;
    if (!named || sparse || begin >= records.size() - 1 || begin >= MOST_ABOVE) {
      return first;
    }
    return begin > first && isGroups(records.get(begin - 1)) ? begin - 1 : begin;
  }

  /** Whether names stand over several columns each: {@code Shop;;;Customer;;} or {@code ;;2023;;2024;}. */
  private boolean isGroups(Sampled record) {
    List<String> cells = record.cells();
    if (record.width() != width || record.filled() < 2 || !cells.get(1).isBlank()) {
      return false;
    }
    return cells.getFirst().isBlank()
        ? cells.stream().allMatch(c -> HeaderFinder.isYear(c) || !CellKind.of(c).isValue())
        : cells.stream().noneMatch(c -> c.chars().anyMatch(Character::isDigit));
  }

  private static boolean isTitle(Sampled record, int full) {
    int filled = record.filled();
    return filled <= 2 && (filled <= Math.max(1, full / 3) || filled * 2 < full);
  }

  /** How many cells half of the records fill at least, titles and empty ones left aside. */
  private int typicalFilled() {
    List<Integer> filled = new ArrayList<>();
    records.stream().filter(r -> r.width() == width && r.filled() > 1).forEach(r -> filled.add(r.filled()));
    filled.sort(null);
    return filled.isEmpty() ? 0 : filled.get(filled.size() / 2);
  }
}
