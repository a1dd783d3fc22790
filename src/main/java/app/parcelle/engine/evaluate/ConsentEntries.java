package app.parcelle.engine.evaluate;

import java.util.IdentityHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** The entries of one run of a ledger, customer by customer in the order of time. Not safe between threads. */
final class ConsentEntries {
  private final RowCursor states;
  private final @Nullable RowCursor times;
  private final @Nullable RowCursor purposes;
  private final @Nullable RowCursor channels;
  private final IdentityHashMap<Dictionary, ConsentState[]> said = new IdentityHashMap<>();
  private final IdentityHashMap<Dictionary, String[]> folded = new IdentityHashMap<>();

  /** One entry. */
  interface Entry {
    /**
     * @param time {@link CustomerEvents#NONE} in a ledger that has no times
     * @param what purpose and channel, folded; empty where nobody asks
     */
    void is(int customer, long time, String what, byte state);
  }

  /**
   * @param purpose the column of purposes; null where nobody asks
   * @param channel the column of channels; null where nobody asks
   */
  ConsentEntries(Dataset data, TableVersion table, TableVersion.Run run, @Nullable Column purpose,
      @Nullable Column channel) {
    Function<Column, RowCursor> cursor = column -> new RowCursor(data, table, column, run);
    this.states = cursor.apply(table.withRole(Role.CONSENT).orElseThrow());
    this.times = table.withRole(Role.EVENT_TIME).map(cursor).orElse(null);
    this.purposes = purpose == null ? null : cursor.apply(purpose);
    this.channels = channel == null ? null : cursor.apply(channel);
  }

  /** The chosen entries of some customers. */
  void each(RowSpans spans, Entry entry) {
    for (int c = spans.from(); c < spans.to(); c++) {
      int end = spans.end(c);
      for (int row = spans.first(c); row < end; row = spans.after(row, end)) {
        if (times == null || !times.missing(row)) {
          entry.is(c, times == null ? CustomerEvents.NONE : times.at(row), what(row),
              ConsentLedger.code(state(row)));
        }
      }
    }
  }

  private String what(int row) {
    return purposes == null && channels == null ? "" : text(purposes, row) + "\n" + text(channels, row);
  }

  private String text(@Nullable RowCursor cursor, int row) {
    if (cursor == null || cursor.missing(row)) {
      return "";
    }
    Dictionary dictionary = cursor.chunkOf(row).dictionary();
    if (dictionary == null) {
      return "";
    }
    long code = cursor.at(row);
    if (dictionary.size() < 0) {
      return Folding.fold(dictionary.text(code));
    }
    String[] texts = folded.computeIfAbsent(dictionary, d -> new String[d.size()]);
    String known = texts[(int) code];
    if (known == null) {
      known = Folding.fold(dictionary.text(code));
      texts[(int) code] = known;
    }
    return known;
  }

  private ConsentState state(int row) {
    Chunk chunk = states.chunkOf(row);
    Dictionary dictionary = chunk.dictionary();
    if (states.missing(row) || dictionary == null || dictionary.size() < 0) {
      return ConsentWords.of(chunk, row & 0xFFFF);
    }
    ConsentState[] known = said.computeIfAbsent(dictionary, d -> new ConsentState[d.size()]);
    int code = (int) states.at(row);
    if (known[code] == null) {
      known[code] = ConsentWords.of(dictionary.text(code));
    }
    return known[code];
  }
}
