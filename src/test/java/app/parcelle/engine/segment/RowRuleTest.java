package app.parcelle.engine.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.table.ColumnType;

class RowRuleTest {
  private static final Map<String, ColumnType> COLUMNS = Map.of("Quantity", ColumnType.WHOLE, "UnitPrice",
      ColumnType.DECIMAL, "Invoice no", ColumnType.IDENTIFIER, "Country", ColumnType.TEXT, "Paid",
      ColumnType.YES_NO, "When", ColumnType.DATE_TIME, "2nd \"in\"", ColumnType.WHOLE);

  @Test
  void theRuleOfOnlineRetail() {
    assertEquals(new AllOf(List.of(number("Quantity", NumberOperator.GREATER, "0"),
        number("UnitPrice", NumberOperator.GREATER, "0"))), parse("Quantity > 0 and UnitPrice > 0"));
  }

  @Test
  void andBindsCloserThanOrAndNotCloserThanAnd() {
    Condition a = number("Quantity", NumberOperator.EQUAL, "1");
    Condition b = number("Quantity", NumberOperator.EQUAL, "2");
    Condition c = number("Quantity", NumberOperator.EQUAL, "3");
    assertEquals(new AnyOf(List.of(a, new AllOf(List.of(b, new Not(c))))),
        parse("quantity=1 or quantity = 2 AND not QUANTITY = 3"));
    assertEquals(new AllOf(List.of(new AnyOf(List.of(a, b)), c)),
        parse("(quantity = 1 or quantity = 2) and quantity = 3"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"Quantity != -1.50 | Quantity <> -1.50",
      "`Invoice no` = 'C''1' | \"Invoice no\" = 'C''1'",
      "\"invoice no\" not in ('a', 'b') | \"Invoice no\" not in ('a', 'b')",
      "country in ('x') | Country in ('x')",
      "Quantity in (1,2) | Quantity = 1 or Quantity = 2",
      "Quantity not in (1,2) | not (Quantity = 1 or Quantity = 2)", "paid = true | Paid = yes",
      "Paid <> no | Paid <> no", "when >= '2011-01-01' | When > '2010-12-31'",
      "when <= '2011-12-31' | When < '2012-01-01'", "when <> '2011-12-31' | not (When = '2011-12-31')",
      "Country is missing | Country is missing", "Country is not missing | Country is not missing",
      "Quantity is not invalid | not (Quantity is invalid)",
      "\"2nd \"\"in\"\"\" > 1 | \"2nd \"\"in\"\"\" > 1"})
  void rulesAreWrittenBackInOneForm(String rule, String written) {
    assertEquals(written, RowRule.text(parse(rule)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "Quantity > | 11 | At character 11: a number expected.",
      "Quantity > 'x' | 12 | At character 12: a number expected.",
      "Quantty > 0 | 1 | At character 1: there is no column “Quantty”. Do you mean “Quantity”?",
      "Zodiac > 0 | 1 | At character 1: there is no column “Zodiac”.",
      "Country < 'x' | 9 | At character 9: “Country” is a text and cannot be compared with “<”.",
      "Country = 3 | 11 | At character 11: a text in single quotes expected.",
      "Country = 'x | 11 | At character 11: this quote is never closed.",
      "When > 'May' | 8 | At character 8: a date such as '2011-12-09' expected.",
      "(Quantity > 0 | 14 | At character 14: “)” expected.",
      "Quantity > 0) | 13 | At character 13: and, or, or the end expected.",
      "Quantity # 0 | 10 | At character 10: “#” means nothing here.",
      "Quantity not > 0 | 14 | At character 14: a comparison, “in” or “is” expected.",
      "and | 1 | At character 1: a column name expected.",
      "Paid = 1 | 8 | At character 8: yes or no expected."})
  void whatIsWrongIsSaidWithItsPlace(String rule, int at, String text) {
    Message message = assertThrows(Problem.class, () -> parse(rule)).message();
    assertEquals(at, message.args().getFirst());
    assertEquals(text, new Texts(Locale.ENGLISH).text(message));
  }

  @Test
  void bottomlessNestingIsRefused() {
    Message message = assertThrows(Problem.class, () -> parse("(".repeat(100_000))).message();
    assertEquals("segment.row.deep", message.key());
  }

  @Provide
  Arbitrary<Condition> rules() {
    Arbitrary<Condition> tests = tests();
    return Arbitraries.lazyOf(() -> tests, () -> tests, () -> tests, () -> tests, () -> tests, () -> tests,
        () -> rules().list().ofMinSize(2).ofMaxSize(3).map(AllOf::new),
        () -> rules().list().ofMinSize(2).ofMaxSize(3).map(AnyOf::new), () -> rules().map(Not::new));
  }

  private static Arbitrary<Condition> tests() {
    Arbitrary<FieldRef> numbers = Arbitraries.of("Quantity", "UnitPrice", "2nd \"in\"").map(FieldRef::named);
    Arbitrary<NumberOperator> operators = Arbitraries.of(NumberOperator.class).filter(op -> !op.needsTwo());
    return Arbitraries.oneOf(
        Combinators.combine(numbers, operators, Arbitraries.integers().between(-999, 999))
            .as((field, op, n) -> new NumberTest(field, op, BigDecimal.valueOf(n, 1), null, op.negative())),
        Combinators.combine(Arbitraries.of(TextOperator.NOT_EQUALS, TextOperator.IS_ONE_OF),
            Arbitraries.strings().ofMaxLength(5))
            .as((op, text) -> new TextTest(FieldRef.named("Invoice no"), op, List.of(text), false,
                op.negative())),
        Combinators
            .combine(Arbitraries.of("Paid", "When", "Country"),
                Arbitraries.of(Knowledge.KNOWN, Knowledge.UNKNOWN, Knowledge.INVALID))
            .as((field, knowledge) -> new Known(FieldRef.named(field), knowledge)),
        Arbitraries.of(YesNoOperator.class)
            .map(op -> new YesNoTest(FieldRef.named("Paid"), op, op.negative())),
        Arbitraries.integers()
            .between(0, 30_000)
            .map(LocalDate::ofEpochDay)
            .map(day -> new DateTest(FieldRef.named("When"), new DateCriterion.Before(day), false)));
  }

  @Property(tries = 300)
  void whatIsWrittenIsReadAsTheSame(@ForAll("rules") Condition rule) {
    assertEquals(rule, parse(RowRule.text(rule)));
  }

  private static Condition parse(String rule) {
    return RowRule.parse(rule, COLUMNS);
  }

  private static Condition number(String field, NumberOperator operator, String value) {
    return new NumberTest(FieldRef.named(field), operator, new BigDecimal(value), null, operator.negative());
  }
}
