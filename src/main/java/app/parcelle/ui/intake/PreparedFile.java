package app.parcelle.ui.intake;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.PreviewColumn;
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
  PreparedFile cut(@Nullable Character delimiter, @Nullable Character quote,
      java.nio.charset.@Nullable Charset encoding,
      @Nullable Boolean header) {
    return with(new ImportOptions(options.table(), delimiter == null ? options.delimiter() : delimiter,
        quote == null ? options.quote() : quote, encoding == null ? options.encoding() : encoding,
        header == null ? options.header() : header, Map.of(), Map.of(), options.countsWhen()));
  }

  PreparedFile named(String table) {
    return with(
        new ImportOptions(table.isBlank() ? null : table.strip(), options.delimiter(), options.quote(),
            options.encoding(), options.header(), options.types(), options.roles(), options.countsWhen()));
  }

  PreparedFile typed(String column, ColumnType type) {
    Map<String, ColumnType> types = new HashMap<>(options.types());
    types.put(column, type);
    return with(new ImportOptions(options.table(), options.delimiter(), options.quote(), options.encoding(),
        options.header(), types, options.roles(), options.countsWhen()));
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
    return with(new ImportOptions(options.table(), options.delimiter(), options.quote(), options.encoding(),
        options.header(), options.types(), roles, options.countsWhen()));
  }

  PreparedFile counting(String rule) {
    return with(new ImportOptions(options.table(), options.delimiter(), options.quote(), options.encoding(),
        options.header(), options.types(), options.roles(), rule.isBlank() ? null : rule.strip()));
  }
}
