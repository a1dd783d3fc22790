package app.parcelle.cli;

import picocli.CommandLine.Mixin;

import app.parcelle.engine.project.Project;

/** A command that works on a project there is. */
@SuppressWarnings("NullAway.Init")
abstract class ProjectCommand implements Work {
  @Mixin
  CommonOptions common;

  @Mixin
  ProjectOption project;

  /** Refuses options that make no sense together, before the project is opened. */
  void check() {}

  /** Does what was asked on the project, which is closed afterwards. */
  abstract Answer on(Project open, Session session);

  @Override
  public final boolean json() {
    return common.json;
  }

  @Override
  public final Answer run(Session session) {
    check();
    try (Project open = project.open(session)) {
      return on(open, session);
    }
  }
}
