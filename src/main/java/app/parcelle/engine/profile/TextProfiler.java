package app.parcelle.engine.profile;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.profile.ColumnProfile.Share;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;

/**
 * Looks at texts. Codes are counted, not texts; a text is read once for each dictionary that holds it. Where a column has more
 * than {@link #MOST_TEXTS} different texts, the most frequent ones are not looked for and shapes come from the first so many.
 */
final class TextProfiler {
  private static final int MOST_TEXTS = 200_000;
  private static final int SHAPES = 10;

  private final Cells cells;
  private final DistinctCount distinct = new DistinctCount();
  private final Map<String, Long> texts = new HashMap<>();
  private final Map<String, Long> shapes = new HashMap<>();
  private long present;
  private boolean tooMany;

  TextProfiler(Cells cells) {
    this.cells = cells;
  }

  ColumnProfile profile() {
    IdentityHashMap<Dictionary, long[]> counts = new IdentityHashMap<>();
    long[] values = new long[Chunk.ROWS];
    Dictionary[] before = new Dictionary[1];
    cells.chunks(chunk -> {
      Dictionary dictionary = chunk.dictionary();
      if (dictionary == null) {
        return;
      }
      int count = Cells.present(chunk, values);
      present += count;
      if (dictionary.size() < 0) {
        computed(dictionary, values, count);
        return;
      }
      if (before[0] != null && before[0] != dictionary) {
        // a dictionary of one chunk will not come again; a shared one is the only one
        counts.forEach(this::tally);
        counts.clear();
      }
      before[0] = dictionary;
      long[] ofCodes = counts.computeIfAbsent(dictionary, d -> new long[d.size()]);
      for (int i = 0; i < count; i++) {
        ofCodes[(int) values[i]]++;
      }
    });
    counts.forEach(this::tally);
    long different = tooMany ? distinct.count() : texts.size();
    return new ColumnProfile(cells.column(), cells.table().rows(), present, different,
        !tooMany || distinct.isExact(), top(), most(shapes, SHAPES), null);
  }

  /** Codes that stand for texts made of a prefix and a number: the numbers are as many as the texts. */
  private void computed(Dictionary dictionary, long[] values, int count) {
    for (int i = 0; i < count; i++) {
      distinct.add(DistinctCount.hash(values[i]));
      if (!tooMany) {
        text(dictionary.text(values[i]), 1);
      }
    }
  }

  private void tally(Dictionary dictionary, long[] counts) {
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        String text = dictionary.text(code);
        distinct.add(DistinctCount.hash(text));
        if (!tooMany) {
          text(text, counts[code]);
        }
      }
    }
  }

  private void text(String text, long rows) {
    if (texts.merge(text, rows, Long::sum) == rows) {
      tooMany = texts.size() > MOST_TEXTS;
    }
    shapes.merge(Shape.of(text), rows, Long::sum);
  }

  /** Nothing where hardly any value comes twice. */
  private List<Share> top() {
    boolean alike = (!tooMany && texts.size() < 0.9 * present) || present <= Profiler.TOP;
    return alike ? most(texts, Profiler.TOP) : List.of();
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
