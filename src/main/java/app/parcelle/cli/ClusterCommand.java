package app.parcelle.cli;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;

/** Looks for clusters. */
@Command(name = "cluster")
@SuppressWarnings("NullAway.Init")
final class ClusterCommand extends ProjectCommand {
  @Option(names = "--fields", required = true, split = ",", paramLabel = "FIELD", descriptionKey = "cli.option.fields")
  List<String> fields;

  @Mixin
  ClusterOptions options = new ClusterOptions();

  @Option(names = "--rules", descriptionKey = "cli.option.cluster.rules")
  boolean rules;

  @Mixin
  ComparisonOptions beside = new ComparisonOptions();

  @Option(names = "--assignments", paramLabel = "FILE", descriptionKey = "cli.option.cluster.assignments")
  @Nullable
  Path assignments;

  @Option(names = "--personas", paramLabel = "OUT.pdf", descriptionKey = "cli.option.cluster.personas")
  @Nullable
  Path personas;

  @Option(names = "--save", paramLabel = "NAME", descriptionKey = "cli.option.cluster.save")
  @Nullable
  String save;

  @Override
  Answer on(Project open, Session session) {
    return new Clustering(open, fields, options, rules, beside, output(assignments), output(personas), save)
        .run(session);
  }

  private static @Nullable Output output(@Nullable Path file) {
    return file == null ? null : Output.direct(file);
  }
}
