package app.parcelle.engine.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.Model;
import app.parcelle.engine.cluster.prepare.Fitted;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.store.Stored;

/** The document of a saved clustering: how it was asked for, what came out, and the model that assigns new customers. */
final class SavedClusteringJson {
  private static final int VERSION = 2;
  private static final JsonMapper JSON = JsonMapper.builder()
      .addMixIn(Algorithm.class, Named.class)
      .addMixIn(Model.class, Named.class)
      .addMixIn(Fitted.Column.class, Named.class)
      .build();

  private SavedClusteringJson() {}

  /** One of several kinds, by the simple name of its class. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
  private interface Named {}

  /** @param sizes by cluster, the first that of cluster 1 */
  private record Document(int version, ClusterRequest request, int k, List<Integer> sizes, int threads,
      @Nullable Fitted fitted, @Nullable Model model, int @Nullable [] numberOf) {}

  static String write(ClusterResult result) {
    return JSON.writeValueAsString(new Document(VERSION, result.request(), result.k(),
        sizes(result.assignment(), result.k()), result.threads(), result.prepared().fitted(),
        result.partition().model(), result.numberOf()));
  }

  /** The document of one group of customers, kept as they are. */
  static String members(ClusterRequest request, int[] assignment) {
    return JSON.writeValueAsString(
        new Document(VERSION, request, 1, sizes(assignment, 1), 1, null, null, null));
  }

  /** The document with the sizes of another assignment. */
  static String withSizes(Stored.SavedClusters saved, int[] assignment) {
    Document document = document(saved);
    return JSON.writeValueAsString(new Document(VERSION, document.request, document.k,
        sizes(assignment, document.k), document.threads, document.fitted, document.model, document.numberOf));
  }

  private static List<Integer> sizes(int[] assignment, int k) {
    int[] sizes = new int[k];
    for (int cluster : assignment) {
      if (cluster > 0) {
        sizes[cluster - 1]++;
      }
    }
    return IntStream.of(sizes).boxed().toList();
  }

  /** The names as they are kept: stripped, one a cluster; none where all are blank. */
  static List<String> names(List<String> given, int k) {
    if (given.stream().allMatch(String::isBlank)) {
      return List.of();
    }
    return IntStream.range(0, k).mapToObj(i -> i < given.size() ? given.get(i).strip() : "").toList();
  }

  static ProjectView.SavedClustering read(Stored.SavedClusters saved) {
    Document document = document(saved);
    return new ProjectView.SavedClustering(saved.id(), saved.name(), document.request, document.k,
        document.sizes, saved.names(), saved.customers(), document.model != null);
  }

  static Optional<SavedModel> model(Stored.SavedClusters saved) {
    Document document = document(saved);
    return document.model == null || document.fitted == null || document.numberOf == null
        ? Optional.empty()
        : Optional.of(new SavedModel(document.request, document.fitted, document.model, document.numberOf));
  }

  private static Document document(Stored.SavedClusters saved) {
    JsonNode tree = JSON.readTree(saved.document());
    return tree.path("version").asInt() == 1 ? first(tree) : JSON.treeToValue(tree, Document.class);
  }

  /** Version 1 knew k-means only, a logarithm and a scale for each field, and kept no model. */
  private static Document first(JsonNode tree) {
    JsonNode request = tree.path("request");
    List<FieldSteps> fields = new ArrayList<>();
    for (JsonNode field : request.path("fields")) {
      fields.add(new FieldSteps(field.path("field").asString(),
          Pipeline.Missing.valueOf(field.path("missing").asString()), 0,
          field.path("log").asBoolean() ? Pipeline.Shape.LOG : Pipeline.Shape.AS_IS,
          field.path("standardise").asBoolean() ? Pipeline.Scale.STANDARD : Pipeline.Scale.NONE,
          Pipeline.Encoding.ONE_HOT, 1));
    }
    Integer k = request.path("k").isNull() ? null : Integer.valueOf(request.path("k").asInt());
    List<Integer> sizes = new ArrayList<>();
    tree.path("sizes").forEach(size -> sizes.add(size.asInt()));
    return new Document(1,
        new ClusterRequest(null, new Pipeline(fields, 0), new Algorithm.KMeans(Algorithm.STARTS), k,
            request.path("maxK").asInt(), request.path("seed").asLong()),
        tree.path("k").asInt(), sizes, tree.path("threads").asInt(), null, null, null);
  }
}
