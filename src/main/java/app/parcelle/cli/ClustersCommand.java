package app.parcelle.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.project.Clusterings;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedClustering;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Folding;

/** Renames, removes or refreshes saved clusters; then lists those that there are. */
@Command(name = "clusters")
@SuppressWarnings("NullAway.Init")
final class ClustersCommand extends ProjectCommand {
  @Option(names = "--rename", paramLabel = "CLUSTERS", descriptionKey = "cli.option.clusters.rename")
  @Nullable
  String renamed;

  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.option.clusters.name")
  @Nullable
  String name;

  @Option(names = "--remove", paramLabel = "CLUSTERS", descriptionKey = "cli.option.clusters.remove")
  @Nullable
  String removed;

  @Option(names = "--refresh", paramLabel = "CLUSTERS", descriptionKey = "cli.option.clusters.refresh")
  @Nullable
  String refreshed;

  @Override
  void check() {
    List<String> actions = Stream.of(renamed == null ? "" : "--rename", removed == null ? "" : "--remove",
        refreshed == null ? "" : "--refresh").filter(action -> !action.isEmpty()).toList();
    if (actions.size() > 1) {
      throw new Misuse("cli.problem.one-of", actions.get(0), actions.get(1));
    }
    if ((renamed == null) != (name == null)) {
      throw new Misuse("cli.problem.needs", renamed == null ? "--name" : "--rename",
          renamed == null ? "--rename" : "--name");
    }
  }

  @Override
  Answer on(Project open, Session session) {
    ObjectNode json = Json.object();
    List<String> lines = new ArrayList<>();
    if (renamed != null && name != null) {
      open.clusterings().rename(named(open, renamed).id(), name);
    } else if (removed != null) {
      open.clusterings().remove(named(open, removed).id());
    } else if (refreshed != null) {
      SavedClustering saved = named(open, refreshed);
      add(saved, open.clusterings().refresh(saved.id(), session.job()), json, lines, session);
    }
    ArrayNode all = json.putArray("clusterings");
    for (SavedClustering saved : open.view().clusterings()) {
      all.add(json(open, saved));
      lines.add(session.text("cli.clusters.clusters", saved.name(), saved.k(),
          saved.sizes().stream().mapToInt(Integer::intValue).sum()));
    }
    return new Answer(json, lines);
  }

  private static void add(SavedClustering saved, Clusterings.Refreshed told, ObjectNode json,
      List<String> lines, Session session) {
    json.putObject("refreshed")
        .put("name", saved.name())
        .put("assigned", told.assigned())
        .put("entered", told.entered())
        .put("moved", told.moved())
        .put("left", told.left());
    lines.add(session.text("cli.clusters.refreshed", saved.name(), told.assigned(), told.entered(),
        told.moved(), told.left()));
  }

  private static ObjectNode json(Project open, SavedClustering saved) {
    ObjectNode json = Json.object()
        .put("id", saved.id())
        .put("name", saved.name())
        .put("algorithm", AlgorithmText.name(saved.request().algorithm()))
        .put("k", saved.k());
    ArrayNode fields = json.putArray("fields");
    for (FieldSteps steps : saved.request().preparation().fields()) {
      fields.add(open.fields().withId(steps.field()).map(Field::name).orElse(steps.field()));
    }
    ArrayNode sizes = json.putArray("sizes");
    saved.sizes().forEach(sizes::add);
    ArrayNode names = json.putArray("names");
    saved.names().forEach(names::add);
    return json.put("customers", saved.customers()).put("refreshable", saved.hasModel());
  }

  private static SavedClustering named(Project open, String name) {
    List<SavedClustering> all = open.view().clusterings();
    String folded = Folding.fold(name);
    return all.stream()
        .filter(saved -> Folding.fold(saved.name()).equals(folded))
        .findFirst()
        .orElseThrow(() -> Session.problem("cli.problem.no-clusters", name,
            String.join(", ", all.stream().map(SavedClustering::name).toList())));
  }
}
