package app.parcelle.engine.link;

import java.util.Arrays;

/**
 * The different values of a column, by their hashes: all of them as long as they are few, else those with the least hashes, which are a
 * fair sample of them (the k minimum values of Beyer et al., "On synopses for distinct-value estimation", 2007). What part
 * of them stands elsewhere is then exact, or has a standard error of at most 0.4 %.
 */
final class ValueSketch {
  /** How many values are kept. */
  static final int MOST = 1 << 14;

  /** An open hash table; 0 where there is none. */
  private long[] slots = new long[4 * MOST];
  private int size;
  /** Hashes beyond this one, as unsigned numbers, are not kept. */
  private long limit = -1;

  /** Takes the hash of a value. */
  void add(long hash) {
    if (hash == 0 || Long.compareUnsigned(hash, limit) > 0) {
      return;
    }
    int slot = slot(slots, hash);
    if (slots[slot] != hash) {
      slots[slot] = hash;
      if (++size >= 2 * MOST) {
        shrink();
      }
    }
  }

  /** Goes back to the least ones. */
  private void shrink() {
    long[] hashes = hashes();
    limit = hashes[MOST - 1];
    slots = new long[slots.length];
    for (int i = 0; i < MOST; i++) {
      slots[slot(slots, hashes[i])] = hashes[i];
    }
    size = MOST;
  }

  /** The hashes kept, ascending as unsigned numbers. */
  long[] hashes() {
    long[] hashes = Arrays.stream(slots).filter(h -> h != 0).map(h -> h ^ Long.MIN_VALUE).sorted().toArray();
    int kept = Math.min(hashes.length, MOST);
    long[] least = Arrays.copyOf(hashes, kept);
    Arrays.setAll(least, i -> least[i] ^ Long.MIN_VALUE);
    return least;
  }

  /** About how many different values there were; exactly, as long as all are kept. */
  long distinct() {
    if (size <= MOST && limit == -1) {
      return size;
    }
    long[] hashes = hashes();
    double part = (hashes[MOST - 1] >>> 11) * 0x1p-53;
    return Math.round((MOST - 1) / part);
  }

  private static int slot(long[] slots, long hash) {
    int slot = (int) (hash >>> 24) & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
