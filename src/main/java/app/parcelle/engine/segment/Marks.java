package app.parcelle.engine.segment;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.segment.Sentence.Emphasis;
import app.parcelle.engine.segment.Sentence.Span;

/**
 * Emphasis within a text that is still being put together: control characters around each stretch. Values are cleaned of
 * them, so that no value can set emphasis.
 */
final class Marks {
  private static final char STRONG = '\u0002';
  private static final char EXCLUSION = '\u0003';
  private static final char END = '\u0004';

  private Marks() {}

  static String strong(String text) {
    return STRONG + text + END;
  }

  static String exclusion(String text) {
    return EXCLUSION + text + END;
  }

  /** A text of the user's, fit to stand in a sentence. */
  static String value(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  static String plain(String marked) {
    return marked.replaceAll("[\u0002\u0003\u0004]", "");
  }

  static List<Span> spans(String marked) {
    List<Span> spans = new ArrayList<>();
    Emphasis emphasis = Emphasis.PLAIN;
    int from = 0;
    for (int i = 0; i <= marked.length(); i++) {
      char c = i == marked.length() ? END : marked.charAt(i);
      if (c == STRONG || c == EXCLUSION || c == END) {
        if (i > from) {
          spans.add(new Span(marked.substring(from, i), emphasis));
        }
        from = i + 1;
        emphasis = c == STRONG ? Emphasis.STRONG : c == EXCLUSION ? Emphasis.EXCLUSION : Emphasis.PLAIN;
      }
    }
    return spans;
  }
}
