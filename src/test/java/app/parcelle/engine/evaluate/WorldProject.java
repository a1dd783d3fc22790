package app.parcelle.engine.evaluate;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import app.parcelle.engine.evaluate.naive.NaiveTable;
import app.parcelle.engine.evaluate.naive.NaiveTable.NaiveColumn;
import app.parcelle.engine.evaluate.naive.NaiveWorld;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;

/** Makes a project of a naive world, through the same door as any other: its files are imported. */
final class WorldProject {
  private WorldProject() {}

  static Project of(NaiveWorld world, Path folder) throws IOException {
    Project project = Project.create(folder.resolve("world.parcelle"), world.zone());
    for (NaiveTable table : world.tables()) {
      Path file = Files.writeString(folder.resolve(table.name() + ".csv"), table.csv());
      project.importFile(file, options(table), JobContext.silent());
    }
    return project;
  }

  private static ImportOptions options(NaiveTable table) {
    return new ImportOptions(table.name(), TextOptions.FOUND.withDelimiter(",")
        .withQuote('"')
        .withEncoding(StandardCharsets.UTF_8)
        .withHeaderRows(1),
        table.columns().stream().collect(toMap(NaiveColumn::name, NaiveColumn::type)),
        table.columns().stream().collect(toMap(NaiveColumn::name, NaiveColumn::role)), table.countsWhen());
  }
}
