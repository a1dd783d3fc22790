package app.parcelle.cli;

import java.nio.file.Path;

import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;

/** The project a command works on. */
@SuppressWarnings("NullAway.Init")
final class ProjectOption {
  @Option(names = "--project", required = true, paramLabel = "P.parcelle", descriptionKey = "cli.option.project")
  Path file;

  Project open() {
    return Project.open(file);
  }
}
