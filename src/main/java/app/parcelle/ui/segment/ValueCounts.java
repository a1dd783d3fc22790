package app.parcelle.ui.segment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
 * How often each text occurs, the most frequent first; at most {@link #MOST} of them.
 *
 * @param folded texts that differ in case and accents only count as one, as a criterion takes them, under the most frequent
 *     of their spellings
 * @param spellings every spelling by itself, as an exact criterion takes them
 * @param distinct how many folded texts there are, those left out here too
 */
record ValueCounts(List<ValueCount> folded, List<ValueCount> spellings, int distinct) {
  /** Beyond these a list is of no use, and searching is by typing. */
  static final int MOST = 20_000;

  static final ValueCounts NONE = new ValueCounts(List.of(), List.of(), 0);

  ValueCounts {
    folded = List.copyOf(folded);
    spellings = List.copyOf(spellings);
  }

  List<ValueCount> of(boolean exact) {
    return exact ? spellings : folded;
  }

  /** Those of these texts that are not among them; none where some are left out here, as it is not known then. */
  List<String> absent(List<String> texts, boolean exact) {
    if (folded.size() < distinct || (exact && spellings.size() == MOST)) {
      return List.of();
    }
    UnaryOperator<String> same = exact ? UnaryOperator.identity() : Folding::fold;
    Set<String> there = of(exact).stream().map(value -> same.apply(value.text())).collect(Collectors.toSet());
    return texts.stream().filter(text -> !there.contains(same.apply(text))).toList();
  }

  /** Those of these texts that no customer has. */
  static List<String> absent(FieldColumn column, List<String> texts, boolean exact, JobContext job) {
    UnaryOperator<String> same = exact ? UnaryOperator.identity() : Folding::fold;
    Set<String> left = texts.stream().map(same).collect(Collectors.toCollection(HashSet::new));
    Dictionary dictionary = column.dictionary();
    for (int customer = 0; dictionary != null && customer < column.values().length
        && !left.isEmpty(); customer++) {
      if (customer % 65_536 == 0) {
        job.throwIfCancelled();
      }
      if (!Bits.get(column.missing(), customer)) {
        left.remove(same.apply(dictionary.text(column.values()[customer])));
      }
    }
    return texts.stream().filter(text -> left.contains(same.apply(text))).toList();
  }

  /** Of customers. */
  static ValueCounts of(FieldColumn column) {
    Dictionary dictionary = column.dictionary();
    if (dictionary == null) {
      return NONE;
    }
    Map<Long, Integer> codes = new HashMap<>();
    for (int customer = 0; customer < column.values().length; customer++) {
      if (!Bits.get(column.missing(), customer)) {
        codes.merge(column.values()[customer], 1, Integer::sum);
      }
    }
    Map<String, Integer> spelled = new HashMap<>();
    codes.forEach((code, count) -> spelled.merge(dictionary.text(code), count, Integer::sum));
    return ranked(spelled);
  }

  /** Of the rows of a column of events. */
  static ValueCounts of(Dataset data, TableVersion table, Column column, JobContext job) {
    Map<String, Integer> spelled = new HashMap<>();
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        job.throwIfCancelled();
        add(data.chunk(table, column, run, index), spelled);
      }
    }
    return ranked(spelled);
  }

  private static void add(Chunk chunk, Map<String, Integer> spelled) {
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
    codes.forEach((code, count) -> spelled.merge(dictionary.text(code), count, Integer::sum));
  }

  static ValueCounts ranked(Map<String, Integer> spelled) {
    List<ValueCount> spellings = spelled.entrySet()
        .stream()
        .map(one -> new ValueCount(one.getKey(), one.getValue()))
        .sorted(Comparator.comparingInt(ValueCount::count).reversed().thenComparing(ValueCount::text))
        .toList();
    Map<String, ValueCount> folded = new HashMap<>();
    // the most frequent spelling comes first, and gives the text
    spellings.forEach(one -> folded.merge(Folding.fold(one.text()), one,
        (first, other) -> new ValueCount(first.text(), first.count() + other.count())));
    return new ValueCounts(folded.values()
        .stream()
        .sorted(Comparator.comparingInt(ValueCount::count).reversed().thenComparing(ValueCount::text))
        .limit(MOST)
        .toList(), spellings.stream().limit(MOST).toList(), folded.size());
  }
}
