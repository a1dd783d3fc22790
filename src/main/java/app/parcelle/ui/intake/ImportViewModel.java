package app.parcelle.ui.intake;

import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.PreviewColumn;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.link.LinkProposal;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Destination;
import app.parcelle.engine.project.Fit;
import app.parcelle.engine.project.RefreshReport;
import app.parcelle.engine.project.SavedImport;
import app.parcelle.engine.project.SavedImport.Mode;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.intake.ImportSource.Pending;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.job.JobStatus;

/** Preparing an import: which sources, how they are read, what their columns are; then the import itself. */
final class ImportViewModel {
  static final String IMPORT = "data/import";

  private final ImportSource source;
  private final JobRunner jobs;
  private final Consumer<Throwable> complain;
  private final Runnable changed;
  private final ObservableList<PreparedImport> waiting = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable PreparedImport> current = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable String> column = new SimpleObjectProperty<>();
  private final ObservableList<ImportResult> reports = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Pending> pending = new ReadOnlyObjectWrapper<>();
  // what a job has prepared that nobody has taken over yet: it is closed when nobody will
  private final AtomicReference<@Nullable Pending> untaken = new AtomicReference<>();
  private final ObservableMap<Integer, List<LinkProposal>> proposals = FXCollections.observableHashMap();
  private int prepared;

  /**
   * @param complain told of failures that no one expected
   * @param changed told each time a source has become part of the project
   */
  ImportViewModel(ImportSource source, JobRunner jobs, Consumer<Throwable> complain, Runnable changed) {
    this.source = source;
    this.jobs = jobs;
    this.complain = complain;
    this.changed = changed;
  }

  /** Sources still to import, in the order they were given. */
  ObservableList<PreparedImport> waiting() {
    return waiting;
  }

  /** The source that is looked at; null when there is none left. */
  ReadOnlyObjectProperty<@Nullable PreparedImport> current() {
    return current.getReadOnlyProperty();
  }

  /** The name of the column whose details are shown; null for none. */
  ObjectProperty<@Nullable String> column() {
    return column;
  }

  /** What the imports since the last {@link #prepare} did. */
  ObservableList<ImportResult> reports() {
    return reports;
  }

  /** How far the import is; null where none is under way. */
  ReadOnlyObjectProperty<@Nullable JobStatus> progress() {
    return jobs.status(IMPORT);
  }

  ReadOnlyBooleanProperty importing() {
    return jobs.running(IMPORT);
  }

  /** Adds sources to those to import and looks at the first of them. */
  void prepare(List<? extends Origin> chosen) {
    reports.clear();
    chosen.stream()
        .filter(origin -> find(origin).isEmpty())
        .forEach(origin -> add(PreparedImport.of(number(), origin)));
    if (!chosen.isEmpty()) {
      find(chosen.getFirst()).ifPresent(this::look);
    }
  }

  /**
   * Adds newer rows of a table, which are cut into fields as those were that it has; where they go into it, their columns are read
   * as its columns are. Where they go is as it was the last time, or else as is
   * usual; the person may choose otherwise.
   */
  void refresh(TableVersion table, Origin newer) {
    reports.clear();
    Optional<SavedImport> saved = source.saved(table.tableId());
    PreparedImport added = PreparedImport.of(number(), newer)
        .with(ImportOptions.FOUND.withText(saved.map(now -> now.options().text()).orElse(TextOptions.FOUND)))
        .into(destination(table, saved));
    add(added);
    look(added);
  }

  private Destination destination(TableVersion table, Optional<SavedImport> saved) {
    String id = table.tableId();
    Mode mode = saved.map(SavedImport::mode).orElse(Mode.NEW);
    String key = saved.map(SavedImport::keyColumn).or(() -> source.usualKey(id).map(Column::id)).orElse(null);
    return switch (mode) {
      case APPEND -> new Destination.Append(id);
      case REPLACE -> new Destination.Replace(id);
      case NEW, UPDATE -> key == null ? new Destination.Replace(id) : new Destination.Update(id, key);
    };
  }

  private int number() {
    prepared++;
    return prepared;
  }

  private void add(PreparedImport added) {
    waiting.add(added);
    read(added);
  }

  private Optional<PreparedImport> find(Origin origin) {
    return waiting.stream().filter(prepared -> prepared.origin().equals(origin)).findFirst();
  }

  void look(PreparedImport source) {
    column.set(null);
    current.set(now(source).orElse(null));
    PreparedImport shown = current.get();
    if (shown != null && shown.preview() != null) {
      pointOut(shown.preview());
    }
  }

  /** Takes the source that is looked at off the list. */
  void drop() {
    PreparedImport dropped = current.get();
    if (dropped != null) {
      stopReading(dropped);
      remove(dropped);
    }
  }

  private void stopReading(PreparedImport dropped) {
    jobs.cancel(key(dropped));
    jobs.cancel(linksKey(dropped));
    proposals.remove(dropped.number());
  }

  void clear() {
    waiting.forEach(this::stopReading);
    cancelImport();
    dropChanges();
    waiting.clear();
    current.set(null);
    column.set(null);
  }

  // where its rows go

  /** The tables that rows can go into. */
  List<TableVersion> tables() {
    return source.tables();
  }

  /** The column by which a table would be updated where nobody says otherwise. */
  Optional<Column> usualKey(String tableId) {
    return source.usualKey(tableId);
  }

  void destination(Destination chosen) {
    PreparedImport before = current.get();
    if (before != null) {
      replace(before.into(chosen));
    }
  }

  /** How a source fits the table that its rows go into; empty for a new table, and before it has been read. */
  Optional<Fit> fit(PreparedImport shown) {
    ImportPreview preview = shown.preview();
    return preview == null ? Optional.empty() : switch (shown.destination()) {
      case Destination.NewTable() -> Optional.empty();
      case Destination.Append(String table) -> Optional.of(source.fit(table, null, preview));
      case Destination.Replace(String table) -> Optional.of(source.fit(table, null, preview));
      case Destination.Update(String table, String key) -> Optional.of(source.fit(table, key, preview));
    };
  }

  // what the person says about the source

  void part(String part) {
    change(seen -> seen.cut(text -> text.withPart(part).withSkipLines(null).withHeaderRows(null)));
  }

  void delimiter(String delimiter) {
    change(seen -> seen.cut(text -> text.withDelimiter(delimiter)));
  }

  void quote(char quote) {
    change(seen -> seen.cut(text -> text.withQuote(quote)));
  }

  void encoding(Charset encoding) {
    change(seen -> seen.cut(text -> text.withEncoding(encoding)));
  }

  void header(boolean header) {
    change(seen -> seen.cut(text -> text.withHeaderRows(header ? 1 : 0)));
  }

  void table(String name) {
    change(seen -> seen.named(name));
  }

  void type(String name, ColumnType type) {
    change(seen -> seen.typed(name, type));
  }

  void role(String name, Role role) {
    change(seen -> seen.played(name, role));
  }

  void meaning(String name, Meaning meaning) {
    change(seen -> seen.meaning(name, meaning));
  }

  /** How columns are to be read that can be read in two ways; null asks again. */
  void reading(List<String> columns, @Nullable String format) {
    change(seen -> seen.written(columns, format));
  }

  /** Which rows count; is looked at when the source is imported. */
  void counting(String rule) {
    PreparedImport before = current.get();
    if (before != null) {
      replace(before.counting(rule));
    }
  }

  void change(UnaryOperator<PreparedImport> said) {
    PreparedImport before = current.get();
    if (before != null) {
      PreparedImport after = said.apply(before);
      replace(after);
      read(after);
    }
  }

  /** The details of the chosen column, as the preview has it. */
  Optional<PreviewColumn> chosenColumn() {
    PreparedImport shown = current.get();
    ImportPreview preview = shown == null ? null : shown.preview();
    return preview == null
        ? Optional.empty()
        : preview.columns().stream().filter(c -> c.name().equals(column.get())).findFirst();
  }

  private void read(PreparedImport asked) {
    jobs.run(key(asked), Message.of("data.job.preview", asked.name()),
        job -> source.preview(asked.origin(), asked.options(), job), seen -> {
          replace(asked.seen(seen));
          propose(asked);
        }, failure -> {
          if (failure instanceof Problem problem) {
            replace(asked.failed(problem.message()));
          } else {
            complain.accept(failure);
          }
        });
  }

  /** Looks for links of a source that has been read; those of a table that is there stay as they are. */
  private void propose(PreparedImport asked) {
    jobs.run(linksKey(asked), Message.of("link.job", asked.name()),
        job -> source.propose(asked.origin(), asked.options(), job),
        found -> proposals.put(asked.number(), found), failure -> {
          if (failure instanceof Problem) {
            proposals.remove(asked.number());
          } else {
            complain.accept(failure);
          }
        });
  }

  /** Links that the source may have, the most likely first; they come when its values have been compared. */
  List<LinkProposal> proposals(PreparedImport shown) {
    return proposals.getOrDefault(shown.number(), List.of());
  }

  /** Told of proposals that have come, by the numbers of sources. */
  ObservableMap<Integer, List<LinkProposal>> allProposals() {
    return proposals;
  }

  void link(Link link, boolean made) {
    change(seen -> seen.linked(link, made));
  }

  /** Shows the column that most needs a look, unless the person has chosen one. */
  private void pointOut(ImportPreview preview) {
    PreparedImport shown = current.get();
    if (shown != null && preview.equals(shown.preview()) && column.get() == null) {
      preview.columns()
          .stream()
          .filter(seen -> seen.invalid() > 0)
          .max(Comparator.comparingInt(PreviewColumn::invalid))
          .ifPresent(worst -> column.set(worst.name()));
    }
  }

  // the import

  /** About how many rows the sources to import have together; 0 while none has been read; -1 where nobody knows. */
  long rows() {
    boolean unknown = waiting.stream().anyMatch(one -> one.preview() != null && one.preview().bytes() == 0);
    return unknown
        ? -1
        : waiting.stream()
            .map(PreparedImport::preview)
            .mapToLong(p -> p == null ? 0 : p.estimatedRows())
            .sum();
  }

  /** Whether the next source goes into a table that is there, so that what it changes is shown first. */
  boolean changesFirst() {
    return !waiting.isEmpty() && !waiting.getFirst().intoNewTable();
  }

  /** Whether every source has been read and nothing is known to be wrong with it. */
  boolean ready() {
    return !waiting.isEmpty()
        && waiting.stream().allMatch(one -> one.preview() != null && one.problem() == null && fits(one));
  }

  private boolean fits(PreparedImport one) {
    return fit(one).map(fit -> fit.refusal() == null).orElse(true);
  }

  /**
   * Imports the sources one after the other; each is a step of its own. Those that fail stay, with the reason. Where one changes a
   * table, what it changes is shown first.
   */
  void importAll() {
    discardUntaken();
    if (waiting.isEmpty()) {
      return;
    }
    PreparedImport next = waiting.getFirst();
    Message what = Message.of("data.job.import", next.name());
    if (next.intoNewTable()) {
      jobs.run(IMPORT, what, job -> source.importFrom(next.origin(), next.options(), job),
          report -> done(next, new ImportResult(report, null)), failure -> failed(next, failure));
    } else {
      look(next);
      jobs.run(IMPORT, what, job -> prepare(next, job), _ -> pending.set(untaken.getAndSet(null)),
          failure -> failed(next, failure));
    }
  }

  private boolean prepare(PreparedImport next, JobContext job) {
    untaken.set(source.prepare(next.origin(), next.options(), next.destination(), job));
    if (job.cancelled()) {
      discardUntaken();
    }
    return true;
  }

  private void done(PreparedImport imported, ImportResult result) {
    reports.add(result);
    remove(imported);
    changed.run();
    importAll();
  }

  private void failed(PreparedImport next, Throwable failure) {
    look(next);
    if (failure instanceof Problem problem) {
      replace(next.failed(problem.message()));
    } else {
      complain.accept(failure);
    }
  }

  void cancelImport() {
    jobs.cancel(IMPORT);
    discardUntaken();
  }

  private void discardUntaken() {
    Pending left = untaken.getAndSet(null);
    if (left != null) {
      left.close();
    }
  }

  // what an import would change

  /** An import that waits for the person to keep or to drop what it changes; null where none does. */
  ReadOnlyObjectProperty<@Nullable Pending> pending() {
    return pending.getReadOnlyProperty();
  }

  /** Makes the pending import part of the project, and goes on with the others. */
  void keep() {
    Pending kept = pending.get();
    PreparedImport next = current.get();
    if (kept == null || next == null) {
      return;
    }
    RefreshReport report = kept.report();
    jobs.run(IMPORT, Message.of("data.job.import", next.name()), _ -> {
      try (kept) {
        kept.keep();
      }
      return report;
    }, _ -> {
      pending.set(null);
      done(next, new ImportResult(report.imported(), report));
    }, failure -> {
      pending.set(null);
      failed(next, failure);
    });
  }

  /** Drops what the pending import would change; its source is still there to import in another way. */
  void dropChanges() {
    Pending dropped = pending.get();
    if (dropped != null) {
      dropped.close();
      pending.set(null);
    }
  }

  // the list of sources

  private static String linksKey(PreparedImport source) {
    return "data/links:" + source.number();
  }

  private static String key(PreparedImport source) {
    return "data/preview:" + source.number();
  }

  /** A source as it stands in the list now. */
  private Optional<PreparedImport> now(PreparedImport source) {
    return waiting.stream().filter(source::same).findFirst();
  }

  private void replace(PreparedImport changed) {
    now(changed).ifPresent(before -> {
      boolean shown = before.equals(current.get());
      waiting.set(waiting.indexOf(before), changed);
      if (shown) {
        current.set(changed);
      }
    });
  }

  private void remove(PreparedImport done) {
    now(done).ifPresent(gone -> {
      boolean shown = gone.equals(current.get());
      waiting.remove(gone);
      if (shown) {
        column.set(null);
        current.set(waiting.isEmpty() ? null : waiting.getFirst());
      }
    });
  }
}
