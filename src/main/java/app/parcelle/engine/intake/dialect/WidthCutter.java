package app.parcelle.engine.intake.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Cells of fixed widths, in characters. Blanks around a cell fill its place and are no part of it. A line that would be cut
 * in the middle of a word, and has a word for each column, was written without regard to the widths, as headers are.
 */
final class WidthCutter implements Cutter {
  private final int[] widths;

  WidthCutter(List<Integer> widths) {
    this.widths = widths.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public void begin() {}

  @Override
  public boolean take(byte[] bytes, int from, int to, int next, CutRecord into) {
    boolean cutsWord = false;
    int p = from;
    for (int width : widths) {
      int start = p;
      p = after(bytes, p, to, width);
      cell(bytes, start, p, into);
      cutsWord |= p > from && p < to && !isBlank(bytes[p - 1]) && !isBlank(bytes[p]);
    }
    if (!isBlank(bytes, p, to)) {
      cell(bytes, p, to, into);
    }
    if (cutsWord && words(bytes, from, to, null) == widths.length) {
      into.clear();
      words(bytes, from, to, into);
    }
    return true;
  }

  private static int after(byte[] bytes, int from, int to, int characters) {
    int p = from;
    for (int i = 0; i < characters && p < to; i++) {
      p = afterCharacter(bytes, p, to);
    }
    return p;
  }

  /** How many words stand between blanks; each is a cell, where there is a record for them. */
  private static int words(byte[] bytes, int from, int to, @Nullable CutRecord into) {
    int words = 0;
    int p = from;
    while (p < to) {
      int start = p;
      while (p < to && !isBlank(bytes[p])) {
        p++;
      }
      if (p > start) {
        words++;
        if (into != null) {
          cell(bytes, start, p, into);
        }
      }
      p++;
    }
    return words;
  }

  static int afterCharacter(byte[] bytes, int at, int to) {
    int p = at + 1;
    while (p < to && (bytes[p] & 0xC0) == 0x80) {
      p++;
    }
    return p;
  }

  private static void cell(byte[] bytes, int start, int end, CutRecord into) {
    int from = start;
    int to = end;
    while (from < to && isBlank(bytes[from])) {
      from++;
    }
    while (to > from && isBlank(bytes[to - 1])) {
      to--;
    }
    into.append(bytes, from, to);
    into.endCell(false);
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    int p = from;
    while (p < to && isBlank(bytes[p])) {
      p++;
    }
    return p == to;
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t';
  }
}
