package app.parcelle.engine.value;

import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.JsonPart;
import app.parcelle.engine.value.RfmModel.Monetary;
import app.parcelle.engine.value.RfmModel.RecencyUnit;
import app.parcelle.engine.value.RfmSegment.Bounds;

/** RFM models as JSON documents; reading is strict. */
public final class RfmJson {
  private static final int VERSION = 1;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String EQUAL = "equal groups";
  private static final String PLUS_ONE = "quantiles plus one";

  private RfmJson() {}

  public static ObjectNode tree(RfmModel model) {
    ObjectNode root = JSON.createObjectNode()
        .put("version", VERSION)
        .put("table", model.tableId())
        .put("scores", model.scores())
        .put("recency", word(model.recency()))
        .put("monetary", word(model.monetary()));
    switch (model.edges()) {
      case Edges.EqualGroups _ -> root.put("edges", EQUAL);
      case Edges.QuantilesPlusOne _ -> root.put("edges", PLUS_ONE);
      case Edges.Fixed(var recency, var frequency, var monetary) -> {
        ObjectNode edges = root.putObject("edges");
        numbers(edges.putArray("recency"), recency);
        numbers(edges.putArray("frequency"), frequency);
        numbers(edges.putArray("monetary"), monetary);
      }
    }
    ArrayNode segments = root.putArray("segments");
    for (RfmSegment segment : model.segments()) {
      ObjectNode node = segments.addObject().put("name", segment.name());
      bounds(node.putArray("recency"), segment.recency());
      bounds(node.putArray("frequency"), segment.frequency());
      bounds(node.putArray("monetary"), segment.monetary());
    }
    return root.put("others", model.others());
  }

  public static String write(RfmModel model) {
    return JSON.writeValueAsString(tree(model));
  }

  /** @throws Problem when the document is not a model of this or an earlier version, or a part is out of bounds */
  public static RfmModel read(String document) {
    return read(JSON.readTree(document));
  }

  /** As {@link #read(String)}. */
  public static RfmModel read(JsonNode document) {
    JsonPart root = new JsonPart(document, "").object();
    root.only("version", "table", "scores", "recency", "monetary", "edges", "segments", "others");
    int version = root.part("version").whole(1, Integer.MAX_VALUE);
    if (version > VERSION) {
      throw new Problem(Message.of("value.json.newer", version, VERSION));
    }
    return new RfmModel(root.part("table").text(),
        root.part("scores").whole(RfmModel.LEAST_SCORES, RfmModel.MOST_SCORES),
        choice(root.part("recency"), RecencyUnit.values()), choice(root.part("monetary"), Monetary.values()),
        edges(root.part("edges")), root.part("segments").items().stream().map(RfmJson::segment).toList(),
        root.part("others").text());
  }

  private static Edges edges(JsonPart part) {
    if (!part.node().isString()) {
      part.only("recency", "frequency", "monetary");
      return new Edges.Fixed(numbers(part.part("recency")), numbers(part.part("frequency")),
          numbers(part.part("monetary")));
    }
    return switch (part.text()) {
      case EQUAL -> new Edges.EqualGroups();
      case PLUS_ONE -> new Edges.QuantilesPlusOne();
      default -> throw part.expectedOneOf(List.of(EQUAL, PLUS_ONE));
    };
  }

  private static RfmSegment segment(JsonPart part) {
    part.only("name", "recency", "frequency", "monetary");
    return new RfmSegment(part.part("name").text(), bounds(part.part("recency")),
        bounds(part.part("frequency")), bounds(part.part("monetary")));
  }

  private static Bounds bounds(JsonPart part) {
    List<JsonPart> items = part.items();
    if (items.size() != 2) {
      throw part.expected(Message.of("value.json.bounds"));
    }
    return new Bounds(items.getFirst().whole(1, RfmModel.MOST_SCORES),
        items.getLast().whole(1, RfmModel.MOST_SCORES));
  }

  private static void bounds(ArrayNode node, Bounds bounds) {
    node.add(bounds.first()).add(bounds.last());
  }

  private static List<Double> numbers(JsonPart part) {
    return part.items().stream().map(item -> item.number().doubleValue()).toList();
  }

  private static void numbers(ArrayNode node, List<Double> numbers) {
    numbers.forEach(node::add);
  }

  private static <E extends Enum<E>> E choice(JsonPart part, E[] all) {
    for (E one : all) {
      if (word(one).equals(part.text())) {
        return one;
      }
    }
    throw part.expectedOneOf(List.of(all).stream().map(RfmJson::word).toList());
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
