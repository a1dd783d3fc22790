package app.parcelle.engine.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import org.jooq.Field;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;

/** Rows on their way into a table, a thousand at a time. */
final class RowBatch implements AutoCloseable {
  private static final int ROWS = 1_000;

  private final PreparedStatement statement;
  private final JobContext job;
  private int waiting;

  private RowBatch(PreparedStatement statement, JobContext job) {
    this.statement = statement;
    this.job = job;
  }

  static RowBatch into(String table, List<Field<?>> columns, Connection connection, JobContext job)
      throws SQLException {
    String names = columns.stream().map(c -> quoted(c.getName())).collect(Collectors.joining(", "));
    String values = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
    return new RowBatch(connection.prepareStatement(
        "insert into " + quoted(table) + " (" + names + ") values (" + values + ")"), job);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  void add(@Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
    if (++waiting == ROWS) {
      send();
    }
  }

  private void send() throws SQLException {
    job.throwIfCancelled();
    statement.executeBatch();
    waiting = 0;
  }

  @Override
  public void close() throws SQLException {
    try (statement) {
      if (waiting > 0) {
        send();
      }
    }
  }
}
