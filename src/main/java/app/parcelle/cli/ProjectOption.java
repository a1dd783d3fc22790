package app.parcelle.cli;

import java.nio.file.Path;

import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;

/** The project a command works on. */
@SuppressWarnings("NullAway.Init")
final class ProjectOption {
  @Option(names = "--project", required = true, paramLabel = "P.parcelle", descriptionKey = "cli.option.project")
  Path file;

  /** Opens it; where that has brought the file to the present format, the person is told. */
  Project open(Session session) {
    Project project = Project.open(file, session.job());
    project.updated().ifPresent(session.aside());
    return project;
  }
}
