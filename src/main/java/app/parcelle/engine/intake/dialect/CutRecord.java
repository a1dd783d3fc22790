package app.parcelle.engine.intake.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of one record, without quotes and escapes: their bytes end to end. Used for one record after another. */
final class CutRecord {
  byte[] bytes = new byte[1 << 12];
  int length;
  int count;
  private int[] ends = new int[64];
  private boolean[] quoted = new boolean[64];
  /** Whether a quote stood where none should, and was taken for a character. */
  boolean unclean;
  /** Whether blanks stood before a quote. */
  boolean loose;

  void clear() {
    length = 0;
    count = 0;
    unclean = false;
    loose = false;
  }

  CutRecord copy() {
    CutRecord copy = new CutRecord();
    copy.bytes = Arrays.copyOf(bytes, Math.max(1, length));
    copy.length = length;
    copy.count = count;
    copy.ends = Arrays.copyOf(ends, Math.max(1, count));
    copy.quoted = Arrays.copyOf(quoted, Math.max(1, count));
    return copy;
  }

  void append(byte[] from, int start, int end) {
    int more = end - start;
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
    System.arraycopy(from, start, bytes, length, more);
    length += more;
  }

  void endCell(boolean stoodInQuotes) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      quoted = Arrays.copyOf(quoted, 2 * count);
    }
    ends[count] = length;
    quoted[count++] = stoodInQuotes;
  }

  int start(int cell) {
    return cell == 0 ? 0 : ends[cell - 1];
  }

  int end(int cell) {
    return ends[cell];
  }

  boolean isEmpty(int cell) {
    return start(cell) == end(cell);
  }

  /** How many cells are not empty. */
  int filled() {
    int filled = 0;
    for (int c = 0; c < count; c++) {
      filled += isEmpty(c) ? 0 : 1;
    }
    return filled;
  }

  /** The first sign of all cells that is no blank, if it is one of ASCII; else a blank. */
  char firstLetter() {
    int p = 0;
    while (p < length && bytes[p] == ' ') {
      p++;
    }
    return p < length && bytes[p] > 0 ? (char) bytes[p] : ' ';
  }

  /** Whether a cell has this text. */
  boolean is(int cell, String text) {
    int bytesOfIt = end(cell) - start(cell);
    return bytesOfIt >= text.length() && bytesOfIt <= 3 * text.length() && text(cell).equals(text);
  }

  boolean quoted(int cell) {
    return quoted[cell];
  }

  /** How many bytes the cell has that is not ended yet. */
  int open() {
    return length - (count == 0 ? 0 : ends[count - 1]);
  }

  String text(int cell) {
    return new String(bytes, start(cell), end(cell) - start(cell), UTF_8);
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>(count);
    for (int c = 0; c < count; c++) {
      texts.add(text(c));
    }
    return texts;
  }
}
