package app.parcelle.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;

/** Takes the link from a column away. */
@Command(name = "unlink")
@SuppressWarnings("NullAway.Init")
final class UnlinkCommand extends ProjectCommand {
  @Option(names = "--table", required = true, paramLabel = "NAME", descriptionKey = "cli.option.link.table")
  String table;

  @Option(names = "--column", required = true, paramLabel = "COLUMN", descriptionKey = "cli.option.link.column")
  String column;

  @Override
  Answer on(Project open, Session session) {
    return new Linking(Linking.Kind.UNLINK, table, column, null).run(open, session);
  }
}
