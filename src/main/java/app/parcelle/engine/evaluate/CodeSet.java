package app.parcelle.engine.evaluate;

import java.util.Arrays;

/** A small set of numbers, used again and again. */
final class CodeSet {
  private static final int FEW = 16;

  private long[] slots = new long[2 * FEW];
  private boolean[] taken = new boolean[2 * FEW];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    if (size > 0) {
      if (slots.length > 1 << 12) {
        slots = new long[2 * FEW];
        taken = new boolean[2 * FEW];
      }
      Arrays.fill(taken, false);
      size = 0;
    }
  }

  boolean contains(long code) {
    return taken[slot(code)];
  }

  void add(long code) {
    int slot = slot(code);
    if (!taken[slot]) {
      taken[slot] = true;
      slots[slot] = code;
      if (2 * ++size > slots.length) {
        widen();
      }
    }
  }

  /** Where a code is, or would be. */
  private int slot(long code) {
    int mask = slots.length - 1;
    int slot = (int) ((code * 0x9E37_79B9_7F4A_7C15L) >>> 40) & mask;
    while (taken[slot] && slots[slot] != code) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void widen() {
    long[] old = slots;
    boolean[] was = taken;
    slots = new long[2 * old.length];
    taken = new boolean[2 * old.length];
    for (int i = 0; i < old.length; i++) {
      if (was[i]) {
        int slot = slot(old[i]);
        slots[slot] = old[i];
        taken[slot] = true;
      }
    }
  }
}
