package app.parcelle.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;

/** Links a column of a table to a column of customers or of a lookup table. */
@Command(name = "link")
@SuppressWarnings("NullAway.Init")
final class LinkCommand extends ProjectCommand {
  @Option(names = "--table", required = true, paramLabel = "NAME", descriptionKey = "cli.option.link.table")
  String table;

  @Option(names = "--column", required = true, paramLabel = "COLUMN", descriptionKey = "cli.option.link.column")
  String column;

  @Option(names = "--to", required = true, paramLabel = "TABLE.COLUMN", descriptionKey = "cli.option.link.to")
  String to;

  @Override
  Answer on(Project open, Session session) {
    return new Linking(Linking.Kind.LINK, table, column, to).run(open, session);
  }
}
