package app.parcelle.engine.evaluate;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.TableVersion;

/**
 * Numbers for the values of columns: equal for equal values, whichever chunk, run or column they come from, though each may have a
 * dictionary of its own. Safe between threads.
 */
final class SameValues {
  private final boolean folded;
  private final boolean asTheyAre;
  private final JobContext job;
  private final Map<String, Long> numbers = new ConcurrentHashMap<>();
  private final AtomicLong next = new AtomicLong();
  private final IdentityHashMap<Dictionary, long[]> codes = new IdentityHashMap<>();

  /** A column of a table. */
  record Of(TableVersion table, Column column) {}

  /** @param folded whether texts are the same without regard to case and accents */
  SameValues(Dataset data, List<Of> columns, boolean folded, JobContext job) {
    this.folded = folded;
    this.job = job;
    this.asTheyAre = columns.stream().noneMatch(c -> c.column().type().isText())
        || oneDictionary(data, columns);
  }

  /** Whether a code means the same everywhere, and no two codes do. */
  private boolean oneDictionary(Dataset data, List<Of> columns) {
    Set<Dictionary> dictionaries = new HashSet<>();
    for (Of of : columns) {
      for (TableVersion.Run run : of.table().runs()) {
        for (int index = 0; index < run.chunks(); index++) {
          Dictionary dictionary = data.chunk(of.table(), of.column(), run, index).dictionary();
          if (dictionary != null && dictionaries.add(dictionary)
              && (dictionaries.size() > 1 || (folded && dictionary.size() >= 0))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  Cursor cursor(RowCursor rows) {
    return new Cursor(rows);
  }

  /** Reads the rows of one column. Not safe between threads. */
  final class Cursor {
    private final RowCursor rows;
    private @Nullable Dictionary dictionary;
    private long @Nullable [] known;

    private Cursor(RowCursor rows) {
      this.rows = rows;
    }

    boolean missing(int row) {
      return rows.missing(row);
    }

    /** The number of a row that is not missing. */
    long at(int row) {
      long code = rows.at(row);
      if (asTheyAre) {
        return code;
      }
      Dictionary now = rows.chunkOf(row).dictionary();
      if (now == null) {
        return code;
      }
      if (now != dictionary) {
        dictionary = now;
        known = now.size() < 0 ? null : codes(now);
      }
      return known == null ? number(now.text(code)) : known[Math.toIntExact(code)];
    }
  }

  private long[] codes(Dictionary dictionary) {
    synchronized (codes) {
      return codes.computeIfAbsent(dictionary, d -> {
        long[] all = new long[d.size()];
        for (int code = 0; code < all.length; code++) {
          if ((code & 0xFFFF) == 0) {
            job.throwIfCancelled();
          }
          all[code] = number(d.text(code));
        }
        return all;
      });
    }
  }

  private long number(String text) {
    return numbers.computeIfAbsent(folded ? Folding.fold(text) : text, _ -> next.getAndIncrement());
  }
}
