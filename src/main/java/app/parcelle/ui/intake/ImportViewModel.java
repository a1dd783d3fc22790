package app.parcelle.ui.intake;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.PreviewColumn;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.ui.job.JobRunner;

/** Preparing an import: which files, how they are read, what their columns are; then the import itself. */
final class ImportViewModel {
  static final String IMPORT = "data/import";

  private final ImportSource source;
  private final JobRunner jobs;
  private final Consumer<Throwable> complain;
  private final Runnable changed;
  private final ObservableList<PreparedFile> files = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable PreparedFile> current = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable String> column = new SimpleObjectProperty<>();
  private final ObservableList<ImportReport> reports = FXCollections.observableArrayList();

  /**
   * @param complain told of failures that no one expected
   * @param changed told each time a file has become part of the project
   */
  ImportViewModel(ImportSource source, JobRunner jobs, Consumer<Throwable> complain, Runnable changed) {
    this.source = source;
    this.jobs = jobs;
    this.complain = complain;
    this.changed = changed;
  }

  /** Files still to import, in the order they were given. */
  ObservableList<PreparedFile> files() {
    return files;
  }

  /** The file that is looked at; null when there is none left. */
  ReadOnlyObjectProperty<@Nullable PreparedFile> current() {
    return current.getReadOnlyProperty();
  }

  /** The name of the column whose details are shown; null for none. */
  ObjectProperty<@Nullable String> column() {
    return column;
  }

  /** What the imports since the last {@link #prepare} did. */
  ObservableList<ImportReport> reports() {
    return reports;
  }

  ReadOnlyBooleanProperty importing() {
    return jobs.running(IMPORT);
  }

  /** Adds files to those to import and looks at the first of them. */
  void prepare(List<Path> chosen) {
    reports.clear();
    List<Path> already = files.stream().map(PreparedFile::file).toList();
    List<PreparedFile> added = chosen.stream()
        .distinct()
        .filter(file -> !already.contains(file))
        .map(PreparedFile::of)
        .toList();
    files.addAll(added);
    added.forEach(this::read);
    if (!chosen.isEmpty()) {
      look(chosen.getFirst());
    }
  }

  void look(Path file) {
    column.set(null);
    current.set(find(file).orElse(null));
    PreparedFile shown = current.get();
    if (shown != null && shown.preview() != null) {
      pointOut(shown.preview());
    }
  }

  /** Takes the file that is looked at off the list. */
  void drop() {
    PreparedFile dropped = current.get();
    if (dropped != null) {
      jobs.cancel(key(dropped.file()));
      remove(dropped.file());
    }
  }

  void clear() {
    files.forEach(file -> jobs.cancel(key(file.file())));
    jobs.cancel(IMPORT);
    files.clear();
    current.set(null);
    column.set(null);
  }

  // what the person says about the file

  void part(String part) {
    change(file -> file.cut(text -> text.withPart(part).withSkipLines(null).withHeaderRows(null)));
  }

  void delimiter(String delimiter) {
    change(file -> file.cut(text -> text.withDelimiter(delimiter)));
  }

  void quote(char quote) {
    change(file -> file.cut(text -> text.withQuote(quote)));
  }

  void encoding(Charset encoding) {
    change(file -> file.cut(text -> text.withEncoding(encoding)));
  }

  void header(boolean header) {
    change(file -> file.cut(text -> text.withHeaderRows(header ? 1 : 0)));
  }

  void table(String name) {
    change(file -> file.named(name));
  }

  void type(String name, ColumnType type) {
    change(file -> file.typed(name, type));
  }

  void role(String name, Role role) {
    change(file -> file.played(name, role));
  }

  /** Which rows count; is looked at when the file is imported. */
  void counting(String rule) {
    PreparedFile before = current.get();
    if (before != null) {
      replace(before.counting(rule));
    }
  }

  private void change(UnaryOperator<PreparedFile> said) {
    PreparedFile before = current.get();
    if (before != null) {
      PreparedFile after = said.apply(before);
      replace(after);
      read(after);
    }
  }

  /** The details of the chosen column, as the preview has it. */
  Optional<PreviewColumn> chosenColumn() {
    PreparedFile file = current.get();
    ImportPreview preview = file == null ? null : file.preview();
    return preview == null
        ? Optional.empty()
        : preview.columns().stream().filter(c -> c.name().equals(column.get())).findFirst();
  }

  private void read(PreparedFile file) {
    jobs.run(key(file.file()), Message.of("data.job.preview", file.name()),
        job -> source.preview(file.file(), file.options(), job), seen -> replace(file.seen(seen)),
        failure -> {
          if (failure instanceof Problem problem) {
            replace(file.failed(problem.message()));
          } else {
            complain.accept(failure);
          }
        });
  }

  /** Shows the column that most needs a look, unless the person has chosen one. */
  private void pointOut(ImportPreview preview) {
    PreparedFile shown = current.get();
    if (shown != null && preview.equals(shown.preview()) && column.get() == null) {
      preview.columns()
          .stream()
          .filter(seen -> seen.invalid() > 0)
          .max(Comparator.comparingInt(PreviewColumn::invalid))
          .ifPresent(worst -> column.set(worst.name()));
    }
  }

  // the import

  /** About how many rows the files to import have together; 0 while none has been read. */
  long rows() {
    return files.stream().map(PreparedFile::preview).mapToLong(p -> p == null ? 0 : p.estimatedRows()).sum();
  }

  /** Whether every file has been read and nothing is known to be wrong with it. */
  boolean ready() {
    return !files.isEmpty()
        && files.stream().allMatch(file -> file.preview() != null && file.problem() == null);
  }

  /** Imports the files one after the other; each is a step of its own. Those that fail stay, with the reason. */
  void importAll() {
    if (files.isEmpty()) {
      return;
    }
    PreparedFile next = files.getFirst();
    jobs.run(IMPORT, Message.of("data.job.import", next.name()),
        job -> source.importFile(next.file(), next.options(), job), report -> {
          reports.add(report);
          remove(next.file());
          changed.run();
          importAll();
        }, failure -> {
          look(next.file());
          if (failure instanceof Problem problem) {
            replace(next.failed(problem.message()));
          } else {
            complain.accept(failure);
          }
        });
  }

  void cancelImport() {
    jobs.cancel(IMPORT);
  }

  // the list of files

  private static String key(Path file) {
    return "data/preview:" + file;
  }

  private Optional<PreparedFile> find(Path file) {
    return files.stream().filter(prepared -> prepared.file().equals(file)).findFirst();
  }

  private void replace(PreparedFile file) {
    find(file.file()).ifPresent(before -> {
      boolean shown = before.equals(current.get());
      files.set(files.indexOf(before), file);
      if (shown) {
        current.set(file);
      }
    });
  }

  private void remove(Path file) {
    find(file).ifPresent(gone -> {
      boolean shown = gone.equals(current.get());
      files.remove(gone);
      if (shown) {
        column.set(null);
        current.set(files.isEmpty() ? null : files.getFirst());
      }
    });
  }
}
