package app.parcelle.engine.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.PreviewColumn;
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
   * with decimals, which widens its column. Where a column allows two readings, that of the last import is taken.
   *
   * @param found the columns of the source, as found in its beginning
   * @param last the date pattern or decimal sign by which columns were read the last time, by their names
   */
  ImportOptions over(ImportOptions said, TableKind kind, List<PreviewColumn> found,
      Map<String, String> last) {
    boolean raw = kind == TableKind.RAW;
    Map<String, ColumnType> types = new HashMap<>();
    Map<String, Role> roles = new HashMap<>();
    Map<String, Meaning> meanings = new HashMap<>();
    Map<String, String> formats = new HashMap<>();
    Map<String, String> usual = folded(last);
    Map<String, String> told = folded(said.formats());
    said.types().forEach((name, type) -> {
      if (added.stream().anyMatch(other -> Folding.fold(other).equals(Folding.fold(name)))) {
        types.put(name, type);
      }
    });
    for (Column column : raw ? List.<Column>of() : common) {
      types.put(column.name(), column.type() == ColumnType.WHOLE ? ColumnType.DECIMAL : column.type());
      roles.put(column.name(), column.role());
      meanings.put(column.name(), column.meaning());
    }
    for (PreviewColumn column : raw ? List.<PreviewColumn>of() : found) {
      String name = Folding.fold(column.name());
      String format = told.getOrDefault(name, allowed(column, usual.get(name)));
      if (!format.isEmpty()) {
        formats.put(column.name(), format);
      }
    }
    return said.withTable(null)
        .withText(said.text().withAllText(raw))
        .withTypes(types)
        .withRoles(roles)
        .withMeanings(meanings)
        .withFormats(formats)
        .withLinks(List.of())
        .withSale(null)
        .withCountsWhen(null);
  }

  /** A format where it is one of two that the column allows; empty otherwise. */
  private static String allowed(PreviewColumn column, @Nullable String format) {
    ImportPreview.Question question = column.question();
    if (format == null || question == null) {
      return "";
    }
    return format.equals(question.taken().format()) || format.equals(question.other().format()) ? format : "";
  }

  private static Map<String, String> folded(Map<String, String> byName) {
    Map<String, String> folded = new HashMap<>();
    byName.forEach((name, value) -> folded.put(Folding.fold(name), value));
    return folded;
  }
}
