package app.parcelle.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.RejectLimit;
import app.parcelle.engine.project.Destination;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.SavedImport;
import app.parcelle.engine.table.TableVersion;

/** Imports newer data of the same source into a table, in the way it was imported before. */
@Command(name = "refresh")
@SuppressWarnings("NullAway.Init")
final class RefreshCommand extends ProjectCommand {
  @Option(names = "--table", required = true, paramLabel = "NAME", descriptionKey = "cli.option.refresh.table")
  String table;

  @Mixin
  DestinationOptions going;

  @Option(names = "--most-rejected", paramLabel = "LIMIT", descriptionKey = "cli.option.most-rejected", converter = Converters.Limit.class)
  @Nullable
  RejectLimit mostRejected;

  @Option(names = "--moved", paramLabel = "OUT.csv", descriptionKey = "cli.option.moved")
  @Nullable
  Path moved;

  @Option(names = "--dry-run", descriptionKey = "cli.option.dry-run")
  boolean dry;

  @Mixin
  ReadingOptions reading;

  @Mixin
  DatabaseOptions database;

  @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "cli.option.refresh.file")
  List<String> words = List.of();

  @Override
  void check() {
    going.requireTogether();
  }

  @Override
  Answer on(Project open, Session session) {
    TableVersion version = TablesCommand.named(open.view(), table);
    Optional<SavedImport> saved = open.imports().saved(version.tableId());
    List<Origin> origins = database.origins(words, saved.isEmpty() ? null : saved.get().live());
    if (origins.size() > 1) {
      throw new Misuse("cli.problem.one-source", "refresh");
    }
    Destination destination = Refreshing.destination(open, version, going.mode, going.key);
    ImportOptions last = saved.map(SavedImport::options).orElse(ImportOptions.FOUND);
    ImportOptions options = last.withText(reading.over(last.text()))
        .withMostRejected(mostRejected == null ? last.mostRejected() : mostRejected);
    String file = words.isEmpty() ? origins.getFirst().name() : words.getFirst();
    return new Refreshing(open, origins.getFirst(), file, dry, moved).run(options, destination, session);
  }
}
