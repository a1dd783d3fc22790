package app.parcelle.ui.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.Project.JournalEntry;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/**
 * What the frame says of the open project.
 *
 * @param asOf the reference day; null while the project holds no table
 * @param saved when the project was last written; null before that is known
 * @param orders of all customers, in the first table that has any; empty where none has
 * @param undo what a step back would undo; null when there is nothing
 * @param redo what a step forward would do again; null when there is nothing
 */
record Facts(@Nullable LocalDate asOf, int customers, OptionalLong orders, @Nullable Instant saved,
    @Nullable Message undo,
    @Nullable Message redo) {

  /** Before anything is known. */
  static final Facts UNKNOWN = new Facts(null, 0, OptionalLong.empty(), null, null, null);

  static Facts of(Project project, JobContext job) {
    ProjectView view = project.view();
    List<JournalEntry> journal = project.journal();
    Message undo = journal.stream()
        .filter(step -> !step.undone())
        .reduce((_, last) -> last)
        .map(JournalEntry::what)
        .orElse(null);
    Message redo = journal.stream()
        .filter(JournalEntry::undone)
        .findFirst()
        .map(JournalEntry::what)
        .orElse(null);
    if (view.tables().isEmpty()) {
      return new Facts(null, 0, OptionalLong.empty(), view.saved(), undo, redo);
    }
    Segment everyone = new Segment("", new Condition.Everyone(), new Segment.Reference.Project(), null);
    Evaluation evaluation = project.evaluate(everyone, job);
    return new Facts(evaluation.asOf(), evaluation.base(), orders(project, view, job), view.saved(), undo,
        redo);
  }

  private static OptionalLong orders(Project project, ProjectView view, JobContext job) {
    Optional<TableVersion> table = view.tables()
        .stream()
        .filter(t -> t.kind() == TableKind.EVENTS && t.withRole(Role.ORDER_KEY).isPresent())
        .findFirst();
    Optional<Field> frequency = table.flatMap(t -> project.fields()
        .fields()
        .stream()
        .filter(f -> f instanceof Field.OfTrait trait && trait.trait() == Trait.FREQUENCY
            && trait.tableId().equals(t.tableId()))
        .findFirst());
    if (frequency.isEmpty()) {
      return OptionalLong.empty();
    }
    FieldColumn column = project.column(frequency.get(), new Segment.Reference.Project(), job);
    long sum = 0;
    for (double orders : column.numbers()) {
      sum += Double.isNaN(orders) ? 0 : (long) orders;
    }
    return OptionalLong.of(sum);
  }
}
