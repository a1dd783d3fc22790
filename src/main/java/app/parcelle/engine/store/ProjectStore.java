package app.parcelle.engine.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/**
 * A project file, open. Everything a project holds at one moment is a state; every change writes a new state and one entry of the
 * journal in one transaction, and undo goes back to the former state. Values are immutable chunks that states share.
 */
public final class ProjectStore implements AutoCloseable {
  private final ProjectFile file;
  private final @Nullable Path backup;
  private final ChunkStore chunks;
  private final ValueSource values;
  private final Remarks remarks;
  private final KeptChunks kept;
  private final AtomicBoolean writing = new AtomicBoolean();
  private long lastVersion;
  private final Heads heads;
  private Head head;

  /**
   * One entry of the journal.
   *
   * @param operation its document
   * @param undone whether it stands after the present point
   */
  public record Entry(long number, Instant at, String operation, boolean undone) {}

  private ProjectStore(ProjectFile file, @Nullable Path backup) {
    this.file = file;
    this.backup = backup;
    this.chunks = new ChunkStore(file);
    this.values = new ValueSource(chunks, Runtime.getRuntime().maxMemory() * 4 / 10);
    this.remarks = new Remarks(file);
    this.kept = new KeptChunks(this, chunks);
    this.heads = new Heads(file, chunks, values);
    this.head = heads.read(null);
  }

  public static boolean exists(Path path) {
    return ProjectFile.exists(path);
  }

  /** See {@link app.parcelle.engine.project.Project#delete}. */
  public static void delete(Path path) {
    ProjectFile.delete(path);
  }

  /** See {@link app.parcelle.engine.project.Project#create}. */
  public static ProjectStore create(Path path, ZoneId zone) {
    return new ProjectStore(ProjectFile.create(path, zone), null);
  }

  /** See {@link app.parcelle.engine.project.Project#open}. What a crashed writer has left is swept first. */
  public static ProjectStore open(Path path, JobContext job) {
    ProjectFile file = ProjectFile.open(path, job);
    Path backup = file.backup();
    try {
      if (Pending.sweep(file)) {
        file.close();
        ProjectFile.compact(path);
        file = ProjectFile.open(path, job);
      }
      return new ProjectStore(file, backup);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  public Path path() {
    return file.path();
  }

  public ZoneId zone() {
    return file.zone();
  }

  /** Where the file is kept as it was, when opening it has brought it to the present format; null when it has not. */
  public @Nullable Path backup() {
    return backup;
  }

  public synchronized Dataset data() {
    return head.data();
  }

  public synchronized Stored.State state() {
    return head.state();
  }

  public synchronized long stateId() {
    return head.stateId();
  }

  /** When the present state was made; empty for a new project. */
  public synchronized @Nullable Instant saved() {
    long present = head.number();
    return file.read(c -> History.savedAt(c, present));
  }

  /** Begins to write a new table without links. */
  public TableWriter newTable(boolean raw, JobContext job) {
    return newTable(raw, List.of(), job);
  }

  /**
   * Begins to write a new table. Only one is written at a time.
   *
   * @param raw whether its rows are of no customer, and stay in the order of the source
   * @param links to tables of the project; see {@link LinkTargets}
   * @throws Problem when another is being written
   */
  public TableWriter newTable(boolean raw, List<Link> links, JobContext job) {
    return writing(() -> {
      StoredDataset data = head().data();
      return new TableWriter(file, chunks, nextVersion(), data, null,
          LinkTargets.linking(data, links, job), raw, job, () -> writing.set(false));
    });
  }

  /**
   * Begins to write rows into a table that there is.
   *
   * @throws Problem when another is being written
   */
  public TableWriter rowsInto(Into into, JobContext job) {
    return writing(() -> {
      StoredDataset data = head().data();
      Stored.Table former = Objects.requireNonNull(data.stored(into.table()), "no such table version");
      return new TableWriter(file, chunks, nextVersion(), data, new TableWriter.Target(former, into, null),
          LinkTargets.linking(data, former.table(), job), former.table().kind() == TableKind.RAW, job,
          () -> writing.set(false));
    });
  }

  private TableWriter writing(Supplier<TableWriter> begin) {
    beginWriting();
    boolean begun = false;
    try {
      TableWriter writer = begin.get();
      begun = true;
      return writer;
    } finally {
      writing.set(begun);
    }
  }

  private void beginWriting() {
    if (!writing.compareAndSet(false, true)) {
      throw new Problem(Message.of("store.busy"));
    }
  }

  /** The number of the next version. None is given twice as long as the project is open, for values are kept by it. */
  private synchronized long nextVersion() {
    lastVersion = 1 + Math.max(lastVersion, file.read(TableDocuments::lastVersion));
    return lastVersion;
  }

  /** Makes a written table part of the project, as one entry of the journal. */
  public TableVersion publish(TableWriter writer, String name, @Nullable String countsWhen,
      String operation) {
    return publish(pending(writer, new About(name, countsWhen, name, null)), operation);
  }

  /** Finishes a table without making it part of the project. Its runs are merged, where they are many. */
  public PendingTable pending(TableWriter writer, About about) {
    Head now = head();
    requireSame(now.state(), now.state(), writer);
    Stored.Table table = writer.finish("t" + now.state().nextId(), about);
    Stored.Directory directory = writer.directory();
    chunks.commit();
    Stored.State state = now.state().with(table, writer.formerVersion(), directory);
    List<Stored.Table> tables = state.tables()
        .stream()
        .map(id -> id == table.table().versionId() ? table : Objects.requireNonNull(now.data().stored(id)))
        .toList();
    return new PendingTable(writer, table, now.state(), state,
        now.data().with(tables, new CustomerDirectory(directory, chunks)));
  }

  private synchronized Head head() {
    return head;
  }

  /** What a writer knows of tables and customers has to be so still. */
  private static void requireSame(Stored.State now, Stored.State then, TableWriter writer) {
    boolean same = now.tables().equals(then.tables()) && now.directory().equals(writer.directoryBefore())
        && (writer.formerVersion() < 0 || now.tables().contains(writer.formerVersion()));
    if (!same) {
      throw new Problem(Message.of("store.changed-meanwhile"));
    }
  }

  /**
   * Makes a finished table part of the project, as one entry of the journal.
   *
   * @throws Problem when tables have come, gone or changed since it was finished
   */
  public synchronized TableVersion publish(PendingTable pending, String operation) {
    TableWriter writer = pending.writer();
    Stored.State before = head.state();
    requireSame(before, pending.before(), writer);
    commit(before.with(pending.stored(), writer.formerVersion(), writer.directory()), operation, c -> {
      TableDocuments.insert(c, pending.stored());
      Pending.end(c, writer.firstChunk());
    });
    writer.published();
    return present(pending);
  }

  /** What a table would be that is written, with the columns that its links bring. */
  public synchronized TableVersion shape(TableWriter writer, String name) {
    return head.data().with(writer.shape(name));
  }

  /** Replaces a table version by one with another definition over the same values. */
  public synchronized void redefine(TableVersion table, String operation) {
    Stored.Table former = head.data().storedTable(table.tableId());
    TableVersion next = new TableVersion(nextVersion(), table.tableId(), table.name(), table.kind(),
        former.table().columns(), table.runs(), table.countsWhen(), table.links(), table.sale());
    replace(former, new Stored.Table(next, former.runs(), former.batches(), former.remarks(),
        former.recipe()), operation, c -> {});
  }

  private synchronized void replace(Stored.Table former, Stored.Table next, String operation, Also also) {
    Long before = former.table().versionId();
    if (!head.state().tables().contains(before)) {
      throw new Problem(Message.of("store.changed-meanwhile"));
    }
    List<Long> tables = new ArrayList<>(head.state().tables());
    tables.replaceAll(id -> id.equals(before) ? Long.valueOf(next.table().versionId()) : id);
    commit(head.state().withTables(tables), operation, c -> {
      TableDocuments.insert(c, next);
      also.in(c);
    });
  }

  /** Makes the next version of a table, whose chunks may be written while it is made. */
  interface Rewriting {
    /** @param firstChunk the first chunk that no version names yet */
    Stored.Table next(Stored.Table former, StoredDataset data, long version, long firstChunk);
  }

  /** Replaces a table version by the next one, as one entry of the journal; when that fails, nothing is left of it. */
  void rewrite(TableVersion table, Rewriting rewriting, String operation) {
    long version = nextVersion();
    whileWriting(version, firstChunk -> {
      Stored.Table former = stored(table);
      Stored.Table next = rewriting.next(former, head().data(), version, firstChunk);
      chunks.commit();
      replace(former, next, operation, c -> Pending.end(c, firstChunk));
      return next;
    });
  }

  private <T> T whileWriting(long version, LongFunction<T> work) {
    beginWriting();
    long firstChunk = chunks.nextId();
    boolean done = false;
    try {
      Pending.begin(file, firstChunk);
      T result = work.apply(firstChunk);
      done = true;
      return result;
    } finally {
      try {
        if (!done) {
          Pending.drop(file, firstChunk, version);
        }
      } finally {
        writing.set(false);
      }
    }
  }

  /** Mends what imports have not understood. */
  public TableMending mending() {
    return new TableMending(this, file, chunks, remarks);
  }

  /** A table as it would be if nobody had said what counts as a sale in it. */
  public synchronized TableVersion without(TableVersion sale) {
    Stored.Table table = Objects.requireNonNull(head.data().stored(sale.versionId()));
    return head.data().with(table.table().withSale(null));
  }

  /**
   * Gives the rows of a table to customers anew.
   *
   * @param rewriting makes the table that is to be of the one that is stored; see {@link Rewriting}
   * @param operation of the journal; null where it belongs to the present entry, as its last part
   */
  public TableVersion rewrite(String tableId, UnaryOperator<TableVersion> rewriting,
      @Nullable String operation, JobContext job) {
    return rewrite(tableId, rewriting, operation, Runtime.getRuntime().maxMemory() / 10, job);
  }

  /** @param budget bytes that the rows sorted at once may hold */
  TableVersion rewrite(String tableId, UnaryOperator<TableVersion> rewriting, @Nullable String operation,
      long budget, JobContext job) {
    try (TableWriter writer = writing(() -> {
      StoredDataset data = head().data();
      Stored.Table former = data.storedTable(tableId);
      TableVersion wanted = rewriting.apply(former.table());
      return new TableWriter(file, chunks, nextVersion(), data,
          new TableWriter.Target(former, new Into(former.table().versionId(), Into.Kept.NONE, null), wanted),
          LinkTargets.linking(data, wanted, job), false, job, () -> writing.set(false));
    })) {
      writer.rewriteAll(budget);
      PendingTable pending = pending(writer, new About("", null, "", null));
      return operation == null ? amend(pending) : publish(pending, operation);
    }
  }

  private synchronized TableVersion amend(PendingTable pending) {
    TableWriter writer = pending.writer();
    Stored.State state = head.state().with(pending.stored(), writer.formerVersion(), writer.directory());
    long stateId = file.write(c -> {
      TableDocuments.insert(c, pending.stored());
      Pending.end(c, writer.firstChunk());
      return History.amend(c, head.number(), StoredJson.write(state));
    });
    head = heads.of(head.number(), stateId, state, head);
    writer.published();
    return present(pending);
  }

  private TableVersion present(PendingTable pending) {
    return head.data().table(pending.stored().table().versionId());
  }

  /** Changes what needs no chunks: segments, which tables there are. */
  public synchronized void change(UnaryOperator<Stored.State> change, String operation) {
    commit(change.apply(head.state()), operation, c -> {});
  }

  /** Adds a clustering. */
  public synchronized String addClustering(String name, KeptClustering clustering, List<String> clusterNames,
      String operation) {
    return keep("k", clustering::pieces,
        (state, id, written) -> state.with(clustering.saved(id, name, clusterNames, written)), operation);
  }

  /** Gives a clustering the clusters of today's customers; who it is and what it is called stay. */
  public synchronized void replaceClusters(String clusteringId, KeptClustering clustering, String operation) {
    keep("k", clustering::pieces, (state, _, written) -> state.withClusterings(state.clusterings()
        .stream()
        .map(c -> c.id().equals(clusteringId) ? clustering.saved(c.id(), c.name(), c.names(), written) : c)
        .toList()), operation);
  }

  /** What becomes of a state when something is kept in chunks of its own. */
  interface Keeping {
    Stored.State in(Stored.State state, String id, List<Long> chunks);
  }

  /** Keeps something in chunks of its own, as one entry of the journal. Returns its id: a letter and the next number. */
  synchronized String keep(String letter, Function<ChunkStore, List<Long>> written, Keeping keeping,
      String operation) {
    return whileWriting(-1, firstChunk -> {
      Stored.State before = head.state();
      String id = letter + before.nextId();
      Stored.State with = keeping.in(before, id, written.apply(chunks)).withNextId(before.nextId() + 1);
      commit(with, operation, c -> Pending.end(c, firstChunk));
      return id;
    });
  }

  /** Layers of maps and snapshots of segments. */
  public KeptChunks kept() {
    return kept;
  }

  public int[] readNumbers(List<Long> chunkIds, int customers, String what) {
    return chunks.readAll(chunkIds, customers, what);
  }

  private interface Also {
    void in(Connection connection) throws SQLException;
  }

  /** One transaction: what can no longer be redone goes, then the new state and its entry come. */
  private void commit(Stored.State state, String operation, Also also) {
    long number = head.number() + 1;
    long stateId = file.write(c -> {
      ChunkStore.remove(c, History.forgetAfter(c, head.number(), StoredJson::table, StoredJson::state));
      also.in(c);
      return History.append(c, number, StoredJson.write(state), operation,
          OffsetDateTime.now(ZoneOffset.UTC));
    });
    head = heads.of(number, stateId, state, head);
  }

  public synchronized List<Entry> journal() {
    long present = head.number();
    return file.read(c -> History.entries(c, present));
  }

  /** Goes back one entry and returns it. */
  public synchronized Entry undo() {
    Entry last = journal().stream()
        .filter(e -> !e.undone())
        .reduce((a, b) -> b)
        .orElseThrow(() -> new Problem(Message.of("store.nothing-to-undo")));
    moveTo(last.number() - 1);
    return last;
  }

  /** Goes forward one entry and returns it. */
  public synchronized Entry redo() {
    Entry next = journal().stream()
        .filter(Entry::undone)
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("store.nothing-to-redo")));
    moveTo(next.number());
    return next;
  }

  private void moveTo(long number) {
    file.write(c -> {
      History.moveTo(c, number);
      return number;
    });
    head = heads.read(head);
  }

  /** A table version, and what is stored of it beside its values. */
  public Stored.Table stored(TableVersion table) {
    Stored.Table known = head().data().stored(table.versionId());
    return known == null ? heads.table(table.versionId()) : known;
  }

  /**
   * The texts of the cells that were not understood, in some rows of a chunk of the present state.
   *
   * @param rows of the chunk at {@code index} of the run
   */
  public RawTexts rawTexts(TableVersion table, TableVersion.Run run, int index, BitSet rows) {
    if (rows.isEmpty()) {
      return RawTexts.NONE;
    }
    Chunk lines = head().data().lines(table, run, index);
    SortedMap<Long, Integer> byLine = new TreeMap<>();
    rows.stream().forEach(row -> byLine.put(lines.at(row), row));
    return remarks.rawTexts(stored(table).remarks(), byLine);
  }

  public ExportLog exports() {
    return new ExportLog(file);
  }

  /** See {@link app.parcelle.engine.project.Project#fingerprint}. */
  public String fingerprint(JobContext job) {
    Head now = head();
    return new Fingerprint(now.data(), job).of(now.state(),
        saved -> chunks.readAll(saved.chunks(), saved.customers(),
            saved.name()));
  }

  @Override
  public synchronized void close() {
    file.close();
  }
}
