package app.parcelle.engine.profile;

import java.util.List;

/**
 * What a table holds, column by column.
 *
 * @param rows all rows stored, whether they count or not
 * @param columns in the order of the table
 */
public record TableProfile(String table, long rows, List<ColumnProfile> columns) {
  public TableProfile {
    columns = List.copyOf(columns);
  }
}
