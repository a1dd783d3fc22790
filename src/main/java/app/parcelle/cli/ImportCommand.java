package app.parcelle.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportTemplate;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.RejectLimit;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** Imports files, each as a table; makes the project where there is none. */
@Command(name = "import")
@SuppressWarnings("NullAway.Init")
final class ImportCommand implements Work {
  @Mixin
  CommonOptions common;

  @Mixin
  ProjectOption project;

  @Option(names = "--table", paramLabel = "NAME", descriptionKey = "cli.option.import.table")
  @Nullable
  String table;

  @Option(names = "--role", paramLabel = "COLUMN=ROLE", descriptionKey = "cli.option.role", converter = {
      Converters.Text.class, Converters.RoleId.class})
  Map<String, Role> roles = new LinkedHashMap<>();

  @Option(names = "--type", paramLabel = "COLUMN=TYPE", descriptionKey = "cli.option.type", converter = {
      Converters.Text.class, Converters.TypeId.class})
  Map<String, ColumnType> types = new LinkedHashMap<>();

  @Option(names = "--meaning", paramLabel = "COLUMN=MEANING", descriptionKey = "cli.option.meaning", converter = {
      Converters.Text.class, Converters.MeaningId.class})
  Map<String, Meaning> meanings = new LinkedHashMap<>();

  @Option(names = "--format", paramLabel = "COLUMN=FORMAT", descriptionKey = "cli.option.format", converter = {
      Converters.Text.class, Converters.Text.class})
  Map<String, String> formats = new LinkedHashMap<>();

  @Mixin
  ReadingOptions reading;

  @Option(names = "--counts-when", paramLabel = "RULE", descriptionKey = "cli.option.counts-when")
  @Nullable
  String countsWhen;

  @Option(names = "--preset", paramLabel = "ID|none", descriptionKey = "cli.option.preset")
  @Nullable
  String preset;

  @Option(names = "--link", paramLabel = "COLUMN=TABLE.COLUMN", descriptionKey = "cli.option.link")
  Map<String, String> links = new LinkedHashMap<>();

  @Option(names = "--recipe", paramLabel = "R.json", descriptionKey = "cli.option.recipe")
  @Nullable
  Path recipe;

  @Option(names = "--into", paramLabel = "TABLE", descriptionKey = "cli.option.into")
  @Nullable
  String into;

  @Mixin
  DestinationOptions going;

  @Option(names = "--most-rejected", paramLabel = "LIMIT", descriptionKey = "cli.option.most-rejected", converter = Converters.Limit.class)
  @Nullable
  RejectLimit mostRejected;

  @Option(names = "--each-file-a-table", descriptionKey = "cli.option.each-file-a-table")
  boolean eachFileATable;

  @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "cli.option.zone", converter = Converters.Zone.class)
  @Nullable
  ZoneId zone;

  @Mixin
  DatabaseOptions database;

  @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "cli.option.files")
  List<String> words = List.of();

  @Override
  public boolean json() {
    return common.json;
  }

  @Override
  public Answer run(Session session) {
    List<Origin> origins = database.origins(words);
    requireTogether();
    if (table != null && origins.size() > 1) {
      throw new Misuse("cli.problem.one-table-many-files", "--table");
    }
    requireDestination(origins.size());
    ImportOptions options = over(recipe == null
        ? ImportOptions.FOUND
        : ImportTemplate.readText(Json.text(recipe)));
    if (Project.exists(project.file)) {
      try (Project existing = project.open(session)) {
        requireZone(existing);
        return importing(existing, origins, options, session);
      }
    }
    return Importing.asNewProject(project.file, zone == null ? ZoneId.systemDefault() : zone,
        made -> importing(made, origins, options, session));
  }

  private void requireDestination(int sources) {
    going.requireTogether();
    if (into == null && going.mode != null) {
      throw new Misuse("cli.problem.needs", "--mode", "--into");
    }
    if (into == null) {
      return;
    }
    if (going.mode == null) {
      throw new Misuse("cli.problem.needs", "--into", "--mode");
    }
    if (sources > 1) {
      throw new Misuse("cli.problem.one-source", "--into");
    }
    if (table != null || eachFileATable) {
      throw new Misuse("cli.problem.exclusive", "--into",
          table == null ? "--each-file-a-table" : "--table");
    }
  }

  /** What the command says goes over what the template says. */
  private ImportOptions over(ImportOptions template) {
    return template.withTable(table == null ? template.table() : table)
        .withText(reading.over(template.text()))
        .withTypes(merged(template.types(), types))
        .withRoles(merged(template.roles(), roles))
        .withMeanings(merged(template.meanings(), meanings))
        .withFormats(merged(template.formats(), formats))
        .withCountsWhen(countsWhen == null ? template.countsWhen() : countsWhen)
        .withMostRejected(mostRejected == null ? template.mostRejected() : mostRejected)
        .withPreset(preset == null ? template.preset() : preset);
  }

  private static <V> Map<String, V> merged(Map<String, V> below, Map<String, V> above) {
    Map<String, V> merged = new HashMap<>(below);
    merged.putAll(above);
    return merged;
  }

  /** Texts that are kept as they are have neither types nor roles. */
  private void requireTogether() {
    if (!reading.allText) {
      return;
    }
    Map<String, Boolean> said = new LinkedHashMap<>();
    said.put("--preset", preset != null);
    said.put("--type", !types.isEmpty());
    said.put("--role", !roles.isEmpty());
    said.put("--meaning", !meanings.isEmpty());
    said.put("--format", !formats.isEmpty());
    said.put("--counts-when", countsWhen != null);
    said.put("--link", !links.isEmpty());
    said.forEach((option, given) -> {
      if (given) {
        throw new Misuse("cli.problem.not-together", "--all-text", option);
      }
    });
  }

  private Answer importing(Project into, List<Origin> origins, ImportOptions said, Session session) {
    ImportOptions options = links.isEmpty() ? said : said.withLinks(LinkWords.links(links, into.view()));
    List<String> files = new ArrayList<>(words);
    origins.subList(words.size(), origins.size()).forEach(origin -> files.add(origin.name()));
    if (this.into != null) {
      TableVersion table = TablesCommand.named(into.view(), this.into);
      return new Refreshing(into, origins.getFirst(), files.getFirst(), false, null).run(options,
          Refreshing.destination(into, table, going.mode, going.key), session);
    }
    return eachFileATable
        ? Importing.each(into, origins, files, options, session)
        : Importing.all(into, origins, files, options, session);
  }

  private void requireZone(Project existing) {
    ZoneId kept = existing.view().zone();
    if (zone != null && !zone.equals(kept)) {
      throw Session.problem("cli.problem.other-zone", kept.getId(), zone.getId());
    }
  }
}
