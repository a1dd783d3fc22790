package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.engine.table.Folding;

/** Tests of one value, of a customer or of a row; null, which is not true, where it is missing and the test says nothing of it. */
record ValueSql(View view, Function<FieldRef, Operand> fields) {
  /** The test of one value that a condition is; empty where it is another kind. */
  Optional<Condition> of(app.parcelle.engine.segment.Condition condition) {
    return Optional.ofNullable(switch (condition) {
      case Known(FieldRef field, Knowledge knowledge) -> {
        Operand operand = fields.apply(field);
        yield switch (knowledge) {
          case KNOWN -> operand.value().isNotNull();
          case UNKNOWN -> operand.value().isNull();
          case INVALID -> operand.invalid();
        };
      }
      case TextTest test -> {
        Operand operand = fields.apply(test.field());
        require(operand.type().isText(), test.field());
        Condition positive = text(test, operand);
        yield missing(operand, test.operator().negative() ? not(positive) : positive, test.includeMissing());
      }
      case NumberTest test -> {
        Operand operand = fields.apply(test.field());
        require(operand.type().isNumber(), test.field());
        yield missing(operand,
            NumberSql.passes(operand.number(), test.operator(), test.value(), test.second()),
            test.includeMissing());
      }
      case YesNoTest test -> {
        Operand operand = fields.apply(test.field());
        boolean yes = test.operator() == YesNoOperator.IS_YES || test.operator() == YesNoOperator.IS_NOT_NO;
        Condition is = DSL.condition(operand.yes());
        yield missing(operand, yes ? is : not(is), test.includeMissing());
      }
      case DateTest test -> {
        Operand operand = fields.apply(test.field());
        require(operand.type().isDate(), test.field());
        yield missing(operand,
            new DateSql(view, fields).passes(test.criterion(), operand.value(), operand.type()), test);
      }
      case ListTest test -> ListSql.passes(test, fields.apply(test.field()));
      case ListSize test -> ListSql.passes(test, fields.apply(test.field()));
      default -> null;
    });
  }

  private static void require(boolean fits, FieldRef field) {
    if (!fits) {
      throw new Problem(Message.of("evaluate.wrong-type", field.name()));
    }
  }

  private static Condition missing(Operand operand, Condition test, boolean include) {
    return include ? test.or(operand.value().isNull()) : test;
  }

  /** A comparison of two dates is as missing as either of them. */
  private Condition missing(Operand operand, Condition test, DateTest of) {
    Condition included = missing(operand, test, of.includeMissing());
    Optional<FieldRef> other = switch (of.criterion()) {
      case app.parcelle.engine.segment.DateCriterion.ComparedWith(var order, FieldRef ref) ->
        Optional.of(ref);
      case app.parcelle.engine.segment.DateCriterion.DaysFrom from -> Optional.of(from.other());
      default -> Optional.empty();
    };
    return of.includeMissing() && other.isPresent()
        ? included.or(fields.apply(other.get()).value().isNull())
        : included;
  }

  private Condition text(TextTest test, Operand operand) {
    if (test.operator().positive() == TextOperator.MATCHES) {
      if (view.dialect() != Dialect.H2) {
        view.statement()
            .note("Regular expressions mean what this database takes them for, where Parcelle has RE2");
      }
      return view.dialect()
          .matches(operand.text(), operand.foldedText(), test.values().getFirst(), test.exact());
    }
    Field<String> text = test.exact() ? operand.text() : operand.foldedText();
    List<String> values = test.exact()
        ? test.values()
        : test.values().stream().map(Folding::fold).toList();
    String first = values.isEmpty() ? "" : values.getFirst();
    return switch (test.operator().positive()) {
      case EQUALS -> text.eq(inline(first));
      case IS_ONE_OF -> text.in(values.stream().distinct().sorted().map(DSL::inline).toList());
      case CONTAINS -> text.like(inline("%" + pattern(first) + "%"), '!');
      case STARTS_WITH -> text.like(inline(pattern(first) + "%"), '!');
      case ENDS_WITH -> text.like(inline("%" + pattern(first)), '!');
      default -> throw new IllegalStateException(test.operator().name());
    };
  }

  private static String pattern(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
