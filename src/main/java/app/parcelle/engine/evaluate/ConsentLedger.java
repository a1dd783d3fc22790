package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.engine.segment.ConsentColumns;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.RowColumns;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/**
 * A table of what customers have said about being written to: who, when, yes or no, and perhaps for which purpose and through which
 * channel. The latest entry speaks; of those at one time, the last in the source. An entry without time is none, unless the table
 * has no times at all: then the order of the source stands for them.
 */
final class ConsentLedger {
  private static final int BLOCK = 1 << 15;
  private static final ConsentState[] STATES = ConsentState.values();

  private final Dataset data;
  private final TableVersion table;
  private final EventRows rows;
  private final JobContext job;

  private ConsentLedger(Dataset data, TableVersion table, EventRows rows, JobContext job) {
    this.data = data;
    this.table = table;
    this.rows = rows;
    this.job = job;
  }

  /** The ledger that a table is; empty for one that is none. */
  static Optional<ConsentLedger> of(TableVersion table, Dataset data, EventRows rows, JobContext job) {
    return is(table) ? Optional.of(new ConsentLedger(data, table, rows, job)) : Optional.empty();
  }

  /** The first ledger of a project. */
  static Optional<TableVersion> in(FieldCatalog fields) {
    return fields.tables().stream().filter(ConsentLedger::is).findFirst();
  }

  private static boolean is(TableVersion table) {
    return table.kind() == TableKind.EVENTS && table.withRole(Role.CONSENT).isPresent();
  }

  /** A state as a number, so that there can be one for each customer. */
  static byte code(ConsentState state) {
    return switch (state) {
      case GRANTED -> 0;
      case REFUSED -> 1;
      case UNKNOWN -> 2;
    };
  }

  /**
   * What each customer has said last.
   *
   * @param states {@link #code} of the state by customer number
   * @param times when, as the table's column of times has it; {@link CustomerEvents#NONE} where nothing was said or nobody knows when
   */
  record Said(byte[] states, long[] times) {
    static Said nothing(int customers) {
      Said said = new Said(new byte[customers], new long[customers]);
      Arrays.fill(said.states, code(ConsentState.UNKNOWN));
      Arrays.fill(said.times, CustomerEvents.NONE);
      return said;
    }

    long[] in(ConsentState wanted) {
      long[] bits = Bits.of(states.length);
      byte code = code(wanted);
      for (int c = 0; c < states.length; c++) {
        bits[c >> 6] |= (states[c] == code ? 1L : 0) << c;
      }
      return bits;
    }

    ConsentState of(int customer) {
      return STATES[states[customer]];
    }
  }

  /** The last word of each customer among the entries of a purpose and a channel; null for all. */
  Said last(@Nullable String purpose, @Nullable String channel) {
    ChosenRows chosen = rows.chosen(table, new Window.Ever(), entriesOf(purpose, channel));
    Said said = Said.nothing(data.customers().size());
    eachBlock((from, to) -> {
      for (TableVersion.Run run : table.runs()) {
        ConsentEntries entries = new ConsentEntries(data, table, run, null, null);
        entries.each(spans(chosen, run, from, to), (customer, time, _, state) -> {
          if (time >= said.times[customer]) {
            said.times[customer] = time;
            said.states[customer] = state;
          }
        });
      }
    });
    return said;
  }

  private @Nullable Condition entriesOf(@Nullable String purpose, @Nullable String channel) {
    List<Condition> wanted = new ArrayList<>();
    add(purposes(), purpose, wanted);
    add(channels(), channel, wanted);
    return wanted.isEmpty() ? null : new Condition.AllOf(wanted);
  }

  private void add(@Nullable Column column, @Nullable String value, List<Condition> wanted) {
    if (column != null && value != null) {
      wanted.add(new Condition.TextTest(RowColumns.ref(table, column), TextOperator.EQUALS,
          List.of(value), false, false));
    }
  }

  private @Nullable Column purposes() {
    return ConsentColumns.purpose(table).filter(c -> c.type().isText()).orElse(null);
  }

  private @Nullable Column channels() {
    return ConsentColumns.channel(table).filter(c -> c.type().isText()).orElse(null);
  }

  /** Whose last word is yes for at least one purpose and channel: one bit a customer. */
  long[] grantedSomewhere() {
    Column purpose = purposes();
    Column channel = channels();
    if (purpose == null && channel == null) {
      return last(null, null).in(ConsentState.GRANTED);
    }
    ChosenRows chosen = rows.chosen(table, new Window.Ever(), null);
    long[] granted = Bits.of(data.customers().size());
    eachBlock((from, to) -> {
      LastWords words = new LastWords(from, to);
      for (TableVersion.Run run : table.runs()) {
        new ConsentEntries(data, table, run, purpose, channel).each(spans(chosen, run, from, to), words);
      }
      words.mark(granted);
    });
    return granted;
  }

  private RowSpans spans(ChosenRows chosen, TableVersion.Run run, int from, int to) {
    return chosen.spans(data, run, data.offsets(table, run), from, to);
  }

  private interface CustomerRange {
    void on(int from, int to);
  }

  private void eachBlock(CustomerRange body) {
    int customers = data.customers().size();
    Blocks.each(Math.ceilDiv(customers, BLOCK), job,
        b -> body.on(b * BLOCK, Math.min(customers, (b + 1) * BLOCK)));
  }

  /** The last word of some customers for each thing that they were asked. */
  private static final class LastWords implements ConsentEntries.Entry {
    private final int first;
    private final List<List<Word>> ofCustomer = new ArrayList<>();

    /** @param what purpose and channel, folded */
    private record Word(String what, long time, byte state) {}

    LastWords(int from, int to) {
      this.first = from;
      for (int c = from; c < to; c++) {
        ofCustomer.add(List.of());
      }
    }

    @Override
    public void is(int customer, long time, String what, byte state) {
      List<Word> words = ofCustomer.get(customer - first);
      Word word = new Word(what, time, state);
      for (int i = 0; i < words.size(); i++) {
        if (words.get(i).what().equals(what)) {
          if (time >= words.get(i).time()) {
            words.set(i, word);
          }
          return;
        }
      }
      if (words.isEmpty()) {
        words = new ArrayList<>(2);
        ofCustomer.set(customer - first, words);
      }
      words.add(word);
    }

    void mark(long[] granted) {
      for (int i = 0; i < ofCustomer.size(); i++) {
        if (ofCustomer.get(i).stream().anyMatch(word -> word.state() == code(ConsentState.GRANTED))) {
          Bits.set(granted, first + i);
        }
      }
    }
  }
}
