package app.parcelle.engine.profile;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.profile.ColumnProfile.Share;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;

/**
 * Looks at texts. Codes are counted, not texts: a text is read once for each dictionary that holds it, and where texts are
 * computed from numbers, the numbers stand for them. Shapes come from all texts, or from the first {@link #MOST_SHAPED}
 * different ones.
 */
final class TextProfiler {
  private static final int MOST_SHAPED = 200_000;
  private static final int SHAPES = 10;

  private final Cells cells;
  private final DistinctCount distinct = new DistinctCount();
  private final FrequentValues frequent = new FrequentValues();
  private final Map<String, Long> shapes = new HashMap<>();
  private boolean numbered;
  private long present;
  private long shaped;

  TextProfiler(Cells cells) {
    this.cells = cells;
  }

  ColumnProfile profile() {
    numbered = isNumbered();
    counted((dictionary, code, times) -> {
      present += times;
      long key = key(dictionary, code);
      distinct.add(numbered ? DistinctCount.hash(key) : key);
      frequent.add(key, times);
      if (shaped < MOST_SHAPED) {
        shaped++;
        shapes.merge(Shape.of(dictionary.text(code)), times, Long::sum);
      }
    });
    return new ColumnProfile(cells.column(), cells.table().rows(), present, distinct.count(),
        distinct.isExact(), top(), most(shapes, SHAPES), null);
  }

  /** Whether the same dictionary computes all texts, so that equal codes are equal texts and the other way round. */
  private boolean isNumbered() {
    AtomicReference<@Nullable Dictionary> first = new AtomicReference<>();
    boolean[] other = new boolean[1];
    cells.chunks(chunk -> {
      Dictionary dictionary = chunk.dictionary();
      if (dictionary != null && !first.compareAndSet(null, dictionary)) {
        other[0] |= !dictionary.equals(first.get());
      }
    });
    Dictionary only = first.get();
    return only != null && !other[0] && only.size() < 0;
  }

  /** The same for the same text, whatever dictionary holds it. */
  private long key(Dictionary dictionary, long code) {
    return numbered ? code : DistinctCount.hash(dictionary.text(code));
  }

  /** Takes how often a code of a dictionary was counted; a code may come again, with another part of its rows. */
  private interface Taking {
    void take(Dictionary dictionary, long code, long times);
  }

  private void counted(Taking taking) {
    IdentityHashMap<Dictionary, long[]> counts = new IdentityHashMap<>();
    long[] values = new long[Chunk.ROWS];
    cells.chunks(chunk -> {
      Dictionary dictionary = chunk.dictionary();
      if (dictionary == null) {
        return;
      }
      int count = Cells.present(chunk, values);
      if (dictionary.size() < 0) {
        for (int i = 0; i < count; i++) {
          taking.take(dictionary, values[i], 1);
        }
        return;
      }
      if (!counts.isEmpty() && !counts.containsKey(dictionary)) {
        // a dictionary of one chunk will not come again; a shared one is the only one
        counts.forEach((before, ofCodes) -> each(before, ofCodes, taking));
        counts.clear();
      }
      long[] ofCodes = counts.computeIfAbsent(dictionary, d -> new long[d.size()]);
      for (int i = 0; i < count; i++) {
        ofCodes[(int) values[i]]++;
      }
    });
    counts.forEach((dictionary, ofCodes) -> each(dictionary, ofCodes, taking));
  }

  private static void each(Dictionary dictionary, long[] counts, Taking taking) {
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        taking.take(dictionary, code, counts[code]);
      }
    }
  }

  /** Nothing where hardly any value comes twice; of very many, those that came more often than any other may have come. */
  private List<Share> top() {
    if (distinct.count() > Profiler.MOST_DIFFERENT * present && present > Profiler.TOP) {
      return List.of();
    }
    Map<Long, Long> likely = frequent.likely(Profiler.TOP);
    Map<String, Long> exact = new HashMap<>();
    counted((dictionary, code, times) -> {
      if (likely.containsKey(key(dictionary, code))) {
        exact.merge(dictionary.text(code), times, Long::sum);
      }
    });
    exact.values().removeIf(times -> times <= frequent.forgotten());
    return most(exact, Profiler.TOP);
  }

  private static List<Share> most(Map<String, Long> counts, int most) {
    return counts.entrySet()
        .stream()
        .map(e -> new Share(e.getKey(), e.getValue()))
        .sorted((a, b) -> a.rows() == b.rows()
            ? a.text().compareTo(b.text())
            : Long.compare(b.rows(), a.rows()))
        .limit(most)
        .toList();
  }
}
