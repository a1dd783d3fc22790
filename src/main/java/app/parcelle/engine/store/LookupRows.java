package app.parcelle.engine.store;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.KeyText;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.TextDictionary;
import app.parcelle.engine.table.TextIndex;

/** The rows of a lookup table by their keys. Of rows that share a key the first one counts; they are numbered through all runs. */
public final class LookupRows {
  /** No row has the key. */
  public static final int NONE = -1;
  /** There is no key. */
  public static final int MISSING = -2;

  private final TextIndex keys = new TextIndex();
  private final TextIndex.View view;
  /** The first row of each key. */
  private int[] rows = new int[64];
  private int doubles;

  private LookupRows(Dataset data, TableVersion table, Column by) {
    KeyText key = new KeyText();
    int first = 0;
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        Chunk chunk = data.chunk(table, by, run, index);
        for (int i = 0; i < chunk.rows(); i++) {
          if (!chunk.isMissing(i)) {
            key.read(chunk.dictionary(), chunk.at(i));
            add(key, first + i);
          }
        }
        first += chunk.rows();
      }
    }
    view = keys.view();
  }

  public static LookupRows of(Dataset data, TableVersion table, Column by) {
    return new LookupRows(data, table, by);
  }

  private void add(KeyText key, int row) {
    if (key.isEmpty()) {
      return;
    }
    int known = keys.size();
    int code = key.addTo(keys);
    if (code < known) {
      doubles++;
    } else {
      rows = code < rows.length ? rows : java.util.Arrays.copyOf(rows, 2 * code);
      rows[code] = row;
    }
  }

  /** The row of a key, or {@link #NONE}. */
  public int row(KeyText key) {
    int code = key.findIn(view);
    return code < 0 ? NONE : rows[code];
  }

  /** Rows whose key another row has had before, so that nothing finds them. */
  public int doubles() {
    return doubles;
  }

  long bytes() {
    return keys.bytes() + 4L * rows.length + 128;
  }

  /** The row of each code of a dictionary. */
  public int[] of(TextDictionary dictionary) {
    KeyText key = new KeyText();
    int[] found = new int[dictionary.size()];
    for (int code = 0; code < found.length; code++) {
      key.read(dictionary, code);
      found[code] = row(key);
    }
    return found;
  }

  /**
   * The row that each value of a chunk names: {@link #NONE} or {@link #MISSING} where there is none.
   *
   * @param ofCode what {@link #of(TextDictionary)} says of its dictionary; null where it has none of that kind
   */
  public void of(Chunk chunk, int @Nullable [] ofCode, int[] to) {
    KeyText key = new KeyText();
    for (int i = 0; i < chunk.rows(); i++) {
      if (chunk.isMissing(i)) {
        to[i] = MISSING;
      } else if (ofCode != null) {
        to[i] = ofCode[(int) chunk.at(i)];
      } else {
        key.read(chunk.dictionary(), chunk.at(i));
        to[i] = row(key);
      }
    }
  }

  /**
   * A column of a lookup table as one piece.
   *
   * @param values one a row
   * @param dictionary of all of them; null where they are no texts
   */
  record Values(long[] values, long[] missing, long[] invalid, @Nullable Dictionary dictionary) {
    static Values of(Dataset data, TableVersion table, Column column) {
      int size = Math.toIntExact(table.rows());
      long[] values = new long[size];
      long[] missing = Bits.of(size);
      long[] invalid = Bits.of(size);
      OneDictionary texts = new OneDictionary();
      int at = 0;
      for (TableVersion.Run run : table.runs()) {
        for (int index = 0; index < run.chunks(); index++) {
          Chunk chunk = data.chunk(table, column, run, index);
          for (int i = 0; i < chunk.rows(); i++, at++) {
            if (chunk.isMissing(i)) {
              Bits.set(missing, at);
            } else {
              values[at] = texts.code(chunk.dictionary(), chunk.at(i));
            }
            if (chunk.isInvalid(i)) {
              Bits.set(invalid, at);
            }
          }
        }
      }
      return new Values(values, missing, invalid, texts.dictionary());
    }

    long bytes() {
      return 8L * (values.length + missing.length + invalid.length) + 128
          + (dictionary == null ? 0 : dictionary.bytes());
    }
  }

  /** Texts of all dictionaries as codes of one. */
  private static final class OneDictionary {
    private final TextIndex texts = new TextIndex();
    private boolean any;

    long code(@Nullable Dictionary dictionary, long code) {
      if (dictionary == null) {
        return code;
      }
      any = true;
      byte[] utf8 = dictionary.text(code).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      return texts.add(java.util.Arrays.copyOf(utf8, utf8.length + 8), 0, utf8.length);
    }

    @Nullable
    Dictionary dictionary() {
      return any ? texts.dictionary() : null;
    }
  }
}
