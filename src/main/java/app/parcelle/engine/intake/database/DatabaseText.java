package app.parcelle.engine.intake.database;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import app.parcelle.engine.intake.TextSource;

/** The rows of a query as text. The query is asked again for each reading. */
final class DatabaseText implements TextSource {
  private static final int ROWS_AT_ONCE = 5_000;

  private final DatabaseTable table;
  private final Drivers.Connected open;
  private final String sql;

  DatabaseText(DatabaseTable table, Drivers.Connected open, String sql) {
    this.table = table;
    this.open = open;
    this.sql = sql;
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public String tableName() {
    String name = table.table();
    return name == null ? "Query" : name.substring(name.lastIndexOf('.') + 1);
  }

  @Override
  public long bytes() {
    return 0;
  }

  @Override
  public boolean isRecords() {
    return true;
  }

  @Override
  public Boolean header() {
    return true;
  }

  @Override
  public Reading open() throws IOException {
    try {
      Statement statement = open.connection()
          .createStatement(ResultSet.TYPE_FORWARD_ONLY,
              ResultSet.CONCUR_READ_ONLY);
      try {
        statement.setFetchSize(ROWS_AT_ONCE);
        return new Answer(statement, new ResultRecords(statement.executeQuery(sql), table.login()));
      } catch (SQLException e) {
        statement.close();
        throw e;
      }
    } catch (SQLException e) {
      throw Drivers.refused(table.login(), e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      open.close();
    } catch (SQLException alreadyGone) {
      // the rows have been read, or their loss has been said
    }
  }

  private record Answer(Statement statement, ResultRecords rows) implements Reading {
    @Override
    public InputStream text() {
      return rows;
    }

    @Override
    public long taken() {
      return 0;
    }

    @Override
    public void close() throws IOException {
      try {
        statement.close();
      } catch (SQLException alreadyGone) {
        // a lost connection has closed it
      }
    }
  }
}
