package app.parcelle.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import app.parcelle.engine.table.TableVersion;

/** The versions of tables as documents: the rows of {@code table_version}. */
final class TableDocuments {
  private TableDocuments() {}

  static long lastVersion(Connection c) throws SQLException {
    return number(c, "SELECT COALESCE(MAX(version_id), 0) FROM table_version");
  }

  static void insert(Connection c, Stored.Table table) throws SQLException {
    try (PreparedStatement insert = c.prepareStatement("INSERT INTO table_version VALUES (?, ?)")) {
      insert.setLong(1, table.table().versionId());
      insert.setString(2, StoredJson.write(table));
      insert.executeUpdate();
    }
  }

  static Stored.Table read(Connection c, long versionId) throws SQLException {
    try (PreparedStatement query = c
        .prepareStatement("SELECT document FROM table_version WHERE version_id = ?")) {
      query.setLong(1, versionId);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("no table version " + versionId);
        }
        Stored.Table read = StoredJson.table(row.getString(1));
        return read.batches().isEmpty() ? withBatch(c, read) : read;
      }
    }
  }

  /** Before tables knew of their imports, each was of one. */
  private static Stored.Table withBatch(Connection c, Stored.Table read) throws SQLException {
    TableVersion table = read.table();
    long rejected = number(c, "SELECT COUNT(*) FROM reject WHERE version_id = " + table.versionId());
    return new Stored.Table(table, read.runs(),
        List.of(new Batch(table.name(), null, table.rows(), rejected, 0, 0, null)), read.remarks(),
        read.recipe());
  }

  private static long number(Connection c, String sql) throws SQLException {
    try (PreparedStatement query = c.prepareStatement(sql); ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
