package app.parcelle.ui.segment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.TableVersion;

/**
 * A text and how often it occurs; texts that differ in case and accents only count as one, as they do in a criterion.
 *
 * @param text the first of its spellings
 */
record ValueCount(String text, int count) {
  /** Beyond these a list is of no use, and searching is by typing. */
  static final int MOST = 500;

  /** The texts of a field that most customers have, the most frequent first; at most {@link #MOST}. */
  static List<ValueCount> of(FieldColumn column) {
    Dictionary dictionary = column.dictionary();
    if (dictionary == null) {
      return List.of();
    }
    Map<Long, Integer> codes = new HashMap<>();
    for (int customer = 0; customer < column.values().length; customer++) {
      if (!Bits.get(column.missing(), customer)) {
        codes.merge(column.values()[customer], 1, Integer::sum);
      }
    }
    Map<String, ValueCount> folded = new HashMap<>();
    codes.forEach((code, count) -> add(folded, dictionary.text(code), count));
    return ranked(folded);
  }

  /** The same for the rows of a column of events. */
  static List<ValueCount> of(Dataset data, TableVersion table, Column column, JobContext job) {
    Map<String, ValueCount> folded = new HashMap<>();
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        job.throwIfCancelled();
        addAll(folded, data.chunk(table, column, run, index));
      }
    }
    return ranked(folded);
  }

  private static void addAll(Map<String, ValueCount> folded, Chunk chunk) {
    Dictionary dictionary = chunk.dictionary();
    if (dictionary == null) {
      return;
    }
    Map<Long, Integer> codes = new HashMap<>();
    for (int row = 0; row < chunk.rows(); row++) {
      if (!chunk.isMissing(row)) {
        codes.merge(chunk.at(row), 1, Integer::sum);
      }
    }
    codes.forEach((code, count) -> add(folded, dictionary.text(code), count));
  }

  private static void add(Map<String, ValueCount> folded, String text, int count) {
    folded.merge(Folding.fold(text), new ValueCount(text, count),
        (a, b) -> new ValueCount(a.text(), a.count() + b.count()));
  }

  private static List<ValueCount> ranked(Map<String, ValueCount> folded) {
    return folded.values()
        .stream()
        .sorted(Comparator.comparingInt(ValueCount::count).reversed().thenComparing(ValueCount::text))
        .limit(MOST)
        .toList();
  }
}
