package app.parcelle.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.quality.Choice.Candidate;

class ChoicePaneTest {
  private static final double[] EVEN = {0.1, 0.1, 0.1, 0.1, 0.1};

  private static List<Candidate> candidates(double[] inertia, double[] gaps, double[] errors) {
    return IntStream.range(0, inertia.length)
        .mapToObj(i -> new Candidate(i + 2, inertia[i], 0, 0, 0, 0, gaps[i], errors[i], 0, 0, 0, 0, 0))
        .toList();
  }

  @Test
  void elbowIsWhereTheCurveLiesFarthestBelowItsEnds() {
    assertEquals(4, ChoicePane.elbow(candidates(new double[]{100, 60, 20, 15, 10}, EVEN, EVEN)));
    assertEquals(0, ChoicePane.elbow(candidates(new double[]{50, 40, 30, 20, 10}, EVEN, EVEN)));
  }

  @Test
  void gapSpeaksForTheFewestClustersThatTheNextDoNotExceed() {
    double[] inertia = {5, 4, 3, 2, 1};
    double[] errors = {0.01, 0.01, 0.01, 0.01, 0.01};
    assertEquals(4, ChoicePane.gap(candidates(inertia, new double[]{0.1, 0.5, 0.9, 0.905, 1}, errors)));
    assertEquals(6, ChoicePane.gap(candidates(inertia, new double[]{0.1, 0.3, 0.5, 0.7, 0.9}, errors)));
    double[] unknown = {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    assertEquals(0, ChoicePane.gap(candidates(inertia, unknown, unknown)));
  }
}
