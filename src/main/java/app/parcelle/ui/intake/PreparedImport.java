package app.parcelle.ui.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.PreviewColumn;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.RejectLimit;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.database.DatabaseTable;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.Destination;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/**
 * A source that is about to be imported.
 *
 * @param number tells it from all others that were ever prepared here
 * @param options what the person has said about it
 * @param destination where its rows go
 * @param preview what it looks like with these options; null while it is read for the first time, or cannot be
 * @param problem why it cannot be read or imported; null where nothing is wrong
 */
record PreparedImport(int number, Origin origin, ImportOptions options, Destination destination,
    @Nullable ImportPreview preview, @Nullable Message problem) {
  static PreparedImport of(int number, Origin origin) {
    return new PreparedImport(number, origin, ImportOptions.FOUND, new Destination.NewTable(), null, null);
  }

  PreparedImport into(Destination chosen) {
    return new PreparedImport(number, origin, options, chosen, preview, null);
  }

  boolean intoNewTable() {
    return destination instanceof Destination.NewTable;
  }

  /** What it is called among others; a table of a database goes without the address. */
  String name() {
    return origin instanceof DatabaseTable from && from.table() != null ? from.table() : origin.name();
  }

  /** Whether it is this source, whatever has been said about it since. */
  boolean same(PreparedImport other) {
    return number == other.number;
  }

  PreparedImport with(ImportOptions changed) {
    return new PreparedImport(number, origin, changed, destination, preview, null);
  }

  PreparedImport seen(ImportPreview read) {
    return new PreparedImport(number, origin, options, destination, read, null);
  }

  PreparedImport failed(Message why) {
    return new PreparedImport(number, origin, options, destination, preview, why);
  }

  /** The same source cut into fields in another way: what was said of columns no longer holds. */
  PreparedImport cut(UnaryOperator<TextOptions> said) {
    return with(options.withText(said.apply(options.text()))
        .withTypes(Map.of())
        .withRoles(Map.of())
        .withMeanings(Map.of())
        .withFormats(Map.of()));
  }

  /** @param preset the one to follow, or that of {@code Presets.NONE}; null for the one that its headers tell of */
  PreparedImport following(@Nullable String preset) {
    return with(options.withPreset(preset));
  }

  PreparedImport named(String table) {
    return with(options.withTable(table.isBlank() ? null : table.strip()));
  }

  PreparedImport limited(@Nullable RejectLimit most) {
    return with(options.withMostRejected(most));
  }

  PreparedImport typed(String column, ColumnType type) {
    Map<String, ColumnType> types = new HashMap<>(options.types());
    types.put(column, type);
    return with(options.withTypes(types));
  }

  PreparedImport meaning(String column, Meaning meaning) {
    Map<String, Meaning> meanings = new HashMap<>(options.meanings());
    meanings.put(column, meaning);
    return with(options.withMeanings(meanings));
  }

  /** Says how columns are written; null leaves it open again. */
  PreparedImport written(List<String> columns, @Nullable String format) {
    Map<String, String> formats = new HashMap<>(options.formats());
    for (String column : columns) {
      formats.compute(column, (_, _) -> format);
    }
    return with(options.withFormats(formats));
  }

  /** Gives a column a role, and takes it from the column that had it. */
  PreparedImport played(String column, Role role) {
    Map<String, Role> roles = new HashMap<>(options.roles());
    if (preview != null && role != Role.NONE) {
      preview.columns()
          .stream()
          .filter(other -> other.role() == role)
          .map(PreviewColumn::name)
          .forEach(other -> roles.put(other, Role.NONE));
    }
    roles.put(column, role);
    return with(options.withRoles(roles));
  }

  /** Makes a link, or takes it away; at most one goes from each column. */
  PreparedImport linked(Link link, boolean made) {
    List<Link> links = new ArrayList<>(options.links());
    links.removeIf(other -> other.isFrom(link.column()));
    if (made) {
      links.add(link);
    }
    return with(options.withLinks(links));
  }

  PreparedImport counting(String rule) {
    return with(options.withCountsWhen(rule.isBlank() ? null : rule.strip()));
  }
}
