package app.parcelle.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * The tables of a project file, made in steps: a new file takes all of them, one of an earlier format those it does not have yet. A
 * step is the script {@code schema/<format>.sql}, then what SQL cannot say. A step that has been published is never changed.
 */
final class Schema {
  private interface Step {
    void in(Connection connection, JobContext job) throws SQLException;
  }

  /** What follows the script of format 1, 2 ... */
  private static final List<Step> STEPS = List.of((_, _) -> {}, Schema::makeRoomForNames,
      Schema::makeRoomForFilings, Schema::makeRoomForLayers, Schema::makeRoomForModels);

  /** The format that this program writes; newer files are refused. */
  static final int FORMAT = STEPS.size();

  private Schema() {}

  static void create(Connection connection, ZoneId zone) throws SQLException {
    upgrade(connection, 0, JobContext.silent());
    put(connection, "zone", zone.getId());
  }

  /** Takes the steps after {@code format}. Not to be tried on a file that matters: H2 commits with every change of a table. */
  static void upgrade(Connection connection, int format, JobContext job) throws SQLException {
    for (int step = format + 1; step <= FORMAT; step++) {
      job.throwIfCancelled();
      try (Statement script = connection.createStatement()) {
        script.execute("RUNSCRIPT FROM 'classpath:app/parcelle/schema/" + step + ".sql' CHARSET 'UTF-8'");
      }
      STEPS.get(step - 1).in(connection, job);
      put(connection, "format", Integer.toString(step));
    }
  }

  static int format(Connection connection) throws SQLException {
    return Integer.parseInt(setting(connection, "format"));
  }

  static ZoneId zone(Connection connection) throws SQLException {
    return ZoneId.of(setting(connection, "zone"));
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT text FROM setting WHERE name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("no setting " + name);
        }
        return row.getString(1);
      }
    }
  }

  private static void put(Connection connection, String name, String text) throws SQLException {
    try (
        PreparedStatement merge = connection
            .prepareStatement("MERGE INTO setting KEY (name) VALUES (?, ?)")) {
      merge.setString(1, name);
      merge.setString(2, text);
      merge.executeUpdate();
    }
  }

  /** Format 2: the clusters of a saved clustering may have names. */
  private static void makeRoomForNames(Connection connection, JobContext job) throws SQLException {
    changeStates(connection, job,
        state -> state.get("clusterings").forEach(clustering -> ((ObjectNode) clustering).putArray("names")));
  }

  /** Format 3: segments are kept in folders, with tags and notes. An earlier program would lose them without a word. */
  private static void makeRoomForFilings(Connection connection, JobContext job) throws SQLException {
    changeStates(connection, job, state -> {
      ObjectNode filings = state.putObject("filings");
      filings.putArray("folders");
      filings.putArray("filings");
    });
  }

  /** Format 4: layers of maps, and snapshots of segments. An earlier program would lose them, and remove their chunks. */
  private static void makeRoomForLayers(Connection connection, JobContext job) throws SQLException {
    changeStates(connection, job, state -> {
      ObjectNode kept = state.putObject("kept");
      kept.putArray("layers");
      kept.putArray("snapshots");
    });
  }

  /** Format 5: clusterings keep the model that assigns new customers. An earlier program would lose it, and remove its chunks. */
  private static void makeRoomForModels(Connection connection, JobContext job) throws SQLException {
    changeStates(connection, job, state -> state.get("clusterings")
        .forEach(clustering -> ((ObjectNode) clustering).withArray("model")));
  }

  private static void changeStates(Connection connection, JobContext job, Consumer<ObjectNode> change)
      throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet states = query.executeQuery("SELECT state_id, document FROM project_state");
        PreparedStatement update = connection
            .prepareStatement("UPDATE project_state SET document = ? WHERE state_id = ?")) {
      while (states.next()) {
        job.progress(-1, -1, Message.of("store.updating"));
        job.throwIfCancelled();
        ObjectNode state = (ObjectNode) StoredJson.tree(states.getString(2));
        change.accept(state);
        update.setString(1, StoredJson.write(state));
        update.setLong(2, states.getLong(1));
        update.executeUpdate();
      }
    }
  }
}
