package app.parcelle.engine.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.store.CustomerIndex;
import app.parcelle.engine.store.LinkTargets;
import app.parcelle.engine.store.LookupRows;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.TextDictionary;

/** Counts what the links of tables find. Customers are counted from where their rows begin, without looking at any. */
public final class LinkCounts {
  private final Dataset data;
  private final JobContext job;
  /** Customers who are in a table of customers, and those who are in more than one. */
  private final BitSet inOne = new BitSet();
  private final BitSet inSeveral = new BitSet();
  private boolean counted;

  public LinkCounts(Dataset data, JobContext job) {
    this.data = data;
    this.job = job;
  }

  /** @param known any version of the table; the present one is counted */
  public LinkReport of(TableVersion known) {
    TableVersion table = data.tables()
        .stream()
        .filter(t -> t.tableId().equals(known.tableId()))
        .findFirst()
        .orElseThrow();
    return new LinkReport(table, customers(table), lookups(table));
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
    BitSet there = elsewhere(table);
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
    BitSet here = Presence.in(table, data);
    int both = Presence.shared(here, there);
    Link through = table.customerLink().orElse(null);
    return new LinkReport.Customers(others.stream().map(TableVersion::name).toList(), through, linked,
        orphans,
        table.rows() - linked - orphans, both, here.cardinality() - both, there.cardinality() - both,
        through == null ? 0 : shared(table, through));
  }

  /** The customers of other tables of customers. */
  private BitSet elsewhere(TableVersion table) {
    if (!counted) {
      countTables();
    }
    BitSet there = (BitSet) inOne.clone();
    if (table.kind() == TableKind.CUSTOMERS) {
      there.andNot(Presence.in(table, data));
      there.or(inSeveral);
    }
    return there;
  }

  /** Each table once, however many are asked for. */
  private void countTables() {
    for (TableVersion table : data.tables()) {
      if (table.kind() == TableKind.CUSTOMERS) {
        BitSet present = Presence.in(table, data);
        BitSet again = (BitSet) present.clone();
        again.and(inOne);
        inSeveral.or(again);
        inOne.or(present);
      }
    }
    counted = true;
  }

  private List<LinkReport.Lookup> lookups(TableVersion table) {
    List<LinkReport.Lookup> lookups = new ArrayList<>();
    for (Link link : table.links()) {
      Column from = table.named(link.column()).orElse(null);
      TableVersion lookup = LinkTargets.table(data.tables(), link).orElse(null);
      Column by = lookup == null ? null : link.target(lookup).orElse(null);
      if (from != null && from.role() != Role.CUSTOMER_KEY && lookup != null && by != null) {
        lookups.add(lookup(table, link, from, LookupRows.of(data, lookup, by)));
      }
    }
    return lookups;
  }

  private LinkReport.Lookup lookup(TableVersion table, Link link, Column from, LookupRows rows) {
    long found = 0;
    long missing = 0;
    int[] ofRow = new int[Chunk.ROWS];
    TextDictionary last = null;
    int[] ofCode = new int[0];
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        job.throwIfCancelled();
        Chunk chunk = data.chunk(table, from, run, index);
        if (chunk.dictionary() instanceof TextDictionary texts && texts != last) {
          last = texts;
          ofCode = rows.of(texts);
        }
        rows.of(chunk, chunk.dictionary() == last ? ofCode : null, ofRow);
        for (int i = 0; i < chunk.rows(); i++) {
          found += ofRow[i] >= 0 ? 1 : 0;
          missing += ofRow[i] == LookupRows.MISSING ? 1 : 0;
        }
      }
    }
    ValueSketch unknown = new ValueSketch();
    DistinctValues.eachKey(data, table, from, key -> {
      if (rows.row(key) == LookupRows.NONE) {
        unknown.add(key.hash());
      }
    }, job);
    return new LinkReport.Lookup(link, found, table.rows() - found - missing, missing, unknown.distinct(),
        rows.doubles());
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
