package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.End;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.ListOperator;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.ui.segment.Card.Blank;
import app.parcelle.ui.segment.Card.Row;

/** What a field can be asked, by its type, and how a criterion changes from one question to another. */
final class Operators {
  private Operators() {}

  /**
   * One entry of the operator menu.
   *
   * @param key of its text
   * @param chosen whether a criterion asks this now
   * @param choose the criterion asking this, with what was given before where it still means something
   */
  record Choice(String key, Group group, Predicate<Condition> chosen, UnaryOperator<Row> choose) {
    Choice(String key, Predicate<Condition> chosen, UnaryOperator<Row> choose) {
      this(key, Group.VALUE, chosen, choose);
    }

    Choice in(Group other) {
      return new Choice(key, other, chosen, choose);
    }
  }

  /** What entries of the menu stand together under a heading. */
  enum Group {
    VALUE, ELEMENTS, RANK, DAYS, CALENDAR, ANNIVERSARY, COMPARED, CONSENT, KNOWN
  }

  static List<Choice> of(Subject subject, LocalDate today) {
    FieldRef field = subject.ref();
    List<Choice> choices = new ArrayList<>(switch (subject.type()) {
      case TEXT, IDENTIFIER -> subject.is(Subject.Mark.LIST) ? lists(field) : texts(field);
      case WHOLE, DECIMAL -> numbers(field);
      case YES_NO -> yesNo(field);
      case DATE, DATE_TIME -> DateChoices.of(field, today);
    });
    if (subject.is(Subject.Mark.EVENT_DAY)) {
      return choices;
    }
    if (subject.is(Subject.Mark.LIST)) {
      texts(field).forEach(choice -> choices.add(choice.in(Group.VALUE)));
    }
    if (subject.is(Subject.Mark.CONSENT) && !subject.is(Subject.Mark.ROWS)) {
      choices.addAll(consents(field));
    }
    subject.dates()
        .stream()
        .findFirst()
        .filter(_ -> subject.type().isDate())
        .ifPresent(other -> choices.addAll(DateChoices.compared(field, other.ref())));
    if (!subject.is(Subject.Mark.ROWS) && (subject.type().isNumber() || subject.type().isDate())) {
      choices.addAll(ranks(field));
    }
    for (Knowledge knowledge : Knowledge.values()) {
      choices.add(new Choice("builder.known." + id(knowledge), Group.KNOWN, // keys: builder.known.*
          test -> test instanceof Known known && known.knowledge() == knowledge,
          row -> new Row(row.id(), new Known(field, knowledge), Set.of())));
    }
    return choices;
  }

  private static List<Choice> lists(FieldRef field) {
    List<Choice> choices = new ArrayList<>();
    for (ListOperator operator : ListOperator.values()) {
      choices.add(new Choice("builder.elements." + id(operator), Group.ELEMENTS, // keys: builder.elements.*
          test -> test instanceof ListTest list && list.operator() == operator,
          row -> new Row(row.id(), row.test() instanceof ListTest before
              ? new ListTest(field, operator, before.values(), before.exact(),
                  before.operator().negative() == operator.negative()
                      ? before.includeMissing()
                      : operator.negative())
              : new ListTest(field, operator, List.of(), false, operator.negative()), Set.of())));
    }
    choices.add(new Choice("builder.elements.size", Group.ELEMENTS, test -> test instanceof ListSize,
        row -> new Row(row.id(), new ListSize(field, NumberOperator.AT_LEAST, BigDecimal.TWO, null),
            Set.of())));
    return choices;
  }

  private static List<Choice> ranks(FieldRef field) {
    List<Choice> choices = new ArrayList<>();
    for (End end : End.values()) {
      choices.add(new Choice("builder.rank." + id(end), Group.RANK, // keys: builder.rank.*
          test -> test instanceof Ranked ranked && ranked.end() == end,
          row -> new Row(row.id(), row.test() instanceof Ranked before
              ? new Ranked(field, end, before.n(), before.percent(), before.within())
              : new Ranked(field, end, BigDecimal.TEN, true, null), Set.of())));
    }
    choices.add(new Choice("builder.rank.band", Group.RANK, test -> test instanceof InBand,
        row -> new Row(row.id(), new InBand(field, 10, Set.of(10), null), Set.of())));
    return choices;
  }

  private static List<Choice> consents(FieldRef field) {
    List<Choice> choices = new ArrayList<>();
    String source = field.id() == null ? field.name() : field.id();
    for (ConsentState state : ConsentState.values()) {
      choices.add(new Choice("builder.consent." + id(state), Group.CONSENT, // keys: builder.consent.*
          test -> test instanceof Consent consent && consent.state() == state,
          row -> new Row(row.id(), new Consent(source, state, null, null, null), Set.of())));
    }
    return choices;
  }

  /** The field that a criterion asks about; null for events, clusters and everyone. */
  static @org.jspecify.annotations.Nullable FieldRef field(Condition test) {
    return switch (test) {
      case TextTest text -> text.field();
      case NumberTest number -> number.field();
      case YesNoTest yesNo -> yesNo.field();
      case DateTest date -> date.field();
      case Known known -> known.field();
      case ListTest list -> list.field();
      case ListSize size -> size.field();
      case Ranked ranked -> ranked.field();
      case InBand band -> band.field();
      default -> null;
    };
  }

  /** The same criterion with missing values let in or kept out. */
  static Condition includeMissing(Condition test, boolean include) {
    return switch (test) {
      case TextTest t -> new TextTest(t.field(), t.operator(), t.values(), t.exact(), include);
      case NumberTest t -> new NumberTest(t.field(), t.operator(), t.value(), t.second(), include);
      case YesNoTest t -> new YesNoTest(t.field(), t.operator(), include);
      case DateTest t -> new DateTest(t.field(), t.criterion(), include);
      case ListTest t -> new ListTest(t.field(), t.operator(), t.values(), t.exact(), include);
      default -> test;
    };
  }

  /** Whether a criterion lets in those without a value. */
  static boolean includesMissing(Condition test) {
    return switch (test) {
      case TextTest t -> t.includeMissing();
      case NumberTest t -> t.includeMissing();
      case YesNoTest t -> t.includeMissing();
      case DateTest t -> t.includeMissing();
      case ListTest t -> t.includeMissing();
      default -> false;
    };
  }

  static String id(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static List<Choice> texts(FieldRef field) {
    List<Choice> choices = new ArrayList<>();
    for (TextOperator operator : List.of(TextOperator.IS_ONE_OF, TextOperator.IS_NONE_OF,
        TextOperator.CONTAINS,
        TextOperator.NOT_CONTAINS, TextOperator.STARTS_WITH, TextOperator.ENDS_WITH, TextOperator.EQUALS,
        TextOperator.NOT_EQUALS, TextOperator.MATCHES, TextOperator.NOT_MATCHES)) {
      choices.add(new Choice("builder.text." + id(operator), // keys: builder.text.*
          test -> test instanceof TextTest text && text.operator() == operator,
          row -> new Row(row.id(), text(row.test(), field, operator), Set.of())));
    }
    return choices;
  }

  private static Condition text(Condition before, FieldRef field, TextOperator operator) {
    boolean many = operator.positive() == TextOperator.IS_ONE_OF;
    return before instanceof TextTest text
        ? new TextTest(field, operator, many || text.values().size() < 2 ? text.values() : List.of(),
            text.exact(),
            text.operator().negative() == operator.negative() ? text.includeMissing() : operator.negative())
        : new TextTest(field, operator, List.of(), false, operator.negative());
  }

  private static List<Choice> numbers(FieldRef field) {
    List<Choice> choices = new ArrayList<>();
    for (NumberOperator operator : List.of(NumberOperator.BETWEEN, NumberOperator.AT_LEAST,
        NumberOperator.AT_MOST,
        NumberOperator.GREATER, NumberOperator.LESS, NumberOperator.EQUAL, NumberOperator.NOT_EQUAL,
        NumberOperator.NOT_BETWEEN)) {
      choices.add(new Choice("builder.number." + id(operator), // keys: builder.number.*
          test -> test instanceof NumberTest number && number.operator() == operator,
          row -> number(row, field, operator)));
    }
    return choices;
  }

  private static Row number(Row row, FieldRef field, NumberOperator operator) {
    if (!(row.test() instanceof NumberTest before)) {
      return new Row(row.id(), new NumberTest(field, operator, BigDecimal.ZERO,
          operator.needsTwo() ? BigDecimal.ZERO : null, operator.negative()), bothBlank(operator));
    }
    boolean include = before.operator().negative() == operator.negative()
        ? before.includeMissing()
        : operator.negative();
    BigDecimal second = !operator.needsTwo()
        ? null
        : before.second() == null ? BigDecimal.ZERO : before.second();
    return new Row(row.id(), new NumberTest(field, operator, before.value(), second, include),
        blanks(row.blanks().contains(Blank.FIRST),
            operator.needsTwo() && (before.second() == null || row.blanks().contains(Blank.SECOND))));
  }

  private static Set<Blank> bothBlank(NumberOperator operator) {
    return blanks(true, operator.needsTwo());
  }

  static Set<Blank> blanks(boolean first, boolean second) {
    return first
        ? second ? Set.of(Blank.FIRST, Blank.SECOND) : Set.of(Blank.FIRST)
        : second ? Set.of(Blank.SECOND) : Set.of();
  }

  private static List<Choice> yesNo(FieldRef field) {
    List<Choice> choices = new ArrayList<>();
    for (YesNoOperator operator : YesNoOperator.values()) {
      choices.add(new Choice("builder.yesno." + id(operator), // keys: builder.yesno.*
          test -> test instanceof YesNoTest yesNo && yesNo.operator() == operator,
          row -> new Row(row.id(), new YesNoTest(field, operator, operator.negative()), Set.of())));
    }
    return choices;
  }
}
