package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.evaluate.naive.RandomRule;
import app.parcelle.engine.evaluate.naive.RandomWorld;
import app.parcelle.engine.intake.database.PrivatePostgres;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.sql.Dialect;
import app.parcelle.engine.sql.Publication;
import app.parcelle.engine.sql.SegmentSql;
import app.parcelle.engine.sql.SqlDatabase;
import app.parcelle.engine.table.Bits;

class SqlAgainstEvaluatorTest {
  private static final int WORLDS = 4;
  private static final int RULES = 60;

  @TempDir
  private Path folder;

  /** Whom a statement selects. */
  private interface Selecting {
    List<String> keys(String sql) throws SQLException;
  }

  /** Four times four worlds with sixty rules each. */
  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8})
  void everyRuleOnEveryWorldSelectsTheSameCustomersOnH2(long batch) throws IOException, SQLException {
    for (long seed = batch * 1_000; seed < batch * 1_000 + WORLDS; seed++) {
      try (Project project = project(seed); SqlDatabase database = ProjectDatabase.of(project)) {
        compare(seed, project, Dialect.H2, database::keys);
      }
    }
  }

  /** Where no PostgreSQL is installed there is nothing to compare with. */
  @Test
  void everyRuleOnEveryWorldSelectsTheSameCustomersOnPostgres() throws IOException, SQLException {
    assumeTrue(PrivatePostgres.installed().isPresent());
    Path home = Files.createTempDirectory("postgres");
    try (PrivatePostgres server = PrivatePostgres.start(home);
        Connection connection = DriverManager.getConnection(server.url(), "parcelle", null)) {
      for (long seed = 9_000; seed < 9_000 + WORLDS; seed++) {
        try (Project project = project(seed); Statement statement = connection.createStatement()) {
          statement.execute("create schema w" + seed);
          statement.execute("set search_path to w" + seed);
          Publication.write(project.data(), project.fields(), ProjectDatabase.kept(project), connection,
              Dialect.POSTGRES, JobContext.silent());
          compare(seed, project, Dialect.POSTGRES, sql -> keys(statement, sql));
        }
      }
    }
  }

  private Project project(long seed) throws IOException {
    return WorldProject.of(RandomWorld.of(seed), Files.createDirectory(folder.resolve("w" + seed)));
  }

  private static List<String> keys(Statement statement, String sql) throws SQLException {
    List<String> keys = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        keys.add(rows.getString("key"));
      }
    }
    return keys;
  }

  private static void compare(long seed, Project project, Dialect dialect, Selecting database)
      throws SQLException {
    int compared = 0;
    for (int rule = 0; rule < RULES; rule++) {
      Segment segment = RandomRule.segment(seed * 1_000 + rule, 4);
      Evaluation evaluation = project.evaluate(segment, JobContext.silent());
      String json = SegmentJson.write(segment);
      // expressions are another language on each database
      boolean same = dialect == Dialect.H2 || !json.contains("match");
      if (evaluation.members() != null && same) {
        compared++;
        String sql = SegmentSql.of(segment, project.fields(), project.data().zone(), evaluation.asOf(),
            dialect);
        try {
          assertEquals(keys(project, evaluation), database.keys(sql),
              () -> "world " + seed + "\n" + json + "\n" + sql);
        } catch (SQLException refused) {
          throw new SQLException("world " + seed + "\n" + json + "\n" + sql, refused);
        }
      }
    }
    assertTrue(compared > RULES / 2, "only " + compared);
  }

  private static List<String> keys(Project project, Evaluation evaluation) {
    List<String> keys = new ArrayList<>();
    long[] members = evaluation.members();
    for (int customer = 0; members != null && customer < project.data().customers().size(); customer++) {
      if (Bits.get(members, customer)) {
        keys.add(project.data().customers().text(customer));
      }
    }
    return keys;
  }
}
