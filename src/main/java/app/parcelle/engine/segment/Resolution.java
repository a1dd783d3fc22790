package app.parcelle.engine.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.Coordinates;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.Condition.EventRelation;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.InSegment;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.Occurrence;
import app.parcelle.engine.segment.Condition.RandomSample;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.Step;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.table.TableVersion;

/** Fills in what the names of a rule stand for. */
record Resolution(FieldCatalog catalog, Scope scope) {
  static Segment of(Segment segment, FieldCatalog catalog) {
    Resolution customers = new Resolution(catalog, new Scope.Customers(catalog));
    return new Segment(segment.name(),
        segment.rule() == null ? null : customers.condition(segment.rule()), segment.reference(),
        segment.zone(), segment.limit() == null ? null : customers.limit(segment.limit()));
  }

  private Limit limit(Limit limit) {
    return new Limit(limit.n(), limit.percent(), optional(limit.by()), limit.greatest(),
        optional(limit.per()), limit.seed());
  }

  private Condition condition(Condition condition) {
    return switch (condition) {
      case AllOf(List<Condition> children) -> new AllOf(children.stream().map(this::condition).toList());
      case AnyOf(List<Condition> children) -> new AnyOf(children.stream().map(this::condition).toList());
      case Not(Condition child) -> new Not(condition(child));
      case Everyone all -> all;
      case Known test -> new Known(field(test.field()), test.knowledge());
      case TextTest test -> new TextTest(field(test.field()), test.operator(), test.values(), test.exact(),
          test.includeMissing());
      case NumberTest test -> new NumberTest(field(test.field()), test.operator(), test.value(),
          test.second(), test.includeMissing());
      case YesNoTest test -> new YesNoTest(field(test.field()), test.operator(), test.includeMissing());
      case DateTest test -> new DateTest(field(test.field()), criterion(test.criterion()),
          test.includeMissing());
      case ListTest test -> new ListTest(field(test.field()), test.operator(), test.values(), test.exact(),
          test.includeMissing());
      case ListSize test -> new ListSize(field(test.field()), test.operator(), test.value(), test.second());
      case EventTest test -> new EventTest(table(test.table()), test.measure(),
          column(test.table(), test.property()), test.operator(), test.value(), test.second(),
          window(test.table(), test.window()), where(test.table(), test.where()));
      case EventDateTest test -> new EventDateTest(table(test.table()), test.edge(),
          criterion(test.criterion()), window(test.table(), test.window()),
          where(test.table(), test.where()));
      case EventRelation test -> new EventRelation(measured(test.left()), test.operator(), test.times(),
          measured(test.right()));
      case EventTrend test -> new EventTrend(table(test.table()), test.measure(),
          column(test.table(), test.property()), test.period(), test.against(), test.operator(),
          test.percent(), test.second(), where(test.table(), test.where()));
      case EventShare test -> new EventShare(table(test.table()), window(test.table(), test.window()),
          where(test.table(), test.where()), meeting(test.table(), test.meeting()), test.operator(),
          test.percent(), test.second());
      case Never test -> new Never(table(test.table()), window(test.table(), test.window()),
          where(test.table(), test.where()));
      case Sequence test -> sequence(test);
      case StepTest test -> new StepTest(field(test.column()), test.operator(), test.step(),
          stepField(test));
      case Occurrence test -> test;
      case Ranked test -> new Ranked(field(test.field()), test.end(), test.n(), test.percent(),
          optional(test.within()));
      case InBand test -> new InBand(field(test.field()), test.count(), test.bands(),
          optional(test.within()));
      case Near test -> new Near(coordinates(test.where()), place(test.place()), test.kilometres());
      case InArea test -> new InArea(coordinates(test.where()), test.area());
      case Consent test -> new Consent(source(test.source()), test.state(), test.purpose(), test.channel(),
          test.asOf());
      case InCluster test -> new InCluster(catalog.clusteringName(test.clustering()), test.clusters());
      case InSegment test -> new InSegment(segment(test.segment()), test.in(), test.membership());
      case RandomSample test -> test;
    };
  }

  private DateCriterion criterion(DateCriterion criterion) {
    return switch (criterion) {
      case DateCriterion.ComparedWith(var order, var other) ->
        new DateCriterion.ComparedWith(order, field(other));
      case DateCriterion.DaysFrom(var other, var operator, var days, var second) ->
        new DateCriterion.DaysFrom(field(other), operator, days, second);
      default -> criterion;
    };
  }

  private Measured measured(Measured side) {
    return new Measured(table(side.table()), side.measure(), column(side.table(), side.property()),
        window(side.table(), side.window()), where(side.table(), side.where()));
  }

  private Window window(String table, Window window) {
    return window instanceof Window.Latest(int n, var among)
        ? new Window.Latest(n, where(table, among))
        : window;
  }

  private @Nullable Condition where(String table, @Nullable Condition where) {
    return where == null ? null : meeting(table, where);
  }

  private Condition meeting(String table, Condition condition) {
    return ofRows(table, List.of()).map(rows -> rows.condition(condition)).orElse(condition);
  }

  private @Nullable FieldRef column(String table, @Nullable FieldRef column) {
    return column == null ? null : ofRows(table, List.of()).map(rows -> rows.field(column)).orElse(column);
  }

  private Optional<Resolution> ofRows(String table, List<String> before) {
    return catalog.events(table).map(found -> new Resolution(catalog, new Scope.Rows(found, before)));
  }

  private Sequence sequence(Sequence sequence) {
    List<String> tables = sequence.steps().stream().map(Step::table).toList();
    List<Step> steps = new ArrayList<>();
    for (Step step : sequence.steps()) {
      Condition where = step.where();
      List<String> before = tables.subList(0, steps.size());
      steps.add(new Step(table(step.table()),
          where == null
              ? null
              : ofRows(step.table(), before).map(rows -> rows.condition(where)).orElse(where),
          step.gap(), step.not()));
    }
    return new Sequence(steps,
        tables.isEmpty() ? sequence.window() : window(tables.getFirst(), sequence.window()));
  }

  private FieldRef stepField(StepTest test) {
    int step = test.step();
    return scope instanceof Scope.Rows(_, var before) && step >= 1 && step <= before.size()
        ? ofRows(before.get(step - 1), List.of()).map(rows -> rows.field(test.other())).orElse(test.other())
        : test.other();
  }

  private Coordinates coordinates(Coordinates where) {
    return new Coordinates(field(where.latitude()), optional(where.longitude()));
  }

  private Place place(Place place) {
    if (!(place instanceof Place.Named(String table, FieldRef column, String value))) {
      return place;
    }
    Optional<TableVersion> found = new Scope.Customers(catalog).lookup(table);
    return found.isEmpty()
        ? place
        : new Place.Named(found.get().name(),
            new Resolution(catalog, new Scope.Rows(found.get())).field(column), value);
  }

  private String source(String source) {
    return catalog.events(source)
        .map(TableVersion::name)
        .or(() -> new Scope.Customers(catalog).named(source).map(field -> field.ref().name()))
        .orElse(source);
  }

  private FieldRef segment(FieldRef ref) {
    return catalog.segment(ref)
        .map(saved -> new FieldRef(saved.segment().name(), saved.id()))
        .orElse(ref);
  }

  private FieldRef field(FieldRef ref) {
    return scope.find(ref).map(Scope.Found::ref).orElse(ref);
  }

  private @Nullable FieldRef optional(@Nullable FieldRef ref) {
    return ref == null ? null : field(ref);
  }

  private String table(String table) {
    return catalog.events(table).map(TableVersion::name).orElse(table);
  }
}
