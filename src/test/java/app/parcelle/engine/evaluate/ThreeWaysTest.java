package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.evaluate.naive.NaiveModel;
import app.parcelle.engine.evaluate.naive.NaiveWorld;
import app.parcelle.engine.evaluate.naive.RandomRule;
import app.parcelle.engine.evaluate.naive.RandomWorld;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.sql.Dialect;
import app.parcelle.engine.sql.SegmentSql;
import app.parcelle.engine.sql.SqlDatabase;

/**
 * Random rules of every kind on random worlds: the naive model, the evaluator and SQL over the published tables agree on every
 * customer, and model and evaluator on every count of every row. {@code -Dparcelle.worlds=500} looks at so many worlds a batch.
 */
class ThreeWaysTest {
  private static final int WORLDS = Integer.getInteger("parcelle.worlds", 10);
  private static final int RULES = 50;
  private static final int DEPTH = 3;

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void modelEvaluatorAndSqlAgree(long batch) throws IOException, SQLException {
    for (long seed = batch * 100_000; seed < batch * 100_000 + WORLDS; seed++) {
      NaiveWorld world = RandomWorld.of(seed);
      Path files = Files.createDirectory(folder.resolve("w" + seed));
      try (Project project = WorldProject.of(world, files);
          SqlDatabase database = ProjectDatabase.of(project)) {
        for (int rule = 0; rule < RULES; rule++) {
          compare(seed, world, project, database, rule);
        }
      }
    }
  }

  private static void compare(long seed, NaiveWorld world, Project project, SqlDatabase database, int rule)
      throws SQLException {
    Segment segment = RandomRule.segment(seed * 1_000 + rule, DEPTH);
    String where = "world " + seed + " rule " + rule + "\n" + SegmentJson.write(segment);
    assertEquals(Optional.empty(), Comparison.difference(world, project, segment, rule), where);
    NaiveModel model = new NaiveModel(world, segment);
    String sql;
    try {
      sql = SegmentSql.of(segment, project.fields(), project.data().zone(), model.today(), Dialect.H2);
    } catch (Problem refused) {
      // databases know no public holidays
      assertEquals("evaluate.unknown-country", refused.message().key(), where);
      return;
    }
    List<String> selected = database.keys(sql);
    Set<String> keys = new TreeSet<>(selected);
    assertEquals(selected.size(), keys.size(), () -> "twice in\n" + sql);
    assertEquals(new TreeSet<>(model.members()), keys, () -> where + "\n" + sql);
  }
}
