package app.parcelle.engine.project;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportTemplate;
import app.parcelle.engine.intake.IntakeResult;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.database.DatabaseTable;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/**
 * How the rows of a table were imported last: all that is needed to import newer ones in the same way, but for where they are.
 *
 * @param origin what it was called, such as {@code orders.csv}
 * @param mode what the rows did to those that were there; {@code NEW} where the table was made of them
 * @param keyColumn the id of the column by which they replaced others; null where they did not
 * @param options what the person had said, with the types and roles that were found
 * @param formats the date pattern or decimal sign by which each column was read, by its name
 * @param text how the source was cut into records and fields, as found or said
 * @param columns the names of the source's columns, in its order
 * @param live what was read of a database; null for any other source
 */
public record SavedImport(String origin, Mode mode, @Nullable String keyColumn, ImportOptions options,
    Map<String, String> formats, TextOptions text, List<String> columns, @Nullable Live live) {
  private static final int VERSION = 1;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What imported rows do to those that are there. */
  public enum Mode {
    NEW, APPEND, REPLACE, UPDATE
  }

  /**
   * What was read of a database. Where it is, and who reads it, is said each time.
   *
   * @param table or view; null for a query
   * @param query null for a table
   */
  public record Live(@Nullable String table, @Nullable String query) {}

  private record Document(int version, String origin, String mode, @Nullable String key, JsonNode options,
      Map<String, String> formats, JsonNode text, List<String> columns,
      @Nullable Live live) {}

  public SavedImport {
    columns = List.copyOf(columns);
    formats = Map.copyOf(formats);
  }

  static SavedImport of(Origin origin, ImportOptions said, IntakeResult result, Destination destination) {
    Map<String, ColumnType> types = new HashMap<>();
    Map<String, Role> roles = new HashMap<>();
    Map<String, String> formats = new HashMap<>();
    for (IntakeResult.ReadColumn column : result.columns()) {
      types.put(column.name(), column.type());
      roles.put(column.name(), column.role());
      if (column.format() != null) {
        formats.put(column.name(), column.format());
      }
    }
    Mode mode = switch (destination) {
      case Destination.NewTable() -> Mode.NEW;
      case Destination.Append(_) -> Mode.APPEND;
      case Destination.Replace(_) -> Mode.REPLACE;
      case Destination.Update(_, _) -> Mode.UPDATE;
    };
    return new SavedImport(origin.name(), mode,
        destination instanceof Destination.Update(_, String key) ? key : null,
        said.withTypes(types).withRoles(roles), formats, result.text(),
        result.columns().stream().map(IntakeResult.ReadColumn::name).toList(),
        origin instanceof DatabaseTable(_, var table, var query) ? new Live(table, query) : null);
  }

  String write() {
    return JSON.writeValueAsString(new Document(VERSION, origin, mode.name().toLowerCase(Locale.ROOT),
        keyColumn, ImportTemplate.write(options), formats,
        ImportTemplate.write(ImportOptions.FOUND.withText(text)), columns, live));
  }

  static SavedImport read(String document) {
    Document read = JSON.readValue(document, Document.class);
    return new SavedImport(read.origin(), Mode.valueOf(read.mode().toUpperCase(Locale.ROOT)), read.key(),
        ImportTemplate.read(read.options()), read.formats(), ImportTemplate.read(read.text()).text(),
        read.columns(), read.live());
  }
}
