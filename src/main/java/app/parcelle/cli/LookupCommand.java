package app.parcelle.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;

/** Makes a table one whose rows other tables name by a key. */
@Command(name = "lookup")
@SuppressWarnings("NullAway.Init")
final class LookupCommand implements Work {
  @Mixin
  CommonOptions common;

  @Mixin
  ProjectOption project;

  @Option(names = "--table", required = true, paramLabel = "NAME", descriptionKey = "cli.option.link.table")
  String table;

  @Option(names = "--key", required = true, paramLabel = "COLUMN", descriptionKey = "cli.option.link.key")
  String column;

  @Override
  public boolean json() {
    return common.json;
  }

  @Override
  public Answer run(Session session) {
    try (Project open = project.open(session)) {
      return new Linking(Linking.Kind.LOOKUP, table, column, null).run(open, session);
    }
  }
}
