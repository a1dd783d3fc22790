package app.parcelle.engine.evaluate;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import app.parcelle.engine.evaluate.naive.NaiveTable;
import app.parcelle.engine.evaluate.naive.NaiveTable.NaiveColumn;
import app.parcelle.engine.evaluate.naive.NaiveWorld;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.csv.SmallMemory;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.store.KeptClustering;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.table.Dictionary;

/** Makes a project of a naive world: its files are read, sorted and stored as those of an import are. */
final class WorldProject {
  private static final String FILE = "world.parcelle";
  /** The table whose texts are kept chunk by chunk. */
  private static final String OWN_TEXTS = "Orders";
  private static final String CLUSTERS = """
      {"version": 1, "request": {"fields": [], "k": 4, "maxK": 4, "seed": 0}, "k": 4, "sizes": [], "threads": 1}""";

  private WorldProject() {}

  static Project of(NaiveWorld world, Path folder) throws IOException {
    List<NaiveTable> tables = world.tables();
    try (ProjectStore store = ProjectStore.create(folder.resolve(FILE), world.zone())) {
      for (NaiveTable table : tables) {
        if (table.equals(tables.getLast())) {
          store.addClustering(NaiveWorld.CLUSTERING, new KeptClustering(CLUSTERS,
              clusters(world, store.data().customers()), new byte[0]), List.of(), "");
        }
        Path csv = Files.writeString(folder.resolve(table.name() + ".csv"), table.csv());
        SmallMemory.add(csv, options(table), table.rowsARun(), table.name().equals(OWN_TEXTS), store);
      }
    }
    Project project = open(folder);
    world.segments().forEach(project::save);
    return project;
  }

  /** A folder beside the other one, with the same project in it. */
  static Path copy(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      Path copy = Files.createTempDirectory(folder.getParent(), "copy");
      for (Path file : files.filter(f -> f.toString().endsWith(".mv.db")).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Project open(Path folder) {
    return Project.open(folder.resolve(FILE));
  }

  private static ImportOptions options(NaiveTable table) {
    return ImportOptions.FOUND.withTable(table.name())
        .withText(TextOptions.FOUND.withDelimiter(",")
            .withQuote('"')
            .withEncoding(StandardCharsets.UTF_8)
            .withHeaderRows(1))
        .withTypes(table.columns().stream().collect(toMap(NaiveColumn::name, NaiveColumn::type)))
        .withRoles(table.columns().stream().collect(toMap(NaiveColumn::name, NaiveColumn::role)))
        .withMeanings(table.columns().stream().collect(toMap(NaiveColumn::name, NaiveColumn::meaning)))
        .withCountsWhen(table.countsWhen());
  }

  private static int[] clusters(NaiveWorld world, Dictionary customers) {
    int[] clusters = new int[customers.size()];
    for (int i = 0; i < clusters.length; i++) {
      clusters[i] = world.clusters().getOrDefault(customers.text(i), 0);
    }
    return clusters;
  }
}
