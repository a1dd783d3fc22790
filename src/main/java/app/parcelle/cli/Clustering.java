package app.parcelle.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterRequest.Missing;
import app.parcelle.engine.cluster.ClusterRequest.Preparation;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;

/**
 * One search for clusters in one project. Every field is standardised; amounts and counts that are skewed to the right are put
 * on a logarithmic scale first; customers without a value are left out.
 *
 * @param fields names or ids
 * @param k how many; null for the recommended number
 * @param save the name to keep them under; null not to
 */
record Clustering(Project project, List<String> fields, @Nullable Integer k, long seed,
    @Nullable String save) {
  static final long USUAL_SEED = 42;
  private static final int MOST_CLUSTERS = 10;

  /** Beyond this skewness a scale is better logarithmic; that of an exponential law is 2, of a symmetric one 0. */
  private static final double SKEWED = 1;

  Answer run(Session session) {
    List<Preparation> preparations = fields.stream().map(name -> preparation(name.strip(), session)).toList();
    ClusterRequest request = new ClusterRequest(preparations, k, MOST_CLUSTERS, seed);
    ClusterResult result = project.cluster(request, session.job());
    ObjectNode json = json(result);
    List<String> lines = lines(result, session);
    if (save != null) {
      String id = project.saveClustering(save, request, result);
      json.putObject("saved").put("id", id).put("name", save);
      lines.add(session.text("cli.saved", save));
    }
    return new Answer(json, lines);
  }

  private Preparation preparation(String name, Session session) {
    Field field = project.fields()
        .find(FieldRef.named(name))
        .or(() -> project.fields().find(new FieldRef(name, name)))
        .orElseThrow(() -> Session.problem("cli.problem.no-field", name, names()));
    if (!field.type().isNumber()) {
      throw Session.problem("cli.problem.no-number", field.name());
    }
    double[] values = project.column(field, new Segment.Reference.Project(), session.job()).numbers();
    return new Preparation(field.id(), Missing.LEAVE_OUT, isSkewed(values), true);
  }

  private String names() {
    return String.join(", ",
        project.fields().fields().stream().filter(f -> f.type().isNumber()).map(Field::name).toList());
  }

  /** Whether the values are never negative and their skewness (third standardised moment) is large. */
  static boolean isSkewed(double[] values) {
    double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    double mean = Arrays.stream(present).average().orElse(0);
    double second = 0;
    double third = 0;
    double least = Double.POSITIVE_INFINITY;
    for (double value : present) {
      double apart = value - mean;
      second += apart * apart;
      third += apart * apart * apart;
      least = Math.min(least, value);
    }
    double deviation = Math.sqrt(second / present.length);
    return least >= 0 && deviation > 0
        && third / present.length / (deviation * deviation * deviation) > SKEWED;
  }

  private static ObjectNode json(ClusterResult result) {
    ObjectNode json = Json.object();
    json.put("k", result.k());
    if (result.recommended().isPresent()) {
      json.put("recommended", result.recommended().getAsInt());
    } else {
      json.putNull("recommended");
    }
    ObjectNode silhouette = json.putObject("silhouette");
    result.silhouette().forEach((n, value) -> silhouette.put(Integer.toString(n), value));
    ArrayNode sizes = json.putArray("sizes");
    result.profiles().forEach(profile -> sizes.add(profile.size()));
    ArrayNode profiles = json.putArray("profiles");
    for (ClusterResult.Profile profile : result.profiles()) {
      ObjectNode one = profiles.addObject().put("cluster", profile.cluster()).put("size", profile.size());
      ArrayNode features = one.putArray("fields");
      profile.features()
          .forEach(f -> features.addObject()
              .put("name", f.name())
              .put("mean", f.mean())
              .put("median", f.median())
              .put("overallMean", f.overallMean())
              .put("overallMedian", f.overallMedian())
              .put("difference", f.difference()));
    }
    json.put("seed", result.seed());
    return json;
  }

  private List<String> lines(ClusterResult result, Session session) {
    List<String> lines = new ArrayList<>();
    lines.add(session.texts().text(result.reason()));
    for (ClusterResult.Profile profile : result.profiles()) {
      lines.add(session.text("cli.cluster.profile", profile.cluster(), profile.size()));
      profile.features()
          .forEach(
              f -> lines
                  .add(session.text("cli.cluster.feature", title(f.name(), session), f.median(),
                      f.overallMedian())));
    }
    return lines;
  }

  private String title(String name, Session session) {
    FieldNames names = new FieldNames(project.fields(), session.texts());
    return project.fields().find(FieldRef.named(name)).map(names::title).orElse(name);
  }
}
