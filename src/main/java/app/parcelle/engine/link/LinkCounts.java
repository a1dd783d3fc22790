package app.parcelle.engine.link;

import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.store.CustomerIndex;
import app.parcelle.engine.store.LinkTargets;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Counts what the links of tables find. Customers are counted from where their rows begin, without looking at any. */
public final class LinkCounts {
  private final Dataset data;
  private final JobContext job;

  public LinkCounts(Dataset data, JobContext job) {
    this.data = data;
    this.job = job;
  }

  public LinkReport of(TableVersion table) {
    return new LinkReport(table, customers(table), List.of());
  }

  private LinkReport.@Nullable Customers customers(TableVersion table) {
    List<TableVersion> others = data.tables()
        .stream()
        .filter(t -> t.kind() == TableKind.CUSTOMERS && !t.tableId().equals(table.tableId()))
        .toList();
    boolean ofCustomers = table.kind() == TableKind.CUSTOMERS || table.kind() == TableKind.EVENTS;
    if (others.isEmpty() || !ofCustomers) {
      return null;
    }
    BitSet there = new BitSet();
    others.forEach(other -> there.or(present(other)));
    long linked = 0;
    long orphans = 0;
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      for (int c = 0; c < offsets.length - 1; c++) {
        int rows = offsets[c + 1] - offsets[c];
        linked += there.get(c) ? rows : 0;
        orphans += there.get(c) ? 0 : rows;
      }
    }
    BitSet here = present(table);
    int both = both(here, there);
    Link through = table.customerLink().orElse(null);
    return new LinkReport.Customers(others.stream().map(TableVersion::name).toList(), through, linked,
        orphans,
        table.rows() - linked - orphans, both, here.cardinality() - both, there.cardinality() - both,
        through == null ? 0 : shared(table, through));
  }

  private static int both(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both.cardinality();
  }

  /** The customers who have rows in a table. */
  private BitSet present(TableVersion table) {
    BitSet present = new BitSet(data.customers().size());
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      for (int c = 0; c < offsets.length - 1; c++) {
        if (offsets[c + 1] > offsets[c]) {
          present.set(c);
        }
      }
    }
    return present;
  }

  private int shared(TableVersion table, Link through) {
    TableVersion target = LinkTargets.table(data.tables(), through).orElse(null);
    Column column = target == null ? null : through.target(target).orElse(null);
    Column key = table.withRole(Role.CUSTOMER_KEY).orElse(null);
    if (target == null || column == null || key == null) {
      return 0;
    }
    CustomerIndex index = CustomerIndex.of(data, target, column, job);
    if (!index.hasShared()) {
      return 0;
    }
    BitSet shared = new BitSet();
    DistinctValues.eachKey(data, table, key, read -> shared.set(index.sharedNumber(read) + 1), job);
    shared.clear(0);
    return shared.cardinality();
  }
}
