package app.parcelle.engine.project;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** A pipeline as JSON: its own components under their names. Reading is strict. */
public final class PipelineJson {
  private static final JsonMapper JSON = strict().build();

  private PipelineJson() {}

  public static String write(Pipeline pipeline) {
    return JSON.writeValueAsString(pipeline);
  }

  public static JsonNode tree(Pipeline pipeline) {
    return JSON.valueToTree(pipeline);
  }

  /** @throws Problem when the text is not a pipeline, or names a step that there is not; it says where */
  public static Pipeline read(String document) {
    try {
      return JSON.readValue(document, Pipeline.class);
    } catch (JacksonException unreadable) {
      throw problem(unreadable);
    }
  }

  /** @throws Problem as for a text */
  public static Pipeline read(JsonNode document) {
    return read(JSON, document, Pipeline.class);
  }

  /** Refuses what is missing, unknown, null or a number where a name stands. */
  static JsonMapper.Builder strict() {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
  }

  static <T> T read(JsonMapper json, JsonNode document, Class<T> type) {
    try {
      return json.treeToValue(document, type);
    } catch (JacksonException unreadable) {
      throw problem(unreadable);
    }
  }

  private static Problem problem(JacksonException unreadable) {
    StringBuilder where = new StringBuilder();
    for (JacksonException.Reference step : unreadable.getPath()) {
      where.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
    }
    return new Problem(Message.of("cluster.problem.pipeline", where.isEmpty() ? "/" : where.toString()),
        unreadable);
  }
}
