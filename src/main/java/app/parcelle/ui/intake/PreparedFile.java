package app.parcelle.ui.intake;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.PreviewColumn;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/**
 * A file that is about to be imported.
 *
 * @param options what the person has said about it
 * @param preview what it looks like with these options; null while it is read for the first time, or cannot be
 * @param problem why it cannot be read or imported; null where nothing is wrong
 */
record PreparedFile(Path file, ImportOptions options, @Nullable ImportPreview preview,
    @Nullable Message problem) {
  static PreparedFile of(Path file) {
    return new PreparedFile(file, ImportOptions.FOUND, null, null);
  }

  String name() {
    return Objects.toString(file.getFileName(), file.toString());
  }

  PreparedFile with(ImportOptions changed) {
    return new PreparedFile(file, changed, preview, null);
  }

  PreparedFile seen(ImportPreview read) {
    return new PreparedFile(file, options, read, null);
  }

  PreparedFile failed(Message why) {
    return new PreparedFile(file, options, preview, why);
  }

  /** The same file cut into fields in another way: what was said of columns no longer holds. */
  PreparedFile cut(UnaryOperator<TextOptions> said) {
    return with(options.withText(said.apply(options.text())).withTypes(Map.of()).withRoles(Map.of()));
  }

  PreparedFile named(String table) {
    return with(options.withTable(table.isBlank() ? null : table.strip()));
  }

  PreparedFile typed(String column, ColumnType type) {
    Map<String, ColumnType> types = new HashMap<>(options.types());
    types.put(column, type);
    return with(options.withTypes(types));
  }

  /** Gives a column a role, and takes it from the column that had it. */
  PreparedFile played(String column, Role role) {
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

  PreparedFile counting(String rule) {
    return with(options.withCountsWhen(rule.isBlank() ? null : rule.strip()));
  }
}
