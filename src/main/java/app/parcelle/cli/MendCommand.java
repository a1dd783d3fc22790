package app.parcelle.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;

/** Mends the cells of a column that were not understood. */
@Command(name = "mend")
@SuppressWarnings("NullAway.Init")
final class MendCommand extends ProjectCommand {
  @Option(names = "--table", required = true, paramLabel = "NAME", descriptionKey = "cli.option.mend.table")
  String table;

  @Option(names = "--column", required = true, paramLabel = "COLUMN", descriptionKey = "cli.option.mend.column")
  String column;

  @Option(names = "--raw", paramLabel = "TEXT", descriptionKey = "cli.option.mend.raw")
  @Nullable
  String raw;

  @Option(names = "--part", paramLabel = "TEXT", descriptionKey = "cli.option.mend.part")
  @Nullable
  String part;

  @Option(names = "--by", paramLabel = "TEXT", descriptionKey = "cli.option.mend.by")
  @Nullable
  String by;

  @Option(names = "--missing", descriptionKey = "cli.option.mend.missing")
  boolean missing;

  @Override
  void check() {
    if (missing == (by != null)) {
      throw missing
          ? new Misuse("cli.problem.exclusive", "--missing", "--by")
          : new Misuse("cli.problem.needs", "mend", "--by / --missing");
    }
    if (part != null && by == null) {
      throw new Misuse("cli.problem.needs", "--part", "--by");
    }
  }

  @Override
  Answer on(Project open, Session session) {
    return new Mended(open, table).cells(column, raw, part, by, session);
  }
}
