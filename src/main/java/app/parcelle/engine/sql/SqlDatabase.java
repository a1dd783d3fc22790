package app.parcelle.engine.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.table.Dataset;

/** A private database in memory with the tables of a project, gone when it is closed. One thread at a time. */
public final class SqlDatabase implements AutoCloseable {
  private static final Pattern TEMPORARY = Pattern.compile(
      "create local temporary table (\"(?:[^\"]|\"\")*\")");

  private final Connection connection;

  private SqlDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Publishes the tables of one state of a project. */
  public static SqlDatabase of(Dataset data, FieldCatalog catalog, Publication.Kept kept,
      JobContext job)
      throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:h2:mem:;TIME ZONE=UTC");
    try {
      try (Statement statement = connection.createStatement()) {
        statement.execute("create alias \"" + Regex.NAME + "\" for '" + Regex.class.getName() + ".matches'");
      }
      Publication.write(data, catalog, kept, connection, Dialect.H2, job);
      return new SqlDatabase(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The keys of those whom a statement of {@link SegmentSql} selects, by customer number. */
  public List<String> keys(String sql) throws SQLException {
    List<String> steps = Steps.of(sql);
    try (Statement statement = connection.createStatement()) {
      for (String step : steps.subList(0, steps.size() - 1)) {
        statement.execute(step);
      }
      try (ResultSet rows = statement.executeQuery(steps.getLast())) {
        List<String> keys = new ArrayList<>();
        while (rows.next()) {
          keys.add(rows.getString(Published.KEY));
        }
        return keys;
      }
    } finally {
      forget(steps);
    }
  }

  private void forget(List<String> steps) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String step : steps) {
        Matcher table = TEMPORARY.matcher(step);
        if (table.find()) {
          statement.execute("drop table if exists " + table.group(1));
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
