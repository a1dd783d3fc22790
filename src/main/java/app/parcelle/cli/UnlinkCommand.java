package app.parcelle.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;

/** Takes the link from a column away. */
@Command(name = "unlink")
@SuppressWarnings("NullAway.Init")
final class UnlinkCommand implements Work {
  @Mixin
  CommonOptions common;

  @Mixin
  ProjectOption project;

  @Option(names = "--table", required = true, paramLabel = "NAME", descriptionKey = "cli.option.link.table")
  String table;

  @Option(names = "--column", required = true, paramLabel = "COLUMN", descriptionKey = "cli.option.link.column")
  String column;

  @Override
  public boolean json() {
    return common.json;
  }

  @Override
  public Answer run(Session session) {
    try (Project open = project.open(session)) {
      return new Linking(Linking.Kind.UNLINK, table, column, null).run(open, session);
    }
  }
}
