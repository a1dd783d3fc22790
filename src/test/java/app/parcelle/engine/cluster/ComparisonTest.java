package app.parcelle.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.Comparison.Measure;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.cluster.quality.Agreement;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;

class ComparisonTest {
  private static final Algorithm K_MEANS = new Algorithm.KMeans(3);
  private static final Algorithm WARD = new Algorithm.Hierarchical(Algorithm.Linkage.WARD);
  private static final Algorithm DENSE = new Algorithm.Dbscan(0.4, 5);

  private final Crowds.Crowd irises = Crowds.irises();

  private Comparison compare(JobContext job, Algorithm... algorithms) {
    return Clusters.compare(irises.sheet(), null, Crowds.request(4, 3, 1).withOnly(3), List.of(algorithms), 2,
        job);
  }

  private static int[] clusters(Comparison comparison, int place) {
    return comparison.found().get(place).result().assignment();
  }

  @Test
  void rowsArePreparedOnceAndEveryMethodFindsWhatItFindsAlone() {
    Comparison comparison = compare(JobContext.silent(), K_MEANS, WARD);

    assertSame(comparison.found().get(0).result().prepared(), comparison.found().get(1).result().prepared());
    ClusterResult alone = Clusters.find(irises.sheet(), null, Crowds.request(4, 3, 1).withOnly(3).with(WARD),
        1, JobContext.silent());
    ClusterResult beside = comparison.found().get(1).result();
    assertEquals(Agreement.of(alone.assignment(), beside.assignment()).adjustedRand(), 1);
    assertEquals(alone.separation().silhouette(), beside.separation().silhouette());
    assertEquals(3, comparison.found().get(1).measures().k());
  }

  @Test
  void measuresAreTheSameEachTimeHoweverLongItTook() {
    List<Comparison.Measures> first = measures();
    assertEquals(first, measures());
  }

  private List<Comparison.Measures> measures() {
    return compare(JobContext.silent(), K_MEANS, DENSE).found()
        .stream()
        .map(Comparison.Found::measures)
        .toList();
  }

  @Test
  void everyPairAgreesAsFarAsPairsOfRowsDo() {
    Comparison comparison = compare(JobContext.silent(), K_MEANS, WARD, DENSE,
        new Algorithm.GaussianMixture(Algorithm.Covariance.FULL, 2));

    for (int one = 0; one < 4; one++) {
      for (int two = 0; two < 4; two++) {
        if (one != two) {
          assertEquals(rand(clusters(comparison, one), clusters(comparison, two)),
              comparison.agreement(one, two).adjustedRand(), 1e-12);
        }
      }
    }
    assertEquals(comparison.found().get(2).measures().noise(), comparison.agreement(0, 2).leftOut());
    assertThrows(IllegalArgumentException.class, () -> comparison.agreement(1, 1));
  }

  /** By counting all pairs of rows that have a cluster in both. */
  private static double rand(int[] one, int[] two) {
    double both = 0;
    double inOne = 0;
    double inTwo = 0;
    double all = 0;
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < i; j++) {
        if (one[i] > 0 && one[j] > 0 && two[i] > 0 && two[j] > 0) {
          both += one[i] == one[j] && two[i] == two[j] ? 1 : 0;
          inOne += one[i] == one[j] ? 1 : 0;
          inTwo += two[i] == two[j] ? 1 : 0;
          all++;
        }
      }
    }
    double chance = inOne * inTwo / all;
    return (both - chance) / ((inOne + inTwo) / 2 - chance);
  }

  @Test
  void theBestOfEachMeasureIsKnown() {
    Comparison comparison = compare(JobContext.silent(), K_MEANS, WARD);
    Comparison.Measures means = comparison.found().get(0).measures();
    Comparison.Measures ward = comparison.found().get(1).measures();

    assertEquals(Set.of(means.silhouette() > ward.silhouette() ? 0 : 1), comparison.best(Measure.SILHOUETTE));
    assertEquals(Set.of(means.daviesBouldin() < ward.daviesBouldin() ? 0 : 1),
        comparison.best(Measure.DAVIES_BOULDIN));
    assertEquals(Set.of(means.calinskiHarabasz() > ward.calinskiHarabasz() ? 0 : 1),
        comparison.best(Measure.CALINSKI_HARABASZ));
  }

  @Test
  void oneAloneIsTheBestOfNothingAndEqualsAreBothBest() {
    assertEquals(Set.of(), compare(JobContext.silent(), WARD).best(Measure.SILHOUETTE));
    assertEquals(Set.of(0, 1),
        compare(JobContext.silent(), WARD, WARD).best(Measure.DAVIES_BOULDIN));
  }

  @Test
  void aMethodThatCannotIsToldAndTheOthersAreFound() {
    Sheet two = Crowds.sheet(List.of("a"), 4, 1, 1, 5, 5);
    Comparison comparison = Clusters.compare(two, null, Crowds.request(1, 3, 1).withOnly(3),
        List.of(K_MEANS, new Algorithm.Dbscan(0.1, 2)), 1, JobContext.silent());

    assertEquals(List.of("cluster.problem.fewer-than-k"),
        comparison.failed().stream().map(f -> f.why().key()).toList());
    assertEquals(2, comparison.found().getFirst().measures().k());
  }

  @Test
  void itCanBeStoppedBetweenAndWithinMethods() {
    CancelledLater counting = new CancelledLater(Integer.MAX_VALUE);
    compare(counting, K_MEANS, WARD);
    int questions = counting.asked();
    assertTrue(questions > 4);
    for (int after : List.of(0, questions / 3, questions / 2, 3 * questions / 4)) {
      assertThrows(JobContext.Cancelled.class, () -> compare(new CancelledLater(after), K_MEANS, WARD));
    }
  }

  @Test
  void agreementIsSaidInBothLanguages() {
    assertEquals(
        "They are practically the same clusters (adjusted Rand index 0.93; 1 is the same, 0 is chance).",
        new Texts(Locale.UK).text(Comparison.words(0.93)));
    assertEquals(
        "Les profils ont peu en commun (indice de Rand ajusté\u202f: 0,30\u202f; 1\u202f: identiques, 0\u202f: le hasard).",
        new Texts(Locale.FRANCE).text(Comparison.words(0.3)));
    assertEquals(6,
        List.of(1.0, 0.85, 0.7, 0.61, 0.3, 0.0)
            .stream()
            .map(Comparison::words)
            .map(Message::key)
            .distinct()
            .count());
  }
}
