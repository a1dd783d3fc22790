package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Condition.Coordinates;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Place;
import app.parcelle.engine.segment.RowColumns;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.TableVersion;

/** Where customers are: within a distance as the crow flies, or inside an area. */
record PlaceSql(CustomerQuery query) {
  private static final BigDecimal DIAMETER = new BigDecimal("12742.0176");

  static final String LATITUDE = "latitude";
  static final String LONGITUDE = "longitude";
  static final DataType<BigDecimal> DEGREES = SQLDataType.NUMERIC(13, 10);

  private record Point(Field<BigDecimal> latitude, Field<BigDecimal> longitude) {
    /** Whether there is such a place; null where it is missing. */
    Condition exists() {
      return latitude
          .between(NumberSql.exact(BigDecimal.valueOf(-90)), NumberSql.exact(BigDecimal.valueOf(90)))
          .and(longitude.between(NumberSql.exact(BigDecimal.valueOf(-180)),
              NumberSql.exact(BigDecimal.valueOf(180))));
    }
  }

  /** The haversine formula. */
  Condition of(Near near) {
    Point at = point(query, near.where());
    Point middle = middle(near.place());
    Field<Double> latitude = radians(at.latitude());
    Field<Double> other = radians(middle.latitude());
    Field<Double> up = sine(radians(at.latitude().minus(middle.latitude())));
    Field<Double> along = sine(radians(at.longitude().minus(middle.longitude())));
    Field<Double> half = up.times(up)
        .plus(field("cos({0})", SQLDataType.DOUBLE, latitude)
            .times(field("cos({0})", SQLDataType.DOUBLE, other))
            .times(along)
            .times(along));
    Field<Double> angle = field("asin(sqrt(least({0}, 1)))", SQLDataType.DOUBLE, half);
    return at.exists()
        .and(field("{0} * {1}", SQLDataType.DOUBLE, NumberSql.exact(DIAMETER), angle)
            .coerce(BigDecimal.class)
            .le(NumberSql.exact(near.kilometres())));
  }

  private static Field<Double> radians(Field<BigDecimal> degrees) {
    return field("radians({0})", SQLDataType.DOUBLE, DSL.cast(degrees, SQLDataType.DOUBLE));
  }

  /** The sine of half an angle. */
  private static Field<Double> sine(Field<Double> angle) {
    return field("sin({0} / 2)", SQLDataType.DOUBLE, angle);
  }

  private static Point point(CustomerQuery query, Coordinates where) {
    FieldSql fields = new FieldSql(query);
    Operand first = fields.of(where.latitude());
    if (where.longitude() != null) {
      return new Point(first.number(), fields.of(where.longitude()).number());
    }
    Operand.Source source = first.source();
    String parts = first.parts();
    if (source == null || parts == null) {
      throw new Problem(Message.of("evaluate.wrong-type", where.latitude().name()));
    }
    String positions = query.view()
        .statement()
        .with("coordinates of " + where.latitude().name(),
            select(source.customer().as(Published.NUMBER), field(name(parts, LATITUDE)),
                field(name(parts, LONGITUDE))).from(table(name(source.from())))
                .join(table(name(parts)))
                .on(field(name(parts, ListSql.ROW), Long.class).eq(source.row())));
    query.join(positions);
    return new Point(field(name(positions, LATITUDE), BigDecimal.class),
        field(name(positions, LONGITUDE), BigDecimal.class));
  }

  private Point middle(Place place) {
    return switch (place) {
      case Place.Point(BigDecimal latitude, BigDecimal longitude) ->
        new Point(NumberSql.exact(latitude), NumberSql.exact(longitude));
      case Place.Named named -> {
        TableVersion version = query.view()
            .statement()
            .catalog()
            .tables()
            .stream()
            .filter(t -> t.tableId().equals(named.table())
                || Folding.fold(t.name()).equals(Folding.fold(named.table())))
            .findFirst()
            .orElseThrow(() -> new Problem(Message.of("evaluate.no-table", named.table())));
        yield mean(query.view().statement().published().table(version), named);
      }
    };
  }

  private static Point mean(PublishedTable table, Place.Named named) {
    TableVersion version = table.table();
    Column column = RowColumns.find(version, named.column())
        .orElseThrow(() -> new Problem(
            Message.of("evaluate.no-column", named.column().name(), version.name())));
    Point of = new Point(degrees(table, Meaning.Kind.LATITUDE), degrees(table, Meaning.Kind.LONGITUDE));
    Condition there = Operand.of(table, table.column(column), table.name())
        .foldedText()
        .eq(inline(Folding.fold(named.value())))
        .and(of.exists());
    return new Point(field(select(avg(of.latitude())).from(table(name(table.name()))).where(there)),
        field(select(avg(of.longitude())).from(table(name(table.name()))).where(there)));
  }

  private static Field<BigDecimal> degrees(PublishedTable table, Meaning.Kind kind) {
    return table.table()
        .columns()
        .stream()
        .filter(c -> c.meaning().is(kind))
        .findFirst()
        .map(c -> Operand.of(table, table.column(c), table.name()).number())
        .orElseThrow(() -> new Problem(
            Message.of("evaluate.no-column", kind.name(), table.table().name())));
  }

  /** Even-odd: inside where a ray to the east crosses a ring's edges an odd number of times; the edge itself is inside. */
  Condition of(InArea in) {
    List<List<Area.Corner>> rings = switch (in.area()) {
      case Area.Drawn(var polygons) -> polygons;
      case Area.Shapes shapes -> throw new Problem(Message.of("sql.no-shapes", shapes.layer()));
    };
    String edges = query.view().statement().with("edges of the area", edges(rings));
    CustomerQuery inner = new CustomerQuery(query.view());
    Point at = point(inner, in.where());
    String places = query.view()
        .statement()
        .with("places of customers",
            inner.select(List.of(inner.number(), at.latitude().as(LATITUDE), at.longitude().as(LONGITUDE)),
                at.exists()));
    Field<BigDecimal> x = field(name(places, LONGITUDE), BigDecimal.class);
    Field<BigDecimal> y = field(name(places, LATITUDE), BigDecimal.class);
    Field<BigDecimal> x1 = field(name(edges, "from_longitude"), BigDecimal.class);
    Field<BigDecimal> y1 = field(name(edges, "from_latitude"), BigDecimal.class);
    Field<BigDecimal> x2 = field(name(edges, "to_longitude"), BigDecimal.class);
    Field<BigDecimal> y2 = field(name(edges, "to_latitude"), BigDecimal.class);
    Field<BigDecimal> left = x.minus(x1).times(y2.minus(y1));
    Field<BigDecimal> right = y.minus(y1).times(x2.minus(x1));
    Condition crosses = y.ge(y1).and(y.lt(y2)).and(left.lt(right));
    Condition on = left.eq(right).and(y.between(y1, y2)).and(x.betweenSymmetric(x1, x2));
    Field<Long> number = field(name(places, Published.NUMBER), Long.class);
    Condition inside = DSL.sum(DSL.when(crosses, inline(1)).otherwise(inline(0)))
        .coerce(Long.class)
        .mod(inline(2L))
        .eq(inline(1L))
        .or(DSL.max(DSL.when(on, inline(1)).otherwise(inline(0))).eq(inline(1)));
    return query.number()
        .in(select(number).from(table(name(places)))
            .crossJoin(table(name(edges)))
            .groupBy(number, field(name(edges, "polygon")))
            .having(inside));
  }

  /** Each edge from its southern end to its northern one. */
  private static org.jooq.Select<?> edges(List<List<Area.Corner>> rings) {
    List<RowN> edges = new ArrayList<>();
    for (int ring = 0; ring < rings.size(); ring++) {
      List<Area.Corner> corners = rings.get(ring);
      for (int i = 0; i < corners.size(); i++) {
        Area.Corner a = corners.get(i);
        Area.Corner b = corners.get((i + 1) % corners.size());
        boolean north = a.latitude().compareTo(b.latitude()) <= 0;
        Area.Corner from = north ? a : b;
        Area.Corner to = north ? b : a;
        edges.add(row(List.of(inline(ring + 1), inline(i + 1), NumberSql.exact(from.latitude()),
            NumberSql.exact(from.longitude()), NumberSql.exact(to.latitude()),
            NumberSql.exact(to.longitude()))));
      }
    }
    return DSL.select(DSL.asterisk())
        .from(DSL.values(edges.toArray(RowN[]::new))
            .as("edge", "polygon", "edge_number", "from_latitude",
                "from_longitude", "to_latitude", "to_longitude"));
  }
}
