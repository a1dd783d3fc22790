package app.parcelle.engine.link;

import java.util.BitSet;

import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/** Which customers have rows in a table, told from where their rows begin. */
final class Presence {
  private Presence() {}

  /** One bit a customer number. */
  static BitSet in(TableVersion table, Dataset data) {
    BitSet present = new BitSet(data.customers().size());
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      for (int customer = 0; customer < offsets.length - 1; customer++) {
        if (offsets[customer + 1] > offsets[customer]) {
          present.set(customer);
        }
      }
    }
    return present;
  }

  static int shared(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both.cardinality();
  }
}
