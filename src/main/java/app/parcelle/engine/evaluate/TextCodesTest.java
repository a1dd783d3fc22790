package app.parcelle.engine.evaluate;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.google.re2j.Pattern;

import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;

/** A test of text: each text of a dictionary is looked at once, rows only by their code. */
final class TextCodesTest implements ChunkTest {
  private final Predicate<String> predicate;
  private final boolean negative;
  private final IdentityHashMap<Dictionary, long[]> passing = new IdentityHashMap<>();

  TextCodesTest(TextTest test) {
    this.predicate = predicate(test);
    this.negative = test.operator().negative();
  }

  /** The positive form of the operator; a negative one is its complement among the values present. */
  private static Predicate<String> predicate(TextTest test) {
    if (test.operator().positive() == TextOperator.MATCHES) {
      if (test.exact()) {
        Pattern pattern = Pattern.compile(test.values().get(0));
        return text -> pattern.matcher(text).find();
      }
      Pattern bare = Pattern.compile(Folding.withoutMarks(test.values().get(0)), Pattern.CASE_INSENSITIVE);
      return text -> bare.matcher(Folding.withoutMarks(text)).find();
    }
    List<String> values = test.exact() ? test.values() : test.values().stream().map(Folding::fold).toList();
    Predicate<String> folded = switch (test.operator().positive()) {
      case EQUALS -> values.get(0)::equals;
      case IS_ONE_OF -> oneOf(values);
      case CONTAINS -> text -> text.contains(values.get(0));
      case STARTS_WITH -> text -> text.startsWith(values.get(0));
      case ENDS_WITH -> text -> text.endsWith(values.get(0));
      default -> throw new IllegalStateException(test.operator().name());
    };
    return test.exact() ? folded : text -> folded.test(Folding.fold(text));
  }

  private static Predicate<String> oneOf(List<String> values) {
    Set<String> set = values.stream().collect(Collectors.toUnmodifiableSet());
    return set::contains;
  }

  @Override
  public void mark(Chunk chunk, long[] bits, int firstWord) {
    Dictionary dictionary = chunk.dictionary();
    if (dictionary == null && chunk.min() <= chunk.max()) {
      throw new IllegalStateException("a text column without texts");
    } else if (dictionary == null) {
      // no row ever had a value
      Arrays.fill(bits, firstWord, firstWord + Bits.words(chunk.rows()), 0);
    } else if (dictionary.size() < 0) {
      Answers.mark(chunk, code -> predicate.test(dictionary.text(code)) != negative, bits, firstWord);
    } else {
      long[] codes = codes(dictionary);
      Answers.mark(chunk, code -> Bits.get(codes, (int) code) != negative, bits, firstWord);
    }
  }

  private long[] codes(Dictionary dictionary) {
    synchronized (passing) {
      return passing.computeIfAbsent(dictionary, d -> {
        long[] codes = Bits.of(d.size());
        for (int code = 0; code < d.size(); code++) {
          if (predicate.test(d.text(code))) {
            Bits.set(codes, code);
          }
        }
        return codes;
      });
    }
  }
}
