package app.parcelle.engine.intake.dialect;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Folding;

/**
 * What stands around the rows of a table and is none of them: its header once more, as on every printed page, and totals and
 * notes below the last row.
 *
 * @param header the records of the header
 * @param filled how many cells half of the rows fill at least
 * @param led whether every row fills its first cell
 * @param lonely whether some row fills one cell only, so that a note could be a row
 */
public record Frame(List<List<String>> header, int filled, boolean led, boolean lonely) {
  private static final Pattern TOTAL = Pattern
      .compile("(sous[- ]?total|sub[- ]?total|grand total|totals?|totaux|total general|total ht|total ttc"
          + "|somme|sum) ?[:=]?");
  private static final Pattern TOTAL_OF = Pattern
      .compile("(sous[- ]?total|sub[- ]?total|grand total|total|totaux|somme)[ :(].*");
  private static final Pattern SUBTOTAL = Pattern.compile("(sous|sub)[- ]?total\\b.*");
  private static final Pattern NOTE = Pattern
      .compile(
          "(\\*|©|\\(\\d|(sources?|fuente|quelle|notes?|n\\.?b\\.?|lecture|champ|export|exporte|edite|edition|imprime"
              + "|genere|generated|fin|end|page|nombre|nb|filtres?|lignes|rows|copyright|date)\\b).*");
  private static final Pattern PAGE = Pattern.compile("(?i) *page *:? *\\d+( *(/|sur|of|de) *\\d+)? *");
  /** What the words for a total begin with. */
  private static final String TOTALS = "tsgTSG";
  private static final Pattern LINE = Pattern.compile("[-=*_ ]{3,}");

  public Frame {
    header = header.stream().map(List::copyOf).toList();
  }

  /**
   * The frame of a table; null where nothing stands around it, or it has no rows.
   *
   * @param again whether the header is known to come again
   * @param rows the first records below the header
   * @param end the last records of the text; empty where nobody knows them
   */
  static @Nullable Frame of(List<List<String>> header, boolean again, List<List<String>> rows,
      List<List<String>> end) {
    List<List<String>> usual = rows.stream()
        .filter(row -> filled(row) > 0 && !header.contains(row) && !TOTAL.matcher(first(row)).matches())
        .toList();
    if (usual.isEmpty()) {
      return null;
    }
    List<Integer> filled = usual.stream().map(Frame::filled).sorted(Collections.reverseOrder()).toList();
    int typical = filled.get(filled.size() / 2);
    boolean led = usual.stream().filter(row -> row.getFirst().isBlank()).count() <= 1;
    // the one that may be is the note itself
    boolean lonely = usual.stream().filter(row -> filled(row) == 1).count() > 3;
    Frame frame = new Frame(header, typical, led, lonely);
    List<List<String>> last = end.stream().filter(row -> filled(row) > 0).toList();
    boolean below = !last.isEmpty() && frame.mayBeBelow(last.getLast())
        && last.stream().anyMatch(row -> !frame.mayBeBelow(row));
    return again || below ? frame : null;
  }

  /** Whether a record is one of the header, or the title of a page above it. */
  boolean isHeader(CutRecord record) {
    if (isOfAPage(record)) {
      return true;
    }
    for (List<String> names : header) {
      int c = 0;
      while (c < record.count && record.is(c, c < names.size() ? names.get(c) : "")) {
        c++;
      }
      if (c == record.count && c >= names.size()) {
        return true;
      }
    }
    return false;
  }

  /** {@code Subtotal Lyon;;3;14.00}, also between rows: nothing else is called so. */
  boolean isSubtotal(CutRecord record) {
    return record.filled() < filled && "sS".indexOf(record.firstLetter()) >= 0
        && SUBTOTAL.matcher(first(record.texts())).matches();
  }

  /** {@code Customers;;;;Page 2/3} */
  private boolean isOfAPage(CutRecord record) {
    int n = record.filled();
    if (n > 2 || n * 2 >= filled) {
      return false;
    }
    return record.texts().stream().anyMatch(cell -> PAGE.matcher(cell).matches());
  }

  /** As {@link #mayBeBelow(List)}; most records are told by how many cells they fill and by their first letter. */
  boolean mayBeBelow(CutRecord record) {
    return (record.filled() < filled || TOTALS.indexOf(record.firstLetter()) >= 0)
        && mayBeBelow(record.texts());
  }

  /** Whether a record is a total or a note, if no row comes behind it. */
  boolean mayBeBelow(List<String> cells) {
    int n = filled(cells);
    String first = first(cells);
    if (n == 0) {
      return cells.size() > 1;
    }
    if (TOTAL.matcher(first).matches() || (n < filled && TOTAL_OF.matcher(first).matches())) {
      return true;
    }
    boolean narrow = n * 2 <= filled;
    if (narrow && PAGE.matcher(first).matches()) {
      return true;
    }
    if (cells.getFirst().isBlank() && narrow && led && NOTE.matcher(first).matches()) {
      return true;
    }
    if (cells.getFirst().isBlank()) {
      return n < filled && filled > 2 && led && cells.stream().allMatch(Frame::isSum);
    }
    if (!narrow || lonely) {
      return false;
    }
    boolean words = CellKind.of(first) == CellKind.TEXT && first.strip().indexOf(' ') > 0;
    boolean noted = NOTE.matcher(first).matches() || LINE.matcher(first).matches() || first.endsWith(":");
    boolean alone = cells.size() == 1 && words && filled >= 3;
    return n == 1 ? noted || alone : n == 2 && noted && !cells.get(1).isBlank();
  }

  private static boolean isSum(String cell) {
    CellKind kind = CellKind.of(cell);
    return kind == CellKind.NUMBER || kind == CellKind.EMPTY;
  }

  private static int filled(List<String> cells) {
    return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
  }

  /** The first cell that is filled, without case and accents; empty where none is. */
  private static String first(List<String> cells) {
    return Folding.fold(cells.stream().filter(cell -> !cell.isBlank()).findFirst().orElse(""));
  }
}
