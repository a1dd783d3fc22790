package app.parcelle.engine.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.TextDictionary;

/**
 * The dictionary of a column of runs that are merged.
 *
 * @param shared the one of all chunks; null where there is none
 * @param codes from the codes of a run to those of {@code shared}, by run; null where they are the same
 * @param ownOfEachChunk whether each chunk has texts of its own: there are too many, or too different ones, for one dictionary
 */
record MergedTexts(Stored.@Nullable Texts shared, int @Nullable [][] codes, boolean ownOfEachChunk) {
  static final MergedTexts NONE = new MergedTexts(null, null, false);
  static final MergedTexts OF_EACH_CHUNK = new MergedTexts(null, null, true);

  long code(int run, long code) {
    return codes == null ? code : codes[run][(int) code];
  }

  /**
   * Finds it. Where a dictionary goes on where another ends, as those of one import do, the longest serves all.
   *
   * @param runs the column in each run
   * @param what the column, for the message when a chunk is damaged
   * @param most the largest number of texts to be brought together
   */
  static MergedTexts of(List<Stored.Values> runs, TextPieces pieces, String what, long most) {
    List<Stored.Texts> distinct = runs.stream().flatMap(run -> run.texts().stream()).distinct().toList();
    boolean oneEach = runs.stream().allMatch(run -> run.texts().size() <= 1);
    if (distinct.size() <= 1 && oneEach) {
      return distinct.isEmpty() ? NONE : new MergedTexts(distinct.get(0), null, false);
    }
    if (!oneEach || distinct.stream().anyMatch(texts -> texts.prefix() != null)) {
      return OF_EACH_CHUNK;
    }
    Stored.Texts longest = distinct.stream().max(Comparator.comparingInt(Stored.Texts::size)).orElseThrow();
    TextDictionary all = (TextDictionary) pieces.read(longest, what);
    if (distinct.stream().allMatch(texts -> begins(all, (TextDictionary) pieces.read(texts, what)))) {
      return new MergedTexts(longest, null, false);
    }
    return together(runs, pieces, what, most);
  }

  private static boolean begins(TextDictionary all, TextDictionary first) {
    int end = first.offsets()[first.size()];
    return first.size() <= all.size()
        && Arrays.equals(all.offsets(), 0, first.size() + 1, first.offsets(), 0, first.size() + 1)
        && Arrays.equals(all.utf8(), 0, end, first.utf8(), 0, end);
  }

  private static MergedTexts together(List<Stored.Values> runs, TextPieces pieces, String what, long most) {
    Map<String, Integer> all = new HashMap<>();
    List<String> inOrder = new java.util.ArrayList<>();
    int[][] codes = new int[runs.size()][];
    for (int run = 0; run < codes.length; run++) {
      codes[run] = new int[0];
      for (Stored.Texts texts : runs.get(run).texts()) {
        TextDictionary own = (TextDictionary) pieces.read(texts, what);
        codes[run] = new int[own.size()];
        for (int code = 0; code < own.size(); code++) {
          codes[run][code] = all.computeIfAbsent(own.text(code), text -> {
            inOrder.add(text);
            return inOrder.size() - 1;
          });
        }
      }
      if (all.size() > most) {
        return OF_EACH_CHUNK;
      }
    }
    return new MergedTexts(pieces.write(TextDictionary.of(inOrder)), codes, false);
  }
}
