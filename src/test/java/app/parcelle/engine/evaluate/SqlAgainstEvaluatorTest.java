package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.evaluate.naive.RandomRule;
import app.parcelle.engine.evaluate.naive.RandomWorld;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.sql.Dialect;
import app.parcelle.engine.sql.SegmentSql;
import app.parcelle.engine.sql.SqlDatabase;
import app.parcelle.engine.table.Bits;

class SqlAgainstEvaluatorTest {
  private static final int WORLDS = 4;
  private static final int RULES = 60;

  @TempDir
  private Path folder;

  /** Four times four worlds with sixty rules each. */
  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8})
  void everyRuleOnEveryWorldSelectsTheSameCustomers(long batch) throws IOException, SQLException {
    for (long seed = batch * 1_000; seed < batch * 1_000 + WORLDS; seed++) {
      try (Project project = WorldProject.of(RandomWorld.of(seed), Files.createDirectory(folder.resolve("w" + seed)));
          SqlDatabase database = ProjectDatabase.of(project)) {
        for (int rule = 0; rule < RULES; rule++) {
          compare(seed, project, database, RandomRule.segment(seed * 1_000 + rule, 4));
        }
      }
    }
  }

  private static void compare(long seed, Project project, SqlDatabase database, Segment segment)
      throws SQLException {
    Evaluation evaluation = project.evaluate(segment, JobContext.silent());
    String sql = SegmentSql.of(segment, project.fields(), project.data().zone(), evaluation.asOf(), Dialect.H2);
    try {
      assertEquals(keys(project, evaluation), database.keys(sql),
          () -> "world " + seed + "\n" + SegmentJson.write(segment) + "\n" + sql);
    } catch (SQLException refused) {
      throw new SQLException("world " + seed + "\n" + SegmentJson.write(segment) + "\n" + sql, refused);
    }
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
