package app.parcelle.cli;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;

/** Writes saved segments as an Excel workbook. */
@Command(name = "export")
@SuppressWarnings("NullAway.Init")
final class ExportCommand extends ProjectCommand {
  @Option(names = "--segment", required = true, arity = "1..*", paramLabel = "NAME", descriptionKey = "cli.option.export.segment")
  List<String> segments;

  @Option(names = "--to", required = true, paramLabel = "OUT.xlsx", descriptionKey = "cli.option.export.to")
  Path to;

  @Option(names = "--personas", paramLabel = "CLUSTERING", descriptionKey = "cli.option.export.personas")
  @Nullable
  String personas;

  @Override
  Answer on(Project open, Session session) {
    return Exporting.run(open, segments, personas, Output.direct(to), session);
  }
}
