package app.parcelle.engine.segment;

import java.util.List;
import java.util.function.UnaryOperator;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Segment.Reference;

/**
 * Segments as JSON documents, in the format of {@code src/docs/segment-format.md}. Reading is strict: a part that is unknown,
 * missing or of another type is refused with its JSON Pointer, so that no condition is lost without a word.
 */
public final class SegmentJson {
  public static final int VERSION = 2;

  /** The step at index v - 1 turns a document of version v into one of version v + 1. */
  private static final List<UnaryOperator<ObjectNode>> UPGRADES = List.of(
      // version 2 has more conditions and a limit; it writes those of version 1 as they were
      UnaryOperator.identity());

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .enable(SerializationFeature.INDENT_OUTPUT)
      .build();

  private static final String GREATEST = "greatest";
  private static final String LEAST = "least";

  private SegmentJson() {}

  /**
   * Reads a segment.
   *
   * @throws Problem when the text is not JSON or not a segment of this or an earlier version; the first argument of its
   *     message is the JSON Pointer of the part concerned, or the line for text that is not JSON
   */
  public static Segment read(String json) {
    return read(parse(json));
  }

  /** Reads a segment that is part of another document; pointers start from the segment. */
  public static Segment read(JsonNode document) {
    JsonPart root = upgraded(new JsonPart(document, "").object());
    root.only("version", "name", "asOf", "zone", "rule", "limit");
    JsonPart asOf = root.optional("asOf");
    JsonPart zone = root.optional("zone");
    JsonPart rule = root.part("rule");
    JsonPart limit = root.optional("limit");
    return new Segment(root.part("name").text(),
        rule.node().isNull() ? null : ConditionReader.read(rule),
        asOf == null ? new Reference.Project() : reference(asOf), zone == null ? null : zone.zone(),
        limit == null ? null : limit(limit));
  }

  private static Limit limit(JsonPart part) {
    part.only("keep", "unit", "by", "order", "per", "seed");
    JsonPart order = part.optional("order");
    String word = order == null ? GREATEST : order.node().isString() ? order.text() : "";
    if (order != null && !word.equals(GREATEST) && !word.equals(LEAST)) {
      throw order.expectedOneOf(List.of(GREATEST, LEAST));
    }
    return new Limit(part.part("keep").number(), PartReader.percent(part),
        PartReader.optionalField(part, "by"), word.equals(GREATEST), PartReader.optionalField(part, "per"),
        part.part("seed").text());
  }

  /** The segment as an indented document of the present version. */
  public static String write(Segment segment) {
    return MAPPER.writeValueAsString(tree(segment));
  }

  /** The segment as a tree, to be put into another document. */
  public static ObjectNode tree(Segment segment) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", VERSION);
    root.put("name", segment.name());
    root.put("asOf", switch (segment.reference()) {
      case Reference.Project() -> "project";
      case Reference.Now() -> "now";
      case Reference.Fixed(var day) -> day.toString();
    });
    if (segment.zone() != null) {
      root.put("zone", segment.zone().getId());
    }
    if (segment.rule() == null) {
      root.putNull("rule");
    } else {
      root.set("rule", ConditionWriter.tree(segment.rule()));
    }
    if (segment.limit() != null) {
      write(root.putObject("limit"), segment.limit());
    }
    return root;
  }

  private static void write(ObjectNode node, Limit limit) {
    node.put("keep", limit.n());
    PartWriter.unit(node, limit.percent());
    PartWriter.field(node, "by", limit.by());
    if (limit.by() != null || !limit.greatest()) {
      node.put("order", limit.greatest() ? GREATEST : LEAST);
    }
    PartWriter.field(node, "per", limit.per());
    node.put("seed", limit.seed());
  }

  private static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (StreamConstraintsException e) {
      throw new Problem(Message.of("segment.json.beyond", SegmentPaths.DEPTH, ConditionReader.CONDITIONS), e);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new Problem(Message.of("segment.json.syntax", at == null ? 1 : at.getLineNr(),
          at == null ? 1 : at.getColumnNr()), e);
    }
  }

  private static JsonPart upgraded(JsonPart root) {
    JsonPart part = root.part("version");
    int version = part.whole(1, Integer.MAX_VALUE);
    if (version > VERSION) {
      throw new Problem(Message.of("segment.json.newer", part.pointer(), version, VERSION));
    }
    ObjectNode document = (ObjectNode) root.node();
    for (UnaryOperator<ObjectNode> step : UPGRADES.subList(version - 1, VERSION - 1)) {
      document = step.apply(document);
    }
    return new JsonPart(document, "");
  }

  private static Reference reference(JsonPart asOf) {
    return switch (asOf.node().isString() ? asOf.text() : "") {
      case "project" -> new Reference.Project();
      case "now" -> new Reference.Now();
      default -> {
        try {
          yield new Reference.Fixed(asOf.day());
        } catch (Problem e) {
          throw asOf.expected(Message.of("segment.expected.asOf"), e);
        }
      }
    };
  }
}
