package app.parcelle.engine.intake.html;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

import app.parcelle.engine.intake.excel.BadWorkbook;

/** Characters of which only so many may be taken for one row, since they are in memory at once. */
final class RowReader extends FilterReader {
  private static final int MOST = 16 << 20;

  private int taken;

  RowReader(Reader in) {
    super(in);
  }

  /** Says that what was taken so far has been forgotten. */
  void begin() {
    taken = 0;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] to, int offset, int length) throws IOException {
    int n = in.read(to, offset, length);
    taken += Math.max(0, n);
    if (taken > MOST) {
      throw BadWorkbook.bomb();
    }
    return n;
  }
}
