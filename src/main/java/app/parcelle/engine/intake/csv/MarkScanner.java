package app.parcelle.engine.intake.csv;

import app.parcelle.engine.table.Words;

/** Finds line ends and quotes, one after the other, in bytes that grow; eight bytes at a time. */
final class MarkScanner {
  private static final long LINE_FEEDS = Words.repeat('\n');
  private static final long RETURNS = Words.repeat('\r');

  private final long quotes;
  private byte[] bytes = new byte[0];
  private int limit;
  /** The bytes before have been looked at; of them, marks from {@code word} on may not have been told: those in hits. */
  private int next;
  private int word;
  private long hits;
  private long high;

  MarkScanner(int quote) {
    quotes = Words.repeat(quote);
  }

  /** Begins anew, at a position of some bytes. */
  void begin(byte[] of, int position, int end) {
    bytes = of;
    limit = end;
    next = position;
    hits = 0;
  }

  /** There are more bytes, perhaps in another array. Eight bytes behind {@code end} must exist. */
  void extend(byte[] of, int end) {
    bytes = of;
    limit = end;
  }

  /** Tells a mark once more, when there are more bytes. */
  void again(int mark) {
    next = mark;
    hits = 0;
  }

  /** The first mark at or behind a position that has not been told; where the bytes end, when there is none. */
  int next(int from) {
    while (true) {
      while (hits != 0) {
        int mark = word + Words.first(hits);
        hits &= hits - 1;
        if (mark >= from) {
          return mark;
        }
      }
      if (next >= limit) {
        return limit;
      }
      look();
    }
  }

  /** Goes on to the next word with a mark in it, or to the end. */
  private void look() {
    byte[] b = bytes;
    long seen = high;
    int p = next;
    long bits = 0;
    boolean any = false;
    for (int end = limit - 8; p <= end && !any; p += 8) {
      bits = Words.at(b, p);
      seen |= bits;
      any = hasMark(bits);
    }
    if (!any && p < limit) {
      bits = Words.head(Words.at(b, p), limit - p);
      seen |= bits;
      any = hasMark(bits);
      p += 8;
    }
    if (any) {
      hits = Words.matches(bits, LINE_FEEDS) | Words.matches(bits, RETURNS) | Words.matches(bits, quotes);
      word = p - 8;
    }
    next = Math.min(p, limit);
    high = seen;
  }

  /** Quicker than to find out which bytes are marks. */
  private boolean hasMark(long bits) {
    return (Words.match(bits, LINE_FEEDS) | Words.match(bits, RETURNS) | Words.match(bits, quotes)) != 0;
  }

  /** Whether all bytes looked at since it was last asked were ASCII. */
  boolean wasAscii() {
    boolean ascii = (high & Words.HIGHS) == 0;
    high = 0;
    return ascii;
  }
}
