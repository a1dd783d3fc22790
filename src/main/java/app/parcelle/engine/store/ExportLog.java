package app.parcelle.engine.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What was handed over to others, as documents. The journal has no part in it: undo does not take a file back. */
public final class ExportLog {
  private final ProjectFile file;

  ExportLog(ProjectFile file) {
    this.file = file;
  }

  /** Notes that customers were handed over. */
  public void add(Instant at, String document) {
    file.write(c -> {
      try (PreparedStatement insert = c.prepareStatement(
          "INSERT INTO past_export SELECT COALESCE(MAX(number), 0) + 1, ?, ? FROM past_export")) {
        insert.setObject(1, at.atOffset(ZoneOffset.UTC));
        insert.setString(2, document);
        return insert.executeUpdate();
      }
    });
  }

  /** The documents of past exports, the last first. */
  public List<String> all() {
    return file.read(c -> {
      List<String> documents = new ArrayList<>();
      try (
          PreparedStatement query = c
              .prepareStatement("SELECT document FROM past_export ORDER BY number DESC");
          ResultSet row = query.executeQuery()) {
        while (row.next()) {
          documents.add(row.getString(1));
        }
      }
      return documents;
    });
  }
}
