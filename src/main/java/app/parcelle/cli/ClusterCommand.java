package app.parcelle.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;

/** Looks for clusters. */
@Command(name = "cluster")
@SuppressWarnings("NullAway.Init")
final class ClusterCommand extends ProjectCommand {
  @Option(names = "--fields", required = true, split = ",", paramLabel = "FIELD", descriptionKey = "cli.option.fields")
  List<String> fields;

  @Option(names = "--k", paramLabel = "N", descriptionKey = "cli.option.k")
  @Nullable
  Integer k;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.option.seed")
  long seed = Clustering.USUAL_SEED;

  @Option(names = "--save", paramLabel = "NAME", descriptionKey = "cli.option.cluster.save")
  @Nullable
  String save;

  @Override
  Answer on(Project open, Session session) {
    return new Clustering(open, fields, k, seed, save).run(session);
  }
}
