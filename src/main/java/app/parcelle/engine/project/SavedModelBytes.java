package app.parcelle.engine.project;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.parcelle.engine.cluster.algorithm.Model;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** What a saved clustering assigns customers by, as compressed JSON. Reading is strict. */
final class SavedModelBytes {
  private static final JsonMapper JSON = PipelineJson.strict().addMixIn(Model.class, Models.class).build();

  private SavedModelBytes() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({@JsonSubTypes.Type(value = Model.Centres.class, name = "centres"),
      @JsonSubTypes.Type(value = Model.Labelled.class, name = "labelled"),
      @JsonSubTypes.Type(value = Model.Density.class, name = "density"),
      @JsonSubTypes.Type(value = Model.Mixture.class, name = "mixture"),
      @JsonSubTypes.Type(value = Model.Prototypes.class, name = "prototypes"),
      @JsonSubTypes.Type(value = Model.Gower.class, name = "gower")})
  private interface Models {}

  private record Document(JsonNode fitted, Model model, int[] numberOf, long[] marks) {}

  static byte[] write(SavedModel model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(JSON.writeValueAsBytes(
          new Document(FittedJson.tree(model.fitted()), model.model(), model.numberOf(), model.marks())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @param name of the clustering
   * @param k how many clusters it has
   * @throws Problem when the bytes are no model of so many clusters
   */
  static SavedModel read(byte[] bytes, String name, int k) {
    try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      Document document = Objects.requireNonNull(JSON.readValue(packed.readAllBytes(), Document.class));
      for (int number : document.numberOf) {
        Objects.checkIndex(number - 1, k);
      }
      return new SavedModel(FittedJson.read(document.fitted), document.model, document.numberOf,
          document.marks);
    } catch (IOException | JacksonException | IndexOutOfBoundsException | NullPointerException broken) {
      throw new Problem(Message.of("project.clustering-unreadable", name), broken);
    }
  }
}
