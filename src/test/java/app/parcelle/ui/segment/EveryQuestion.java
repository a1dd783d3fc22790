package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.CalendarUnit;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Gap;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Trait;
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

  /** Everything that is asked of the events of a table, one criterion each. */
  public static Segment ofEvents(FieldCatalog catalog) {
    TableVersion table = events(catalog).getFirst();
    Row first = new Row(0, new Source.OfEvents(table).start(), Set.of());
    List<Condition> all = new ArrayList<>();
    for (EventQuestion question : EventQuestion.all(table)) {
      boolean measured = question.kind() == EventQuestion.Kind.MEASURE
          && all.stream().anyMatch(test -> EventQuestion.of(test).group().equals(question.group()));
      Condition asked = question.ask(first, table).test();
      if (!measured && Card.complete(asked)) {
        all.add(asked);
      }
    }
    return segment("Events", all, null);
  }

  /** Sequences, a segment in the segment, a sample, ranks, and a limit. */
  public static Segment ofPeople(FieldCatalog catalog, FieldRef other) {
    TableVersion table = events(catalog).getFirst();
    TableVersion second = events(catalog).getLast();
    Condition.Sequence bought = (Condition.Sequence) new Source.OfSequence(table).start();
    List<Condition.Step> steps = List.of(bought.steps().getFirst(),
        new Condition.Step(second.name(), null,
            new Gap(new Gap.Elapsed(1, Gap.Unit.DAYS), new Gap.Elapsed(2, Gap.Unit.WEEKS)), false),
        new Condition.Step(table.name(), null, new Gap(null, new Gap.Elapsed(30, Gap.Unit.DAYS)), true));
    FieldRef frequency = catalog.fields()
        .stream()
        .filter(field -> field instanceof Field.OfTrait of && of.trait() == Trait.FREQUENCY)
        .map(FieldMeanings::ref)
        .findFirst()
        .orElseThrow();
    List<Condition> all = List.of(new Condition.Sequence(steps, new Window.Whole(CalendarUnit.YEAR, 0)),
        new Condition.InSegment(other, true, new Condition.Membership.Live()),
        new Condition.Ranked(frequency, Condition.End.TOP, BigDecimal.TEN, true, null),
        new Condition.InBand(frequency, 10, Set.of(8, 9, 10), null),
        new Condition.RandomSample(BigDecimal.ZERO, BigDecimal.valueOf(50), "1"));
    return segment("People", all, new Limit(BigDecimal.valueOf(500), false, frequency, true, null, "1"));
  }

  private static Segment segment(String name, List<Condition> all, @Nullable Limit limit) {
    return new Segment(name, new Condition.AnyOf(all), new Segment.Reference.Project(), null, limit);
  }

  private static List<TableVersion> events(FieldCatalog catalog) {
    return catalog.tables().stream().filter(table -> catalog.events(table.name()).isPresent()).toList();
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
