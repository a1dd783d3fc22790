package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Area.Corner;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.engine.segment.Condition.Coordinates;
import app.parcelle.engine.segment.Condition.End;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.InSegment;
import app.parcelle.engine.segment.Condition.Membership;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.RandomSample;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.Place;
import app.parcelle.engine.segment.Segment;

/** Seeded rules over a {@link RandomWorld}: every kind of condition and operator, nested up to four deep. */
public final class RandomRule {
  private static final List<String> GROUPS = List.of("City", "Status", "Member", NaiveWorld.CLUSTERING);
  /** How many segments a world has. */
  private static final int SAVED = 4;
  /** What a large world has too many rows for: more steps take long one row at a time. */
  private static final int SHALLOW = 2;

  private final Draw draw;
  private final RandomTests tests;
  private final RandomEvents events;
  private final int saved;

  /** @param saved how many saved segments it may speak of */
  private RandomRule(long seed, int saved, int steps) {
    this.draw = new Draw(seed);
    this.tests = new RandomTests(draw);
    this.events = new RandomEvents(draw, tests, steps);
    this.saved = saved;
  }

  /** @param depth how many groups are within each other at most */
  public static Segment segment(long seed, int depth) {
    RandomRule rules = new RandomRule(seed, SAVED, depth <= SHALLOW ? 2 : 4);
    Segment segment = rules.segment("random", rules.rule(depth));
    return rules.draw.once(6) ? rules.limited(segment) : segment;
  }

  /** Those that a world has: the second refers to the first, and the third to both, so that references make a diamond. */
  static List<Segment> saved(long seed) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < SAVED; i++) {
      RandomRule rules = new RandomRule(seed * 7 + i, i, 3);
      List<Condition> conditions = new ArrayList<>();
      for (int other = Math.max(0, i - 2); other < i; other++) {
        conditions.add(new InSegment(FieldRef.named(name(other)), rules.draw.coin(), new Membership.Live()));
      }
      conditions.add(rules.leaf());
      Segment segment = rules.segment(name(i),
          rules.draw.coin() ? new AllOf(conditions) : new AnyOf(conditions));
      segments.add(i == SAVED - 1 ? rules.limited(segment) : segment);
    }
    return segments;
  }

  private static String name(int saved) {
    return "Saved " + (saved + 1);
  }

  private Segment segment(String name, Condition rule) {
    Segment.Reference reference = switch (draw.below(4)) {
      case 0 -> new Segment.Reference.Project();
      case 1 -> new Segment.Reference.Fixed(RandomWorld.TODAY.minusDays(draw.below(300)));
      default -> new Segment.Reference.Fixed(RandomWorld.TODAY);
    };
    return new Segment(name, rule, reference, draw.once(5) ? ZoneId.of("Pacific/Auckland") : null);
  }

  private Segment limited(Segment segment) {
    boolean percent = draw.coin();
    FieldRef by = draw.coin() ? null : ranked();
    return new Segment(segment.name(), segment.rule(), segment.reference(), segment.zone(),
        new Limit(
            percent ? BigDecimal.valueOf(1 + draw.below(1_000), 1) : BigDecimal.valueOf(1 + draw.below(8)),
            percent, by, by == null || draw.coin(), draw.coin() ? null : draw.field(GROUPS), seed()));
  }

  private Condition rule(int depth) {
    return switch (depth == 0 ? 9 : draw.below(12)) {
      case 0, 1, 2 -> new AllOf(draw.several(() -> rule(depth - 1)));
      case 3, 4 -> new AnyOf(draw.several(() -> rule(depth - 1)));
      case 5 -> new Not(rule(depth - 1));
      default -> leaf();
    };
  }

  private Condition leaf() {
    return switch (draw.below(24)) {
      case 0 -> draw.once(3) ? new Everyone() : sample();
      case 1 -> new InCluster(NaiveWorld.CLUSTERING, draw.set(new Integer[]{1, 2, 3, 4}));
      case 2, 3 -> new Ranked(ranked(), draw.one(End.values()), BigDecimal.valueOf(1 + draw.below(40)),
          draw.coin(), within());
      case 4 -> {
        int count = draw.one(List.of(2, 4, 10));
        yield new InBand(ranked(), count, draw.set(bands(count)), within());
      }
      case 5 -> new Near(coordinates(), place(), BigDecimal.valueOf(draw.below(600)));
      case 6 -> new InArea(coordinates(), area());
      case 7, 8 -> consent();
      case 9, 10 -> saved == 0 ? tests.test(Subjects.CUSTOMERS) : inSegment();
      case 11, 12, 13, 14, 15, 16, 17 -> events.condition();
      default -> tests.test(Subjects.CUSTOMERS);
    };
  }

  private Condition sample() {
    int from = draw.below(60);
    return new RandomSample(BigDecimal.valueOf(from), BigDecimal.valueOf(from + 1 + draw.below(40)), seed());
  }

  private String seed() {
    return draw.one(List.of("A", "2011", "été"));
  }

  private FieldRef ranked() {
    return draw.field(draw.once(3) ? Subjects.CUSTOMERS.dates() : Subjects.CUSTOMERS.numbers());
  }

  private @Nullable FieldRef within() {
    return draw.coin() ? null : draw.field(GROUPS);
  }

  private static Integer[] bands(int count) {
    Integer[] bands = new Integer[count];
    for (int i = 0; i < count; i++) {
      bands[i] = i + 1;
    }
    return bands;
  }

  private Coordinates coordinates() {
    return draw.coin()
        ? new Coordinates(FieldRef.named(RandomRows.LATITUDE), FieldRef.named(RandomRows.LONGITUDE))
        : new Coordinates(FieldRef.named("Position"), null);
  }

  private Place place() {
    return switch (draw.below(3)) {
      case 0 -> new Place.Named("Places", FieldRef.named("Postal code"), draw.one(RandomRows.POSTAL_CODES));
      case 1 -> new Place.Named("Places", FieldRef.named("Town"), draw.one(RandomRows.TOWNS));
      default -> {
        Corner at = corner();
        yield new Place.Point(at.latitude(), at.longitude());
      }
    };
  }

  private Corner corner() {
    return new Corner(RandomRows.halves(80, draw.below(21)), RandomRows.halves(-10, draw.below(21)));
  }

  private Area area() {
    List<List<Corner>> polygons = draw.several(this::polygon);
    return new Area.Drawn(draw.coin() ? polygons : polygons.subList(0, 1));
  }

  /** A triangle or a rectangle over the grid on which customers are. */
  private List<Corner> polygon() {
    Corner one = corner();
    Corner other = corner();
    BigDecimal north = one.latitude().max(other.latitude()).add(BigDecimal.ONE);
    BigDecimal east = one.longitude().max(other.longitude()).add(BigDecimal.ONE);
    BigDecimal south = one.latitude().min(other.latitude());
    BigDecimal west = one.longitude().min(other.longitude());
    List<Corner> ring = List.of(new Corner(south, west), new Corner(north, west), new Corner(north, east),
        new Corner(south, east));
    return draw.coin() ? ring : ring.subList(0, 3);
  }

  private Condition consent() {
    ConsentState state = draw.one(ConsentState.values());
    return draw.once(4)
        ? new Consent("Member", state, null, null, null)
        : new Consent("Consents", state, draw.coin() ? null : draw.one(RandomRows.PURPOSES),
            draw.coin() ? null : draw.one(RandomRows.CHANNELS),
            draw.coin() ? null : RandomWorld.TODAY.minusDays(300 + draw.below(200)));
  }

  private Condition inSegment() {
    return new InSegment(FieldRef.named(name(draw.below(saved))), draw.coin(),
        draw.once(3) ? new Membership.On(draw.day()) : new Membership.Live());
  }
}
