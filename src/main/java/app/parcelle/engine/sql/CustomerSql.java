package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.Edge;
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
import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.RandomSample;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.Window;

/** A condition on customers; null, which is not true, where it asks for what is missing. */
record CustomerSql(CustomerQuery query, Members members) {
  /** How the members of other segments are asked for. */
  interface Members {
    Condition of(InSegment in, CustomerQuery query);
  }

  Condition condition(app.parcelle.engine.segment.Condition condition) {
    return switch (condition) {
      case AllOf(var children) -> and(children.stream().map(this::condition).toList());
      case AnyOf(var children) -> or(children.stream().map(this::condition).toList());
      case Not(var child) -> twoValued(child) ? not(condition(child)) : RowSql.no(condition(child));
      case Everyone() -> DSL.trueCondition();
      case EventTest test -> new MeasureSql(query)
          .of(new Measured(test.table(), test.measure(), test.property(), test.window(), test.where()))
          .passes(test.operator(), test.value(), test.second());
      case Never(String table, Window window, var where) -> {
        EventRows rows = rows(table);
        yield query.number()
            .notIn(select(rows.customer()).from(table(name(rows.table().name())))
                .where(rows.chosen(window, where)));
      }
      case EventDateTest test -> eventDate(test);
      case EventRelation relation -> relation(relation);
      case EventTrend trend -> trend(trend);
      case EventShare share -> share(share);
      case Sequence sequence -> new SequenceSql(query.view(), sequence).of(query.number());
      case Ranked ranked -> new RankSql(query).of(ranked);
      case InBand band -> new RankSql(query).of(band);
      case Near near -> new PlaceSql(query).of(near);
      case InArea area -> new PlaceSql(query).of(area);
      case Consent consent -> new ConsentSql(query).of(consent);
      case InCluster(String clustering, var clusters) -> new FieldSql(query).of(cluster(clustering))
          .value()
          .coerce(Integer.class)
          .in(clusters.stream().sorted().map(DSL::inline).toList());
      case InSegment in -> members.of(in, query);
      case RandomSample sample -> sample(sample);
      default -> new ValueSql(query.view(), new FieldSql(query)::of).of(condition)
          .orElseThrow(() -> new Problem(Message.of("evaluate.not-of-rows")));
    };
  }

  /** Whether a condition is never null. */
  private static boolean twoValued(app.parcelle.engine.segment.Condition condition) {
    return condition instanceof Never || condition instanceof Sequence || condition instanceof InSegment
        || condition instanceof Everyone || condition instanceof RandomSample || condition instanceof InArea;
  }

  private EventRows rows(String nameOrId) {
    View view = query.view();
    PublishedTable published = view.statement()
        .published()
        .table(view.statement()
            .catalog()
            .events(nameOrId)
            .orElseThrow(() -> new Problem(Message.of("evaluate.no-table", nameOrId))));
    return new EventRows(view, published, published.name());
  }

  private FieldRef cluster(String nameOrId) {
    return new FieldRef(nameOrId, query.view()
        .statement()
        .catalog()
        .clustering(nameOrId)
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-clustering", nameOrId))));
  }

  private Condition eventDate(EventDateTest test) {
    EventRows rows = rows(test.table());
    Operand time = rows.time().orElse(null);
    if (time == null) {
      return DSL.falseCondition();
    }
    Field<?> edge = test.edge() == Edge.FIRST ? min(time.value()) : max(time.value());
    String part = query.view()
        .statement()
        .with(test.edge().name().toLowerCase(Locale.ROOT) + " of " + rows.table().name(),
            select(rows.customer().as(Published.NUMBER), edge.as("at")).from(table(name(rows.table().name())))
                .where(rows.chosen(test.window(), test.where()))
                .groupBy(rows.customer()));
    query.join(part);
    return new DateSql(query.view(), new FieldSql(query)::of).passes(test.criterion(),
        field(name(part, "at")), time.type());
  }

  /** Without divisions: a / b against times × c / d is a × d against times × c × b. */
  private Condition relation(EventRelation relation) {
    MeasureSql.Result left = new MeasureSql(query).of(relation.left());
    MeasureSql.Result right = new MeasureSql(query).of(relation.right());
    Field<BigDecimal> first = times(left.value(), right.divisor());
    Field<BigDecimal> second = times(NumberSql.exact(relation.times()).times(right.value()), left.divisor());
    return NumberSql.passes(first, relation.operator(), second, second);
  }

  private static Field<BigDecimal> times(Field<BigDecimal> value, @Nullable Field<BigDecimal> factor) {
    return factor == null ? value : value.times(factor);
  }

  /** Without divisions: 100 × (now − before) against percent × before, where before is above 0. */
  private Condition trend(EventTrend trend) {
    MeasureSql.Result now = measured(trend, new Window.Last(trend.period(), false));
    MeasureSql.Result before = measured(trend, before(trend));
    Field<BigDecimal> later = times(now.value(), before.divisor());
    Field<BigDecimal> earlier = times(before.value(), now.divisor());
    Field<BigDecimal> change = inline(100).coerce(BigDecimal.class).times(later.minus(earlier));
    Field<BigDecimal> first = NumberSql.exact(trend.percent()).times(earlier);
    Field<BigDecimal> second = trend.second() == null
        ? first
        : NumberSql.exact(trend.second()).times(earlier);
    return before.value()
        .gt(inline(0).coerce(BigDecimal.class))
        .and(NumberSql.passes(change, trend.operator(), first, second));
  }

  private MeasureSql.Result measured(EventTrend trend, Window window) {
    return new MeasureSql(query)
        .of(new Measured(trend.table(), trend.measure(), trend.property(), window, trend.where()));
  }

  private Window before(EventTrend trend) {
    Period period = trend.period();
    LocalDate today = query.view().today();
    return switch (trend.against()) {
      case PERIOD_BEFORE -> new Window.Ago(new Period(2 * period.n(), period.unit()), period);
      case SAME_PERIOD_LAST_YEAR -> new Window.Between(Days.before(today, period).minusYears(1),
          today.minusYears(1).minusDays(1));
    };
  }

  private Condition share(EventShare share) {
    EventRows rows = rows(share.table());
    Condition meeting = RowSql.of(rows).condition(share.meeting());
    String part = query.view()
        .statement()
        .with("share of " + rows.table().name(),
            select(rows.customer().as(Published.NUMBER), count().as("all_rows"),
                count(DSL.when(meeting, inline(1))).as("meeting"))
                .from(table(name(rows.table().name())))
                .where(rows.chosen(share.window(), share.where()))
                .groupBy(rows.customer()));
    query.join(part);
    return new MeasureSql.Result(
        field(name(part, "meeting"), BigDecimal.class).times(inline(100)),
        field(name(part, "all_rows"), BigDecimal.class)).passes(share.operator(), share.percent(),
            share.second());
  }

  /** By the first 32 bits of the hash, as eight hexadecimal digits, which are in order as texts. */
  private Condition sample(RandomSample sample) {
    Field<String> digits = digits(query, sample.seed());
    Condition in = DSL.trueCondition();
    if (bits(sample.from()).signum() > 0) {
      in = in.and(digits.ge(hex(sample.from())));
    }
    return sample.to().compareTo(BigDecimal.valueOf(100)) >= 0 ? in : in.and(digits.lt(hex(sample.to())));
  }

  static Field<String> digits(CustomerQuery query, String seed) {
    Field<String> hash = query.view().dialect().md5(DSL.concat(inline(seed + ":"), query.key()));
    return DSL.substring(hash, inline(1), inline(8));
  }

  private static BigDecimal bits(BigDecimal percent) {
    return percent.multiply(BigDecimal.valueOf(1L << 32))
        .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING);
  }

  private static Field<String> hex(BigDecimal percent) {
    return inline(String.format(Locale.ROOT, "%08x", bits(percent).longValueExact()));
  }
}
