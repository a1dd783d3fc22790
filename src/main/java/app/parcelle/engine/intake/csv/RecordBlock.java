package app.parcelle.engine.intake.csv;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.table.TableDraft.Reject;

/** Consecutive whole records of a file, as they stand there. Filled by {@link RecordSplitter} and used again. */
final class RecordBlock {
  /** Readers may look at so many bytes beyond a record's end. */
  static final int PADDING = 8;

  byte[] bytes;
  int count;
  int[] starts;
  int[] ends;
  int[] lines;
  /** The line that {@code lines} count from. */
  long firstLine;
  /** Whether all bytes of the records are ASCII, and whether there may be a quote among them. */
  boolean ascii;
  boolean quoted;
  final List<Reject> rejects = new ArrayList<>();

  RecordBlock(int size, int records) {
    bytes = new byte[size + PADDING];
    starts = new int[records];
    ends = new int[records];
    lines = new int[records];
  }

  int capacity() {
    return bytes.length - PADDING;
  }

  void reset(long line) {
    count = 0;
    firstLine = line;
    ascii = false;
    quoted = false;
    rejects.clear();
  }

  void add(int start, int end, long line) {
    if (count == starts.length) {
      int more = Math.max(16, count * 2);
      starts = java.util.Arrays.copyOf(starts, more);
      ends = java.util.Arrays.copyOf(ends, more);
      lines = java.util.Arrays.copyOf(lines, more);
    }
    starts[count] = start;
    ends[count] = end;
    lines[count] = (int) (line - firstLine);
    count++;
  }

  long line(int record) {
    return firstLine + lines[record];
  }
}
