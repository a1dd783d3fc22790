package app.parcelle.engine.project;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportOutcome;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.store.Batch;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** What comes into a project: as tables of their own, or into those that there are. */
public final class Imports {
  private final ProjectStore store;
  private final Clock clock;
  private final Supplier<Moment> now;
  private final Runnable changed;

  /** @param changed to be told when the project has changed; what {@code now} says is new then */
  Imports(ProjectStore store, Clock clock, Supplier<Moment> now, Runnable changed) {
    this.store = store;
    this.clock = clock;
    this.now = now;
    this.changed = changed;
  }

  /** Imports each source as a new table, one step of the journal each; none is kept when one of them fails. */
  List<ImportReport> all(List<Origin> origins, ImportOptions options, JobContext job) {
    FileImport importing = new FileImport(store, job);
    List<FileImport.Imported> done = new ArrayList<>();
    try {
      for (Origin origin : origins) {
        done.add(importing.run(origin, options));
      }
    } catch (RuntimeException e) {
      done.forEach(_ -> store.undo());
      throw e;
    } finally {
      if (!done.isEmpty()) {
        changed.run();
      }
    }
    return done.stream().map(imported -> report(imported, now.get(), job)).toList();
  }

  /** The same, but what cannot be imported is told of in its place, and the others are kept. */
  List<ImportOutcome> each(List<Origin> origins, ImportOptions options, JobContext job) {
    FileImport importing = new FileImport(store, job);
    List<FileImport.Attempt> attempts = new ArrayList<>();
    try {
      origins.forEach(origin -> attempts.add(importing.attempt(origin, options)));
    } finally {
      changed.run();
    }
    return attempts.stream().map(attempt -> outcome(attempt, job)).toList();
  }

  private ImportOutcome outcome(FileImport.Attempt attempt, JobContext job) {
    return switch (attempt) {
      case FileImport.Imported imported ->
        new ImportOutcome.Imported(imported.origin(), report(imported, now.get(), job));
      case FileImport.Refused(Origin origin, Message why) -> new ImportOutcome.Refused(origin, why);
    };
  }

  private ImportReport report(FileImport.Imported imported, Moment at, JobContext job) {
    TableVersion table = imported.table();
    ImportReport.Counted counted = table.kind() == TableKind.RAW || table.kind() == TableKind.LOOKUP
        ? null
        : new CountedRows(at.data(), table, at.evaluator(), job).count();
    List<TableDraft.Reject> rejects = imported.result().rowsRejected() == 0
        ? List.of()
        : store.mending()
            .rejects(imported.stored(), imported.stored().batches().size() - 1, 0, FileImport.REJECTS_SHOWN)
            .stream()
            .map(r -> new TableDraft.Reject(r.line(), r.raw(), r.reason()))
            .toList();
    return imported.report(counted, rejects, at.data().customers().size(),
        at.evaluator().baseCount(new Segment.Reference.Project(), job));
  }

  /**
   * How a source that has been looked at fits a table.
   *
   * @param keyColumn the id of the column by which the table is to be updated; null where it is not
   */
  public Fit fit(String tableId, @Nullable String keyColumn, ImportPreview preview) {
    List<String> names = preview.columns().stream().map(ImportPreview.PreviewColumn::name).toList();
    return Fit.of(now.get().table(tableId), names, preview.source(), keyColumn);
  }

  /** The column by which a table would be updated where nobody says otherwise: the order of events, the customer of customers. */
  public Optional<Column> usualKey(String tableId) {
    TableVersion table = now.get().table(tableId);
    return table.withRole(Role.ORDER_KEY)
        .or(() -> table.withRole(Role.LOOKUP_KEY))
        .or(() -> table.kind() == TableKind.CUSTOMERS ? table.withRole(Role.CUSTOMER_KEY) : Optional.empty());
  }

  /**
   * Imports a source into a table, but for the last step: says what would change.
   *
   * @param destination no new table
   * @throws Problem when the source cannot be read or is of another kind than the table
   */
  public PendingImport prepare(Origin origin, ImportOptions options, Destination destination,
      JobContext job) {
    String tableId = tableId(destination);
    Moment before = now.get();
    TableVersion former = before.table(tableId);
    requireKey(former, destination);
    FileImport importing = new FileImport(store, job);
    FileImport.Prepared prepared = importing.prepare(origin, options, destination);
    boolean done = false;
    try {
      Moment after = Moment.of(store, prepared.pending().state(), prepared.pending().data(),
          before.results(), clock);
      Comparison comparison = new Comparison(before, after, tableId, job);
      Comparison.Differences differences = comparison.differences();
      ImportReport imported = report(prepared.imported(), after, job);
      RefreshReport report = new RefreshReport(imported, former.rows(),
          former.rows() + imported.rowsStored() - imported.table().rows(),
          Objects.requireNonNull(prepared.fit()),
          differences.customers(), differences.orders(), comparison.segments());
      done = true;
      return new PendingImport(prepared, report, () -> {
        importing.publish(prepared);
        changed.run();
      });
    } finally {
      if (!done) {
        prepared.close();
      }
    }
  }

  private static String tableId(Destination destination) {
    return switch (destination) {
      case Destination.NewTable() -> throw new IllegalArgumentException("a new table changes nothing");
      case Destination.Append(String table) -> table;
      case Destination.Replace(String table) -> table;
      case Destination.Update(String table, _) -> table;
    };
  }

  private static void requireKey(TableVersion table, Destination destination) {
    if (destination instanceof Destination.Update(_, String key)) {
      if (table.withId(key).filter(Column::isOwn).isEmpty()) {
        throw new Problem(Message.of("project.no-column", key, table.name()));
      }
    }
  }

  /** Imports a source into a table, as one step of the journal; nothing is kept when it fails or is cancelled. */
  public RefreshReport into(Origin origin, ImportOptions options, Destination destination, JobContext job) {
    try (PendingImport pending = prepare(origin, options, destination, job)) {
      pending.keep();
      return pending.report();
    }
  }

  /** Where newer rows of a table go in the same way as the last time; empty where none have come yet. */
  public Optional<Destination> again(String tableId) {
    return saved(tableId).flatMap(last -> switch (last.mode()) {
      case NEW -> Optional.empty();
      case APPEND -> Optional.of(new Destination.Append(tableId));
      case REPLACE -> Optional.of(new Destination.Replace(tableId));
      case UPDATE ->
        Optional.of(new Destination.Update(tableId, Objects.requireNonNull(last.keyColumn())));
    });
  }

  /** How the rows of a table were imported last; empty where a file of a former version does not say. */
  public Optional<SavedImport> saved(String tableId) {
    return Optional.ofNullable(store.stored(now.get().table(tableId)).recipe()).map(SavedImport::read);
  }

  /** The imports that the rows of a table are of, in their order. */
  public List<Batch> batches(String tableId) {
    return store.stored(now.get().table(tableId)).batches();
  }
}
