package app.parcelle.engine.intake.dialect;

import java.util.List;

/** Cells of fixed widths, in characters. Blanks around a cell fill its place and are no part of it. */
final class WidthCutter implements Cutter {
  private final int[] widths;

  WidthCutter(List<Integer> widths) {
    this.widths = widths.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public void begin() {}

  @Override
  public boolean take(byte[] bytes, int from, int to, int next, CutRecord into) {
    int p = from;
    for (int width : widths) {
      int start = p;
      for (int i = 0; i < width && p < to; i++) {
        p = afterCharacter(bytes, p, to);
      }
      cell(bytes, start, p, into);
    }
    if (!isBlank(bytes, p, to)) {
      cell(bytes, p, to, into);
    }
    return true;
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
