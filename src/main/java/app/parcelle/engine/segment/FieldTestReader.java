package app.parcelle.engine.segment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;

/** Reads tests of one field: its operator says what kind of test it is. */
final class FieldTestReader {
  Condition test(JsonPart part) {
    FieldRef field = PartReader.field(part.part("field"));
    String word = part.part("op").text();
    Optional<Knowledge> knowledge = Spelling.KNOWLEDGE.read(word);
    if (knowledge.isPresent()) {
      part.only("field", "op");
      return new Known(field, knowledge.get());
    }
    Optional<TextOperator> text = Spelling.TEXT.read(word);
    if (text.isPresent()) {
      return textTest(part, field, text.get());
    }
    Optional<YesNoOperator> yesNo = Spelling.YES_NO.read(word);
    if (yesNo.isPresent()) {
      part.only("field", "op", "missing");
      return new YesNoTest(field, yesNo.get(), PartReader.missing(part, yesNo.get().negative()));
    }
    Optional<NumberOperator> number = Spelling.NUMBER.read(word);
    if (number.isPresent() && !(word.equals(Spelling.BETWEEN) && part.part("from").node().isString())) {
      return numberTest(part, field, number.get());
    }
    if (!Spelling.DATES.contains(word)) {
      throw part.part("op").expectedOneOf(operators());
    }
    DateCriterion criterion = new CriterionReader(part, List.of("field", "op", "missing")).read(word);
    return new DateTest(field, criterion, PartReader.missing(part, false));
  }

  private static TextTest textTest(JsonPart part, FieldRef field, TextOperator operator) {
    boolean many = operator.positive() == TextOperator.IS_ONE_OF;
    part.only("field", "op", many ? "values" : "value", "exact", "missing");
    List<String> values = many
        ? PartReader.texts(part.part("values"))
        : List.of(part.part("value").text());
    return new TextTest(field, operator, values, PartReader.exact(part),
        PartReader.missing(part, operator.negative()));
  }

  private static NumberTest numberTest(JsonPart part, FieldRef field, NumberOperator operator) {
    part.only("field", "op", PartReader.first(operator), PartReader.second(operator), "missing");
    return new NumberTest(field, operator, PartReader.value(part, operator),
        PartReader.secondValue(part, operator), PartReader.missing(part, operator.negative()));
  }

  private static List<String> operators() {
    return Stream
        .of(Spelling.KNOWLEDGE.all(), Spelling.TEXT.all(), Spelling.NUMBER.all(), Spelling.YES_NO.all(),
            Spelling.DATES)
        .flatMap(Collection::stream)
        .distinct()
        .toList();
  }

  Condition list(JsonPart part) {
    part.only("list", "op", "values", "exact", "missing");
    ListOperator operator = part.part("op").oneOf(Spelling.LIST);
    return new ListTest(PartReader.field(part.part("list")), operator,
        PartReader.texts(part.part("values")), PartReader.exact(part),
        PartReader.missing(part, operator.negative()));
  }

  Condition size(JsonPart part) {
    NumberOperator operator = part.part("op").oneOf(Spelling.NUMBER);
    part.only("size", "op", PartReader.first(operator), PartReader.second(operator));
    return new ListSize(PartReader.field(part.part("size")), operator, PartReader.value(part, operator),
        PartReader.secondValue(part, operator));
  }
}
