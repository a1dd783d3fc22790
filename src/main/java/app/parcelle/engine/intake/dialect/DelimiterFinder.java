package app.parcelle.engine.intake.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.TextOptions;

/**
 * Finds delimiter, quote and escape: those under which records have the same number of cells, and cells look like values and
 * words. After van den Burg, Nazábal, Sutton 2019, Wrangling messy CSV files by detecting row and type patterns: the score is
 * the product of the two. Here the pattern score is the sum over all numbers of cells L of (share of records)^2 (L - 1) / L.
 */
final class DelimiterFinder {
  private static final int RECORDS = 200;
  private static final int BYTES = 1 << 16;
  private static final List<String> USUAL = List.of(",", ";", "\t", "|");
  /** What is left of the score of a text of one column. */
  private static final double ONE_COLUMN = 0.001;
  private static final double REGULAR = 0.5;
  private static final double MOSTLY = 0.65;
  /** How likely a cell is that still holds an escaped quote. */
  private static final double ESCAPED = 0.5;
  private static final double NEARLY_ALL = 0.8;

  private final byte[] utf8;
  private final int length;
  private final boolean complete;
  private final Writing begin;
  private final TextOptions said;
  private double most = -1;

  /**
   * @param utf8 the beginning of a text
   * @param complete whether that is all of it
   * @param begin what has been said of the writing
   */
  DelimiterFinder(byte[] utf8, boolean complete, Writing begin, TextOptions said) {
    this.utf8 = utf8;
    this.length = Math.min(utf8.length, BYTES);
    this.complete = complete && length == utf8.length;
    this.begin = begin;
    this.said = said;
  }

  Writing find() {
    Candidates candidates = new Candidates(new String(utf8, 0, length, UTF_8));
    String delimiter = said.delimiter();
    List<String> delimiters = delimiter == null ? candidates.delimiters() : List.of(delimiter);
    List<@Nullable Character> quotes = said.quote() == null
        ? candidates.quotes(delimiters)
        : one(begin.quote());
    Writing best = delimiter == null ? begin : begin.withDelimiter(delimiter);
    for (String d : delimiters) {
      for (Character q : quotes) {
        if (q != null && d.indexOf(q) >= 0) {
          continue;
        }
        for (Character e : escapes(candidates, d, q)) {
          Writing tried = begin.withDelimiter(d).withQuote(q).withEscape(e);
          double score = score(tried);
          score *= score > 10 * ONE_COLUMN ? preference(d, q, e) : 1;
          if (score > most) {
            most = score;
            best = tried;
          }
        }
      }
    }
    return best;
  }

  /** Whether the text has more than one column, delimited as was found. */
  boolean isEvident() {
    return most > 10 * ONE_COLUMN;
  }

  private static List<@Nullable Character> one(@Nullable Character sign) {
    List<@Nullable Character> one = new ArrayList<>();
    one.add(sign);
    return one;
  }

  private List<@Nullable Character> escapes(Candidates candidates, String delimiter,
      @Nullable Character quote) {
    List<@Nullable Character> escapes = one(begin.escape());
    if (said.escape() == null && candidates.mayEscape(delimiter, quote)) {
      escapes.add('\\');
    }
    return escapes;
  }

  /** Of two that fit equally, the usual one; of one that is part of another, the longer. */
  private static double preference(String delimiter, @Nullable Character quote, @Nullable Character escape) {
    double usual = USUAL.contains(delimiter) ? 1 : delimiter.equals(" ") ? 0.5 : 0.6;
    if (delimiter.length() > 1) {
      // a longer one is there only because its parts never stand alone
      usual = USUAL.stream().anyMatch(delimiter::contains) ? 1.15 : 0.8;
    }
    double quoting = quote != null && quote == '"' ? 1 : 0.997;
    return usual * quoting * (escape == null ? 1 : 0.999);
  }

  private double score(Writing tried) {
    List<Integer> widths = new ArrayList<>();
    Weak weak = Weak.of(tried.delimiter());
    double cells = 0;
    double known = 0;
    RecordReader reader = new RecordReader(new ByteArrayInputStream(utf8, 0, length), tried, 1, 0, complete);
    try {
      while (widths.size() < RECORDS && reader.next()) {
        CutRecord record = reader.record();
        widths.add(record.count);
        weak.see(record, reader);
        for (int c = 0; c < record.count; c++) {
          String text = record.text(c);
          cells++;
          known += known(CellKind.of(text), text, record.quoted(c), tried);
        }
      }
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
    if (widths.isEmpty()) {
      return 0;
    }
    Map<Integer, Integer> counts = new TreeMap<>();
    widths.forEach(w -> counts.merge(w, 1, Integer::sum));
    double pattern = 0;
    int modal = 1;
    for (var width : counts.entrySet()) {
      double share = (double) width.getValue() / widths.size();
      int l = width.getKey();
      pattern += share * share * (l - 1) / l;
      modal = width.getValue() * l > counts.getOrDefault(modal, 0) * modal ? l : modal;
    }
    double regular = (double) counts.getOrDefault(modal, 0) / widths.size();
    boolean evident = isEvident(widths, modal, regular) && weak.isEvident(modal, regular);
    return evident ? pattern * known / cells : ONE_COLUMN * counts.getOrDefault(1, 0) / widths.size();
  }

  /** Whether enough records have the width of most: half of all, or nearly all from the first of them on. */
  private static boolean isEvident(List<Integer> widths, int modal, double regular) {
    if (modal < 2) {
      return false;
    }
    int below = widths.size() - widths.indexOf(modal);
    double count = regular * widths.size();
    boolean often = switch (modal) {
      case 2 -> regular >= (widths.getFirst() == modal ? REGULAR : NEARLY_ALL);
      case 3 -> regular >= (widths.getFirst() == modal ? REGULAR : MOSTLY);
      default -> regular >= REGULAR / 2;
    };
    return often
        || (count >= 2 && count >= NEARLY_ALL * below);
  }

  /** What else has to be true before a blank or a colon is taken for a delimiter. */
  private static final class Weak {
    private final boolean applies;
    private int first;
    private int records;
    private int values;
    private int lineIsValue;

    private Weak(boolean applies) {
      this.applies = applies;
    }

    static Weak of(String delimiter) {
      return new Weak(List.of(" ", ":", "=", "&", "/").contains(delimiter));
    }

    void see(CutRecord record, RecordReader reader) {
      if (!applies) {
        return;
      }
      first = records++ == 0 ? record.count : first;
      for (int c = 0; c < record.count; c++) {
        values += CellKind.of(record.text(c)).isValue() ? 1 : 0;
      }
      String line = new String(reader.raw(), reader.rawStart(), reader.rawEnd() - reader.rawStart(), UTF_8);
      lineIsValue += CellKind.of(line).isValue() ? 1 : 0;
    }

    /** Three columns or more in nearly every record from the first on, some of them values, and not parts of one value. */
    boolean isEvident(int modal, double regular) {
      return !applies || (modal >= 3 && regular >= 0.95 && first == modal && values > 0
          && lineIsValue * 2 < records);
    }
  }

  private static double known(CellKind kind, String text, boolean quoted, Writing tried) {
    return switch (kind) {
      case NUMBER, DATE, TIME, LINK, CODE -> 1;
      case EMPTY -> 0.9;
      case TEXT -> text(text, quoted, tried);
    };
  }

  /** A text is the less likely a cell the more it looks as if it were several. */
  private static double text(String text, boolean quoted, Writing tried) {
    if (text.contains("\\\"") || text.contains("\\'")) {
      return ESCAPED;
    }
    if (quoted) {
      return 1;
    }
    double likely = isWrapped(text) ? 0.3 : 1;
    for (String other : USUAL) {
      int at = text.indexOf(other);
      if (at >= 0 && !tried.delimiter().equals(other)) {
        boolean sentence = other.equals(",") && text.startsWith(", ", at);
        likely = Math.min(likely, sentence ? 0.8 : 0.4);
      }
    }
    if (text.indexOf('"') >= 0) {
      likely = Math.min(likely, text.strip().startsWith("\"") ? 0.2 : 0.8);
    }
    return text.startsWith(" ") || text.endsWith(" ") ? 0.95 * likely : likely;
  }

  private static boolean isWrapped(String text) {
    int last = text.length() - 1;
    return last > 0 && text.charAt(0) == text.charAt(last)
        && (text.charAt(0) == '\'' || text.charAt(0) == '`');
  }
}
