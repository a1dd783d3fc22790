package app.parcelle.ui.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.SavedImport;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.shell.Workbench;

/** The tables of the project: which there are, what their columns hold, which of their rows count. */
final class TablesViewModel {
  private static final String SHAPES = "data/shapes";
  private static final String STEP = "data/step";

  private final Workbench workbench;
  private final ObservableList<TableVersion> tables = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable TableVersion> current = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable Column> column = new SimpleObjectProperty<>();
  private final ObservableMap<String, ColumnShape> shapes = FXCollections.observableHashMap();
  private final ReadOnlyObjectWrapper<@Nullable Message> ruleProblem = new ReadOnlyObjectWrapper<>();

  TablesViewModel(Workbench workbench) {
    this.workbench = workbench;
  }

  ObservableList<TableVersion> tables() {
    return tables;
  }

  /** The table that is looked at; null when the project has none. */
  ReadOnlyObjectProperty<@Nullable TableVersion> current() {
    return current.getReadOnlyProperty();
  }

  /** The column whose details are shown; null for none. */
  ObjectProperty<@Nullable Column> column() {
    return column;
  }

  /** How the columns of the current table spread, by column id; each comes when it has been computed. */
  ObservableMap<String, ColumnShape> shapes() {
    return shapes;
  }

  /** Why the rule of rows that count was refused; null where it was not. */
  ReadOnlyObjectProperty<@Nullable Message> ruleProblem() {
    return ruleProblem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty working() {
    return workbench.jobs().running(STEP);
  }

  /** Takes over what the project now holds. */
  void refresh() {
    List<TableVersion> now = workbench.view().get().tables();
    if (!now.equals(tables)) {
      tables.setAll(now);
    }
    TableVersion before = current.get();
    Optional<TableVersion> same = now.stream()
        .filter(table -> before != null && table.tableId().equals(before.tableId()))
        .findFirst();
    TableVersion next = same.or(() -> now.stream().findFirst()).orElse(null);
    if (!Objects.equals(next, before)) {
      show(next);
    }
  }

  /** What its rows were read of in a database the last time; null where they came from elsewhere. */
  SavedImport.@Nullable Live live(TableVersion table) {
    return workbench.project().imports().saved(table.tableId()).map(SavedImport::live).orElse(null);
  }

  void look(TableVersion table) {
    if (!table.equals(current.get())) {
      show(table);
    }
  }

  private void show(@Nullable TableVersion table) {
    Column before = column.get();
    shapes.clear();
    ruleProblem.set(null);
    current.set(table);
    column.set(table == null || before == null ? null : table.withId(before.id()).orElse(null));
    if (table != null) {
      measure(table);
    }
  }

  private void measure(TableVersion table) {
    Dataset data = workbench.project().data();
    workbench.jobs()
        .run(SHAPES, Message.of("data.job.shapes", table.name()), job -> shapes(data, table, job),
            shapes::putAll, workbench::complain);
  }

  private static Map<String, ColumnShape> shapes(Dataset data, TableVersion table, JobContext job) {
    Map<String, ColumnShape> all = new HashMap<>();
    int done = 0;
    for (Column column : table.columns()) {
      job.progress(done, table.columns().size(), Message.of("data.job.shapes", table.name()));
      all.put(column.id(), ColumnShape.of(data, table, column, job));
      done++;
    }
    return all;
  }

  /** Decides which rows of the current table count; blank for all. A rule that cannot be understood changes nothing. */
  void countWhen(String rule) {
    TableVersion table = current.get();
    String given = rule.isBlank() ? null : rule.strip();
    if (table == null || Objects.equals(given, table.countsWhen())) {
      ruleProblem.set(null);
      return;
    }
    step(Message.of("data.job.rule", table.name()), project -> project.countWhen(table.tableId(), given),
        Message.of("data.rule.changed", table.name()));
  }

  /** Takes the current table out of the project; one undo brings it back. */
  void remove() {
    TableVersion table = current.get();
    if (table != null) {
      step(Message.of("data.job.remove", table.name()), project -> project.removeTable(table.tableId()),
          Message.of("data.table.removed", table.name()));
    }
  }

  /** One operation on the project. */
  private interface Operation {
    void on(Project project);
  }

  private void step(Message what, Operation operation, Message said) {
    ruleProblem.set(null);
    Project project = workbench.project();
    workbench.jobs().run(STEP, what, _ -> {
      operation.on(project);
      return said;
    }, message -> {
      workbench.changed();
      workbench.say(message);
    }, failure -> {
      if (failure instanceof Problem problem) {
        ruleProblem.set(problem.message());
      } else {
        workbench.complain(failure);
      }
    });
  }
}
