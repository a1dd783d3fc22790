package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.segment.Subject.OtherDate;

/** A segment that asks all that can be asked: every operator of one field of each type, events and clusters. */
public final class EveryQuestion {
  private EveryQuestion() {}

  /** @param today the day the answers are as of */
  public static Segment of(FieldCatalog catalog, LocalDate today) {
    List<Condition> all = new ArrayList<>();
    Set<ColumnType> asked = EnumSet.noneOf(ColumnType.class);
    for (Field field : catalog.fields()) {
      if (field instanceof Field.Cluster) {
        all.add(new Condition.InCluster(field.name(), Set.of(1)));
      } else if (asked.add(field.type())) {
        all.addAll(about(field, catalog, today));
      }
    }
    catalog.tables()
        .stream()
        .flatMap(table -> catalog.events(table.name()).stream())
        .forEach(table -> all.addAll(about(table, today)));
    return new Segment("All that can be asked", new Condition.AnyOf(all), new Segment.Reference.Project(),
        null);
  }

  private static List<Condition> about(Field field, FieldCatalog catalog, LocalDate today) {
    List<OtherDate> dates = catalog.fields()
        .stream()
        .filter(other -> other.type().isDate() && !other.equals(field))
        .map(other -> new OtherDate(new FieldRef(other.name(), other.id()), other.name()))
        .toList();
    Subject subject = new Subject(new FieldRef(field.name(), field.id()), field.name(), field.type(),
        field.scale(), dates, Set.of(), _ -> {}, (_, _, _) -> {});
    Row first = new Row(0, new Source.OfField(field, false).start(), Set.of());
    return Operators.of(subject, today).stream().map(choice -> choice.choose().apply(first).test()).toList();
  }

  private static List<Condition> about(TableVersion table, LocalDate today) {
    Window year = new Window.Between(today.minusYears(1), today);
    Condition.EventTest counted = (Condition.EventTest) new Source.OfEvents(table).start();
    return List.of(counted,
        new Condition.EventTest(table.name(), Measure.COUNT, null, NumberOperator.BETWEEN, BigDecimal.ONE,
            BigDecimal.TEN, year, null),
        new Condition.EventTest(table.name(), Measure.DAYS_SINCE_LAST, null, NumberOperator.AT_MOST,
            BigDecimal.TEN, null, new Window.Ever(), null),
        new Condition.Never(table.name(), new Window.Since(today.minusYears(1)), null));
  }
}
