package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.evaluate.naive.NaiveWorld;
import app.parcelle.engine.evaluate.naive.RandomRule;
import app.parcelle.engine.evaluate.naive.RandomWorld;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;

class EvaluatorAgainstNaiveTest {
  private static final int WORLDS = 10;
  private static final int RULES = 80;

  @TempDir
  private Path folder;

  /** Five times ten worlds with eighty rules each. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyRuleOnEveryWorldMeansTheSame(long batch) throws IOException {
    for (long seed = batch * 1_000; seed < batch * 1_000 + WORLDS; seed++) {
      NaiveWorld world = RandomWorld.of(seed);
      try (Project project = WorldProject.of(world, Files.createDirectory(folder.resolve("w" + seed)))) {
        for (long rule = seed * 1_000; rule < seed * 1_000 + RULES; rule++) {
          Segment segment = RandomRule.segment(rule);
          Optional<String> difference = new Comparison(world, segment)
              .difference(project.evaluate(segment, JobContext.silent()), project.data().customers());
          assertEquals(Optional.empty(), difference,
              () -> "world " + world.zone() + " " + world.tables() + "\n" + SegmentJson.write(segment));
        }
      }
    }
  }
}
