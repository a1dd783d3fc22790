package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.Condition.EventRelation;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.theme.Parts;

/** A question about the events of a table: what is asked, its values, in which window, and which events count. */
final class EventEditor implements ValueEditor {
  private final Desk desk;
  private final EventParts make;
  private final TableVersion table;
  private final Edits edits;
  private final EventQuestion question;
  private final List<Node> parts = new ArrayList<>();
  private final List<Consumer<Row>> shows = new ArrayList<>();
  private Row row;

  EventEditor(Desk desk, TableVersion table, Row row, Edits edits) {
    this.desk = desk;
    this.make = new EventParts(desk);
    this.table = table;
    this.edits = edits;
    this.row = row;
    this.question = EventQuestion.of(row.test());
    build();
  }

  @Override
  public List<Node> parts() {
    return parts;
  }

  @Override
  public boolean show(Row now) {
    if (!EventQuestion.of(now.test()).equals(question)) {
      return false;
    }
    row = now;
    shows.forEach(show -> show.accept(now));
    return true;
  }

  private void build() {
    parts.add(make.questions(EventQuestion.all(table), question, table.name(),
        asked -> edits.replace(asked.ask(row, table), false)));
    switch (row.test()) {
      case EventTest _ -> comparison("", r -> {
        EventTest t = (EventTest) r.test();
        return Comparison.Asked.of(t.operator(), t.value(), t.second(), r.blanks());
      }, asked -> {
        EventTest t = (EventTest) row.test();
        return new EventTest(t.table(), t.measure(), t.property(), asked.operator(), asked.value(),
            asked.upTo(),
            t.window(), t.where());
      });
      case EventDateTest _ -> parts.add(new EventDayLine(desk, table, () -> (EventDateTest) row.test(), shows,
          criterion -> {
            EventDateTest t = (EventDateTest) row.test();
            replace(new EventDateTest(t.table(), t.edge(), criterion, t.window(), t.where()), Set.of());
          }));
      case EventRelation _ -> relation();
      case EventTrend _ -> trend();
      case EventShare _ -> share();
      default -> {
        // never: the window and the where say all
      }
    }
    windowAndWhere();
  }

  private void windowAndWhere() {
    boolean own = row.test() instanceof EventRelation || row.test() instanceof EventTrend;
    if (!own) {
      Button window = make.window(table, () -> EventShape.window(row.test()),
          now -> replace(EventShape.with(row.test(), now), row.blanks()));
      shows.add(now -> make.show(window, EventShape.window(now.test())));
      parts.add(window);
    }
    if (!(row.test() instanceof EventRelation)) {
      Button where = make.where(table, 0, () -> EventShape.where(row.test()),
          now -> replace(EventShape.where(row.test(), now), row.blanks()));
      shows.add(now -> make.showWhere(where, table, EventShape.where(now.test())));
      parts.add(where);
    }
  }

  private void comparison(String unit, Function<Row, Comparison.Asked> get,
      Function<Comparison.Asked, Condition> make) {
    Comparison comparison = new Comparison(desk, table.name(), unit, get.apply(row),
        asked -> replace(make.apply(asked), asked.blanks()));
    shows.add(now -> comparison.show(get.apply(now)));
    parts.add(comparison);
  }

  private void relation() {
    side(r -> ((EventRelation) r.test()).left(), left -> {
      EventRelation t = (EventRelation) row.test();
      return new EventRelation(left, t.operator(), t.times(), t.right());
    });
    List<NumberOperator> operators = List.of(NumberOperator.GREATER, NumberOperator.AT_LEAST,
        NumberOperator.LESS,
        NumberOperator.AT_MOST, NumberOperator.EQUAL, NumberOperator.NOT_EQUAL);
    MenuButton choice = Inputs.choice(operators, ((EventRelation) row.test()).operator(),
        o -> desk.text("builder.relation." + Operators.id(o)), // keys: builder.relation.*
        operator -> {
          EventRelation t = (EventRelation) row.test();
          replace(new EventRelation(t.left(), operator, t.times(), t.right()), Set.of());
        });
    choice.setAccessibleText(desk.text("builder.operator", table.name()));
    shows.add(now -> Inputs.choose(choice, operators.indexOf(((EventRelation) now.test()).operator())));
    NumberBox times = new NumberBox(desk, desk.text("builder.relation.times"), 44, number -> {
      EventRelation t = (EventRelation) row.test();
      replace(new EventRelation(t.left(), t.operator(), number, t.right()), Set.of());
    });
    shows.add(now -> times.show(((EventRelation) now.test()).times()));
    times.show(((EventRelation) row.test()).times());
    parts.add(Parts.line(6, choice, times, Parts.fixed("×", "muted")));
    side(r -> ((EventRelation) r.test()).right(), right -> {
      EventRelation t = (EventRelation) row.test();
      return new EventRelation(t.left(), t.operator(), t.times(), right);
    });
  }

  private void side(Function<Row, Measured> get, Function<Measured, Condition> put) {
    MeasuredLine line = new MeasuredLine(desk, get.apply(row), now -> replace(put.apply(now), Set.of()));
    shows.add(now -> line.show(get.apply(now)));
    parts.add(line);
  }

  private void trend() {
    List<EventQuestion> measures = EventQuestion.measures(table)
        .stream()
        .filter(
            q -> q.measure() == Measure.COUNT || q.measure() == Measure.LINES || q.measure() == Measure.SUM
                || q.measure() == Measure.AVERAGE)
        .toList();
    EventTrend start = (EventTrend) row.test();
    MenuButton measured = make.questions(measures,
        new EventQuestion(EventQuestion.Kind.MEASURE, start.measure(), start.property()), table.name(), q -> {
          EventTrend t = (EventTrend) row.test();
          replace(new EventTrend(t.table(), q.measure() == null ? t.measure() : q.measure(), q.property(),
              t.period(),
              t.against(), t.operator(), t.percent(), t.second(), t.where()), row.blanks());
        });
    PeriodField period = new PeriodField(desk, start.period(), now -> {
      EventTrend t = (EventTrend) row.test();
      replace(
          new EventTrend(t.table(), t.measure(), t.property(), now, t.against(), t.operator(), t.percent(),
              t.second(), t.where()),
          row.blanks());
    });
    List<Condition.Against> against = List.of(Condition.Against.values());
    MenuButton before = Inputs.choice(against, start.against(),
        a -> desk.text("builder.against." + Operators.id(a)), a -> { // keys: builder.against.*
          EventTrend t = (EventTrend) row.test();
          replace(
              new EventTrend(t.table(), t.measure(), t.property(), t.period(), a, t.operator(), t.percent(),
                  t.second(), t.where()),
              row.blanks());
        });
    before.setAccessibleText(desk.text("builder.trend.against"));
    shows.add(now -> {
      EventTrend t = (EventTrend) now.test();
      period.show(t.period());
      Inputs.choose(before, against.indexOf(t.against()));
      measured.setText(new EventQuestion(EventQuestion.Kind.MEASURE, t.measure(), t.property()).words(desk));
    });
    parts.add(measured);
    parts.add(Parts.line(6, Parts.fixed(desk.text("builder.trend.over"), "muted"), period));
    parts.add(before);
    comparison("%", r -> {
      EventTrend t = (EventTrend) r.test();
      return Comparison.Asked.of(t.operator(), t.percent(), t.second(), r.blanks());
    }, asked -> {
      EventTrend t = (EventTrend) row.test();
      return new EventTrend(t.table(), t.measure(), t.property(), t.period(), t.against(), asked.operator(),
          asked.value(), asked.upTo(), t.where());
    });
  }

  private void share() {
    comparison("%", r -> {
      EventShare t = (EventShare) r.test();
      return Comparison.Asked.of(t.operator(), t.percent(), t.second(), r.blanks());
    }, asked -> {
      EventShare t = (EventShare) row.test();
      return new EventShare(t.table(), t.window(), t.where(), t.meeting(), asked.operator(), asked.value(),
          asked.upTo());
    });
    Button meeting = make.where(table, 0, () -> ((EventShare) row.test()).meeting(), now -> {
      EventShare t = (EventShare) row.test();
      replace(
          new EventShare(t.table(), t.window(), t.where(), now == null ? new Condition.AllOf(List.of()) : now,
              t.operator(), t.percent(), t.second()),
          row.blanks());
    });
    Consumer<Row> words = now -> {
      List<Condition> tests = WhereEditor.tests(((EventShare) now.test()).meeting());
      meeting.setText(desk.text("builder.share.meeting", tests.size()));
    };
    meeting.getStyleClass().setAll("button", "value");
    words.accept(row);
    shows.add(words);
    parts.add(meeting);
  }

  private void replace(Condition test, Set<Card.Blank> blanks) {
    edits.replace(new Row(row.id(), test, blanks), false);
  }
}
