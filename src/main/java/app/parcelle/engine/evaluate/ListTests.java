package app.parcelle.engine.evaluate;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.ListOperator;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;

/** Tests of texts that are lists: each text of a dictionary is taken apart once, rows only by their code. */
final class ListTests {
  private final ListElements elements;
  private final Predicate<List<String>> passes;
  private final boolean includeMissing;
  private final IdentityHashMap<Dictionary, Answered> answers = new IdentityHashMap<>();

  /** The codes of a dictionary whose lists pass, and those whose lists are empty. */
  private record Answered(long[] passing, long[] empty) {}

  private ListTests(ListElements elements, Predicate<List<String>> passes, boolean includeMissing) {
    this.elements = elements;
    this.passes = passes;
    this.includeMissing = includeMissing;
  }

  static ListTests of(Condition.ListTest test, ListElements elements) {
    Function<String, String> same = test.exact() ? Function.identity() : Folding::fold;
    Set<String> wanted = test.values().stream().map(same).collect(Collectors.toUnmodifiableSet());
    boolean all = test.operator() == ListOperator.ALL_OF || test.operator() == ListOperator.NOT_ALL_OF;
    return new ListTests(elements, list -> {
      Set<String> there = list.stream().map(same).collect(Collectors.toSet());
      boolean met = all ? there.containsAll(wanted) : wanted.stream().anyMatch(there::contains);
      return met != test.operator().negative();
    }, test.includeMissing());
  }

  static ListTests of(Condition.ListSize test, ListElements elements) {
    ValueRange range = ValueRange.of(test.operator(), test.value(), test.second(), 0);
    return new ListTests(elements, list -> range.holds(size(list)), range.holds(0));
  }

  /** How many different elements there are. */
  static int size(List<String> list) {
    Set<String> different = new HashSet<>();
    list.forEach(element -> different.add(Folding.fold(element)));
    return different.size();
  }

  /**
   * Looks at one chunk.
   *
   * @param bits receives who passes, from {@code firstWord} on
   * @param missing receives who has no list, or an empty one
   */
  void mark(Chunk chunk, long[] bits, long[] missing, int firstWord) {
    Dictionary dictionary = chunk.dictionary();
    Answered answered = dictionary == null || dictionary.size() < 0 ? null : answered(dictionary);
    for (int i = 0; i < chunk.rows(); i++) {
      boolean none = chunk.isMissing(i) || dictionary == null;
      boolean met = false;
      if (!none && answered != null) {
        int code = (int) chunk.at(i);
        none = Bits.get(answered.empty(), code);
        met = Bits.get(answered.passing(), code);
      } else if (!chunk.isMissing(i) && dictionary != null) {
        List<String> list = elements.of(dictionary.text(chunk.at(i)));
        none = list.isEmpty();
        met = passes.test(list);
      }
      bits[firstWord + (i >> 6)] |= ((none ? includeMissing : met) ? 1L : 0) << i;
      missing[firstWord + (i >> 6)] |= (none ? 1L : 0) << i;
    }
  }

  private Answered answered(Dictionary dictionary) {
    synchronized (answers) {
      return answers.computeIfAbsent(dictionary, d -> {
        Answered answered = new Answered(Bits.of(d.size()), Bits.of(d.size()));
        for (int code = 0; code < d.size(); code++) {
          List<String> list = elements.of(d.text(code));
          if (list.isEmpty()) {
            Bits.set(answered.empty(), code);
          } else if (passes.test(list)) {
            Bits.set(answered.passing(), code);
          }
        }
        return answered;
      });
    }
  }
}
