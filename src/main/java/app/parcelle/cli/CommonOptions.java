package app.parcelle.cli;

import picocli.CommandLine.Option;

/** What every command understands. */
@SuppressWarnings("NullAway.Init")
final class CommonOptions {
  @Option(names = "--json", descriptionKey = "cli.option.json")
  boolean json;

  /** Read before all others, so that even a mistake among them is told in it; see {@link Cli}. */
  @Option(names = "--language", paramLabel = "fr|en", descriptionKey = "cli.option.language", converter = Converters.Language.class)
  String language;

  @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "cli.option.help")
  boolean help;
}
