package app.parcelle.engine.project;

import java.util.List;
import java.util.stream.IntStream;

import tools.jackson.databind.json.JsonMapper;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.store.Stored;

/** The document of a saved clustering: how it was asked for, and what came out. */
final class SavedClusteringJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SavedClusteringJson() {}

  private record Document(int version, ClusterRequest request, int k, List<Integer> sizes, int threads) {}

  static String write(ClusterRequest request, ClusterResult result) {
    return JSON.writeValueAsString(new Document(1, request, result.k(),
        result.profiles().stream().map(ClusterResult.Profile::size).toList(), result.threads()));
  }

  /** The names as they are kept: stripped, one a cluster; none where all are blank. */
  static List<String> names(List<String> given, int k) {
    if (given.stream().allMatch(String::isBlank)) {
      return List.of();
    }
    return IntStream.range(0, k).mapToObj(i -> i < given.size() ? given.get(i).strip() : "").toList();
  }

  static ProjectView.SavedClustering read(Stored.SavedClusters saved) {
    Document document = JSON.readValue(saved.document(), Document.class);
    return new ProjectView.SavedClustering(saved.id(), saved.name(), document.request(), document.k(),
        document.sizes(), saved.names());
  }
}
