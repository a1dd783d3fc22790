package app.parcelle.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.store.Remark.InvalidCell;
import app.parcelle.engine.store.Remark.Rejected;
import app.parcelle.engine.table.TableDraft;

/**
 * What imports could not make sense of: cells and records, by their places in the sources. Those of a table stand under the ids of
 * several versions; the places under an id are all before those under the next.
 */
final class Remarks {
  private final ProjectFile file;

  Remarks(ProjectFile file) {
    this.file = file;
  }

  /**
   * Records that are no rows, in the order of the sources.
   *
   * @param from the least place
   */
  List<Rejected> rejects(List<Long> versions, long from, int limit) {
    return file.read(c -> {
      List<Rejected> rejects = new ArrayList<>();
      try (PreparedStatement query = c.prepareStatement("""
          SELECT line, raw, reason FROM reject WHERE version_id = ? AND line >= ? ORDER BY line LIMIT ?""")) {
        for (long version : versions) {
          query.setLong(1, version);
          query.setLong(2, from);
          query.setInt(3, limit - rejects.size());
          try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
              long place = row.getLong(1);
              rejects.add(new Rejected(Batch.batch(place), Batch.line(place),
                  TableDraft.Reason.valueOf(row.getString(3)), row.getString(2)));
            }
          }
        }
      }
      return rejects;
    });
  }

  /**
   * Cells that do not fit their columns, in the order of the sources.
   *
   * @param columnId of the only column that is asked for; null for all
   * @param after the last one that is known; null from the first on
   */
  List<InvalidCell> invalidCells(List<Long> versions, @Nullable String columnId,
      @Nullable InvalidCell after, int limit) {
    long place = after == null ? -1 : Batch.place(after.batch(), after.line());
    return file.read(c -> {
      List<InvalidCell> cells = new ArrayList<>();
      try (PreparedStatement query = c.prepareStatement(
          """
              SELECT line, column_id, raw FROM invalid_cell
              WHERE version_id = ? AND line >= ? AND (line > ? OR column_id > ?) AND COALESCE(?, column_id) = column_id
              ORDER BY line, column_id LIMIT ?""")) {
        for (long version : versions) {
          query.setLong(1, version);
          query.setLong(2, place);
          query.setLong(3, place);
          query.setString(4, after == null ? "" : after.columnId());
          query.setString(5, columnId);
          query.setInt(6, limit - cells.size());
          try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
              long at = row.getLong(1);
              cells.add(new InvalidCell(Batch.batch(at), Batch.line(at), row.getString(2), row.getString(3)));
            }
          }
        }
      }
      return cells;
    });
  }

  /** @param rows of a chunk, by their places, ascending: neighbours are found on the same page */
  RawTexts rawTexts(List<Long> versions, SortedMap<Long, Integer> rows) {
    return file.read(c -> {
      Map<RawTexts.Cell, String> texts = new HashMap<>();
      // H2 would look up the version alone for line = ANY(?)
      try (PreparedStatement query = c.prepareStatement("""
          SELECT cell.line, cell.column_id, cell.raw FROM UNNEST(?) AS asked(line)
          JOIN invalid_cell cell ON cell.version_id = ? AND cell.line = asked.line""")) {
        query.setArray(1, c.createArrayOf("BIGINT", rows.keySet().toArray()));
        for (long version : versions) {
          query.setLong(2, version);
          try (ResultSet found = query.executeQuery()) {
            while (found.next()) {
              int row = Objects.requireNonNull(rows.get(found.getLong(1)));
              texts.put(new RawTexts.Cell(row, found.getString(2)), found.getString(3));
            }
          }
        }
      }
      return new RawTexts(texts);
    });
  }

  /** Copies all of some versions under the id of another. */
  static void copy(Connection c, List<Long> from, long to) throws SQLException {
    for (String copy : List.of(
        "INSERT INTO invalid_cell SELECT ?, column_id, line, raw FROM invalid_cell WHERE version_id = ?",
        "INSERT INTO reject SELECT ?, line, reason, raw FROM reject WHERE version_id = ?")) {
      try (PreparedStatement insert = c.prepareStatement(copy)) {
        for (long version : from) {
          insert.setLong(1, to);
          insert.setLong(2, version);
          insert.executeUpdate();
        }
      }
    }
  }

  /** Removes the cells of a column in some rows. */
  static void removeCells(Connection c, long version, String columnId, List<Long> places)
      throws SQLException {
    try (PreparedStatement delete = c
        .prepareStatement("DELETE FROM invalid_cell WHERE version_id = ? AND line = ? AND column_id = ?")) {
      for (long place : places) {
        delete.setLong(1, version);
        delete.setLong(2, place);
        delete.setString(3, columnId);
        delete.executeUpdate();
      }
    }
  }

  /** Removes all cells of some rows. */
  static void removeCells(Connection c, long version, List<Long> places) throws SQLException {
    remove(c, "DELETE FROM invalid_cell WHERE version_id = ? AND line = ?", version, places);
  }

  /** Removes some records; returns how many there were. */
  static int removeRejects(Connection c, long version, List<Long> places) throws SQLException {
    return remove(c, "DELETE FROM reject WHERE version_id = ? AND line = ?", version, places);
  }

  private static int remove(Connection c, String sql, long version, List<Long> places) throws SQLException {
    int removed = 0;
    try (PreparedStatement delete = c.prepareStatement(sql)) {
      for (long place : places) {
        delete.setLong(1, version);
        delete.setLong(2, place);
        removed += delete.executeUpdate();
      }
    }
    return removed;
  }
}
