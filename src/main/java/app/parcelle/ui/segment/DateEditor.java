package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.SpokenDays;
import app.parcelle.engine.table.Folding;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.segment.Subject.OtherDate;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** The days of a date criterion: a calendar, a length of time, months or weekdays to tick. */
final class DateEditor implements ValueEditor {
  /** Those whose calendar of public holidays is known. */
  private static final List<String> COUNTRIES = List.of("FR", "BE", "CH", "LU", "DE", "ES", "IT", "GB", "US",
      "CA");

  private final Desk desk;
  private final Subject subject;
  private final Edits edits;
  private final Class<? extends DateCriterion> kind;
  private final List<Node> parts = new ArrayList<>();
  private final List<Consumer<DateCriterion>> shows = new ArrayList<>();
  private Row row;

  DateEditor(Desk desk, Subject subject, DateTest test, Edits edits) {
    this.desk = desk;
    this.subject = subject;
    this.edits = edits;
    this.kind = test.criterion().getClass();
    this.row = new Row(0, test, Set.of());
    build(test.criterion());
  }

  @Override
  public List<Node> parts() {
    return parts;
  }

  @Override
  public boolean show(Row now) {
    if (!(now.test() instanceof DateTest test) || !kind.isInstance(test.criterion())) {
      return false;
    }
    row = now;
    shows.forEach(show -> show.accept(test.criterion()));
    return true;
  }

  private void build(DateCriterion criterion) {
    if (spoken(criterion)) {
      parts.add(calendar());
    }
    switch (criterion) {
      case DateCriterion.InLast _ -> {
        period(c -> ((DateCriterion.InLast) c).period(),
            p -> new DateCriterion.InLast(p, ((DateCriterion.InLast) current()).includingToday()));
      }
      case DateCriterion.InNext _ -> {
        period(c -> ((DateCriterion.InNext) c).period(),
            p -> new DateCriterion.InNext(p, ((DateCriterion.InNext) current()).includingToday()));
      }
      case DateCriterion.OlderThan _ ->
        period(c -> ((DateCriterion.OlderThan) c).period(), DateCriterion.OlderThan::new);
      case DateCriterion.On _ -> day(c -> ((DateCriterion.On) c).day(), DateCriterion.On::new);
      case DateCriterion.Before _ -> day(c -> ((DateCriterion.Before) c).day(), DateCriterion.Before::new);
      case DateCriterion.After _ -> day(c -> ((DateCriterion.After) c).day(), DateCriterion.After::new);
      case DateCriterion.Between _ -> {
        day(c -> ((DateCriterion.Between) c).first(),
            d -> between(d, ((DateCriterion.Between) current()).last()));
        andDay(c -> ((DateCriterion.Between) c).last(),
            d -> between(((DateCriterion.Between) current()).first(), d));
      }
      case DateCriterion.AnniversaryInNext _ -> period(
          c -> new Period(((DateCriterion.AnniversaryInNext) c).days(), Period.Unit.DAYS),
          p -> new DateCriterion.AnniversaryInNext(days(p), DateCriterion.LeapDay.FEBRUARY_28));
      case DateCriterion.Anniversary _ -> {
        day(c -> ofYear(((DateCriterion.Anniversary) c).first()), d -> anniversary(MonthDay.from(d), null));
        andDay(c -> ofYear(((DateCriterion.Anniversary) c).last()), d -> anniversary(null, MonthDay.from(d)));
      }
      case DateCriterion.InMonth _ -> ticks(Month.values(),
          m -> m.getDisplayName(TextStyle.FULL_STANDALONE, desk.texts().locale()),
          c -> ((DateCriterion.InMonth) c).months(), DateCriterion.InMonth::new);
      case DateCriterion.OnWeekday _ -> ticks(DayOfWeek.values(),
          d -> d.getDisplayName(TextStyle.FULL_STANDALONE, desk.texts().locale()),
          c -> ((DateCriterion.OnWeekday) c).days(), DateCriterion.OnWeekday::new);
      case DateCriterion.ComparedWith compared -> otherDate(compared.other(),
          other -> new DateCriterion.ComparedWith(((DateCriterion.ComparedWith) current()).order(), other),
          c -> ((DateCriterion.ComparedWith) c).other());
      case DateCriterion.InWhole(var unit, var ago) -> {
        Wrapping line = new Wrapping();
        line.setPrefWrapLength(240);
        line.getChildren()
            .setAll(WindowEditor.whole(desk, unit, ago,
                (u, n) -> replace(new DateCriterion.InWhole(u, n))));
        parts.add(line);
        shows.add(c -> show(line, (DateCriterion.InWhole) c));
      }
      case DateCriterion.DaysFrom days -> {
        Comparison comparison = new Comparison(desk, subject.title(), desk.text("builder.date.daysAfter"),
            asked(days), asked -> replace(days(asked)));
        parts.add(comparison);
        shows.add(c -> comparison.show(asked((DateCriterion.DaysFrom) c)));
        otherDate(days.other(), other -> {
          DateCriterion.DaysFrom now = (DateCriterion.DaysFrom) current();
          return new DateCriterion.DaysFrom(other, now.operator(), now.days(), now.second());
        }, c -> ((DateCriterion.DaysFrom) c).other());
      }
      case DateCriterion.AtHour _ -> {
        hour(c -> ((DateCriterion.AtHour) c).from(),
            h -> new DateCriterion.AtHour(h, ((DateCriterion.AtHour) current()).to()));
        parts.add(Parts.fixed(desk.text("builder.window.to"), "muted"));
        hour(c -> ((DateCriterion.AtHour) c).to(),
            h -> new DateCriterion.AtHour(((DateCriterion.AtHour) current()).from(), h));
      }
      case DateCriterion.OnKindOfDay _ -> kindOfDay();
    }
  }

  /** Whether it can be said as days: the others are no days on a calendar. */
  private static boolean spoken(DateCriterion criterion) {
    return switch (criterion) {
      case DateCriterion.InLast _,DateCriterion.InNext _,DateCriterion.OlderThan _,DateCriterion.On _,DateCriterion.Before _,DateCriterion.After _,DateCriterion.Between _,DateCriterion.InWhole _ ->
        true;
      default -> false;
    };
  }

  private Node calendar() {
    Button calendar = Parts.iconButton(Feather.CALENDAR, desk.text("builder.spoken.name"));
    calendar.setOnAction(_ -> {
      Bubble[] bubble = new Bubble[1];
      SpokenDays days = new SpokenDays(desk.today(), desk.texts().locale());
      SpokenField field = new SpokenField(desk, days::criterion, Optional::of,
          meant -> desk.clause(new DateTest(subject.ref(), meant, false)), meant -> {
            bubble[0].hide();
            replace(meant);
          });
      field.setPrefWidth(380);
      bubble[0] = Bubble.under(calendar, field);
    });
    return calendar;
  }

  private void show(Wrapping line, DateCriterion.InWhole now) {
    line.getChildren()
        .setAll(WindowEditor.whole(desk, now.unit(), now.ago(),
            (u, n) -> replace(new DateCriterion.InWhole(u, n))));
  }

  private static Comparison.Asked asked(DateCriterion.DaysFrom days) {
    Integer second = days.second();
    return new Comparison.Asked(days.operator(), BigDecimal.valueOf(days.days()),
        second == null ? null : BigDecimal.valueOf(second));
  }

  private DateCriterion days(Comparison.Asked asked) {
    BigDecimal second = asked.upTo();
    return new DateCriterion.DaysFrom(((DateCriterion.DaysFrom) current()).other(), asked.operator(),
        asked.value().intValue(), second == null ? null : second.intValue());
  }

  private void hour(Function<DateCriterion, Integer> get, Function<Integer, DateCriterion> make) {
    List<Integer> hours = IntStream.range(0, 24).boxed().toList();
    MenuButton choice = Inputs.choice(hours, get.apply(current()), h -> desk.text("builder.date.oclock", h),
        h -> replace(make.apply(h)));
    choice.setAccessibleText(desk.text("builder.date.hour"));
    parts.add(choice);
    shows.add(criterion -> Inputs.choose(choice, get.apply(criterion)));
  }

  private void kindOfDay() {
    DateCriterion.OnKindOfDay start = (DateCriterion.OnKindOfDay) current();
    List<DateCriterion.KindOfDay> kinds = List.of(DateCriterion.KindOfDay.values());
    MenuButton kind = Inputs.choice(kinds, start.kind(),
        k -> desk.text("builder.kindOfDay." + Operators.id(k)), // keys: builder.kindOfDay.*
        k -> replace(new DateCriterion.OnKindOfDay(k, ((DateCriterion.OnKindOfDay) current()).country())));
    kind.setAccessibleText(desk.text("builder.date.kindOfDay"));
    List<String> countries = new ArrayList<>(COUNTRIES);
    if (!countries.contains(start.country())) {
      countries.add(start.country());
    }
    MenuButton country = Inputs.choice(countries, start.country(),
        code -> Locale.of("", code).getDisplayCountry(desk.texts().locale()),
        code -> replace(new DateCriterion.OnKindOfDay(((DateCriterion.OnKindOfDay) current()).kind(), code)));
    country.setAccessibleText(desk.text("builder.date.country"));
    parts.addAll(List.of(kind, country));
    shows.add(c -> {
      DateCriterion.OnKindOfDay now = (DateCriterion.OnKindOfDay) c;
      Inputs.choose(kind, kinds.indexOf(now.kind()));
      Inputs.choose(country, countries.indexOf(now.country()));
    });
  }

  private void period(Function<DateCriterion, Period> get, Function<Period, DateCriterion> make) {
    PeriodField field = new PeriodField(desk, get.apply(current()), period -> replace(make.apply(period)));
    parts.add(field);
    shows.add(criterion -> field.show(get.apply(criterion)));
  }

  private void day(Function<DateCriterion, LocalDate> get, Function<LocalDate, DateCriterion> make) {
    parts.add(picker(get, make));
  }

  /** The second of two days, with the word between them. */
  private void andDay(Function<DateCriterion, LocalDate> get, Function<LocalDate, DateCriterion> make) {
    parts.add(Parts.line(6, Parts.fixed(desk.text("builder.number.and"), "muted"), picker(get, make)));
  }

  private DatePicker picker(Function<DateCriterion, LocalDate> get,
      Function<LocalDate, DateCriterion> make) {
    DatePicker picker = Inputs.day(get.apply(current()), desk);
    picker.valueProperty().addListener((_, _, day) -> {
      if (day != null && !day.equals(get.apply(current()))) {
        replace(make.apply(day));
      }
    });
    shows.add(criterion -> picker.setValue(get.apply(criterion)));
    return picker;
  }

  /** Which other date; one that is no longer there can be seen, and left. */
  private void otherDate(FieldRef start, Function<FieldRef, DateCriterion> make,
      Function<DateCriterion, FieldRef> get) {
    List<FieldRef> others = new ArrayList<>(subject.dates().stream().map(OtherDate::ref).toList());
    FieldRef first = find(others, start).orElse(start);
    if (!others.contains(first)) {
      others.add(first);
    }
    MenuButton choice = Inputs.choice(others, first, this::title, other -> replace(make.apply(other)));
    choice.setAccessibleText(desk.text("builder.date.other", subject.title()));
    parts.add(choice);
    shows.add(criterion -> find(others, get.apply(criterion))
        .ifPresent(other -> Inputs.choose(choice, others.indexOf(other))));
  }

  /** A reference that a person wrote has no id, or a name in other letters. */
  private static Optional<FieldRef> find(List<FieldRef> others, FieldRef wanted) {
    return others.stream()
        .filter(other -> wanted.id() == null
            ? Folding.fold(other.name()).equals(Folding.fold(wanted.name()))
            : wanted.id().equals(other.id()))
        .findFirst();
  }

  private String title(FieldRef other) {
    return subject.dates()
        .stream()
        .filter(date -> date.ref().equals(other))
        .map(OtherDate::title)
        .findFirst()
        .orElse(other.name());
  }

  private <T extends Enum<T>> void ticks(T[] all, Function<T, String> name,
      Function<DateCriterion, Set<T>> get,
      Function<Set<T>, DateCriterion> make) {
    Button button = new Button();
    button.getStyleClass().add("value");
    Bubble.on(button, () -> {
      VBox list = new VBox(6);
      for (T one : all) {
        CheckBox box = new CheckBox(name.apply(one));
        box.setSelected(get.apply(current()).contains(one));
        box.setOnAction(_ -> {
          Set<T> chosen = EnumSet.noneOf(one.getDeclaringClass());
          chosen.addAll(get.apply(current()));
          if (!chosen.remove(one)) {
            chosen.add(one);
          }
          replace(make.apply(chosen));
        });
        list.getChildren().add(box);
      }
      return list;
    });
    parts.add(button);
    shows.add(criterion -> {
      List<String> names = get.apply(criterion).stream().sorted().map(name).toList();
      button.setText(names.isEmpty() ? desk.text("builder.text.choose") : String.join(", ", names));
    });
  }

  private DateCriterion between(LocalDate first, LocalDate last) {
    return first.isAfter(last)
        ? new DateCriterion.Between(last, first)
        : new DateCriterion.Between(first, last);
  }

  private DateCriterion anniversary(@org.jspecify.annotations.Nullable MonthDay first,
      @org.jspecify.annotations.Nullable MonthDay last) {
    DateCriterion.Anniversary now = (DateCriterion.Anniversary) current();
    return new DateCriterion.Anniversary(first == null ? now.first() : first,
        last == null ? now.last() : last,
        now.leapDay());
  }

  private LocalDate ofYear(MonthDay day) {
    return day.atYear(desk.today().getYear());
  }

  private static int days(Period period) {
    return switch (period.unit()) {
      case DAYS -> period.n();
      case WEEKS -> 7 * period.n();
      case MONTHS -> 30 * period.n();
      case YEARS -> 365 * period.n();
    };
  }

  private DateCriterion current() {
    return ((DateTest) row.test()).criterion();
  }

  private void replace(DateCriterion criterion) {
    DateTest test = (DateTest) row.test();
    edits.replace(new Row(row.id(), new DateTest(test.field(), criterion, test.includeMissing()), Set.of()),
        false);
  }
}
