package app.parcelle.ui.intake;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.shell.Workbench;

/**
 * What of a table was not understood: equal texts together, cell by cell, or rows. Corrections are collected and tried together.
 * However many there are, no more than a page is held.
 */
final class MendingViewModel {
  static final int PAGE = 500;
  static final String LOAD = "data/doubts";
  static final String MEND = "data/mend";

  private final MendingSource source;
  private final Workbench workbench;
  private final JobRunner jobs;
  private final ReadOnlyObjectWrapper<@Nullable TableVersion> table = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Sight> sight = new SimpleObjectProperty<>(Sight.VALUES);
  private final ObjectProperty<@Nullable Column> column = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Reason> reason = new SimpleObjectProperty<>();
  private final ObservableList<Doubt> page = FXCollections.observableArrayList();
  private final Map<Doubt.Key, Doubt> corrected = new LinkedHashMap<>();
  private final ObservableMap<Doubt.Key, String> corrections = FXCollections
      .observableMap(new LinkedHashMap<>());
  // where each page before the present one began
  private final Deque<Optional<Doubt>> before = new ArrayDeque<>();
  private Optional<Doubt> beginning = Optional.empty();
  private final ReadOnlyObjectWrapper<Boolean> more = new ReadOnlyObjectWrapper<>(false);

  /** How what was not understood is looked at. */
  enum Sight {
    /** Equal texts together: one rule mends many. */
    VALUES, CELLS, ROWS
  }

  MendingViewModel(MendingSource source, Workbench workbench) {
    this.source = source;
    this.workbench = workbench;
    this.jobs = workbench.jobs();
    sight.subscribe((_, _) -> first());
    column.subscribe((_, _) -> first());
    reason.subscribe((_, _) -> first());
  }

  /** The table that is mended; null before one is opened. */
  ReadOnlyObjectProperty<@Nullable TableVersion> table() {
    return table.getReadOnlyProperty();
  }

  ObjectProperty<Sight> sight() {
    return sight;
  }

  /** The only column whose values are shown; null for all. */
  ObjectProperty<@Nullable Column> column() {
    return column;
  }

  /** The only reason for which rows are shown; null for all. */
  ObjectProperty<@Nullable Reason> reason() {
    return reason;
  }

  ObservableList<Doubt> page() {
    return page;
  }

  /** Whether there is a page behind this one. */
  ReadOnlyObjectProperty<Boolean> more() {
    return more.getReadOnlyProperty();
  }

  /** What the person has written, by what it is for; blank where it is to be treated as missing. */
  ObservableMap<Doubt.Key, String> corrections() {
    return corrections;
  }

  ReadOnlyBooleanProperty loading() {
    return jobs.running(LOAD);
  }

  ReadOnlyBooleanProperty mending() {
    return jobs.running(MEND);
  }

  /** The columns with values that do not fit. */
  List<Column> columns() {
    TableVersion shown = table.get();
    return shown == null ? List.of() : shown.columns().stream().filter(c -> c.invalid() > 0).toList();
  }

  /** @param only the column to begin with; null for all */
  void open(TableVersion opened, @Nullable Column only) {
    forgetCorrections();
    table.set(opened);
    Sight best = opened.columns().stream().anyMatch(c -> c.invalid() > 0) ? Sight.VALUES : Sight.ROWS;
    reason.set(null);
    column.set(only);
    sight.set(best);
    first();
  }

  /** Takes over what the project now holds of the table. */
  void refresh() {
    TableVersion shown = table.get();
    if (shown != null) {
      workbench.view()
          .get()
          .tables()
          .stream()
          .filter(now -> now.tableId().equals(shown.tableId()) && !now.equals(shown))
          .findFirst()
          .ifPresent(now -> open(now, null));
    }
  }

  // pages

  private void first() {
    before.clear();
    load(Optional.empty());
  }

  /** Whether there is a page before this one. */
  boolean hasPrevious() {
    return !before.isEmpty();
  }

  void next() {
    if (more.get()) {
      before.push(beginning);
      load(Optional.of(page.getLast()));
    }
  }

  void previous() {
    if (hasPrevious()) {
      load(before.pop());
    }
  }

  private void load(Optional<Doubt> after) {
    TableVersion shown = table.get();
    if (shown == null) {
      return;
    }
    Sight asked = sight.get();
    Column only = column.get();
    Reason why = reason.get();
    Doubt last = after.orElse(null);
    jobs.run(LOAD, Message.of("mend.job.load", shown.name()), job -> switch (asked) {
      case VALUES -> source.values(shown, only, PAGE, job);
      case CELLS -> source.cells(shown, only, last, PAGE + 1);
      case ROWS -> source.rows(shown, why, last, PAGE + 1);
    }, found -> {
      beginning = after;
      more.set(asked != Sight.VALUES && found.size() > PAGE);
      page.setAll(found.subList(0, Math.min(PAGE, found.size())));
    }, workbench::complain);
  }

  // corrections

  /** Says what a text should have been; blank for missing. */
  void correct(Doubt doubt, String text) {
    corrected.put(doubt.key(), doubt);
    corrections.put(doubt.key(), text);
  }

  void forget(Doubt doubt) {
    corrected.remove(doubt.key());
    corrections.remove(doubt.key());
  }

  void forgetCorrections() {
    corrected.clear();
    corrections.clear();
  }

  /** How a correction would be read; null where it still does not fit. */
  @Nullable
  String reading(Doubt doubt, String text) {
    TableVersion shown = table.get();
    return shown == null ? null : source.reading(shown, doubt, text);
  }

  /** Whether a text mends a doubt: a value that is read, or nothing at all for a value. */
  boolean fits(Doubt doubt, String text) {
    boolean value = doubt.column() != null;
    return (value && text.isBlank()) || reading(doubt, text) != null;
  }

  /** How many cells and rows the corrections are for. */
  long reach() {
    return corrected.values().stream().mapToLong(Doubt::count).sum();
  }

  /** Whether there is something to apply, and all of it fits. */
  boolean ready() {
    return !corrections.isEmpty()
        && corrected.values()
            .stream()
            .allMatch(doubt -> fits(doubt, corrections.getOrDefault(doubt.key(), "")));
  }

  /** Tries again with the corrections, all in one step. */
  void apply() {
    TableVersion shown = table.get();
    if (shown == null || !ready()) {
      return;
    }
    Map<Doubt.Key, String> given = Map.copyOf(corrections);
    jobs.run(MEND, Message.of("mend.job.mend", shown.name()), job -> source.mend(shown, given, job),
        mended -> {
          forgetCorrections();
          workbench.changed();
          refresh();
          workbench.say(Message.of("mend.done", mended.values(), mended.rows()));
        }, workbench::complain);
  }

  /** Writes all that is looked at to a file, however many pages it has. */
  void export(Path file) {
    TableVersion shown = table.get();
    if (shown == null) {
      return;
    }
    DoubtsFile out = new DoubtsFile(source, shown, workbench.texts());
    Sight asked = sight.get();
    Column only = column.get();
    Reason why = reason.get();
    jobs.run("data/doubts-file", Message.of("mend.job.export", shown.name()),
        job -> asked == Sight.ROWS ? out.rows(file, why, job) : out.cells(file, only, job),
        lines -> workbench.say(Message.of("mend.exported", lines, String.valueOf(file.getFileName()))),
        workbench::complain);
  }
}
