package app.parcelle.engine.intake.excel;

import java.nio.charset.Charset;

/** Reads texts of an xls file, which may go on in the records behind ([MS-XLS] 2.5.293 and 2.5.294). */
final class BiffText {
  private static final int CONTINUE = 0x003C;
  private static final int WIDE = 1;
  private static final int EXTENDED = 4;
  private static final int RICH = 8;

  private final BiffRecords records;
  private int p;
  private boolean ended;

  /** Begins at a position in the current record. */
  BiffText(BiffRecords records, int from) {
    this.records = records;
    this.p = from;
  }

  /** Whether nothing is left. */
  boolean ended() {
    return ended || (p >= records.end() && !go());
  }

  /** Goes to the record behind, where it continues this one. */
  private boolean go() {
    do {
      int behind = records.end();
      boolean continues = behind + 4 <= records.bytes.length && records.u16(behind) == CONTINUE;
      ended = !continues || !records.next();
      p = ended ? p : records.from();
    } while (!ended && p >= records.end());
    return !ended;
  }

  private int u8() {
    return ended() ? 0 : records.u8(p++);
  }

  int u16() {
    return u8() | u8() << 8;
  }

  int i32() {
    return u16() | u16() << 16;
  }

  /** A text of Excel 97 and later with its length before it. */
  void unicode(int length, Bytes into) {
    int flags = u8();
    int runs = (flags & RICH) != 0 ? u16() : 0;
    long extension = (flags & EXTENDED) != 0 ? i32() & 0xFFFFFFFFL : 0;
    characters(length, (flags & WIDE) != 0, into);
    skip(4L * runs + extension);
  }

  private void characters(int length, boolean wideFirst, Bytes into) {
    boolean wide = wideFirst;
    int high = 0;
    for (int i = 0; i < length && !ended(); i++) {
      if (p == records.from() && records.sid() == CONTINUE) {
        wide = (u8() & WIDE) != 0;
      }
      int c = wide ? u16() : u8();
      if (high != 0 && Character.isLowSurrogate((char) c)) {
        into.addCharacter(Character.toCodePoint((char) high, (char) c));
        high = 0;
      } else {
        if (high != 0) {
          into.addCharacter(high);
        }
        high = Character.isHighSurrogate((char) c) ? c : 0;
        if (high == 0) {
          into.addCharacter(c);
        }
      }
    }
    if (high != 0) {
      into.addCharacter(high);
    }
  }

  private void skip(long bytes) {
    long left = bytes;
    while (left > 0 && !ended()) {
      int n = (int) Math.min(left, records.end() - p);
      p += n;
      left -= n;
    }
  }

  /** A text of Excel 95 and before, in the encoding of the file. */
  void old(int length, Charset encoding, Bytes into) {
    int n = Math.min(length, records.end() - p);
    if (n > 0) {
      byte[] utf8 = new String(records.bytes, p, n, encoding)
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);
      into.add(utf8, 0, utf8.length);
    }
  }
}
