package app.parcelle.engine.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.store.Stored;

/** The document of a saved clustering: how it was asked for and what came out. Reading is strict. */
final class SavedClusteringJson {
  private static final int VERSION = 2;
  private static final JsonMapper JSON = PipelineJson.strict()
      .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
      .addMixIn(Algorithm.class, Algorithms.class)
      .build();

  private SavedClusteringJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({@JsonSubTypes.Type(value = Algorithm.KMeans.class, name = "k-means"),
      @JsonSubTypes.Type(value = Algorithm.KMedoids.class, name = "k-medoids"),
      @JsonSubTypes.Type(value = Algorithm.KPrototypes.class, name = "k-prototypes"),
      @JsonSubTypes.Type(value = Algorithm.Gower.class, name = "gower"),
      @JsonSubTypes.Type(value = Algorithm.GaussianMixture.class, name = "mixture"),
      @JsonSubTypes.Type(value = Algorithm.Hierarchical.class, name = "hierarchical"),
      @JsonSubTypes.Type(value = Algorithm.Spectral.class, name = "spectral"),
      @JsonSubTypes.Type(value = Algorithm.TwoStep.class, name = "two-step"),
      @JsonSubTypes.Type(value = Algorithm.XMeans.class, name = "x-means"),
      @JsonSubTypes.Type(value = Algorithm.GMeans.class, name = "g-means"),
      @JsonSubTypes.Type(value = Algorithm.Dbscan.class, name = "dbscan"),
      @JsonSubTypes.Type(value = Algorithm.Hdbscan.class, name = "hdbscan")})
  private interface Algorithms {}

  /** @param sizes by cluster, the first that of cluster 1 */
  private record Document(int version, Asked request, int k, List<Integer> sizes, int threads) {
    Document {
      sizes = List.copyOf(sizes);
      Objects.requireNonNull(request);
      if (version > VERSION || (version == VERSION && k != sizes.size())) {
        throw new IllegalArgumentException("version " + version + ", k " + k);
      }
    }
  }

  private record Asked(@Nullable String within, JsonNode preparation, Algorithm algorithm,
      @Nullable Integer k, int maxK, long seed) {
    Asked {
      Objects.requireNonNull(preparation);
      Objects.requireNonNull(algorithm);
    }

    static Asked of(ClusterRequest request) {
      return new Asked(request.within(), PipelineJson.tree(request.preparation()), request.algorithm(),
          request.k(), request.maxK(), request.seed());
    }

    ClusterRequest request() {
      return new ClusterRequest(within, PipelineJson.read(preparation), algorithm, k, maxK, seed);
    }
  }

  static String write(ClusterResult result) {
    return JSON.writeValueAsString(new Document(VERSION, Asked.of(result.request()), result.k(),
        sizes(result.assignment(), result.k()), result.threads()));
  }

  /** The document of one group of customers, kept as they are. */
  static String members(ClusterRequest request, int[] assignment) {
    return JSON
        .writeValueAsString(new Document(VERSION, Asked.of(request), 1, sizes(assignment, 1), 1));
  }

  /** The document with the sizes of another assignment. */
  static String withSizes(Stored.SavedClusters saved, int[] assignment) {
    Document document = document(saved);
    return JSON.writeValueAsString(new Document(VERSION, document.request, document.k,
        sizes(assignment, document.k), document.threads));
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
    return new ProjectView.SavedClustering(saved.id(), saved.name(), document.request.request(), document.k,
        document.sizes, saved.names(), saved.customers(), !saved.model().isEmpty());
  }

  /** Why nobody can be assigned, of a clustering that keeps no model. */
  static Problem withoutModel(Stored.SavedClusters saved) {
    return new Problem(Message.of(document(saved).version == 1
        ? "project.clustering-without-model"
        : "project.clustering-of-members", saved.name()));
  }

  /** @throws Problem when the document is of a newer version, or broken */
  private static Document document(Stored.SavedClusters saved) {
    try {
      JsonNode tree = JSON.readTree(saved.document());
      return tree.path("version").asInt() == 1
          ? first(tree)
          : Objects.requireNonNull(JSON.treeToValue(tree, Document.class));
    } catch (JacksonException | IllegalArgumentException | NullPointerException broken) {
      throw new Problem(Message.of("project.clustering-unreadable", saved.name()), broken);
    }
  }

  /** Version 1 knew k-means only, a logarithm and a scale for each field, and kept no model. */
  private static Document first(JsonNode tree) {
    JsonNode request = tree.required("request");
    List<FieldSteps> fields = new ArrayList<>();
    for (JsonNode field : request.required("fields")) {
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
        Asked.of(new ClusterRequest(null, new Pipeline(fields, 0), new Algorithm.KMeans(Algorithm.STARTS), k,
            request.path("maxK").asInt(), request.path("seed").asLong())),
        tree.required("k").asInt(), sizes, tree.path("threads").asInt());
  }
}
