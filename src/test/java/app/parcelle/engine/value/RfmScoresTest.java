package app.parcelle.engine.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.message.Problem;
import app.parcelle.engine.value.RfmModel.Monetary;
import app.parcelle.engine.value.RfmModel.RecencyUnit;
import app.parcelle.engine.value.RfmSegment.Bounds;

class RfmScoresTest {
  @Property(tries = 500)
  void equalGroupsAreTheBandsByTheirDefinition(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 12) Integer> values,
      @ForAll @IntRange(min = 3, max = 10) int scores) {
    RfmScores found = scored(
        new RfmModel("t1", scores, RecencyUnit.DAYS, Monetary.SUM, new Edges.EqualGroups(),
            List.of(), "Others"),
        values);
    for (int c = 0; c < values.size(); c++) {
      int value = values.get(c);
      long less = values.stream().filter(other -> other < value).count();
      int band = 1 + (int) (scores * less / values.size());
      assertEquals(scores + 1 - band, found.recency()[c]);
      assertEquals(band, found.frequency()[c]);
      assertEquals(band, found.monetary()[c]);
    }
  }

  @Test
  void quantilesArePlusOneAsThePackageHasThem() {
    // type 7 of 1..5 at 1/3 and 2/3: 2.333 and 3.667
    RfmScores found = scored(model(new Edges.QuantilesPlusOne()), List.of(1, 2, 3, 4, 5));
    assertArrayEquals(new double[]{3 + 1 / 3.0, 4 + 2 / 3.0}, found.edges().get(1), 1e-12);
    assertArrayEquals(new byte[]{1, 1, 1, 2, 3}, found.frequency());
  }

  @Test
  void aScoreBeginsAtItsOwnEdge() {
    List<Double> edges = List.of(2.0, 4.0);
    RfmScores found = scored(model(new Edges.Fixed(edges, edges, edges)), List.of(1, 2, 3, 4, 9));
    assertArrayEquals(new byte[]{1, 2, 2, 3, 3}, found.frequency());
    assertArrayEquals(new byte[]{3, 2, 2, 1, 1}, found.recency());
  }

  @Test
  void whoNeverBoughtHasNoScore() {
    double[] values = {5, 7};
    RfmScores found = RfmScores.of(model(new Edges.EqualGroups()), c -> c == 1, values, values, values);
    assertArrayEquals(new byte[]{0, 1}, found.frequency());
    assertArrayEquals(new byte[]{0, 3}, found.recency());
    assertArrayEquals(new byte[]{0, 1}, found.segments());
  }

  @Test
  void segmentsAreLookedAtInOrder() {
    Bounds all = new Bounds(1, 3);
    RfmModel model = model(new Edges.EqualGroups()).withSegments(
        List.of(new RfmSegment("Best", new Bounds(1, 3), new Bounds(3, 3), all),
            new RfmSegment("Better", all, new Bounds(2, 3), all)));
    assertArrayEquals(new byte[]{3, 2, 1}, scored(model, List.of(1, 2, 3)).segments());
  }

  @Test
  void modelsOutOfBoundsAreRefused() {
    Bounds wide = new Bounds(1, 4);
    assertThrows(Problem.class,
        () -> model(new Edges.EqualGroups()).withSegments(List.of(new RfmSegment("A", wide, wide, wide))));
    assertThrows(Problem.class, () -> new RfmModel("t1", 11, RecencyUnit.DAYS, Monetary.SUM,
        new Edges.EqualGroups(), List.of(), "Others"));
    List<Double> falling = List.of(4.0, 2.0);
    assertThrows(Problem.class, () -> model(new Edges.Fixed(falling, falling, falling)));
    Bounds one = new Bounds(1, 1);
    assertThrows(Problem.class,
        () -> model(new Edges.EqualGroups()).withSegments(List.of(new RfmSegment("Others", one, one, one))));
  }

  @Property(tries = 100)
  void usualSegmentsFitAnyNumberOfScores(@ForAll @IntRange(min = 3, max = 10) int scores) {
    RfmModel model = new RfmModel("t1", scores, RecencyUnit.MONTHS, Monetary.MEAN,
        new Edges.Fixed(edges(scores), edges(scores), edges(scores)), RfmSegment.usual(scores, Enum::name),
        "Others");
    assertEquals(10, model.segments().size());
    assertEquals(model, RfmJson.read(RfmJson.write(model)));
  }

  private static List<Double> edges(int scores) {
    return java.util.stream.IntStream.range(1, scores).mapToObj(i -> i * 1.5).toList();
  }

  private static RfmModel model(Edges edges) {
    return new RfmModel("t1", 3, RecencyUnit.DAYS, Monetary.SUM, edges, List.of(), "Others");
  }

  private static RfmScores scored(RfmModel model, List<Integer> values) {
    double[] all = values.stream().mapToDouble(Integer::doubleValue).toArray();
    return RfmScores.of(model, _ -> true, all.clone(), all.clone(), all.clone());
  }
}
