package app.parcelle.engine.cluster.importance;

import static app.parcelle.engine.cluster.importance.Written.labels;
import static app.parcelle.engine.cluster.importance.Written.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.algorithm.Model;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.Encoding;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.prepare.Pipeline.Missing;
import app.parcelle.engine.cluster.prepare.Pipeline.Scale;
import app.parcelle.engine.cluster.prepare.Pipeline.Shape;
import app.parcelle.engine.cluster.prepare.Prepared;
import app.parcelle.engine.cluster.prepare.Preparing;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;

class ImportancesTest {
  private static final FieldSteps STEPS = new FieldSteps("f", Missing.LEAVE_OUT, 0, Shape.AS_IS, Scale.NONE,
      Encoding.ONE_HOT, 1);

  private static Importances forTarget(Sheet.Source target, Sheet.Source... columns) {
    int rows = Written.ROWS;
    return Importances.forTarget(new Sheet(rows, List.of(columns)), target, 1, Workers.inline(),
        JobContext.silent());
  }

  @Test
  void whatTellsTheTargetStandsAboveWhatDoesNot() {
    Importances found = forTarget(numbers("y", Written.Y), numbers("u", Written.U), numbers("v", Written.V),
        numbers("w", Written.W), labels());

    Importance u = found.fields().get(0);
    Importance v = found.fields().get(1);
    Importance w = found.fields().get(2);
    assertEquals(List.of("u", "v", "w", "label"), found.fields().stream().map(Importance::name).toList());
    assertTrue(
        u.mutualInformation() > w.mutualInformation() && w.mutualInformation() > v.mutualInformation());
    assertTrue(u.permutation() > w.permutation() && w.permutation() > 0.05, found.toString());
    assertEquals(0, v.permutation(), 0.05);
    assertEquals(0.899, u.association().value(), 1e-3);
    assertEquals(300, found.rows());
  }

  @Test
  void aCategoryCanBeTheTarget() {
    Importances found = forTarget(labels(), numbers("u", Written.U), numbers("v", Written.V),
        numbers("x", Written.X));

    assertTrue(found.fields().get(0).permutation() > 0.5, found.toString());
    assertTrue(found.fields().get(0).permutation() > 5 * found.fields().get(1).permutation(),
        found.toString());
  }

  @Test
  void aCategoryCanTell() {
    double[] target = IntStream.range(0, 300)
        .mapToDouble(i -> 5 * (Written.LABEL[i] % 2) + Written.V[i])
        .toArray();

    Importances found = forTarget(numbers("t", target), labels(), numbers("w", Written.W));

    assertTrue(found.fields().get(0).permutation() > 0.7, found.toString());
    assertEquals(0, found.fields().get(1).permutation(), 0.1);
  }

  @Test
  void fieldsThatSayTheSameAreNamedInWords() {
    double[] opposite = Arrays.stream(Written.U).map(u -> 1 / (1 + u)).toArray();

    Importances found = forTarget(labels(), numbers("u", Written.U), numbers("falling", opposite),
        numbers("v", Written.V));

    assertEquals(List.of("falling"), found.fields().get(0).redundantWith());
    assertEquals(List.of("u"), found.fields().get(1).redundantWith());
    assertEquals(List.of(), found.fields().get(2).redundantWith());
    Message words = found.redundant().getFirst().words();
    assertEquals(Message.of("cluster.redundant.opposite", "u", "falling", 1.0), words);
    assertTrue(new Texts(Locale.FRENCH).text(words).contains("falling"));
    assertTrue(new Texts(Locale.ENGLISH).text(
        new Redundancy("a", "b", new Association(Association.Kind.RATIO, 0.95)).words()).contains("0.95"));
  }

  @Test
  void weightsFollowTheInformationAndAreSharedBetweenFieldsThatSayTheSame() {
    Association none = new Association(Association.Kind.RANKS, 0);
    Importances found = new Importances(List.of(new Importance("a", 1, none, 0, List.of("b")),
        new Importance("b", 1, none, 0, List.of("a")), new Importance("c", 2, none, 0, List.of()),
        new Importance("d", 0, none, 0, List.of())), List.of(), 10);

    List<Double> weights = found.weights();

    assertEquals(Math.sqrt(0.5), weights.get(0), 1e-12);
    assertEquals(Math.sqrt(0.5), weights.get(1), 1e-12);
    assertEquals(Math.sqrt(2), weights.get(2), 1e-12);
    assertEquals(0.2, weights.get(3));
    assertEquals(List.of(1.0, 1.0), new Importances(List.of(new Importance("a", 0, none, 0, List.of()),
        new Importance("b", 0, none, 0, List.of())), List.of(), 10).weights());
  }

  @Test
  void clustersSayWhichFieldsHoldThemApart() {
    SplittableRandom random = new SplittableRandom(3);
    double[] apart = IntStream.range(0, 400).mapToDouble(i -> i % 2 * 10 + random.nextDouble()).toArray();
    double[] noise = random.doubles(400).toArray();
    double[] gaps = random.doubles(400).map(v -> v < 0.1 ? Double.NaN : v).toArray();
    double[] same = new double[400];
    Sheet sheet = new Sheet(400,
        List.of(numbers("apart", apart), numbers("noise", noise), numbers("gaps", gaps),
            numbers("same", same)));
    Prepared prepared = Preparing.of(sheet, new Pipeline(List.of(STEPS, STEPS, STEPS, STEPS), 0),
        Workers.inline(), JobContext.silent());
    int[] labels = Arrays.stream(prepared.rowOf()).map(row -> row % 2).toArray();
    Model model = new Model.Centres(new double[]{0.5, 0.5, 0.5, 10.5, 0.5, 0.5}, 3);

    Importances found = Importances.forClusters(sheet, prepared, labels, model, 1, Workers.inline(),
        JobContext.silent());

    assertEquals(0.5, found.fields().get(0).permutation(), 0.05);
    assertEquals(0, found.fields().get(1).permutation());
    assertEquals(0, found.fields().get(3).permutation());
    assertTrue(found.fields().get(0).mutualInformation() > 0.6, found.toString());
    assertTrue(found.fields().get(1).mutualInformation() < 0.1, found.toString());
    assertEquals(prepared.rowOf().length, found.rows());
  }

  @Test
  void dummiesOfOneFieldAreDealtTogether() {
    String[] towns = {"Paris", "Lyon"};
    int[] codes = IntStream.range(0, 100).map(i -> i % 2).toArray();
    Sheet sheet = new Sheet(100, List.of(new Sheet.Categories("town", List.of(towns), codes)));
    Model model = new Model.Centres(new double[]{1, 0, 0, 1}, 2);
    Prepared prepared = Preparing.of(sheet, new Pipeline(List.of(STEPS), 0), Workers.inline(),
        JobContext.silent());

    Importances found = Importances.forClusters(sheet, prepared, codes, model, 1, Workers.inline(),
        JobContext.silent());

    assertEquals(0.5, found.fields().getFirst().permutation(), 0.1);
  }

  @Test
  void manyRowsAreSampledAndThreadsChangeNothing() {
    SplittableRandom random = new SplittableRandom(3);
    double[] a = random.doubles(30_000).toArray();
    double[] b = random.doubles(30_000).toArray();
    double[] target = IntStream.range(0, 30_000).mapToDouble(i -> a[i] + random.nextDouble()).toArray();
    Sheet sheet = new Sheet(30_000, List.of(numbers("a", a), numbers("b", b)));

    Importances one = Importances.forTarget(sheet, numbers("t", target), 5, Workers.inline(),
        JobContext.silent());
    assertEquals(Importances.MOST_ROWS, one.rows());
    try (Workers workers = new Workers(3)) {
      assertEquals(one,
          Importances.forTarget(sheet, numbers("t", target), 5, workers, JobContext.silent()));
    }
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    double[] infinite = Written.U.clone();
    infinite[7] = Double.NEGATIVE_INFINITY;
    Sheet.Categories free = new Sheet.Categories("remark",
        IntStream.range(0, 300).mapToObj(String::valueOf).toList(), IntStream.range(0, 300).toArray());

    assertEquals(Message.of("cluster.problem.infinite", "u"),
        assertThrows(Problem.class, () -> forTarget(labels(), numbers("u", infinite))).message());
    assertEquals(Message.of("cluster.problem.free-text", "remark", 300, 300L),
        assertThrows(Problem.class, () -> forTarget(free, numbers("u", Written.U))).message());
  }

  @Test
  void cancelledWorkStops() {
    CancelledLater cancelled = new CancelledLater(0);
    Sheet sheet = new Sheet(300, List.of(numbers("u", Written.U)));
    assertThrows(JobContext.Cancelled.class,
        () -> Importances.forTarget(sheet, labels(), 1, Workers.inline(), cancelled));
  }
}
