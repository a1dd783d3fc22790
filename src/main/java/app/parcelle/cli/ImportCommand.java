package app.parcelle.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
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
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

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

  @Option(names = "--delimiter", paramLabel = "C", descriptionKey = "cli.option.delimiter", converter = Converters.Delimiter.class)
  @Nullable
  Character delimiter;

  @Option(names = "--encoding", paramLabel = "E", descriptionKey = "cli.option.encoding", converter = Converters.Encoding.class)
  @Nullable
  Charset encoding;

  @Option(names = "--part", paramLabel = "NAME", descriptionKey = "cli.option.part")
  @Nullable
  String part;

  @Option(names = "--counts-when", paramLabel = "RULE", descriptionKey = "cli.option.counts-when")
  @Nullable
  String countsWhen;

  @Option(names = "--recipe", paramLabel = "R.json", descriptionKey = "cli.option.recipe")
  @Nullable
  Path recipe;

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
    if (table != null && origins.size() > 1) {
      throw new Misuse("cli.problem.one-table-many-files", "--table");
    }
    ImportOptions options = over(recipe == null
        ? ImportOptions.FOUND
        : ImportTemplate.readText(Json.text(recipe)));
    if (Project.exists(project.file)) {
      try (Project existing = project.open(session)) {
        requireZone(existing);
        return Importing.all(existing, origins, options, session);
      }
    }
    return Importing.asNewProject(project.file, zone == null ? ZoneId.systemDefault() : zone,
        made -> Importing.all(made, origins, options, session));
  }

  /** What the command says goes over what the template says. */
  private ImportOptions over(ImportOptions template) {
    TextOptions text = template.text();
    if (delimiter != null) {
      text = text.withDelimiter(String.valueOf(delimiter));
    }
    if (part != null) {
      text = text.withPart(part);
    }
    if (encoding != null) {
      text = text.withEncoding(encoding);
    }
    return new ImportOptions(table == null ? template.table() : table, text, merged(template.types(), types),
        merged(template.roles(), roles), countsWhen == null ? template.countsWhen() : countsWhen);
  }

  private static <V> Map<String, V> merged(Map<String, V> below, Map<String, V> above) {
    Map<String, V> merged = new HashMap<>(below);
    merged.putAll(above);
    return merged;
  }

  private void requireZone(Project existing) {
    ZoneId kept = existing.view().zone();
    if (zone != null && !zone.equals(kept)) {
      throw Session.problem("cli.problem.other-zone", kept.getId(), zone.getId());
    }
  }
}
