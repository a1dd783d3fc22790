package app.parcelle.engine.store;

import org.jspecify.annotations.Nullable;

/**
 * The table that rows are written into, and what becomes of those that it has.
 *
 * @param table a version of the present state
 * @param keyColumn the id of the column by which rows are the same, for {@link Kept#OTHER_KEYS}; null otherwise
 * @param retried the records that were rejected when they were imported, and are rows now; null for rows of another import
 */
public record Into(long table, Kept kept, @Nullable String keyColumn, @Nullable Retried retried) {
  public Into(long table, Kept kept, @Nullable String keyColumn) {
    this(table, kept, keyColumn, null);
  }

  /** Which of the rows that a table has stay when others come. */
  public enum Kept {
    ALL, NONE,
    /** Those whose key does not come again, and those without a key. */
    OTHER_KEYS
  }
}
