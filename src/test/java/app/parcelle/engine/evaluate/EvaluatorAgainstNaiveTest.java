package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.evaluate.naive.NaiveWorld;
import app.parcelle.engine.evaluate.naive.RandomRule;
import app.parcelle.engine.evaluate.naive.RandomWorld;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;

class EvaluatorAgainstNaiveTest {
  private static final int WORLDS = 8;
  private static final int RULES = 60;
  private static final int RULES_OF_LARGE_WORLDS = 8;

  @TempDir
  private Path folder;

  /** Four times eight worlds with sixty rules each. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyRuleOnEveryWorldMeansTheSame(long batch) throws IOException {
    for (long seed = batch * 1_000; seed < batch * 1_000 + WORLDS; seed++) {
      compare(RandomWorld.of(seed), seed, RULES, 4);
    }
  }

  @Test
  void everyRuleMeansTheSameBeyondTheFirstChunk() throws IOException {
    compare(RandomWorld.large(1, 70_000, 70_000), 1, RULES_OF_LARGE_WORLDS, 2);
  }

  @Test
  void everyRuleMeansTheSameBeyondTheFirstChunkOfSeveralRuns() throws IOException {
    compare(RandomWorld.large(2, 132_000, 66_000), 2, RULES_OF_LARGE_WORLDS, 2);
  }

  private void compare(NaiveWorld world, long seed, int rules, int depth) throws IOException {
    try (Project project = WorldProject.of(world, Files.createDirectory(folder.resolve("w" + seed)))) {
      for (Segment.Reference reference : List.of(new Segment.Reference.Project(),
          new Segment.Reference.Fixed(RandomWorld.TODAY.minusDays(30)))) {
        assertEquals(Optional.empty(), Comparison.difference(world, project, reference),
            () -> "world " + seed + " as of " + reference);
      }
      for (int rule = 0; rule < rules; rule++) {
        Segment segment = RandomRule.segment(seed * 1_000 + rule, depth);
        assertEquals(Optional.empty(), Comparison.difference(world, project, segment, rule),
            () -> "world " + seed + "\n" + SegmentJson.write(segment));
      }
    }
  }
}
