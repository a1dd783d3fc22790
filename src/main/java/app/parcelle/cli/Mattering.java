package app.parcelle.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.cluster.importance.Importance;
import app.parcelle.engine.cluster.importance.Importances;
import app.parcelle.engine.cluster.importance.Redundancy;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.project.FieldImportance;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.engine.table.Folding;

/**
 * How much fields matter for another.
 *
 * @param fields without the target
 */
record Mattering(Project project, List<Field> fields, Field target, long seed) {
  static Mattering forField(Project project, List<String> fields, String target, long seed) {
    return of(project, fields, Clustering.field(project, target), seed);
  }

  static Mattering forClusters(Project project, List<String> fields, String clustering, long seed) {
    List<Field> saved = project.fields().fields().stream().filter(Field.Cluster.class::isInstance).toList();
    Field target = saved.stream()
        .filter(f -> f.id().equals(clustering) || Folding.fold(f.name()).equals(Folding.fold(clustering)))
        .findFirst()
        .orElseThrow(() -> Session.problem("export.problem.noClustering", clustering,
            String.join(", ", saved.stream().map(Field::name).toList())));
    return of(project, fields, target, seed);
  }

  private static Mattering of(Project project, List<String> fields, Field target, long seed) {
    List<Field> others = fields.stream()
        .map(name -> Clustering.field(project, name))
        .distinct()
        .filter(field -> !field.id().equals(target.id()))
        .toList();
    if (others.isEmpty()) {
      throw Session.problem("cluster.problem.no-field");
    }
    return new Mattering(project, others, target, seed);
  }

  Answer run(Session session) {
    List<String> ids = Stream.concat(fields.stream(), Stream.of(target)).map(Field::id).toList();
    Sheet all = project.clusterings().sheet(ids, null, session.job()).sheet();
    Sheet sheet = new Sheet(all.rows(), all.columns().subList(0, fields.size()));
    Importances found = FieldImportance.of(sheet, all.columns().getLast(), seed, session.job());
    return new Answer(json(found), lines(found, session));
  }

  private ObjectNode json(Importances found) {
    ObjectNode json = Json.object();
    json.put("target", target.name()).put("rows", found.rows());
    List<Double> weights = found.weights();
    ArrayNode list = json.putArray("fields");
    for (int i = 0; i < fields.size(); i++) {
      Importance field = found.fields().get(i);
      ArrayNode redundant = list.addObject()
          .put("name", field.name())
          .put("mutualInformation", field.mutualInformation())
          .put("association", field.association().value())
          .put("permutation", field.permutation())
          .put("weight", weights.get(i))
          .putArray("redundantWith");
      field.redundantWith().forEach(redundant::add);
    }
    ArrayNode pairs = json.putArray("redundant");
    found.redundant()
        .forEach(pair -> pairs.addObject()
            .put("first", pair.first())
            .put("second", pair.second())
            .put("association", pair.association().value()));
    return json.put("seed", seed);
  }

  /** The most telling field first. */
  private List<String> lines(Importances found, Session session) {
    FieldNames names = new FieldNames(project.fields(), session.texts());
    List<String> lines = new ArrayList<>();
    lines.add(session.text("cli.importance.target", names.title(target), found.rows()));
    IntStream.range(0, fields.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -found.fields().get(i).mutualInformation()))
        .forEach(i -> lines.add(session.text("cli.importance.field", names.title(fields.get(i)),
            found.fields().get(i).mutualInformation(), found.fields().get(i).permutation())));
    for (Redundancy pair : found.redundant()) {
      lines.add(session.texts().text(pair.words()));
    }
    return lines;
  }
}
