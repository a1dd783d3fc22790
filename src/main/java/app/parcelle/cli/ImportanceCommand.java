package app.parcelle.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;

/** Says which fields matter for another field, or for a saved clustering. */
@Command(name = "importance")
@SuppressWarnings("NullAway.Init")
final class ImportanceCommand extends ProjectCommand {
  @Option(names = "--fields", required = true, split = ",", paramLabel = "FIELD", descriptionKey = "cli.option.importance.fields")
  List<String> fields;

  @Option(names = "--target", paramLabel = "FIELD", descriptionKey = "cli.option.importance.target")
  @Nullable
  String target;

  @Option(names = "--clusters", paramLabel = "CLUSTERING", descriptionKey = "cli.option.importance.clusters")
  @Nullable
  String clusters;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.option.seed")
  long seed = Clustering.USUAL_SEED;

  @Override
  void check() {
    if ((target == null) == (clusters == null)) {
      throw new Misuse("cli.problem.importance");
    }
  }

  @Override
  Answer on(Project open, Session session) {
    return target == null
        ? Mattering.forClusters(open, fields, String.valueOf(clusters), seed).run(session)
        : Mattering.forField(open, fields, target, seed).run(session);
  }
}
