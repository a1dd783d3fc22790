package app.parcelle.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;

/** Reads rejected records again, with a part of their text replaced, or puts them aside. */
@Command(name = "retry")
@SuppressWarnings("NullAway.Init")
final class RetryCommand extends ProjectCommand {
  @Option(names = "--table", required = true, paramLabel = "NAME", descriptionKey = "cli.option.retry.table")
  String table;

  @Option(names = "--import", paramLabel = "N", descriptionKey = "cli.option.retry.import", converter = Converters.Width.class)
  @Nullable
  Integer batch;

  @Option(names = "--line", paramLabel = "N", descriptionKey = "cli.option.retry.line", converter = Converters.Width.class)
  @Nullable
  Integer line;

  @Option(names = "--part", paramLabel = "TEXT", descriptionKey = "cli.option.retry.part")
  @Nullable
  String part;

  @Option(names = "--by", paramLabel = "TEXT", descriptionKey = "cli.option.retry.by")
  @Nullable
  String by;

  @Option(names = "--ignore", descriptionKey = "cli.option.retry.ignore")
  boolean ignore;

  @Override
  void check() {
    if (ignore == (by != null)) {
      throw ignore
          ? new Misuse("cli.problem.exclusive", "--ignore", "--by")
          : new Misuse("cli.problem.needs", "retry", "--by / --ignore");
    }
    if (!ignore && part == null && line == null) {
      throw new Misuse("cli.problem.needs", "--by", "--part / --line");
    }
  }

  @Override
  Answer on(Project open, Session session) {
    Mended mended = new Mended(open, table);
    return by == null
        ? mended.ignored(batch, line, session)
        : mended.records(batch, line, part, by, session);
  }
}
