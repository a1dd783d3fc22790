package app.parcelle.engine.store;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnDraft;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableDraft;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/**
 * Takes the drafts of one import and writes them as runs. Nothing of it is part of the project until {@link ProjectStore#publish}
 * names it; a writer closed before leaves nothing behind.
 */
public final class TableWriter implements AutoCloseable {
  private final ProjectFile file;
  private final ChunkStore chunks;
  private final long versionId;
  private final long firstChunk;
  private final StoredDataset data;
  private final CustomerDirectory directory;
  private final @Nullable Target target;
  private final ComingColumns coming;
  private final boolean raw;
  private final long rowsBefore;
  private final Linking linking;
  private final JobContext job;
  private final Runnable closed;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  private GrowingDirectory customers;
  private KeyNumbers keys;
  private @Nullable LinkedNumbers linked;
  private java.util.IdentityHashMap<Dictionary, Stored.Texts> dictionaries = RunWriter.noneWritten();
  private final List<Stored.Run> runs = new ArrayList<>();
  private final List<TableVersion.Run> shapes = new ArrayList<>();
  private List<Column> columns = List.of();
  private long rejected;
  private long keyless;
  private long keyed;
  private int seenCustomers;
  private Stored.@Nullable Directory written;
  private boolean remarked;
  private boolean published;
  private boolean done;
  private @Nullable Sale sale;

  /**
   * What a table is linked to.
   *
   * @param index of the values through which its rows find their customers; null where its keys are theirs
   * @param column the name of the column of these values
   */
  record Linking(List<Link> links, @Nullable CustomerIndex index, String column) {
    static final Linking NONE = new Linking(List.of(), null, "");

    @Nullable
    LinkedNumbers numbers(GrowingDirectory customers) {
      return index == null ? null : new LinkedNumbers(index, column, customers);
    }
  }

  /**
   * The table that rows come into.
   *
   * @param rewritten what it will be where its own rows are given to customers anew; null where rows of a source come
   */
  record Target(Stored.Table former, Into into, @Nullable TableVersion rewritten) {
    boolean isEmptied() {
      return into.kept() == Into.Kept.NONE;
    }
  }

  /**
   * @param data the tables as they are
   * @param target that the rows come into; null for a new table
   * @param closed told when it is done
   */
  TableWriter(ProjectFile file, ChunkStore chunks, long versionId, StoredDataset data,
      @Nullable Target target, Linking linking, boolean raw, JobContext job, Runnable closed) {
    this.file = file;
    this.chunks = chunks;
    this.versionId = versionId;
    this.data = data;
    this.directory = (CustomerDirectory) data.customers();
    this.target = target;
    Stored.Table kept = target == null || target.isEmptied() ? null : target.former();
    this.coming = new ComingColumns(target == null ? null : target.former().table(),
        kept == null || target == null || target.into().retried() != null ? 0 : kept.batches().size());
    this.rowsBefore = kept == null ? 0 : kept.table().rows();
    this.raw = raw;
    this.linking = linking;
    this.customers = directory.growing();
    this.keys = new KeyNumbers(customers);
    this.linked = linking.numbers(customers);
    this.job = job;
    this.closed = closed;
    this.firstChunk = chunks.nextId();
    Pending.begin(file, firstChunk);
  }

  /** Drops all that was added: the source is read again, with other types. */
  public void restart() {
    Pending.drop(file, firstChunk, versionId);
    Pending.begin(file, firstChunk);
    customers = directory.growing();
    keys = new KeyNumbers(customers);
    linked = linking.numbers(customers);
    dictionaries = RunWriter.noneWritten();
    runs.clear();
    shapes.clear();
    columns = List.of();
    rejected = 0;
    keyless = 0;
    keyed = 0;
    seenCustomers = 0;
    remarked = false;
  }

  /** Writes a draft as a run. */
  public void add(TableDraft read) {
    TableDraft draft = coming.aligned(read);
    List<Column> these = DraftColumns.of(draft, coming.ids(draft), columns,
        linked != null || isOfNobody(draft));
    writeRejects(draft);
    rejected += draft.rejects().size();
    if (draft.rows() > 0) {
      addRun(draft, these);
    }
    columns = these;
  }

  /**
   * Writes all rows that the table has already.
   *
   * @param budget bytes that the rows sorted at once may hold
   */
  void rewriteAll(long budget) {
    if (target != null && target.rewritten() != null) {
      new Rewriting(data, target.former().table(), target.rewritten(), this, budget, job).run();
    }
  }

  /** Writes rows that the table has already, with its columns. */
  void rewrite(TableDraft draft, List<Column> these) {
    columns = these;
    addRun(draft, these);
  }

  private void addRun(TableDraft draft, List<Column> these) {
    int[] customer = customerOfRows(draft);
    int known = isOfNobody(draft) ? 0 : customers.size();
    for (int row = 0; row < customer.length; row++) {
      customer[row] = customer[row] < 0 ? known : customer[row];
    }
    ColumnDraft time = withRole(draft, Role.EVENT_TIME);
    List<Chunk> times = time == null ? List.of() : time.chunks();
    RunOrder order = target != null && target.rewritten() != null
        ? RunOrder.of(customer, known, times, draft.lines())
        : RunOrder.of(customer, known, times);
    countCustomers(order);
    writeInvalid(draft, these);
    Map<String, List<Chunk>> sources = new LinkedHashMap<>();
    Map<String, Integer> scales = new HashMap<>();
    for (int i = 0; i < draft.columns().size(); i++) {
      Column column = these.get(i);
      if (column.origin() == Column.Origin.STORED) {
        sources.put(column.id(), draft.columns().get(i).chunks());
        scales.put(column.id(), draft.columns().get(i).scale());
      }
    }
    runs.add(new RunWriter(chunks, dictionaries, threads, job).write(order, sources, scales, draft.lines()));
    shapes.add(new TableVersion.Run(shapes.size(), draft.rows(), known));
  }

  private void mergeRuns() {
    mergeRuns(RunMerger.MOST_RUNS, usualMemory());
  }

  private static long usualMemory() {
    return Runtime.getRuntime().maxMemory() / 10;
  }

  /** Brings the runs down to the few that a table may have, when all is added. */
  void mergeRuns(int most, long memory) {
    List<RunMerger.Placed> placed = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      placed.add(new RunMerger.Placed(shapes.get(i), runs.get(i)));
    }
    List<RunMerger.Placed> merged = merger(columns, most, memory).merge(placed);
    runs.clear();
    shapes.clear();
    merged.forEach(run -> {
      runs.add(run.values());
      shapes.add(run.shape());
    });
  }

  private RunMerger merger(List<Column> of, int most, long memory) {
    return new RunMerger(chunks, of, firstChunk, most, memory, threads, job);
  }

  private void countCustomers(RunOrder order) {
    int[] offsets = order.offsets();
    for (int c = 0; c < offsets.length - 1; c++) {
      seenCustomers += offsets[c + 1] > offsets[c] ? 1 : 0;
    }
    keyed += offsets[offsets.length - 1];
    keyless += order.arrangement().rows() - offsets[offsets.length - 1];
  }

  /** The customer of each row; -1 where there is none. Without a key column each row is a customer of its own. */
  private int[] customerOfRows(TableDraft draft) {
    int[] customer = new int[draft.rows()];
    if (isOfNobody(draft)) {
      Arrays.fill(customer, -1);
      return customer;
    }
    ColumnDraft key = withRole(draft, Role.CUSTOMER_KEY);
    if (key == null) {
      boolean events = withRole(draft, Role.EVENT_TIME) != null;
      for (int row = 0; row < customer.length; row++) {
        customer[row] = events ? -1 : keys.ofRow(rowsBefore + keyed + row + 1);
      }
      return customer;
    }
    int at = 0;
    for (Chunk chunk : key.chunks()) {
      if (linked == null) {
        keys.of(chunk, customer, at);
      } else {
        linked.of(chunk, customer, at);
      }
      at += chunk.rows();
    }
    return customer;
  }

  /** Texts as they were read and the rows of lookup tables are of no customer. */
  private boolean isOfNobody(TableDraft draft) {
    return raw || withRole(draft, Role.LOOKUP_KEY) != null;
  }

  private static @Nullable ColumnDraft withRole(TableDraft draft, Role role) {
    return draft.columns().stream().filter(c -> c.role() == role).findFirst().orElse(null);
  }

  private void writeRejects(TableDraft draft) {
    if (draft.rejects().isEmpty()) {
      return;
    }
    remarked = true;
    file.write(c -> {
      try (PreparedStatement insert = c.prepareStatement("INSERT INTO reject VALUES (?, ?, ?, ?)")) {
        for (TableDraft.Reject reject : draft.rejects()) {
          insert.setLong(1, versionId);
          insert.setLong(2, reject.line());
          insert.setString(3, reject.reason().name());
          insert.setString(4, reject.raw());
          insert.addBatch();
        }
        return insert.executeBatch();
      }
    });
  }

  private void writeInvalid(TableDraft draft, List<Column> these) {
    for (int i = 0; i < draft.columns().size(); i++) {
      List<ColumnDraft.InvalidCell> cells = draft.columns().get(i).invalid();
      String columnId = these.get(i).id();
      if (!cells.isEmpty()) {
        remarked = true;
        file.write(c -> {
          try (
              PreparedStatement insert = c.prepareStatement("INSERT INTO invalid_cell VALUES (?, ?, ?, ?)")) {
            for (ColumnDraft.InvalidCell cell : cells) {
              insert.setLong(1, versionId);
              insert.setString(2, columnId);
              insert.setLong(3, draft.lines().get(cell.row() / Chunk.ROWS).at(cell.row() % Chunk.ROWS));
              insert.setString(4, cell.raw());
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
      }
    }
  }

  public long rowsStored() {
    return keyed + keyless;
  }

  public long rowsRejected() {
    return rejected;
  }

  /** Rows stored whose key is missing, in a table whose rows are of customers. */
  public long keyless() {
    TableKind kind = kind();
    return kind == TableKind.LOOKUP || kind == TableKind.RAW ? 0 : keyless;
  }

  /**
   * The finished table, not yet part of the project.
   *
   * @param tableId of a new table
   */
  Stored.Table finish(String tableId, About about) {
    Batch batch = new Batch(about.origin(), Instant.now(), rowsStored(), rejected, 0, 0,
        rejected == 0 ? null : about.recipe());
    if (target == null) {
      mergeRuns();
      return table(tableId, about.name(), about.countsWhen(), List.of(batch), about.recipe());
    }
    if (target.rewritten() != null) {
      return rewritten(target.former(), target.rewritten());
    }
    chunks.commit();
    Stored.Table own = table(tableId, about.name(), null, List.of(batch), about.recipe());
    ReplacedRows replaced = target.into().keyColumn() == null
        ? null
        : replaced(target.former(), own, target.into().keyColumn());
    NextVersion next = new NextVersion(chunks, target.former(), own, target.into().kept(), replaced);
    List<RunMerger.Placed> merged = merger(next.stored(), RunMerger.MOST_RUNS, usualMemory())
        .merge(next.runs());
    Retried retried = target.into().retried();
    return retried == null
        ? next.of(merged, next.batches(batch), remarks(target, replaced), about.recipe())
        : next.of(merged, retried.counted(target.former().batches()), remarks(target, retried),
            target.former().recipe());
  }

  private Stored.Table rewritten(Stored.Table former, TableVersion wanted) {
    mergeRuns();
    TableVersion table = new TableVersion(versionId, wanted.tableId(), wanted.name(), wanted.kind(),
        wanted.columns(), shapes, wanted.countsWhen(), wanted.links(), wanted.sale());
    return new Stored.Table(table, List.copyOf(runs), former.batches(), former.remarks(), former.recipe());
  }

  private ReplacedRows replaced(Stored.Table former, Stored.Table own, String keyColumn) {
    Stored.Directory grown = directory();
    chunks.commit();
    StoredDataset coming = data.with(List.of(own), new CustomerDirectory(grown, chunks));
    Column before = former.table().withId(keyColumn).orElseThrow();
    Column next = own.table().withId(keyColumn).orElseThrow();
    return ReplacedRows.of(data, former.table(), coming, own.table(),
        before.scale() < next.scale() ? next : before, job);
  }

  private List<Long> remarks(Target before, @Nullable ReplacedRows replaced) {
    List<Long> all = new ArrayList<>(before.isEmptied() ? List.of() : before.former().remarks());
    if (replaced != null && !replaced.invalidPlaces().isEmpty()) {
      file.write(c -> {
        Remarks.copy(c, before.former().remarks(), versionId);
        Remarks.removeCells(c, versionId, replaced.invalidPlaces());
        return 0;
      });
      all.clear();
      remarked = true;
    }
    if (remarked) {
      all.add(versionId);
    }
    return all;
  }

  private List<Long> remarks(Target before, Retried retried) {
    file.write(c -> {
      Remarks.copy(c, before.former().remarks(), versionId);
      Remarks.removeRejects(c, versionId, retried.places());
      return 0;
    });
    return List.of(versionId);
  }

  private Stored.Table table(String tableId, String name, @Nullable String countsWhen, List<Batch> batches,
      @Nullable String recipe) {
    List<Column> all = new ArrayList<>(columns);
    SaleColumns.ofImport(columns).ifPresent(all::add);
    return new Stored.Table(new TableVersion(versionId, tableId, name, kind(), all, shapes, countsWhen,
        linking.links(), sale), List.copyOf(runs), batches, null, recipe);
  }

  /** A few double keys are dirt in a customer table; many make it a table of events. */
  private TableKind kind() {
    if (raw) {
      return TableKind.RAW;
    }
    if (columns.stream().anyMatch(c -> c.role() == Role.LOOKUP_KEY)) {
      return TableKind.LOOKUP;
    }
    boolean timed = columns.stream().anyMatch(c -> c.role() == Role.EVENT_TIME);
    return timed || seenCustomers < 0.9 * keyed ? TableKind.EVENTS : TableKind.CUSTOMERS;
  }

  /** What counts as a sale in the table; null where nobody has said. */
  public void sale(@Nullable Sale said) {
    sale = said;
  }

  /** What the table will be, for checking what is said of it before it is published. */
  public TableVersion shape(String name) {
    return table("", name, null, List.of(), null).table();
  }

  /** The directory with the customers of what was added; written when it is asked for first, when all is added. */
  Stored.Directory directory() {
    if (written == null) {
      written = customers.write(chunks);
    }
    return written;
  }

  /** The directory that was there before. */
  Stored.Directory directoryBefore() {
    return directory.stored();
  }

  /** The id of the version that rows come into; -1 for a new table. */
  long formerVersion() {
    return target == null ? -1 : target.former().table().versionId();
  }

  long firstChunk() {
    return firstChunk;
  }

  void published() {
    published = true;
  }

  @Override
  public void close() {
    if (done) {
      return;
    }
    done = true;
    threads.shutdownNow();
    try {
      if (!published) {
        Pending.drop(file, firstChunk, versionId);
      }
    } finally {
      closed.run();
    }
  }
}
