package app.parcelle.engine.intake.csv;

import app.parcelle.engine.table.Dictionary;

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
  private int[] codes = new int[0];

  TextReader(ColumnPlan plan, Format.Texts texts) {
    super(plan);
    this.texts = texts;
  }

  boolean shared() {
    return texts.shared();
  }

  /** Takes over what the column's dictionary holds now. */
  void know(TextIndex dictionary) {
    known = dictionary.view();
  }

  @Override
  void readCells(FieldBatch batch, int column, int row) {
    byte[] b = batch.bytes();
    int[] starts = batch.starts();
    int[] ends = batch.ends();
    int width = batch.columns();
    int field = column;
    for (int r = row; r < row + batch.rows(); r++, field += width) {
      int from = starts[field];
      int to = ends[field];
      boolean quoted = texts.exact() || batch.quoted(from);
      if (!texts.exact() && to > from && (isOdd(b[from]) || isOdd(b[to - 1]))) {
        from = Cells.trimStart(b, from, to);
        to = Cells.trimEnd(b, from, to);
      }
      if (Cells.isNothing(b, from, to, quoted)) {
        none(batch, r, from, to, quoted);
        continue;
      }
      if (texts.dropsPointZero()) {
        to = beforePointZero(b, from, to);
      }
      int code = texts.shared() ? known.find(b, from, to) : -1;
      values[r] = code >= 0 ? code : newText(b, from, to);
    }
  }

  private long newText(byte[] b, int from, int to) {
    int code = fresh.add(b, from, to);
    return texts.shared() ? ~code : code;
  }

  /** Whether a byte may be part of white space. */
  private static boolean isOdd(byte c) {
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
