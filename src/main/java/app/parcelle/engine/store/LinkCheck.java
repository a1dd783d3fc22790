package app.parcelle.engine.store;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.KeyText;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** Looks whether the rows of a linked table still are where their link leads: customers may have come, gone or changed. */
public final class LinkCheck {
  private static final int OWN = -3;

  private final Dataset data;
  private final CustomerIndex index;
  private final byte[] prefix;
  private final KeyText key = new KeyText();
  private final KeyText own = new KeyText();
  private @Nullable Dictionary last;
  private CodeNumbers known = new CodeNumbers();

  private LinkCheck(Dataset data, CustomerIndex index, String column) {
    this.data = data;
    this.index = index;
    this.prefix = LinkedNumbers.prefix(column);
  }

  /** Whether they are; so are those of a table without a link to customers. */
  public static boolean holds(Dataset data, TableVersion table, JobContext job) {
    if (table.customerLink().isEmpty()) {
      return true;
    }
    TableWriter.Linking linking = LinkTargets.linking(data, table, job);
    return linking.index() == null || new LinkCheck(data, linking.index(), linking.column()).holds(table,
        table.withRole(Role.CUSTOMER_KEY).orElseThrow(), job);
  }

  private boolean holds(TableVersion table, Column column, JobContext job) {
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      int customer = 0;
      for (int c = 0; c < run.chunks(); c++) {
        job.throwIfCancelled();
        Chunk chunk = data.chunk(table, column, run, c);
        int first = c * Chunk.ROWS;
        for (int i = 0; i < chunk.rows() && first + i < offsets[offsets.length - 1]; i++) {
          while (offsets[customer + 1] <= first + i) {
            customer++;
          }
          if (!isRight(chunk, i, customer)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean isRight(Chunk chunk, int row, int customer) {
    Dictionary dictionary = chunk.dictionary();
    if (dictionary != last) {
      last = dictionary;
      known = new CodeNumbers();
    }
    long code = chunk.at(row);
    int expected = known.get(code);
    if (expected == CodeNumbers.UNKNOWN) {
      key.read(dictionary, code);
      int found = index.customer(key);
      boolean own = found == CustomerIndex.NONE && isOwn(customer);
      expected = own ? customer : found == CustomerIndex.NONE ? OWN : found;
      known.put(code, expected);
    }
    return expected == customer;
  }

  /** Whether a customer is the one that the value read last makes by itself. */
  private boolean isOwn(int customer) {
    if (key.isMail()) {
      return data.customers().text(customer).equals(key.text());
    }
    own.read(prefix, key);
    return data.customers().text(customer).equals(own.text());
  }
}
