package app.parcelle.engine.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/**
 * How the columns of a source fit a table that its rows are to come into. Columns are the same when their names are, whatever the
 * case and the accents.
 *
 * @param common the columns of the table that the source has too
 * @param missing the columns of the table that the source does not have: nothing stands there in the rows that come
 * @param added the names of columns that the table does not have yet: nothing stands there in the rows that it has
 * @param refusal why the rows cannot come into the table; null where they can
 */
public record Fit(List<Column> common, List<Column> missing, List<String> added, @Nullable Message refusal) {
  private static final int SHOWN = 12;

  public Fit {
    common = List.copyOf(common);
    missing = List.copyOf(missing);
    added = List.copyOf(added);
  }

  /**
   * @param names of the source's columns
   * @param keyColumn the id of the column by which the table is updated; null where it is not
   */
  static Fit of(TableVersion table, List<String> names, String source, @Nullable String keyColumn) {
    Map<String, String> open = new HashMap<>();
    names.forEach(name -> open.put(Folding.fold(name), name));
    List<Column> common = new ArrayList<>();
    List<Column> missing = new ArrayList<>();
    for (Column column : own(table)) {
      (open.remove(Folding.fold(column.name())) == null ? missing : common).add(column);
    }
    List<String> added = names.stream().filter(open::containsValue).toList();
    return new Fit(common, missing, added, refusal(table, names, source, keyColumn, common, missing));
  }

  private static List<Column> own(TableVersion table) {
    return table.columns().stream().filter(Column::isOwn).toList();
  }

  private static @Nullable Message refusal(TableVersion table, List<String> names, String source,
      @Nullable String keyColumn, List<Column> common, List<Column> missing) {
    if (common.isEmpty()) {
      return Message.of("project.other-kind", source, table.name(), some(names),
          some(own(table).stream().map(Column::name).toList()));
    }
    for (Column column : missing) {
      boolean key = column.role() == Role.CUSTOMER_KEY || column.role() == Role.LOOKUP_KEY;
      if (key || column.id().equals(keyColumn)) {
        return Message.of("project.key-missing", source, column.name(), table.name(), some(names));
      }
    }
    return null;
  }

  private static String some(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
        + (names.size() > SHOWN ? ", ..." : "");
  }

  /**
   * What a person has said, and above it what the table is: columns that it has are read as it has them. A whole number may come
   * with decimals, which widens its column.
   */
  ImportOptions over(ImportOptions said, TableKind kind) {
    boolean raw = kind == TableKind.RAW;
    Map<String, ColumnType> types = new HashMap<>();
    Map<String, Role> roles = new HashMap<>();
    said.types().forEach((name, type) -> {
      if (added.stream().anyMatch(other -> Folding.fold(other).equals(Folding.fold(name)))) {
        types.put(name, type);
      }
    });
    Map<String, Meaning> meanings = new HashMap<>();
    Map<String, String> formats = new HashMap<>();
    for (Column column : raw ? List.<Column>of() : common) {
      types.put(column.name(), column.type() == ColumnType.WHOLE ? ColumnType.DECIMAL : column.type());
      roles.put(column.name(), column.role());
      meanings.put(column.name(), column.meaning());
      if (column.ambiguous() != null) {
        formats.put(column.name(), column.ambiguous());
      }
    }
    return said.withTable(null)
        .withText(said.text().withAllText(raw))
        .withTypes(types)
        .withRoles(roles)
        .withMeanings(meanings)
        .withFormats(formats)
        .withLinks(List.of())
        .withCountsWhen(null);
  }
}
