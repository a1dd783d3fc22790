package app.parcelle.engine.segment;

import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.DateTest;
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
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.Membership;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.Occurrence;
import app.parcelle.engine.segment.Condition.RandomSample;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;

/** Writes a condition as {@link ConditionReader} reads it. */
final class ConditionWriter {
  private ConditionWriter() {}

  static ObjectNode tree(Condition condition) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    switch (condition) {
      case AllOf(List<Condition> children) -> list(node.putArray("all"), children);
      case AnyOf(List<Condition> children) -> list(node.putArray("any"), children);
      case Not(Condition child) -> node.set("not", tree(child));
      case Everyone() -> node.put("everyone", true);
      case Known test -> FieldTestWriter.known(node, test);
      case TextTest test -> FieldTestWriter.text(node, test);
      case NumberTest test -> FieldTestWriter.number(node, test);
      case YesNoTest test -> FieldTestWriter.yesNo(node, test);
      case DateTest test -> FieldTestWriter.date(node, test);
      case ListTest test -> FieldTestWriter.list(node, test);
      case ListSize test -> FieldTestWriter.size(node, test);
      case EventTest test -> EventWriter.test(node, test);
      case EventDateTest test -> EventWriter.date(node, test);
      case EventRelation test -> EventWriter.relation(node, test);
      case EventTrend test -> EventWriter.trend(node, test);
      case EventShare test -> EventWriter.share(node, test);
      case Never test -> EventWriter.never(node, test);
      case Sequence test -> EventWriter.sequence(node, test);
      case StepTest test -> EventWriter.stepTest(node, test);
      case Occurrence(boolean first) -> node.put("occurrence", first ? "first" : "repeated");
      case Ranked test -> rank(node, test);
      case InBand test -> band(node, test);
      case Near test -> PlaceWriter.near(node, test);
      case InArea test -> PlaceWriter.inside(node, test);
      case Consent test -> consent(node, test);
      case InCluster test -> {
        node.put("cluster", test.clustering());
        ArrayNode in = node.putArray("in");
        test.clusters().stream().sorted().forEach(in::add);
      }
      case InSegment test -> segment(node, test);
      case RandomSample(var from, var to, var seed) ->
        node.putObject("sample").put("from", from).put("to", to).put("seed", seed);
    }
    return node;
  }

  private static void list(ArrayNode list, List<Condition> conditions) {
    conditions.forEach(condition -> list.add(tree(condition)));
  }

  private static void rank(ObjectNode node, Ranked test) {
    node.set("rank", PartWriter.field(test.field()));
    node.put("end", Spelling.END.of(test.end())).put("n", test.n());
    PartWriter.unit(node, test.percent());
    PartWriter.field(node, "within", test.within());
  }

  private static void band(ObjectNode node, InBand test) {
    node.set("band", PartWriter.field(test.field()));
    node.put("of", test.count());
    ArrayNode in = node.putArray("in");
    test.bands().stream().sorted().forEach(in::add);
    PartWriter.field(node, "within", test.within());
  }

  private static void consent(ObjectNode node, Consent test) {
    node.put("consent", Spelling.CONSENT.of(test.state())).put("of", test.source());
    if (test.purpose() != null) {
      node.put("purpose", test.purpose());
    }
    if (test.channel() != null) {
      node.put("channel", test.channel());
    }
    if (test.asOf() != null) {
      node.put("asOf", test.asOf().toString());
    }
  }

  private static void segment(ObjectNode node, InSegment test) {
    node.set("segment", PartWriter.field(test.segment()));
    node.put("op", test.in() ? Spelling.IN : Spelling.NOT_IN);
    switch (test.membership()) {
      case Membership.Live() -> {
        // nothing to say
      }
      case Membership.On(var day) -> node.put("on", day.toString());
      case Membership.Frozen(String snapshot) -> node.put("frozen", snapshot);
    }
  }
}
