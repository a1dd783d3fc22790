package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.InSegment;
import app.parcelle.engine.segment.Condition.Membership;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.RandomSample;
import app.parcelle.engine.segment.Condition.Ranked;

/** Reads one condition of a segment's document, and those within it. */
final class ConditionReader {
  /** Conditions of one document: far beyond what a person writes, yet read and computed in a moment. */
  static final int CONDITIONS = 10_000;

  private static final List<String> KINDS = List.of("all", "any", "not", "everyone", "field", "events",
      "never", "sequence", "column", "occurrence", "rank", "band", "near", "inside", "list", "size",
      "consent", "cluster", "segment", "sample");

  private final FieldTestReader fields = new FieldTestReader();
  private final EventReader events = new EventReader(this);
  private int depth;
  private int conditions;

  private ConditionReader() {}

  static Condition read(JsonPart part) {
    return new ConditionReader().condition(part);
  }

  Condition condition(JsonPart part) {
    if (depth == SegmentPaths.DEPTH) {
      throw new Problem(Message.of("segment.json.deep", part.pointer(), SegmentPaths.DEPTH));
    }
    conditions++;
    if (conditions > CONDITIONS) {
      throw new Problem(Message.of("segment.json.many", part.pointer(), CONDITIONS));
    }
    depth++;
    Condition condition = ofKind(part);
    depth--;
    return condition;
  }

  private Condition ofKind(JsonPart part) {
    List<String> kinds = KINDS.stream().filter(part.object()::has).toList();
    if (kinds.size() != 1) {
      throw part.expected(Message.of("segment.expected.condition", String.join(", ", KINDS)));
    }
    return switch (kinds.getFirst()) {
      case "all" -> new AllOf(conditions(part.only("all").part("all")));
      case "any" -> new AnyOf(conditions(part.only("any").part("any")));
      case "not" -> new Not(condition(part.only("not").part("not")));
      case "everyone" -> everyone(part.only("everyone").part("everyone"));
      case "field" -> fields.test(part);
      case "list" -> fields.list(part);
      case "size" -> fields.size(part);
      case "events" -> events.measured(part);
      case "never" -> events.never(part);
      case "sequence" -> events.sequence(part);
      case "column" -> events.stepTest(part);
      case "occurrence" -> events.occurrence(part);
      case "rank" -> rank(part);
      case "band" -> band(part);
      case "near" -> PlaceReader.near(part);
      case "inside" -> PlaceReader.inside(part);
      case "consent" -> consent(part);
      case "segment" -> segment(part);
      case "sample" -> sample(part.only("sample").part("sample"));
      default -> new InCluster(part.only("cluster", "in").part("cluster").text(),
          PartReader.distinct(part.part("in"), i -> i.whole(1, Integer.MAX_VALUE)));
    };
  }

  private List<Condition> conditions(JsonPart list) {
    return list.items().stream().map(this::condition).toList();
  }

  private static Condition everyone(JsonPart part) {
    if (!part.flag()) {
      throw part.expected(Message.of("segment.expected.oneOf", "true"));
    }
    return new Everyone();
  }

  private static Condition rank(JsonPart part) {
    part.only("rank", "end", "n", "unit", "within");
    return new Ranked(PartReader.field(part.part("rank")), part.part("end").oneOf(Spelling.END),
        part.part("n").number(), PartReader.percent(part), PartReader.optionalField(part, "within"));
  }

  private static Condition band(JsonPart part) {
    part.only("band", "of", "in", "within");
    return new InBand(PartReader.field(part.part("band")), part.part("of").whole(1, Integer.MAX_VALUE),
        PartReader.distinct(part.part("in"), i -> i.whole(1, Integer.MAX_VALUE)),
        PartReader.optionalField(part, "within"));
  }

  private static Condition consent(JsonPart part) {
    part.only("consent", "of", "purpose", "channel", "asOf");
    JsonPart purpose = part.optional("purpose");
    JsonPart channel = part.optional("channel");
    JsonPart asOf = part.optional("asOf");
    return new Consent(part.part("of").text(), part.part("consent").oneOf(Spelling.CONSENT),
        purpose == null ? null : purpose.text(), channel == null ? null : channel.text(),
        asOf == null ? null : asOf.day());
  }

  private static Condition segment(JsonPart part) {
    part.only("segment", "op", part.has("frozen") ? "frozen" : "on");
    boolean in = switch (part.part("op").text()) {
      case Spelling.IN -> true;
      case Spelling.NOT_IN -> false;
      default -> throw part.part("op").expectedOneOf(List.of(Spelling.IN, Spelling.NOT_IN));
    };
    return new InSegment(PartReader.field(part.part("segment")), in, membership(part));
  }

  private static Membership membership(JsonPart part) {
    JsonPart frozen = part.optional("frozen");
    if (frozen != null) {
      return new Membership.Frozen(frozen.text());
    }
    JsonPart on = part.optional("on");
    LocalDate day = on == null ? null : on.day();
    return day == null ? new Membership.Live() : new Membership.On(day);
  }

  private static Condition sample(JsonPart part) {
    part.only("from", "to", "seed");
    BigDecimal from = part.part("from").number();
    return new RandomSample(from, part.part("to").number(), part.part("seed").text());
  }
}
