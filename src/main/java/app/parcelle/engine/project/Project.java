package app.parcelle.engine.project;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.Explanation;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.evaluate.Results;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportOutcome;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Fault;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.RowRule;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentCheck;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.split.Split;
import app.parcelle.engine.split.SplitBy;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.RawTexts;
import app.parcelle.engine.store.Remark;
import app.parcelle.engine.store.Stored;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableDraft;
import app.parcelle.engine.table.TableVersion;

/**
 * An open project file: everything the window and the command line do goes through here. Methods may be called from any
 * thread; those that change the project run one after the other.
 */
public final class Project implements AutoCloseable {
  private final ProjectStore store;
  private final Clock clock;
  private final Results results = new Results();
  private volatile Moment now;

  private Project(ProjectStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.now = Moment.present(store, results, clock);
  }

  /**
   * Makes a new, empty project file.
   *
   * @param file such as {@code shop.parcelle}, with or without {@code .mv.db}
   * @throws Problem when it exists or the folder cannot be written
   */
  public static Project create(Path file, ZoneId zone) {
    return new Project(ProjectStore.create(file, zone), Clock.systemUTC());
  }

  /**
   * Opens a project file. One of an earlier format is brought to the present one first, and kept as it was beside it: see
   * {@link #updated}. When that is cancelled or fails, the file is as it was.
   *
   * @throws Problem when there is none, it is damaged, newer than this program or already open
   */
  public static Project open(Path file, JobContext job) {
    return new Project(ProjectStore.open(file, job), Clock.systemUTC());
  }

  public static Project open(Path file) {
    return open(file, JobContext.silent());
  }

  /** @param clock for segments seen from now */
  public static Project open(Path file, Clock clock) {
    return new Project(ProjectStore.open(file, JobContext.silent()), clock);
  }

  public static boolean exists(Path file) {
    return ProjectStore.exists(file);
  }

  /** Removes a project file and what lies beside it; it must not be open. Does nothing where there is none. */
  public static void delete(Path file) {
    ProjectStore.delete(file);
  }

  public Path file() {
    return store.path();
  }

  /** What a person has to know when opening has brought the file to the present format: that it did, and what is kept where. */
  public Optional<Message> updated() {
    return Optional.ofNullable(store.backup())
        .map(backup -> Message.of("store.updated", Moment.name(store), String.valueOf(backup.getFileName())));
  }

  /** Whoever asks meanwhile sees the state before; nobody waits. */
  private synchronized void changed() {
    now = Moment.present(store, results, clock);
  }

  /** What the project holds; costs nothing. */
  public ProjectView view() {
    return now.view();
  }

  /** The tables with their values, as they are now. */
  public Dataset data() {
    return now.data();
  }

  public FieldCatalog fields() {
    return now.fields();
  }

  /** How the tables go together. */
  public Links links() {
    return new Links(store, () -> now, this::changed);
  }

  /** What counts as a sale in them. */
  public Sales sales() {
    return new Sales(store, () -> now, this::changed);
  }

  /** Its layers of maps. */
  public Layers layers() {
    return new Layers(store, () -> now, this::changed);
  }

  /** The members of its segments as they were once. */
  public Snapshots snapshots() {
    return new Snapshots(store, clock, () -> now, this::changed);
  }

  /** Its RFM model. */
  public Rfm rfm() {
    return new Rfm(store, () -> now, this::changed);
  }

  /** Looks at the beginning of a source; reads no more than a few megabytes. */
  public ImportPreview preview(Origin origin, ImportOptions options, JobContext job) {
    return FileImport.preview(origin, ImportLinks.over(options, now.data().tables()), store.zone(), job);
  }

  /** What comes into the project. */
  public Imports imports() {
    return new Imports(store, clock, () -> now, this::changed);
  }

  /** What imports have not understood, and how it is mended. */
  public Mending mending() {
    return new Mending(store, () -> now, this::changed);
  }

  /** As {@link #importFrom}, for a file. */
  public ImportReport importFile(Path file, ImportOptions options, JobContext job) {
    return importFrom(Sources.file(file), options, job);
  }

  /** Imports a source as a new table, as one step of the journal; nothing is kept when it fails or is cancelled. */
  public ImportReport importFrom(Origin origin, ImportOptions options, JobContext job) {
    return importAll(List.of(origin), options, job).getFirst();
  }

  /** Imports each source as a new table, one step of the journal each; none is kept when one of them fails. */
  public List<ImportReport> importAll(List<Origin> origins, ImportOptions options, JobContext job) {
    return imports().all(origins, options, job);
  }

  /**
   * The same, but what cannot be imported is told of in its place, and the others are kept. The time for one source does not
   * depend on how many there are: what is computed of the project is computed once, behind the last.
   */
  public List<ImportOutcome> importEach(List<Origin> origins, ImportOptions options, JobContext job) {
    return imports().each(origins, options, job);
  }

  /** What the rows of a table that count, and have a customer, come to. */
  public ImportReport.Counted counted(TableVersion table, JobContext job) {
    Moment at = now;
    return new CountedRows(at.data(), table, at.evaluator(), job).count();
  }

  /** The records of a table that were not understood, in the order of the source. */
  public List<TableDraft.Reject> rejects(TableVersion table, int limit) {
    return store.mending()
        .rejects(table, 0, 0, limit)
        .stream()
        .map(r -> new TableDraft.Reject(r.line(), r.raw(), r.reason()))
        .toList();
  }

  /** The cells of a table that were not understood, in the order of the source. */
  public List<Remark.InvalidCell> invalidCells(TableVersion table, int limit) {
    return store.mending().invalidCells(table, null, null, limit);
  }

  /**
   * The texts of the cells that were not understood, in some rows of a chunk.
   *
   * @param rows of the chunk at {@code index} of the run
   */
  public RawTexts rawTexts(TableVersion table, TableVersion.Run run, int index, BitSet rows) {
    return store.rawTexts(table, run, index, rows);
  }

  /**
   * Decides which rows of a table count; null for all.
   *
   * @throws Problem when the rule is not understood
   */
  public void countWhen(String tableId, @Nullable String rule) {
    TableVersion table = now.table(tableId);
    if (rule != null) {
      RowRule.parse(rule, table);
    }
    store.redefine(table.withCountsWhen(rule),
        Operation.of(Operation.Kind.COUNT_WHEN, table.name(), Documents.text(rule)).write());
    changed();
  }

  public void removeTable(String tableId) {
    TableVersion table = now.table(tableId);
    change(Operation.of(Operation.Kind.REMOVE_TABLE, table.name()),
        s -> s.withTables(s.tables().stream().filter(id -> id != table.versionId()).toList()));
  }

  private void change(Operation operation, UnaryOperator<Stored.State> change) {
    store.change(change, operation.write());
    changed();
  }

  /** Who is in the segment now, with the counts of every condition. */
  public Evaluation evaluate(Segment segment, JobContext job) {
    return now.evaluator().evaluate(segment, job);
  }

  /** Who the members of segments are. */
  public Audience audience() {
    return new Audience(() -> now);
  }

  /** Forgets all computed results, so that the next question is answered from the columns. */
  public void forgetResults() {
    now.evaluator().forget();
  }

  /**
   * Why a customer is in the segment or out of it.
   *
   * @throws Problem when the directory has no such key
   */
  public Explanation explain(Segment segment, String customerKey, JobContext job) {
    Moment at = now;
    return at.evaluator().explain(segment, Audience.number(at.data().customers(), customerKey), job);
  }

  /** A field's values for all customers, seen as the segment's reference sees them. */
  public FieldColumn column(Field field, Segment.Reference reference, JobContext job) {
    return now.evaluator().column(field, reference, job);
  }

  /** The customers that segments start from, as of a reference: one bit a customer number. Not to be written to. */
  public long[] base(Segment.Reference reference, JobContext job) {
    return now.evaluator().base(reference, job);
  }

  /**
   * Saves a segment under its name, replacing one of the same name. Returns its stable id.
   *
   * @throws Problem when it names something that is not there, has no name or no rule
   */
  public String save(Segment segment) {
    Moment at = now;
    List<Fault> faults = SegmentCheck.checkForSaving(segment, at.fields());
    if (!faults.isEmpty()) {
      throw new Problem(faults.get(0).message());
    }
    Segment resolved = SegmentCheck.resolve(segment, at.fields());
    String wanted = segment.name().toLowerCase(Locale.ROOT);
    Stored.SavedDocument former = at.state()
        .segments()
        .stream()
        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElse(null);
    String id = former == null ? "s" + at.state().nextId() : former.id();
    Stored.SavedDocument saved = new Stored.SavedDocument(id, segment.name(), SegmentJson.write(resolved));
    change(Operation.of(Operation.Kind.SAVE_SEGMENT, segment.name(), SegmentJson.tree(resolved)), s -> {
      Stored.State with = s.with(saved);
      return with.withFilings(s.filings().changed(id, clock.instant()));
    });
    return id;
  }

  /**
   * Gives a saved segment another name. Its id stays, and with it all that refers to it.
   *
   * @throws Problem when there is no such segment, the name is blank or another segment has it, whatever the case
   */
  public void rename(String segmentId, String name) {
    Stored.SavedDocument former = savedSegment(segmentId);
    String wanted = name.strip();
    if (wanted.equals(former.name())) {
      return;
    }
    Stored.SavedDocument renamed = Renaming.of(former, wanted, now.state());
    change(Operation.of(Operation.Kind.RENAME_SEGMENT, former.name(), Documents.text(wanted)),
        s -> s.with(renamed).withFilings(s.filings().changed(segmentId, clock.instant())));
  }

  private Stored.SavedDocument savedSegment(String id) {
    return now.segment(id);
  }

  public void removeSegment(String id) {
    organising().remove(List.of(id));
  }

  /**
   * Who is in exactly which of some saved segments.
   *
   * @throws Problem when there is no such segment, or one cannot be computed
   */
  public SegmentOverlap overlap(List<String> segmentIds, JobContext job) {
    Moment at = now;
    return SegmentOverlap.of(segmentIds.stream().map(at::saved).toList(), at.evaluator(), job);
  }

  /**
   * Tells the customers of a saved segment apart by a field; saves nothing.
   *
   * @throws Problem when there is no such segment, it cannot be computed, or the field does not fit
   */
  public Split split(String segmentId, SplitBy by, JobContext job) {
    return Splitting.of(now.saved(segmentId), by, now, job);
  }

  /** How the saved segments are kept. */
  public Organising organising() {
    return new Organising(store, clock, () -> now, this::changed);
  }

  /** The clusters of its customers. */
  public Clusterings clusterings() {
    return new Clusterings(store, () -> now, this::changed);
  }

  /** Notes that customers were handed over. It is no step of the journal: undo does not take a file back. */
  public void exported(PastExport export) {
    store.exports().add(export.at(), export.write());
  }

  /** What was handed over, the last first. */
  public List<PastExport> exports() {
    return store.exports().all().stream().map(PastExport::read).toList();
  }

  public List<JournalEntry> journal() {
    return store.journal()
        .stream()
        .map(e -> new JournalEntry(e.number(), e.at(), Operation.read(e.operation()).message(), e.undone()))
        .toList();
  }

  /**
   * Goes back one step of the journal. Returns what was undone.
   *
   * @throws Problem when there is nothing to undo
   */
  public Message undo() {
    ProjectStore.Entry entry = store.undo();
    changed();
    return Operation.read(entry.operation()).message();
  }

  /** Goes forward one step of the journal. Returns what was done again. */
  public Message redo() {
    ProjectStore.Entry entry = store.redo();
    changed();
    return Operation.read(entry.operation()).message();
  }

  /** A hash of all logical values, independent of chunks, runs and threads; 64 hexadecimal digits. */
  public String fingerprint(JobContext job) {
    return store.fingerprint(job);
  }

  @Override
  public void close() {
    store.close();
  }

  /**
   * One step of the project's history.
   *
   * @param what in words, such as "Imported orders.csv"
   * @param undone whether it stands after the present point
   */
  public record JournalEntry(long number, Instant at, Message what, boolean undone) {}
}
