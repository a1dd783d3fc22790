package app.parcelle.engine.link;

import java.util.Arrays;
import java.util.List;

/** The hashes of several columns together, each once, to be found by binary search behind a filter of bits. */
record SortedHashes(long[] hashes, long[] filter) {
  private static final int FILTER_BITS = 1 << 22;

  static SortedHashes of(List<long[]> columns) {
    long[] all = columns.stream().flatMapToLong(Arrays::stream).sorted().distinct().toArray();
    long[] filter = new long[FILTER_BITS >> 6];
    for (long hash : all) {
      filter[word(hash)] |= 1L << hash;
    }
    return new SortedHashes(all, filter);
  }

  private static int word(long hash) {
    return (int) (hash >>> 6) & ((FILTER_BITS >> 6) - 1);
  }

  /** The place of a hash, or a negative number. */
  int find(long hash) {
    // most values of a large column are none of those looked for
    return (filter[word(hash)] & 1L << hash) == 0 ? -1 : Arrays.binarySearch(hashes, hash);
  }
}
