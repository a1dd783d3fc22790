package app.parcelle.engine.intake;

import java.nio.charset.Charset;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/**
 * What a person has said about an import; everything null or absent is found in the data. It is what an import template
 * (recipe) keeps, and what the journal keeps.
 *
 * @param table the name of the new table; null for one made from the file's name
 * @param delimiter between fields
 * @param quote around fields
 * @param encoding of the bytes
 * @param header whether the first record holds the names of the columns
 * @param types by column name
 * @param roles by column name; {@code NONE} takes a found role away
 * @param countsWhen which rows count, in the language of {@code engine.segment.RowRule}; null for all
 */
public record ImportOptions(@Nullable String table, @Nullable Character delimiter, @Nullable Character quote,
    @Nullable Charset encoding, @Nullable Boolean header, Map<String, ColumnType> types,
    Map<String, Role> roles,
    @Nullable String countsWhen) {

  public static final ImportOptions FOUND = new ImportOptions(null, null, null, null, null, Map.of(),
      Map.of(), null);

  public ImportOptions {
    types = Map.copyOf(types);
    roles = Map.copyOf(roles);
  }
}
