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

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.store.Mends;
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
  private final ObservableMap<Doubt.Key, Outcome> outcomes = FXCollections.observableHashMap();
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

  /** Takes over what the project now holds of the table, and keeps what is looked at. */
  void refresh() {
    TableVersion shown = table.get();
    if (shown != null) {
      workbench.view().get().changed(shown).ifPresent(now -> {
        Column only = column.get();
        table.set(now);
        column.set(only == null ? null : now.withId(only.id()).filter(c -> c.invalid() > 0).orElse(null));
        first();
      });
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

  /** What comes of a correction. */
  sealed interface Outcome {
    /** It is being looked at. */
    record Checking() implements Outcome {}

    /** There is nothing, because the person says so; a row is put aside. */
    record Nothing() implements Outcome {}

    record Value(Mends.Value value) implements Outcome {}

    /** It still says nothing in its column. */
    record Unfit() implements Outcome {}

    /** A row is read again when the corrections are applied. */
    record Again() implements Outcome {}
  }

  /** Says what a text should have been; blank for missing. */
  void correct(Doubt doubt, String text) {
    corrected.put(doubt.key(), doubt);
    corrections.put(doubt.key(), text);
    check(doubt, text);
  }

  void forget(Doubt doubt) {
    jobs.cancel(checkKey(doubt));
    corrected.remove(doubt.key());
    outcomes.remove(doubt.key());
    corrections.remove(doubt.key());
  }

  void forgetCorrections() {
    List.copyOf(corrected.values()).forEach(this::forget);
  }

  private void check(Doubt doubt, String text) {
    TableVersion shown = table.get();
    Column where = doubt.column();
    jobs.cancel(checkKey(doubt));
    if (text.isBlank()) {
      outcomes.put(doubt.key(), new Outcome.Nothing());
    } else if (where == null || shown == null) {
      outcomes.put(doubt.key(), new Outcome.Again());
    } else {
      outcomes.put(doubt.key(), new Outcome.Checking());
      jobs.run(checkKey(doubt), Message.of("mend.job.check", where.name()),
          job -> source.reading(shown, where, text.strip(), job),
          read -> outcomes.put(doubt.key(),
              read.<Outcome>map(Outcome.Value::new).orElseGet(Outcome.Unfit::new)),
          workbench::complain);
    }
  }

  private static String checkKey(Doubt doubt) {
    return "data/mend-check:" + doubt.key();
  }

  /** What comes of the corrections, each as soon as it has been checked. */
  ObservableMap<Doubt.Key, Outcome> outcomes() {
    return outcomes;
  }

  /** How many cells and rows the corrections are for. */
  long reach() {
    return corrected.values().stream().mapToLong(Doubt::count).sum();
  }

  /** Whether there is something to apply, and none of it is known not to fit. */
  boolean ready() {
    return !corrections.isEmpty() && outcomes.values()
        .stream()
        .noneMatch(outcome -> outcome instanceof Outcome.Unfit || outcome instanceof Outcome.Checking);
  }

  /** Tries again with the corrections. */
  void apply() {
    Map<Doubt, String> given = new LinkedHashMap<>();
    corrected.forEach((key, doubt) -> given.put(doubt, corrections.getOrDefault(key, "")));
    mend((shown, job) -> source.mend(shown, given, job));
  }

  /** One rule for many: replaces a part of all texts that are looked at, and tries them again. */
  void replace(String part, String by) {
    if (part.isEmpty()) {
      return;
    }
    Column only = column.get();
    List<Column> which = only == null ? columns() : List.of(only);
    boolean rows = sight.get() == Sight.ROWS;
    mend((shown, job) -> rows
        ? source.replaceInRows(shown, part, by, job)
        : source.replaceInValues(shown, which, part, by, job));
  }

  /** A mending of the table that is shown. */
  private interface Act {
    MendingSource.Mended on(TableVersion shown, JobContext job);
  }

  private void mend(Act act) {
    TableVersion shown = table.get();
    if (shown == null) {
      return;
    }
    jobs.run(MEND, Message.of("mend.job.mend", shown.name()), job -> act.on(shown, job), mended -> {
      forgetCorrections();
      workbench.changed();
      refresh();
      first();
      workbench.say(Message.of("mend.done", mended.values(), mended.rows(), mended.still()));
    }, failure -> {
      workbench.changed();
      workbench.complain(failure);
    });
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
