package app.parcelle.engine.store;

import java.util.Arrays;
import java.util.BitSet;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.KeyText;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.TextIndex;

/**
 * Which customer a value of a column stands for. One that stands for several, such as an e-mail address that a couple shares, is
 * that of the first in the order of their numbers. Holds about 50 bytes and the text a value.
 */
public final class CustomerIndex {
  /** No customer has the value. */
  public static final int NONE = -1;

  private final TextIndex values = new TextIndex();
  private final BitSet shared = new BitSet();
  private int[] customers = new int[64];
  private TextIndex.View view = values.view();

  private CustomerIndex() {}

  /** Of a column of a table of customers. */
  public static CustomerIndex of(Dataset data, TableVersion table, Column column, JobContext job) {
    CustomerIndex index = new CustomerIndex();
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      int customer = 0;
      for (int c = 0; c < run.chunks(); c++) {
        job.throwIfCancelled();
        customer = index.add(data.chunk(table, column, run, c), c * Chunk.ROWS, offsets, customer);
      }
    }
    index.view = index.values.view();
    return index;
  }

  /** Adds the values of a chunk, whose rows begin with one of a customer; returns the customer of its last row. */
  private int add(Chunk chunk, int first, int[] offsets, int before) {
    KeyText key = new KeyText();
    int customer = before;
    for (int i = 0; i < chunk.rows() && first + i < offsets[offsets.length - 1]; i++) {
      while (offsets[customer + 1] <= first + i) {
        customer++;
      }
      if (!chunk.isMissing(i)) {
        key.read(chunk.dictionary(), chunk.at(i));
        if (!key.isEmpty()) {
          add(key, customer);
        }
      }
    }
    return customer;
  }

  private void add(KeyText key, int customer) {
    int known = values.size();
    int code = key.addTo(values);
    if (code == known) {
      customers = code < customers.length ? customers : Arrays.copyOf(customers, 2 * code);
      customers[code] = customer;
    } else if (customers[code] != customer) {
      shared.set(code);
      customers[code] = Math.min(customers[code], customer);
    }
  }

  /** The customer of a value, or {@link #NONE}. */
  public int customer(KeyText key) {
    int code = key.findIn(view);
    return code < 0 ? NONE : customers[code];
  }

  /** Whether any value stands for several customers. */
  public boolean hasShared() {
    return !shared.isEmpty();
  }

  /** A number for a value that stands for several customers, the same for the same value; else {@link #NONE}. */
  public int sharedNumber(KeyText key) {
    int code = key.findIn(view);
    return code >= 0 && shared.get(code) ? code : NONE;
  }
}
