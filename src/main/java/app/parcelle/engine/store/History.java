package app.parcelle.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The rows of the journal and its states. */
final class History {
  private History() {}

  /** When an entry was made; null where there is none of that number. */
  static @Nullable Instant savedAt(Connection c, long number) throws SQLException {
    try (PreparedStatement query = c.prepareStatement("SELECT at FROM journal WHERE number = ?")) {
      query.setLong(1, number);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : null;
      }
    }
  }

  /** @param present the number of the last entry that is not undone */
  static List<ProjectStore.Entry> entries(Connection c, long present) throws SQLException {
    List<ProjectStore.Entry> entries = new ArrayList<>();
    try (
        PreparedStatement query = c
            .prepareStatement("SELECT number, at, operation FROM journal ORDER BY number");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        entries.add(new ProjectStore.Entry(row.getLong(1),
            row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3), row.getLong(1) > present));
      }
    }
    return entries;
  }

  /** Where the project stands: the last entry that is not undone, and the state it made; no state for a new project. */
  record At(long number, long stateId, @Nullable String state) {}

  static At present(Connection c) throws SQLException {
    long number = number(c, "SELECT number FROM head");
    if (number == 0) {
      return new At(0, 0, null);
    }
    try (PreparedStatement query = c.prepareStatement("""
        SELECT s.state_id, s.document FROM journal j JOIN project_state s ON s.state_id = j.state_id
        WHERE j.number = ?""")) {
      query.setLong(1, number);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("no state for journal entry " + number);
        }
        return new At(number, row.getLong(1), row.getString(2));
      }
    }
  }

  private static long number(Connection c, String sql) throws SQLException {
    try (PreparedStatement query = c.prepareStatement(sql); ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Adds an entry and the state it makes; returns the id of the state. */
  static long append(Connection c, long number, String state, String operation, OffsetDateTime at)
      throws SQLException {
    long stateId = insert(c, state);
    try (PreparedStatement insert = c.prepareStatement("INSERT INTO journal VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, number);
      insert.setObject(2, at);
      insert.setString(3, operation);
      insert.setLong(4, stateId);
      insert.executeUpdate();
    }
    moveTo(c, number);
    return stateId;
  }

  private static long insert(Connection c, String state) throws SQLException {
    long stateId = number(c, "SELECT COALESCE(MAX(state_id), 0) + 1 FROM project_state");
    try (PreparedStatement insert = c.prepareStatement("INSERT INTO project_state VALUES (?, ?)")) {
      insert.setLong(1, stateId);
      insert.setString(2, state);
      insert.executeUpdate();
    }
    return stateId;
  }

  static void moveTo(Connection c, long number) throws SQLException {
    execute(c, "UPDATE head SET number = ?", number);
  }

  /** Gives the last entry another state; returns its id. */
  static long amend(Connection c, long number, String state) throws SQLException {
    long stateId = insert(c, state);
    execute(c, "DELETE FROM project_state WHERE state_id = (SELECT state_id FROM journal WHERE number = ?)",
        number);
    try (PreparedStatement update = c.prepareStatement("UPDATE journal SET state_id = ? WHERE number = ?")) {
      update.setLong(1, stateId);
      update.setLong(2, number);
      update.executeUpdate();
    }
    return stateId;
  }

  /**
   * Removes the entries after {@code number}, which a new change makes impossible to redo, with the states and table versions that
   * only they had.
   *
   * @return the chunks that nothing names any more, to be removed once the transaction is through
   */
  static Set<Long> forgetAfter(Connection c, long number, Function<String, Stored.Table> table,
      Function<String, Stored.State> state) throws SQLException {
    List<Stored.State> gone = states(c, "WHERE j.number > ?", number, state);
    if (gone.isEmpty()) {
      return Set.of();
    }
    execute(c, "DELETE FROM project_state WHERE state_id IN (SELECT state_id FROM journal WHERE number > ?)",
        number);
    execute(c, "DELETE FROM journal WHERE number > ?", number);
    List<Stored.State> kept = states(c, "WHERE j.number <= ?", number, state);
    Set<Long> keptVersions = kept.stream().flatMap(s -> s.tables().stream()).collect(Collectors.toSet());
    Set<Long> goneVersions = gone.stream()
        .flatMap(s -> s.tables().stream())
        .filter(v -> !keptVersions.contains(v))
        .collect(Collectors.toSet());
    Set<Long> chunks = chunks(c, goneVersions, gone, table);
    if (!chunks.isEmpty()) {
      chunks.removeAll(chunks(c, keptVersions, kept, table));
    }
    for (long version : goneVersions) {
      execute(c, "DELETE FROM table_version WHERE version_id = ?", version);
      execute(c, "DELETE FROM invalid_cell WHERE version_id = ?", version);
      execute(c, "DELETE FROM reject WHERE version_id = ?", version);
    }
    return chunks;
  }

  private static Set<Long> chunks(Connection c, Set<Long> versions, List<Stored.State> states,
      Function<String, Stored.Table> table) throws SQLException {
    Set<Long> chunks = new HashSet<>();
    for (long version : versions) {
      try (PreparedStatement query = c
          .prepareStatement("SELECT document FROM table_version WHERE version_id = ?")) {
        query.setLong(1, version);
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            table.apply(row.getString(1)).chunkIds().forEach(chunks::add);
          }
        }
      }
    }
    for (Stored.State state : states) {
      state.directory().chunkIds().forEach(chunks::add);
      state.clusterings().forEach(clusters -> clusters.chunkIds().forEach(chunks::add));
      state.kept().chunkIds().forEach(chunks::add);
    }
    return chunks;
  }

  private static List<Stored.State> states(Connection c, String where, long number,
      Function<String, Stored.State> parse) throws SQLException {
    try (PreparedStatement query = c.prepareStatement(
        "SELECT s.document FROM journal j JOIN project_state s ON s.state_id = j.state_id " + where)) {
      query.setLong(1, number);
      try (ResultSet row = query.executeQuery()) {
        List<Stored.State> states = new ArrayList<>();
        while (row.next()) {
          states.add(parse.apply(row.getString(1)));
        }
        return states;
      }
    }
  }

  private static void execute(Connection c, String sql, long number) throws SQLException {
    try (PreparedStatement statement = c.prepareStatement(sql)) {
      statement.setLong(1, number);
      statement.executeUpdate();
    }
  }
}
