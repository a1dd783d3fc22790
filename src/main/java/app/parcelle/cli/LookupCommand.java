package app.parcelle.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;

/** Makes a table one whose rows other tables name by a key. */
@Command(name = "lookup")
@SuppressWarnings("NullAway.Init")
final class LookupCommand extends ProjectCommand {
  @Option(names = "--table", required = true, paramLabel = "NAME", descriptionKey = "cli.option.link.table")
  String table;

  @Option(names = "--key", required = true, paramLabel = "COLUMN", descriptionKey = "cli.option.link.key")
  String column;

  @Override
  Answer on(Project open, Session session) {
    return new Linking(Linking.Kind.LOOKUP, table, column, null).run(open, session);
  }
}
