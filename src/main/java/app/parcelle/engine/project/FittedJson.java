package app.parcelle.engine.project;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.parcelle.engine.cluster.prepare.Fitted;
import app.parcelle.engine.message.Problem;

/** What a pipeline learned, as JSON: one object a column, whose kind stands beside its components. Reading is strict. */
public final class FittedJson {
  private static final JsonMapper JSON = PipelineJson.strict()
      .addMixIn(Fitted.Column.class, Kinds.class)
      .build();

  private FittedJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({@JsonSubTypes.Type(value = Fitted.Measure.class, name = "measure"),
      @JsonSubTypes.Type(value = Fitted.Category.class, name = "category"),
      @JsonSubTypes.Type(value = Fitted.LeftOut.class, name = "left out")})
  private interface Kinds {}

  public static JsonNode tree(Fitted fitted) {
    return JSON.valueToTree(fitted);
  }

  /** @throws Problem when the document is not what a pipeline learned; it says where */
  public static Fitted read(JsonNode document) {
    return PipelineJson.read(JSON, document, Fitted.class);
  }
}
