package app.parcelle.engine.intake.dialect;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds columns of fixed width: places where every line has blanks. They are evident only where lines are many, cells are
 * filled up with several blanks, and what stands between the blanks begins or ends at the same place.
 */
final class WidthFinder {
  /** How much of a text is looked at. */
  static final int BYTES = 1 << 16;
  private static final int LEAST_LINES = 3;
  private static final double FILLED = 0.6;
  private static final int OPEN = 1 << 20;
  private static final int LONGEST = 4_000;

  private WidthFinder() {}

  /** The widths of the columns, the last one open to the right; empty where there are none. */
  static List<Integer> find(List<String> lines) {
    List<Integer> widths = widths(lines);
    if (lines.size() <= LEAST_LINES) {
      return widths;
    }
    // names may be wider than their columns; then there is one for each
    List<Integer> below = widths(lines.subList(1, lines.size()));
    int names = lines.getFirst().strip().split(" +").length;
    return below.size() > widths.size() && below.size() == names ? below : widths;
  }

  private static List<Integer> widths(List<String> lines) {
    List<int[]> points = lines.stream().map(line -> line.stripTrailing().codePoints().toArray()).toList();
    int longest = points.stream().mapToInt(p -> p.length).max().orElse(0);
    boolean odd = longest > LONGEST || lines.stream().anyMatch(line -> line.indexOf('\t') >= 0);
    if (lines.size() < LEAST_LINES || odd) {
      return List.of();
    }
    boolean[] blank = new boolean[longest];
    int wide = 0;
    for (int at = 0; at < longest; at++) {
      blank[at] = true;
      for (int[] line : points) {
        blank[at] &= at >= line.length || line[at] == ' ';
      }
    }
    List<Integer> begins = new ArrayList<>();
    for (int at = 0; at < longest; at++) {
      if (!blank[at] && (at == 0 || blank[at - 1])) {
        begins.add(at);
        wide += at > 1 && blank[at - 2] ? 1 : 0;
      }
    }
    boolean padded = points.stream().filter(WidthFinder::hasWideBlank).count() * 2 >= points.size();
    if (begins.size() < 2 || (!padded && wide == 0)) {
      return List.of();
    }
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i + 1 < begins.size(); i++) {
      widths.add(begins.get(i + 1) - (i == 0 ? 0 : begins.get(i)));
    }
    widths.add(OPEN);
    return filled(points, widths) < FILLED ? List.of() : widths;
  }

  private static boolean hasWideBlank(int[] line) {
    boolean text = false;
    for (int i = 1; i < line.length; i++) {
      text |= line[i - 1] != ' ';
      if (text && line[i] == ' ' && line[i - 1] == ' ') {
        return true;
      }
    }
    return false;
  }

  /** The share of cells, cut so, that are filled: near 1 where the columns are real. */
  private static double filled(List<int[]> lines, List<Integer> widths) {
    int filled = 0;
    for (int[] line : lines) {
      int from = 0;
      for (int width : widths) {
        boolean any = false;
        for (int p = from; p < Math.min(line.length, from + width); p++) {
          any |= line[p] != ' ';
        }
        filled += any ? 1 : 0;
        from += width;
      }
    }
    return (double) filled / (lines.size() * widths.size());
  }
}
