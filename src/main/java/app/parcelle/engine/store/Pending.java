package app.parcelle.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

/** What a writer has not finished: named before its first chunk is written, swept when the project is opened after a crash. */
final class Pending {
  private Pending() {}

  static void begin(ProjectFile file, long firstChunk) {
    file.write(c -> {
      try (PreparedStatement insert = c.prepareStatement("MERGE INTO pending KEY (first_chunk) VALUES (?)")) {
        insert.setLong(1, firstChunk);
        return insert.executeUpdate();
      }
    });
  }

  /** Part of the transaction that publishes. */
  static void end(Connection connection, long firstChunk) throws SQLException {
    try (
        PreparedStatement delete = connection.prepareStatement("DELETE FROM pending WHERE first_chunk = ?")) {
      delete.setLong(1, firstChunk);
      delete.executeUpdate();
    }
  }

  /** Removes all that a writer has left. */
  static void drop(ProjectFile file, long firstChunk, long versionId) {
    ChunkStore.removeFrom(file, firstChunk);
    file.<@Nullable Object>write(c -> {
      end(c, firstChunk);
      try (PreparedStatement invalid = c.prepareStatement("DELETE FROM invalid_cell WHERE version_id = ?");
          PreparedStatement rejects = c.prepareStatement("DELETE FROM reject WHERE version_id = ?")) {
        invalid.setLong(1, versionId);
        invalid.executeUpdate();
        rejects.setLong(1, versionId);
        rejects.executeUpdate();
      }
      return null;
    });
  }

  /** Removes what crashed writers have left; true when there was something. */
  static boolean sweep(ProjectFile file) {
    Long first = file.<@Nullable Long>write(Pending::first);
    if (first == null) {
      return false;
    }
    ChunkStore.removeFrom(file, first);
    return file.write(c -> {
      try (Statement clean = c.createStatement()) {
        clean.execute("DELETE FROM pending");
        clean.execute(
            "DELETE FROM invalid_cell WHERE version_id NOT IN (SELECT version_id FROM table_version)");
        clean.execute("DELETE FROM reject WHERE version_id NOT IN (SELECT version_id FROM table_version)");
      }
      return true;
    });
  }

  private static @Nullable Long first(Connection c) throws SQLException {
    try (Statement query = c.createStatement();
        ResultSet row = query.executeQuery("SELECT MIN(first_chunk) FROM pending")) {
      row.next();
      long found = row.getLong(1);
      return row.wasNull() ? null : found;
    }
  }
}
