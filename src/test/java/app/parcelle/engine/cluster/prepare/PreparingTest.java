package app.parcelle.engine.cluster.prepare;

import static app.parcelle.engine.cluster.prepare.Sheets.NAN;
import static app.parcelle.engine.cluster.prepare.Sheets.PLAIN;
import static app.parcelle.engine.cluster.prepare.Sheets.dimension;
import static app.parcelle.engine.cluster.prepare.Sheets.numbers;
import static app.parcelle.engine.cluster.prepare.Sheets.pipeline;
import static app.parcelle.engine.cluster.prepare.Sheets.prepare;
import static app.parcelle.engine.cluster.prepare.Sheets.sheet;
import static app.parcelle.engine.cluster.prepare.Sheets.texts;
import static app.parcelle.engine.cluster.prepare.Sheets.winsorised;
import static app.parcelle.engine.cluster.prepare.Sheets.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Pipeline.Encoding;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.prepare.Pipeline.Missing;
import app.parcelle.engine.cluster.prepare.Pipeline.Scale;
import app.parcelle.engine.cluster.prepare.Pipeline.Shape;
import app.parcelle.engine.cluster.prepare.Prepared.Dimension;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

class PreparingTest {
  private static final double HALF = Math.sqrt(0.5);

  private record Case(Sheet sheet, Pipeline pipeline) {}

  /** Two numbers and two texts, with gaps and ties, and any steps. */
  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<FieldSteps> steps = Combinators
        .combine(Arbitraries.of(Missing.class), Arbitraries.of(0.0, 0.05, 0.2), Arbitraries.of(Shape.class),
            Arbitraries.of(Scale.class), Arbitraries.of(Encoding.class), Arbitraries.of(1.0, 0.3, 2.5))
        .as((missing, winsorise, shape, scale, encoding, weight) -> new FieldSteps("f", missing, winsorise,
            shape, scale, encoding, weight));
    return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(30, 120),
        steps.list().ofSize(4)).as((seed, rows, four) -> new Case(random(seed, rows), new Pipeline(four, 0)));
  }

  private static Sheet random(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] towns = {"Paris", "Lyon", "Nantes", ""};
    return sheet(
        numbers("amount",
            random.doubles(rows).map(v -> v < 0.1 ? NAN : Math.round(50 * v / (1 - v))).toArray()),
        numbers("margin", random.doubles(rows).map(v -> v < 0.1 ? NAN : 20 * v - 8).toArray()),
        texts("town",
            random.ints(rows, 0, 4).map(i -> i * i / 3).mapToObj(i -> towns[i]).toArray(String[]::new)),
        texts("opened", random.ints(rows, 0, 2).mapToObj(i -> i == 0 ? "yes" : "no").toArray(String[]::new)));
  }

  @Property(tries = 200)
  void rowsPreparedLaterStandWhereTheyStood(@ForAll("cases") Case given) {
    Prepared prepared = prepare(given.sheet(), given.pipeline());

    Fitted.Applied later = prepared.fitted()
        .apply(given.sheet(), given.pipeline(), new Workers(1), JobContext.silent());

    assertArrayEquals(prepared.rowOf(), later.rowOf());
    assertArrayEquals(prepared.points().numbers().values(), later.points().numbers().values());
    assertEquals(prepared.points().categories().size(), later.points().categories().size());
    for (int c = 0; c < later.points().categories().size(); c++) {
      assertArrayEquals(prepared.points().categories().get(c).codes(),
          later.points().categories().get(c).codes());
    }
    assertEquals(prepared.points().numbers().dims(), prepared.dimensions().size());
    assertEquals(prepared.points().categories().size(), prepared.kept().size());
    assertEquals(given.sheet().rows(), prepared.points().rows() + prepared.missing());
  }

  @Property(tries = 200)
  void whoeverIsLeftOutHasAGapInAFieldThatNeedsAValue(@ForAll("cases") Case given) {
    Prepared prepared = prepare(given.sheet(), given.pipeline());

    int[] expected = IntStream.range(0, given.sheet().rows())
        .filter(row -> IntStream.range(0, 4)
            .allMatch(c -> given.pipeline().fields().get(c).missing() != Missing.LEAVE_OUT
                || !isMissing(given.sheet().columns().get(c), row)))
        .toArray();
    assertArrayEquals(expected, prepared.rowOf());
  }

  private static boolean isMissing(Sheet.Source source, int row) {
    return switch (source) {
      case Sheet.Numbers numbers -> Double.isNaN(numbers.values()[row]);
      case Sheet.Categories categories -> categories.codes()[row] < 0;
    };
  }

  @Property(tries = 100)
  void scaledNumbersHaveTheirCentreAndSpread(@ForAll long seed, @ForAll Shape shape,
      @ForAll @DoubleRange(min = 0.1, max = 4) double weight) {
    Sheet sheet = sheet(random(seed, 80).columns().getFirst());
    for (Scale scale : Scale.values()) {
      FieldSteps steps = new FieldSteps("f", Missing.MEDIAN, 0, shape, scale, Encoding.ONE_HOT, weight);

      double[] values = dimension(prepare(sheet, pipeline(steps)), 0);

      double[] sorted = Arrays.stream(values).sorted().toArray();
      double mean = Arrays.stream(values).average().orElseThrow();
      double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      switch (scale) {
        case NONE -> {
        }
        case STANDARD -> {
          assertEquals(0, mean, 1e-9);
          assertEquals(weight, Math.sqrt(variance), 1e-9);
        }
        case ROBUST -> {
          assertEquals(0, (sorted[39] + sorted[40]) / 2, 1e-9);
          assertEquals(weight, sorted[59] + 0.25 * (sorted[60] - sorted[59])
              - (sorted[19] + 0.75 * (sorted[20] - sorted[19])), 1e-9);
        }
        case MIN_MAX -> {
          assertEquals(0, sorted[0], 1e-9);
          assertEquals(weight, sorted[79], 1e-9);
        }
      }
    }
  }

  @Property(tries = 100)
  void extremesComeBackToTheValuesAtTheShares(@ForAll @LongRange(min = 0, max = 1_000) long seed,
      @ForAll @DoubleRange(min = 0.01, max = 0.4) double share) {
    double[] values = new SplittableRandom(seed).doubles(100).map(v -> v * v * 1_000).toArray();
    double[] sorted = Arrays.stream(values).sorted().toArray();
    double low = sorted[(int) (share * 100)];
    double high = sorted[99 - (int) (share * 100)];

    Prepared prepared = prepare(sheet(numbers("a", values)), pipeline(winsorised(share)));

    assertArrayEquals(Arrays.stream(values).map(v -> Math.clamp(v, low, high)).toArray(),
        dimension(prepared, 0));
  }

  @Test
  void gapsAreGivenTheMedianOrTheMostFrequentText() {
    Sheet sheet = sheet(numbers("a", 1, NAN, 5, 100), texts("b", "x", "y", "", "y"));

    Prepared prepared = prepare(sheet, pipeline(with(Missing.MEDIAN), with(Missing.MEDIAN)));

    assertArrayEquals(new double[]{1, 5, 5, 100}, dimension(prepared, 0));
    assertArrayEquals(new double[]{0, HALF, HALF, HALF}, dimension(prepared, 1));
    assertArrayEquals(new double[]{HALF, 0, 0, 0}, dimension(prepared, 2));
    assertEquals(List.of(new Dimension(0, "a", null, false), new Dimension(1, "b", "y", false),
        new Dimension(1, "b", "x", false)), prepared.dimensions());
    assertEquals(0, prepared.missing());
  }

  @Test
  void anIndicatorSaysWhoHadNoValue() {
    Sheet sheet = sheet(numbers("a", 1, NAN, 5, 100), texts("b", "x", "y", "", "y"));

    Prepared prepared = prepare(sheet, pipeline(with(Missing.INDICATOR), with(Missing.INDICATOR)));

    assertEquals(new Dimension(0, "a", null, true), prepared.dimensions().get(1));
    assertEquals(new Dimension(1, "b", null, true), prepared.dimensions().get(4));
    assertArrayEquals(new double[]{0, 1, 0, 0}, dimension(prepared, 1));
    assertArrayEquals(new double[]{0, 0, 1, 0}, dimension(prepared, 4));
  }

  @Test
  void nobodyWithoutValueMeansNoIndicator() {
    Prepared prepared = prepare(sheet(numbers("a", 1, 2, 3)), pipeline(with(Missing.INDICATOR)));

    assertEquals(1, prepared.points().numbers().dims());
  }

  @Test
  void differentTextsAreOneApartTimesTheWeightEitherWay() {
    Sheet sheet = sheet(texts("a", "x", "y", "x", "z"));

    Prepared oneHot = prepare(sheet, pipeline(with(Encoding.ONE_HOT, 3)));
    Prepared kept = prepare(sheet, pipeline(with(Encoding.KEPT, 3)));

    double[] points = oneHot.points().numbers().values();
    assertEquals(9, oneHot.points().numbers().squared(0, points, 3), 1e-12);
    assertEquals(0, oneHot.points().numbers().squared(0, points, 6), 1e-12);
    assertEquals(9, kept.points().categories().getFirst().squaredMismatch());
    Points numbers = kept.points().asNumbers();
    assertEquals(9, numbers.squared(0, numbers.values(), numbers.dims()), 1e-12);
    assertArrayEquals(new int[]{0, 1, 0, 2}, kept.points().categories().getFirst().codes());
    assertEquals(3, kept.points().categories().getFirst().levels());
    assertEquals(List.of(0), kept.kept());
    assertEquals(List.of(), kept.dimensions());
  }

  @Test
  void rareTextsAreJoined() {
    List<String> texts = new ArrayList<>();
    for (int level = 0; level < 40; level++) {
      for (int i = 0; i < 60 - level; i++) {
        texts.add("level " + level);
      }
    }

    Prepared prepared = prepare(sheet(texts("a", texts.toArray(String[]::new))), pipeline(PLAIN));

    assertEquals(30, prepared.dimensions().size());
    assertEquals("level 28", prepared.dimensions().get(28).level());
    assertEquals(Fitted.OTHERS, prepared.dimensions().get(29).level());
    assertEquals(IntStream.range(29, 40).map(level -> 60 - level).sum(),
        Arrays.stream(dimension(prepared, 29)).filter(v -> v > 0).count());
  }

  @Test
  void textsThatWereNotThereAreOthersOrNone() {
    Prepared few = prepare(sheet(texts("a", "x", "y", "x")), pipeline(PLAIN));
    Prepared kept = prepare(sheet(texts("a", "x", "y", "x")), pipeline(with(Encoding.KEPT, 1)));
    Sheet later = sheet(texts("a", "new", "Y", "x"));

    assertArrayEquals(new double[]{0, 0, 0, HALF, HALF, 0},
        few.fitted()
            .apply(later, pipeline(PLAIN), Workers.inline(), JobContext.silent())
            .points()
            .numbers()
            .values());
    assertArrayEquals(new int[]{0, 1, 0},
        kept.fitted()
            .apply(later, pipeline(with(Encoding.KEPT, 1)), Workers.inline(), JobContext.silent())
            .points()
            .categories()
            .getFirst()
            .codes());
  }

  @Test
  void laterRowsAreScaledByTheFirst() {
    FieldSteps steps = new FieldSteps("f", Missing.MEDIAN, 0.25, Shape.AS_IS, Scale.MIN_MAX,
        Encoding.ONE_HOT, 2);
    Prepared prepared = prepare(sheet(numbers("a", 0, 10, 20, 30)), pipeline(steps));

    Fitted.Applied later = prepared.fitted()
        .apply(sheet(numbers("a", 15, NAN, 999, -4)), pipeline(steps), Workers.inline(), JobContext.silent());

    assertArrayEquals(new double[]{1, 1, 2, 0}, later.points().numbers().values(), 1e-12);
  }

  @Test
  void nobodyLaterIsAnEmptyAnswer() {
    Prepared prepared = prepare(sheet(numbers("a", 1, 2)), pipeline(PLAIN));

    assertEquals(0, prepared.fitted()
        .apply(sheet(numbers("a")), pipeline(PLAIN), Workers.inline(), JobContext.silent())
        .points()
        .rows());
  }

  @Test
  void aFieldInWhichAllAgreeIsLeftOutWithAWarning() {
    Sheet sheet = sheet(numbers("same", 5, 5, 5, 5), numbers("other", 1, 2, 9, NAN),
        texts("town", "a", "a", "a", "b"));

    Prepared prepared = prepare(sheet, pipeline(PLAIN, PLAIN, PLAIN));

    assertEquals(List.of(new Dimension(1, "other", null, false)), prepared.dimensions());
    assertEquals(List.of(Message.of("cluster.warning.constant", "same"),
        Message.of("cluster.warning.constant", "town")), prepared.warnings());
    assertEquals(1, prepared.missing());
  }

  @Test
  void aFieldThatWeighsNothingIsLeftOutWithoutAWord() {
    Prepared prepared = prepare(sheet(numbers("a", 1, 2, 3), numbers("b", 4, 5, 7)),
        pipeline(with(Encoding.ONE_HOT, 0), PLAIN));

    assertEquals(1, prepared.dimensions().size());
    assertEquals(List.of(), prepared.warnings());
  }

  @Test
  void theFarthestRowsAreSetAside() {
    SplittableRandom random = new SplittableRandom(4);
    double[] a = random.doubles(200).map(v -> 10 * v).toArray();
    double[] b = random.doubles(200).map(v -> 10 * v).toArray();
    int[] planted = {7, 50, 51, 199};
    a[7] = 40;
    b[50] = -35;
    b[51] = -35.5;
    a[199] = -50;

    Prepared prepared = prepare(sheet(numbers("a", a), numbers("b", b)),
        new Pipeline(List.of(PLAIN, PLAIN), 0.02));

    assertArrayEquals(planted, prepared.outliers());
    assertEquals(196, prepared.points().rows());
    assertEquals(
        IntStream.range(0, 200).filter(row -> Arrays.binarySearch(planted, row) < 0).boxed().toList(),
        Arrays.stream(prepared.rowOf()).boxed().toList());
    assertEquals(a[198], prepared.points().numbers().values()[2 * 195]);
  }

  @Property(tries = 60)
  void farIsWhoeverHasTheThirdNeighbourFarthest(@ForAll @LongRange(min = 0, max = 10_000) long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] a = random.doubles(40).map(v -> 1 / (0.05 + v)).toArray();
    double[] b = random.doubles(40).map(v -> 1 / (0.05 + v)).toArray();
    double[] third = IntStream.range(0, 40)
        .mapToDouble(i -> IntStream.range(0, 40)
            .filter(j -> j != i)
            .mapToDouble(j -> Math.hypot(a[i] - a[j], b[i] - b[j]))
            .sorted()
            .skip(2)
            .findFirst()
            .orElseThrow())
        .toArray();

    Prepared prepared = prepare(sheet(numbers("a", a), numbers("b", b)),
        new Pipeline(List.of(PLAIN, PLAIN), 0.1));

    int[] farthest = IntStream.range(0, 40)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -third[i]))
        .limit(4)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
    assertArrayEquals(farthest, prepared.outliers());
  }

  @Test
  void aRareKindOfTextIsFarToo() {
    String[] texts = new String[100];
    Arrays.fill(texts, "usual");
    texts[42] = "rare";

    Prepared prepared = prepare(
        sheet(numbers("a", IntStream.range(0, 100).mapToDouble(i -> i / 100.0).toArray()), texts("b", texts)),
        new Pipeline(List.of(PLAIN, with(Encoding.KEPT, 1)), 0.01));

    assertArrayEquals(new int[]{42}, prepared.outliers());
  }

  @Test
  void aKeptTextThatDiffersIsAsFarAsItsWeightSays() {
    String[] texts = new String[100];
    Arrays.fill(texts, "usual");
    texts[42] = "rare";
    double[] numbers = IntStream.range(0, 100).mapToDouble(i -> i / 100.0).toArray();
    // 4 by the square of the distance, beside 3 for the text: its weight, squared
    numbers[99] = 0.96 + 2;

    Prepared prepared = prepare(sheet(numbers("a", numbers), texts("b", texts)),
        new Pipeline(List.of(PLAIN, with(Encoding.KEPT, Math.sqrt(3))), 0.01));

    assertArrayEquals(new int[]{99}, prepared.outliers());
  }

  @Test
  void manyRowsAreMeasuredAgainstASample() {
    SplittableRandom random = new SplittableRandom(5);
    double[] values = random.doubles(30_000).toArray();
    values[12_345] = 9;
    values[29_999] = -9;

    Prepared prepared = prepare(sheet(numbers("a", values)), new Pipeline(List.of(PLAIN), 0.001));

    assertEquals(30, prepared.outliers().length);
    assertTrue(Arrays.binarySearch(prepared.outliers(), 12_345) >= 0);
    assertTrue(Arrays.binarySearch(prepared.outliers(), 29_999) >= 0);
  }

  @Test
  void numberOfThreadsChangesNothing() {
    Sheet sheet = random(8, 40_000);
    FieldSteps steps = new FieldSteps("f", Missing.MEDIAN, 0.01, Shape.YEO_JOHNSON, Scale.STANDARD,
        Encoding.ONE_HOT, 1);
    Pipeline pipeline = new Pipeline(List.of(steps, steps, steps, steps), 0.01);

    Prepared one = prepare(sheet, pipeline);
    try (Workers workers = new Workers(3)) {
      Prepared three = Preparing.of(sheet, pipeline, workers, JobContext.silent());
      assertArrayEquals(one.points().numbers().values(), three.points().numbers().values());
      assertArrayEquals(one.outliers(), three.outliers());
      assertEquals(one.fitted(), three.fitted());
    }
  }

  @Test
  void cancelledWorkStops() {
    CancelledLater cancelled = new CancelledLater(0);
    assertThrows(JobContext.Cancelled.class,
        () -> Preparing.of(random(1, 50), pipeline(PLAIN, PLAIN, PLAIN, PLAIN), Workers.inline(), cancelled));
  }
}
