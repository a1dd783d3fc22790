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
  /** The seed of the one large world; those of small worlds are positive. */
  static final long LARGE = 0;

  private static final int RULES = 120;
  private static final int RULES_OF_THE_LARGE_WORLD = 15;

  /** Some customers before the second chunk. */
  private static final int BORDER = 65_530;

  private final Path folder;

  public FaultHunt(Path folder) {
    this.folder = folder;
  }

  static NaiveWorld world(long seed) {
    return seed == LARGE ? RandomWorld.large(seed, 70_000, 70_000) : RandomWorld.of(seed);
  }

  /** The first difference on the world of that seed, whose project is in the folder. */
  @Override
  public Optional<String> apply(long seed) {
    NaiveWorld world = world(seed);
    int rules = seed == LARGE ? RULES_OF_THE_LARGE_WORLD : RULES;
    int depth = seed == LARGE ? 2 : 4;
    // a fault may end the work of one thread while another still reads: each hunt has files of its own
    try (Project project = WorldProject.open(WorldProject.copy(folder.resolve("" + seed)))) {
      Optional<String> differentField = Comparison.difference(world, project,
          new Segment.Reference.Project());
      if (differentField.isPresent()) {
        return differentField;
      }
      for (int rule = 0; rule < rules; rule++) {
        Segment segment = RandomRule.segment(seed * 1_000 + rule, depth);
        Optional<String> difference = Comparison.difference(world, project, segment,
            seed == LARGE ? BORDER + rule : rule);
        if (difference.isPresent()) {
          return difference;
        }
      }
      return Optional.empty();
    }
  }
}
