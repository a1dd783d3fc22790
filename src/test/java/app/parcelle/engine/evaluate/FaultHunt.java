package app.parcelle.engine.evaluate;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongFunction;

import app.parcelle.engine.evaluate.naive.NaiveWorld;
import app.parcelle.engine.evaluate.naive.RandomRule;
import app.parcelle.engine.evaluate.naive.RandomWorld;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;

/**
 * Looks for a rule on which the evaluator and the naive model differ. It is loaded anew with each planted fault, so it speaks to
 * the test in the JDK's types only.
 */
public final class FaultHunt implements LongFunction<Optional<String>> {
  private static final int RULES = 150;

  private final Path folder;

  public FaultHunt(Path folder) {
    this.folder = folder;
  }

  /** The first difference on the world of that seed, whose project is in the folder. */
  @Override
  public Optional<String> apply(long seed) {
    NaiveWorld world = RandomWorld.of(seed);
    try (Project project = WorldProject.open(folder.resolve("" + seed))) {
      for (int rule = 0; rule < RULES; rule++) {
        Segment segment = RandomRule.segment(seed * 1_000 + rule, 4);
        Optional<String> difference = Comparison.difference(world, project, segment, rule);
        if (difference.isPresent()) {
          return difference;
        }
      }
      return Optional.empty();
    }
  }
}
