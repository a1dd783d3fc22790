package app.parcelle.engine.segment;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Consent;
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
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.Occurrence;
import app.parcelle.engine.segment.Condition.RandomSample;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;

/**
 * Whether a segment can be computed on a project: that all it names is there, and that each test fits its field. Nothing is
 * left out silently: what cannot be computed is a {@link Fault} with the condition's place.
 */
public final class SegmentCheck {
  private final Scope.Customers customers;
  private final Faults faults = new Faults();
  private final FieldCheck fields = new FieldCheck(faults);
  private final EventCheck events;
  private final CustomerCheck ofCustomers;
  private int depth;

  private SegmentCheck(FieldCatalog catalog, References references) {
    this.customers = new Scope.Customers(catalog);
    this.events = new EventCheck(catalog, faults, fields, this::condition);
    this.ofCustomers = new CustomerCheck(catalog, faults, fields, references);
  }

  /** What keeps the segment from being computed, in document order; one without rule has no fault and holds nobody. */
  public static List<Fault> check(Segment segment, FieldCatalog catalog) {
    return check(segment, catalog, new References(segment, catalog));
  }

  static List<Fault> check(Segment segment, FieldCatalog catalog, References references) {
    SegmentCheck check = new SegmentCheck(catalog, references);
    if (segment.rule() != null) {
      check.condition(SegmentPaths.ROOT, segment.rule(), check.customers);
    }
    if (segment.limit() != null) {
      check.ofCustomers.limit(SegmentPaths.LIMIT, segment.limit(), check.customers);
    }
    return check.faults.found();
  }

  /** What keeps the segment from being saved: as {@link #check}, and it needs a name and a rule. */
  public static List<Fault> checkForSaving(Segment segment, FieldCatalog catalog) {
    List<Fault> faults = new ArrayList<>();
    if (segment.name().isBlank()) {
      faults.add(new Fault("/name", Message.of("segment.fault.noName")));
    }
    if (segment.rule() == null) {
      faults.add(new Fault(SegmentPaths.ROOT, Message.of("segment.fault.noRule")));
    }
    faults.addAll(check(segment, catalog));
    return List.copyOf(faults);
  }

  /**
   * The segment with the id and the present name of all fields, tables, clusterings and segments it names; what is not found
   * stays as it is, and {@link #check} tells of it.
   */
  public static Segment resolve(Segment segment, FieldCatalog catalog) {
    return Resolution.of(segment, catalog);
  }

  private void condition(String path, Condition condition, Scope scope) {
    if (depth == SegmentPaths.DEPTH) {
      faults.add(path, Message.of("segment.fault.deep", SegmentPaths.DEPTH));
      return;
    }
    depth++;
    if (scope instanceof Scope.Rows && isOfCustomers(condition)) {
      faults.add(path, Message.of("segment.fault.customersOnly"));
    } else if (scope instanceof Scope.Customers && isOfRows(condition)) {
      faults.add(path, Message.of("segment.fault.rowsOnly"));
    } else {
      fitting(path, condition, scope);
    }
    depth--;
  }

  /** Whether a condition says something of a customer that says nothing of one row. */
  private static boolean isOfCustomers(Condition condition) {
    return switch (condition) {
      case EventTest _,EventDateTest _,EventRelation _,EventTrend _,EventShare _,Never _,Sequence _,Ranked _,InBand _,Near _,InArea _,Consent _,InCluster _,InSegment _,RandomSample _ ->
        true;
      case AllOf _,AnyOf _,Not _,Everyone _,Known _,TextTest _,NumberTest _,YesNoTest _,DateTest _,ListTest _,ListSize _,StepTest _,Occurrence _ ->
        false;
    };
  }

  private static boolean isOfRows(Condition condition) {
    return condition instanceof StepTest || condition instanceof Occurrence;
  }

  private void fitting(String path, Condition condition, Scope scope) {
    switch (condition) {
      case AllOf(List<Condition> children) -> {
        group(path, children);
        for (int i = 0; i < children.size(); i++) {
          condition(SegmentPaths.all(path, i), children.get(i), scope);
        }
      }
      case AnyOf(List<Condition> children) -> {
        group(path, children);
        for (int i = 0; i < children.size(); i++) {
          condition(SegmentPaths.any(path, i), children.get(i), scope);
        }
      }
      case Not(Condition child) -> condition(SegmentPaths.not(path), child, scope);
      case Everyone() -> {
        // nothing to name
      }
      case Known test -> fields.found(path, test.field(), scope);
      case TextTest test -> fields.text(path, test, scope);
      case NumberTest test -> fields.number(path, test, scope);
      case YesNoTest test -> fields.yesNo(path, test, scope);
      case DateTest test -> fields.date(path, test, scope);
      case ListTest test -> fields.list(path, test, scope);
      case ListSize test -> fields.size(path, test, scope);
      case EventTest test -> events.test(path, test);
      case EventDateTest test -> events.date(path, test, customers);
      case EventRelation test -> events.relation(path, test);
      case EventTrend test -> events.trend(path, test);
      case EventShare test -> events.share(path, test);
      case Never test -> events.never(path, test);
      case Sequence test -> events.sequence(path, test);
      case StepTest test -> events.stepTest(path, test, (Scope.Rows) scope);
      case Occurrence _ -> events.occurrence(path, (Scope.Rows) scope);
      case Ranked test -> ofCustomers.ranked(path, test, scope);
      case InBand test -> ofCustomers.band(path, test, scope);
      case Near test -> ofCustomers.near(path, test, scope);
      case InArea test -> ofCustomers.inside(path, test, scope);
      case Consent test -> ofCustomers.consent(path, test, customers);
      case InCluster test -> ofCustomers.cluster(path, test, customers);
      case InSegment test -> ofCustomers.segment(path, test);
      case RandomSample test -> ofCustomers.sample(path, test);
    }
  }

  private void group(String path, List<Condition> children) {
    if (children.isEmpty()) {
      faults.add(path, Message.of("segment.fault.emptyGroup"));
    }
  }
}
