package app.parcelle.engine.intake.csv;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TextIndex;

/**
 * Texts. With a shared dictionary a text that it does not know yet gets a negative value, ~i for the i-th new one of the
 * block, until {@link #merge} has given it its code.
 */
final class TextReader extends ColumnReader {
  /** More distinct values than this are kept chunk by chunk. */
  private static final int MOST_SHARED = 1_000_000;
  private static final long MOST_SHARED_BYTES = 64L << 20;

  private final Format.Texts texts;
  private final TextIndex fresh = new TextIndex();
  private TextIndex.View known = new TextIndex().view();
  private final @Nullable MeaningWatch watch;
  private int[] codes = new int[0];

  TextReader(ColumnPlan plan, Format.Texts texts) {
    super(plan);
    this.texts = texts;
    this.watch = plan.meaningStated() || !MeaningTest.applies(plan.meaning())
        ? null
        : new MeaningWatch(plan.meaning());
  }

  boolean shared() {
    return texts.shared();
  }

  /** Takes over what the column's dictionary holds now. */
  void know(TextIndex dictionary) {
    known = dictionary.view();
  }

  @Override
  boolean plainly(byte[] b, int from, int to, int row) {
    if (texts.exact() && from < to) {
      return closely(b, from, to, row);
    }
    if (from == to || mayBeWhite(b[from]) || mayBeWhite(b[to - 1]) || Cells.isNothing(b, from, to, false)) {
      return false;
    }
    return closely(b, from, to, row);
  }

  @Override
  boolean closely(byte[] b, int from, int to, int row) {
    int end = texts.dropsPointZero() ? beforePointZero(b, from, to) : to;
    int code = texts.shared() ? known.find(b, from, end) : -1;
    values[row] = code >= 0 ? code : newText(b, from, end);
    return true;
  }

  private long newText(byte[] b, int from, int to) {
    int code = fresh.add(b, from, to);
    return texts.shared() ? ~code : code;
  }

  /** Whether a byte may be part of white space: blanks, control characters, and all of several bytes. */
  private static boolean mayBeWhite(byte c) {
    return c <= ' ';
  }

  /** The end without the {@code .0} of a numeric export, where all before it are digits. */
  static int beforePointZero(byte[] b, int from, int to) {
    int p = to - 2;
    if (p <= from || b[p] != '.' || b[p + 1] != '0') {
      return to;
    }
    for (int i = from; i < p; i++) {
      if (b[i] < '0' || b[i] > '9') {
        return to;
      }
    }
    return p;
  }

  /** Counts the cells that fit the column's meaning. */
  @Override
  void finish() {
    if (watch == null) {
      return;
    }
    TextIndex.View added = fresh.view();
    int fitting = 0;
    int present = 0;
    for (int r = 0; r < rows(); r++) {
      if (!isMissing(r)) {
        boolean isNew = values[r] < 0 || !texts.shared();
        int code = (int) (values[r] < 0 ? ~values[r] : values[r]);
        fitting += (isNew ? watch.fitsNew(added, code) : watch.fits(known, code)) ? 1 : 0;
        present++;
      }
    }
    watch.clear();
    tally.meant = fitting;
    tally.odd = (long) present - fitting;
  }

  /** Gives the block's new texts their codes in the column's dictionary, in the order of their first appearance. */
  void merge(TextIndex dictionary) {
    codes = dictionary.addAll(fresh);
    if (dictionary.size() > MOST_SHARED || dictionary.bytes() > MOST_SHARED_BYTES) {
      tally.urgent = plan.as(texts.perChunk(), null);
    }
  }

  /** Puts the codes of {@link #merge} in the place of the provisional ones. */
  void settle() {
    if (codes.length == 0) {
      return;
    }
    for (int r = 0; r < rows(); r++) {
      if (values[r] < 0) {
        values[r] = codes[(int) ~values[r]];
      }
    }
  }

  /** The dictionary of a chunk of its own. */
  Dictionary own() {
    return fresh.dictionary();
  }

  @Override
  void clear() {
    super.clear();
    fresh.clear();
  }
}
