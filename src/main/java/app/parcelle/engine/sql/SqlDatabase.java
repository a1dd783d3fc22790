package app.parcelle.engine.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.table.Dataset;

/** A private database in memory with the tables of a project, gone when it is closed. One thread at a time. */
public final class SqlDatabase implements AutoCloseable {
  private final Connection connection;

  private SqlDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Publishes the tables of one state of a project. */
  public static SqlDatabase of(Dataset data, FieldCatalog catalog, Publication.Clusters clusters,
      JobContext job)
      throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:h2:mem:;TIME ZONE=UTC");
    try {
      try (Statement statement = connection.createStatement()) {
        statement.execute("create alias \"" + Regex.NAME + "\" for '" + Regex.class.getName() + ".matches'");
      }
      Publication.write(data, catalog, clusters, connection, Dialect.H2, job);
      return new SqlDatabase(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The keys of those whom a statement of {@link SegmentSql} selects, by customer number. */
  public List<String> keys(String sql) throws SQLException {
    List<String> keys = new ArrayList<>();
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        keys.add(rows.getString(Published.KEY));
      }
    }
    return keys;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
