package app.parcelle.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Does the steps of a scenario, on its own data or on other. */
@Command(name = "run")
@SuppressWarnings("NullAway.Init")
final class RunCommand implements Work {
  @Mixin
  CommonOptions common;

  @Parameters(arity = "1", paramLabel = "RECIPE.json", descriptionKey = "cli.option.run.recipe")
  Path recipe;

  @Option(names = "--data", paramLabel = "FILE", descriptionKey = "cli.option.run.data")
  List<Path> data = List.of();

  @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "cli.option.run.out")
  Path out;

  @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "cli.option.zone", converter = Converters.Zone.class)
  @Nullable
  ZoneId zone;

  @Override
  public boolean json() {
    return common.json;
  }

  @Override
  public Answer run(Session session) {
    Scenario scenario = ScenarioReader.read(recipe);
    ZoneId days = zone != null ? zone : scenario.zone() != null ? scenario.zone() : ZoneId.systemDefault();
    try (OutputFolder folder = OutputFolder.at(out)) {
      Answer answer = new Replay(scenario, data, folder, days).run(session);
      folder.publish();
      return answer;
    }
  }
}
