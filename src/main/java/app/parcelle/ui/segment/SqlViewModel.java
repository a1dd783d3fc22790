package app.parcelle.ui.segment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.sql.Dialect;
import app.parcelle.engine.sql.SegmentSql;
import app.parcelle.ui.job.JobRunner;

/** A segment as SQL of a dialect that can be changed. */
final class SqlViewModel {
  private final Audiences audiences;
  private final JobRunner jobs;
  private final Notices notices;
  private final Segment segment;
  private final ObjectProperty<Dialect> dialect = new SimpleObjectProperty<>(Dialect.H2);
  private final ReadOnlyObjectWrapper<@Nullable String> statement = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();

  SqlViewModel(Segment segment, Audiences audiences, JobRunner jobs, Notices notices) {
    this.segment = segment;
    this.audiences = audiences;
    this.jobs = jobs;
    this.notices = notices;
    dialect.addListener((_, _, _) -> write());
    write();
  }

  ObjectProperty<Dialect> dialect() {
    return dialect;
  }

  /** Null until it is there, and where there is a problem. */
  ReadOnlyObjectProperty<@Nullable String> statement() {
    return statement.getReadOnlyProperty();
  }

  /** Why there is no statement; null where there is one. */
  ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  private void write() {
    Dialect wanted = dialect.get();
    jobs.run("sql", Message.of("sql.job"),
        job -> SegmentSql.of(segment, audiences.fields(), audiences.data().zone(),
            audiences.evaluate(segment, job).asOf(), wanted),
        written -> show(written, null), failure -> {
          if (failure instanceof Problem expected) {
            show(null, expected.message());
          } else {
            notices.complain(failure);
          }
        });
  }

  private void show(@Nullable String written, @Nullable Message why) {
    problem.set(why);
    statement.set(written);
  }
}
