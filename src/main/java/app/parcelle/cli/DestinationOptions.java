package app.parcelle.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.SavedImport.Mode;

/** What imported rows do to those that a table has. */
final class DestinationOptions {
  @Option(names = "--mode", paramLabel = "append|replace|update", descriptionKey = "cli.option.mode", converter = Converters.ModeId.class)
  @Nullable
  Mode mode;

  @Option(names = "--key", paramLabel = "COLUMN", descriptionKey = "cli.option.key")
  @Nullable
  String key;

  void requireTogether() {
    if (key != null && mode != Mode.UPDATE) {
      throw new Misuse("cli.problem.needs", "--key", "--mode update");
    }
  }
}
