package app.parcelle.ui.segment;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.Condition.EventRelation;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Window;

/** What all questions about the events of a table have in common: the table, the window and the where. */
final class EventShape {
  private EventShape() {}

  /** The table that a question is about; empty for what is no question about the events of one table. */
  static Optional<String> table(Condition test) {
    return switch (test) {
      case EventTest t -> Optional.of(t.table());
      case Never t -> Optional.of(t.table());
      case EventDateTest t -> Optional.of(t.table());
      case EventRelation t -> Optional.of(t.left().table());
      case EventTrend t -> Optional.of(t.table());
      case EventShare t -> Optional.of(t.table());
      default -> Optional.empty();
    };
  }

  static Window window(Condition test) {
    return switch (test) {
      case EventTest t -> t.window();
      case Never t -> t.window();
      case EventDateTest t -> t.window();
      case EventRelation t -> t.left().window();
      case EventShare t -> t.window();
      default -> new Window.Ever();
    };
  }

  static @Nullable Condition where(Condition test) {
    return switch (test) {
      case EventTest t -> t.where();
      case Never t -> t.where();
      case EventDateTest t -> t.where();
      case EventRelation t -> t.left().where();
      case EventTrend t -> t.where();
      case EventShare t -> t.where();
      default -> null;
    };
  }

  static Condition with(Condition test, Window window) {
    return switch (test) {
      case EventTest t ->
        new EventTest(t.table(), t.measure(), t.property(), t.operator(), t.value(), t.second(),
            window, t.where());
      case Never t -> new Never(t.table(), window, t.where());
      case EventDateTest t -> new EventDateTest(t.table(), t.edge(), t.criterion(), window, t.where());
      case EventRelation t -> new EventRelation(with(t.left(), window), t.operator(), t.times(), t.right());
      case EventShare t ->
        new EventShare(t.table(), window, t.where(), t.meeting(), t.operator(), t.percent(),
            t.second());
      default -> test;
    };
  }

  static Condition where(Condition test, @Nullable Condition where) {
    return switch (test) {
      case EventTest t ->
        new EventTest(t.table(), t.measure(), t.property(), t.operator(), t.value(), t.second(),
            t.window(), where);
      case Never t -> new Never(t.table(), t.window(), where);
      case EventDateTest t -> new EventDateTest(t.table(), t.edge(), t.criterion(), t.window(), where);
      case EventRelation t -> new EventRelation(where(t.left(), where), t.operator(), t.times(), t.right());
      case EventTrend t -> new EventTrend(t.table(), t.measure(), t.property(), t.period(), t.against(),
          t.operator(), t.percent(), t.second(), where);
      case EventShare t ->
        new EventShare(t.table(), t.window(), where, t.meeting(), t.operator(), t.percent(),
            t.second());
      default -> test;
    };
  }

  static Measured with(Measured measured, Window window) {
    return new Measured(measured.table(), measured.measure(), measured.property(), window, measured.where());
  }

  static Measured where(Measured measured, @Nullable Condition where) {
    return new Measured(measured.table(), measured.measure(), measured.property(), measured.window(), where);
  }
}
