package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.naive.NaiveFields.Cell;
import app.parcelle.engine.segment.Area.Corner;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.Coordinates;
import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.Condition.EventRelation;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.InSegment;
import app.parcelle.engine.segment.Condition.Membership;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.RandomSample;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;

/** Who meets a condition, found one customer and one row at a time. */
public final class NaiveModel {
  private final NaiveWorld world;
  private final NaiveValues values;
  private final NaiveRows rows;
  private final NaiveFields fields;
  private final NaiveTests tests;
  private final NaiveEvents events;
  private final NaiveSequences sequences;
  private final NaiveRanks ranks;
  private final NaivePlaces places;
  private final NaiveConsents consents;
  private final Segment segment;
  private final Set<String> base = new HashSet<>();
  private final IdentityHashMap<Condition, Set<String>> leaves = new IdentityHashMap<>();
  private final Map<Seen, Set<String>> segments = new HashMap<>();

  /** A saved segment as it is seen from a day. */
  private record Seen(String name, LocalDate day) {}

  public NaiveModel(NaiveWorld world, Segment segment) {
    this(world, segment, null);
  }

  /** @param seenFrom the day that the segment is seen from, whatever it says itself; null for what it says */
  private NaiveModel(NaiveWorld world, Segment segment, @Nullable LocalDate seenFrom) {
    this.world = world;
    this.segment = segment;
    ZoneId zone = segment.zone() == null ? world.zone() : segment.zone();
    this.values = new NaiveValues(seenFrom == null ? today(segment.reference(), zone) : seenFrom, zone);
    this.rows = new NaiveRows(world, values);
    this.fields = new NaiveFields(world, rows);
    this.events = new NaiveEvents(world, values, rows,
        (where, table, customer, row) -> meetsRow(where, new Place(table, customer, List.of()), row));
    this.sequences = new NaiveSequences(world, values, rows, events,
        (where, table, customer, row, before) -> meetsRow(where, new Place(table, customer, before), row));
    this.tests = new NaiveTests(values);
    this.ranks = new NaiveRanks(base, (field, customer) -> fields.cell(field, customer).value());
    this.places = new NaivePlaces(world);
    this.consents = new NaiveConsents(world, values, rows, fields);
    for (NaiveTable table : world.tables()) {
      if (table.events()) {
        base.addAll(rows.customers(table));
      } else if (!table.lookup()) {
        table.rows().stream().map(table::customer).filter(Objects::nonNull).forEach(base::add);
      }
    }
  }

  private LocalDate today(Segment.Reference reference, ZoneId zone) {
    if (reference instanceof Segment.Reference.Fixed(var day)) {
      return day;
    }
    NaiveValues days = new NaiveValues(LocalDate.EPOCH, zone);
    return world.tables()
        .stream()
        .filter(NaiveTable::events)
        .flatMap(t -> t.rows().stream().filter(t.counts()).flatMap(row -> NaiveRows.time(t, row).stream()))
        .map(days::day)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  public LocalDate today() {
    return values.today();
  }

  /** Customers of the customer table, and those with at least one row that counts and has been seen. */
  public Set<String> base() {
    return base;
  }

  public Set<String> meeting(Condition condition) {
    return among(base, customer -> meets(condition, customer));
  }

  private static Set<String> among(Set<String> customers, Predicate<String> test) {
    Set<String> found = new HashSet<>();
    for (String customer : customers) {
      if (test.test(customer)) {
        found.add(customer);
      }
    }
    return found;
  }

  /** Whether a customer of the base meets a condition. */
  public boolean meets(Condition condition, String customer) {
    return switch (condition) {
      case AllOf(var children) -> children.stream().allMatch(child -> meets(child, customer));
      case AnyOf(var children) -> children.stream().anyMatch(child -> meets(child, customer));
      case Not(var child) -> !meets(child, customer);
      default ->
        leaves.computeIfAbsent(condition, leaf -> among(base, c -> leaf(leaf, c))).contains(customer);
    };
  }

  private boolean leaf(Condition condition, String customer) {
    return switch (condition) {
      case EventTest test ->
        NaiveValues.number(test.operator(), events.measured(test, customer), test.value(), test.second());
      case Never(String table, var window, var where) ->
        events.chosen(table, window, where, customer).isEmpty();
      case EventDateTest test -> {
        Object date = events.date(test, customer);
        yield date != null && values.date(test.criterion(), date,
            NaiveTests.other(test.criterion(), field -> fields.cell(field, customer)));
      }
      case EventRelation(var left, var operator, BigDecimal times, var right) -> {
        Ratio one = events.measured(left, customer);
        Ratio other = events.measured(right, customer);
        yield one != null && other != null && NaiveValues.number(operator, one, other.times(times), null);
      }
      case EventTrend test ->
        NaiveValues.number(test.operator(), events.change(test, customer), test.percent(), test.second());
      case EventShare test ->
        NaiveValues.number(test.operator(), events.share(test, customer), test.percent(), test.second());
      case Sequence sequence -> sequences.holds(sequence, customer);
      case InCluster(var _, var clusters) -> clusters.contains(world.clusters().getOrDefault(customer, 0));
      case Ranked test -> ranks.in(test, customer);
      case InBand test -> ranks.in(test, customer);
      case Near(var where, var place, BigDecimal kilometres) -> {
        Corner at = at(where, customer);
        yield at != null && places.near(at, place, kilometres);
      }
      case InArea(var where, var area) -> {
        Corner at = at(where, customer);
        yield at != null && places.inside(at, area);
      }
      case Consent consent -> consents.state(consent, customer) == consent.state();
      case InSegment test -> members(test).contains(customer) == test.in();
      case RandomSample sample -> NaiveSample.in(sample, customer);
      default -> tests.test(condition, field -> fields.cell(field, customer), fields::meaning);
    };
  }

  private @Nullable Corner at(Coordinates where, String customer) {
    Object first = fields.cell(where.latitude().name(), customer).value();
    FieldRef longitude = where.longitude();
    return longitude == null
        ? NaivePlaces.at(first)
        : NaivePlaces.at(first, fields.cell(longitude.name(), customer).value());
  }

  private Set<String> members(InSegment test) {
    Segment saved = world.segment(test.segment().name());
    LocalDate day = switch (test.membership()) {
      case Membership.Live() ->
        saved.reference() instanceof Segment.Reference.Fixed(var fixed) ? fixed : today();
      case Membership.On(var on) -> on;
      case Membership.Frozen _ -> throw new IllegalArgumentException("no snapshots here");
    };
    Seen seen = new Seen(saved.name(), day);
    Set<String> known = segments.get(seen);
    if (known == null) {
      known = new NaiveModel(world, saved, day).members();
      segments.put(seen, known);
    }
    return known;
  }

  /** Who meets the rule and is kept. */
  public Set<String> members() {
    Set<String> meeting = segment.rule() == null ? Set.of() : meeting(segment.rule());
    return segment.limit() == null ? meeting : NaiveLimits.kept(segment.limit(), meeting, ranks);
  }

  /**
   * Where a row stands.
   *
   * @param before the rows chosen for the earlier steps of a sequence
   */
  private record Place(NaiveTable table, String customer, List<Map<String, Object>> before) {}

  private boolean meetsRow(Condition condition, Place place, Map<String, Object> row) {
    return switch (condition) {
      case AllOf(var children) -> children.stream().allMatch(child -> meetsRow(child, place, row));
      case AnyOf(var children) -> children.stream().anyMatch(child -> meetsRow(child, place, row));
      case Not(var child) -> !meetsRow(child, place, row);
      case Condition.StepTest test -> sequences.meets(test, row, place.before());
      case Condition.Occurrence(boolean first) -> rows.occurs(place.table(), place.customer(), row, first);
      default -> tests.test(condition, column -> Cell.of(row, column),
          column -> place.table().column(column).orElseThrow().meaning());
    };
  }

  /** Customers of the base without a value that the condition asks for. */
  public int missing(Condition condition) {
    return among(base, customer -> switch (condition) {
      case EventTest test -> events.measured(test, customer) == null;
      case EventDateTest test -> events.date(test, customer) == null
          || NaiveTests.other(test.criterion()).stream().anyMatch(field -> isMissing(field, customer));
      case EventRelation(var left, var _, var _, var right) ->
        events.measured(left, customer) == null || events.measured(right, customer) == null;
      case EventTrend test -> events.change(test, customer) == null;
      case EventShare test -> events.share(test, customer) == null;
      case InCluster _ -> !world.clusters().containsKey(customer);
      case Near test -> at(test.where(), customer) == null;
      case InArea test -> at(test.where(), customer) == null;
      case Condition.ListTest test -> elements(test.field(), customer).isEmpty();
      case Condition.ListSize test -> elements(test.field(), customer).isEmpty();
      case Consent test -> consents.state(test, customer) == Condition.ConsentState.UNKNOWN;
      default -> asked(condition).stream().anyMatch(field -> isMissing(field, customer));
    }).size();
  }

  private boolean isMissing(FieldRef field, String customer) {
    return fields.cell(field.name(), customer).missing();
  }

  private Set<String> elements(FieldRef list, String customer) {
    return NaiveLists.elements(fields.cell(list.name(), customer).value(), fields.meaning(list.name()),
        false);
  }

  /** Those of them whose value could not be understood. */
  public int invalid(Condition condition) {
    return among(base, customer -> asked(condition).stream()
        .anyMatch(field -> fields.cell(field.name(), customer).invalid())).size();
  }

  private static List<FieldRef> asked(Condition condition) {
    return switch (condition) {
      case Ranked test -> two(test.field(), test.within());
      case InBand test -> two(test.field(), test.within());
      case Near test -> two(test.where().latitude(), test.where().longitude());
      case InArea test -> two(test.where().latitude(), test.where().longitude());
      case EventDateTest test -> NaiveTests.other(test.criterion());
      default -> NaiveTests.asked(condition);
    };
  }

  private static List<FieldRef> two(FieldRef one, @Nullable FieldRef other) {
    return other == null ? List.of(one) : List.of(one, other);
  }

  /** The value of a field; null where it is missing. */
  public @Nullable Object value(String field, String customer) {
    return fields.cell(field, customer).value();
  }

  public boolean invalid(String field, String customer) {
    return fields.cell(field, customer).invalid();
  }

  /** What a condition looks at in a customer, of the base or not; null for groups and for everyone. */
  public @Nullable Object value(Condition condition, String customer) {
    return switch (condition) {
      case EventTest test -> {
        Ratio measured = events.measured(test, customer);
        yield measured == null ? null : measured.over().divide(measured.under(), MathContext.DECIMAL128);
      }
      case Never(String table, var window, var where) ->
        BigDecimal.valueOf(events.chosen(table, window, where, customer).size());
      case InCluster _ -> fields.cell(NaiveWorld.CLUSTERING, customer).value();
      default -> asked(condition).isEmpty()
          ? null
          : fields.cell(asked(condition).getFirst().name(), customer).value();
    };
  }

  /**
   * How many more would be in without the node at a place. A group that loses its last child goes with it; without any rule
   * everyone is in.
   */
  public int lost(Condition rule, String path) {
    Condition without = without(rule, "/rule", path);
    return (without == null ? base : meeting(without)).size() - meeting(rule).size();
  }

  private static @Nullable Condition without(Condition node, String at, String path) {
    if (at.equals(path)) {
      return null;
    }
    return switch (node) {
      case AllOf(var children) -> rest(children, at + "/all/", path, AllOf::new);
      case AnyOf(var children) -> rest(children, at + "/any/", path, AnyOf::new);
      case Not(var child) -> {
        Condition inner = without(child, at + "/not", path);
        yield inner == null ? null : new Not(inner);
      }
      default -> node;
    };
  }

  private static @Nullable Condition rest(List<Condition> children, String at, String path,
      Function<List<Condition>, Condition> group) {
    List<Condition> rest = new ArrayList<>();
    for (int i = 0; i < children.size(); i++) {
      Condition child = without(children.get(i), at + i, path);
      if (child != null) {
        rest.add(child);
      }
    }
    return rest.isEmpty() ? null : group.apply(rest);
  }
}
