package app.parcelle.engine.intake.dialect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/** A text without its first lines. */
public final class BelowLines {
  private static final int STEP = 1 << 13;

  private BelowLines() {}

  /** Reads so many lines, and leaves what is below them. LF, CR and CRLF end a line. */
  public static InputStream of(InputStream text, int lines) throws IOException {
    int left = lines;
    boolean afterReturn = false;
    while (true) {
      byte[] some = text.readNBytes(STEP);
      if (some.length == 0) {
        return InputStream.nullInputStream();
      }
      for (int p = 0; p < some.length; p++) {
        boolean secondOfTwo = afterReturn && some[p] == '\n';
        afterReturn = some[p] == '\r';
        if (left == 0 && !secondOfTwo) {
          byte[] below = Arrays.copyOfRange(some, p, some.length);
          return new SequenceInputStream(new ByteArrayInputStream(below), text);
        }
        left -= !secondOfTwo && (some[p] == '\n' || some[p] == '\r') ? 1 : 0;
      }
    }
  }

  /** Where the text below so many lines begins. */
  public static int offset(byte[] text, int length, int lines) {
    int p = 0;
    for (int line = 0; line < lines && p < length; line++) {
      while (p < length && text[p] != '\n' && text[p] != '\r') {
        p++;
      }
      boolean crlf = p + 1 < length && text[p] == '\r' && text[p + 1] == '\n';
      p = Math.min(length, p + (crlf ? 2 : 1));
    }
    return p;
  }
}
