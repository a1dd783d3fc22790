package app.parcelle.engine.segment;

import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;

/** Writes tests of one field as {@link FieldTestReader} reads them. */
final class FieldTestWriter {
  private FieldTestWriter() {}

  static void known(ObjectNode node, Known test) {
    field(node, test.field(), Spelling.KNOWLEDGE.of(test.knowledge()));
  }

  static void text(ObjectNode node, TextTest test) {
    field(node, test.field(), Spelling.TEXT.of(test.operator()));
    if (test.operator().positive() == TextOperator.IS_ONE_OF) {
      texts(node, test.values());
    } else if (test.values().size() > 1) {
      throw new IllegalArgumentException("one value expected for " + test.operator());
    } else {
      node.put("value", test.values().isEmpty() ? "" : test.values().getFirst());
    }
    exact(node, test.exact());
    PartWriter.missing(node, test.includeMissing(), test.operator().negative());
  }

  static void number(ObjectNode node, NumberTest test) {
    field(node, test.field(), Spelling.NUMBER.of(test.operator()));
    PartWriter.numbers(node, test.operator(), test.value(), test.second());
    PartWriter.missing(node, test.includeMissing(), test.operator().negative());
  }

  static void yesNo(ObjectNode node, YesNoTest test) {
    field(node, test.field(), Spelling.YES_NO.of(test.operator()));
    PartWriter.missing(node, test.includeMissing(), test.operator().negative());
  }

  static void date(ObjectNode node, DateTest test) {
    field(node, test.field(), Spelling.of(test.criterion()));
    CriterionWriter.write(node, test.criterion());
    PartWriter.missing(node, test.includeMissing(), false);
  }

  static void list(ObjectNode node, ListTest test) {
    node.set("list", PartWriter.field(test.field()));
    node.put("op", Spelling.LIST.of(test.operator()));
    texts(node, test.values());
    exact(node, test.exact());
    PartWriter.missing(node, test.includeMissing(), test.operator().negative());
  }

  static void size(ObjectNode node, ListSize test) {
    node.set("size", PartWriter.field(test.field()));
    node.put("op", Spelling.NUMBER.of(test.operator()));
    PartWriter.numbers(node, test.operator(), test.value(), test.second());
  }

  private static void field(ObjectNode node, FieldRef field, String operator) {
    node.set("field", PartWriter.field(field));
    node.put("op", operator);
  }

  private static void texts(ObjectNode node, List<String> texts) {
    ArrayNode values = node.putArray("values");
    texts.forEach(values::add);
  }

  private static void exact(ObjectNode node, boolean exact) {
    if (exact) {
      node.put("exact", true);
    }
  }
}
