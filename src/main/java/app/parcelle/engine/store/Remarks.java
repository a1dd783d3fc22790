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

import app.parcelle.engine.store.ProjectStore.InvalidCell;
import app.parcelle.engine.table.TableDraft;

/** What an import could not make sense of: cells and records, by the line of the source. */
final class Remarks {
  private final ProjectFile file;

  Remarks(ProjectFile file) {
    this.file = file;
  }

  List<TableDraft.Reject> rejects(long versionId, int limit) {
    return file.read(c -> {
      List<TableDraft.Reject> rejects = new ArrayList<>();
      try (PreparedStatement query = c
          .prepareStatement(
              "SELECT line, raw, reason FROM reject WHERE version_id = ? ORDER BY line LIMIT ?")) {
        query.setLong(1, versionId);
        query.setInt(2, limit);
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            rejects.add(new TableDraft.Reject(row.getLong(1), row.getString(2),
                TableDraft.Reason.valueOf(row.getString(3))));
          }
        }
      }
      return rejects;
    });
  }

  List<InvalidCell> invalidCells(long versionId, int limit) {
    return file.read(c -> {
      List<InvalidCell> cells = new ArrayList<>();
      try (PreparedStatement query = c.prepareStatement(
          "SELECT line, column_id, raw FROM invalid_cell WHERE version_id = ? ORDER BY line, column_id LIMIT ?")) {
        query.setLong(1, versionId);
        query.setInt(2, limit);
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            cells.add(new InvalidCell(row.getLong(1), row.getString(2), row.getString(3)));
          }
        }
      }
      return cells;
    });
  }

  /** @param rows of a chunk, by their lines, ascending: neighbours are found on the same page */
  RawTexts rawTexts(long versionId, SortedMap<Long, Integer> rows) {
    return file.read(c -> {
      Map<RawTexts.Cell, String> texts = new HashMap<>();
      // H2 would look up the version alone for line = ANY(?)
      try (PreparedStatement query = c.prepareStatement("""
          SELECT cell.line, cell.column_id, cell.raw FROM UNNEST(?) AS asked(line)
          JOIN invalid_cell cell ON cell.version_id = ? AND cell.line = asked.line""")) {
        query.setArray(1, c.createArrayOf("BIGINT", rows.keySet().toArray()));
        query.setLong(2, versionId);
        try (ResultSet found = query.executeQuery()) {
          while (found.next()) {
            int row = Objects.requireNonNull(rows.get(found.getLong(1)));
            texts.put(new RawTexts.Cell(row, found.getString(2)), found.getString(3));
          }
        }
      }
      return new RawTexts(texts);
    });
  }

  /** Part of the transaction that publishes another version of a table over the same rows. */
  static void copy(Connection c, long from, long to) throws SQLException {
    for (String copy : List.of(
        "INSERT INTO invalid_cell SELECT ?, column_id, line, raw FROM invalid_cell WHERE version_id = ?",
        "INSERT INTO reject SELECT ?, line, reason, raw FROM reject WHERE version_id = ?")) {
      try (PreparedStatement insert = c.prepareStatement(copy)) {
        insert.setLong(1, to);
        insert.setLong(2, from);
        insert.executeUpdate();
      }
    }
  }
}
