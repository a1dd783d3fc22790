package app.parcelle.engine.cluster.prepare;

import static app.parcelle.engine.cluster.prepare.Sheets.NAN;
import static app.parcelle.engine.cluster.prepare.Sheets.PLAIN;
import static app.parcelle.engine.cluster.prepare.Sheets.numbers;
import static app.parcelle.engine.cluster.prepare.Sheets.pipeline;
import static app.parcelle.engine.cluster.prepare.Sheets.prepare;
import static app.parcelle.engine.cluster.prepare.Sheets.sheet;
import static app.parcelle.engine.cluster.prepare.Sheets.texts;
import static app.parcelle.engine.cluster.prepare.Sheets.winsorised;
import static app.parcelle.engine.cluster.prepare.Sheets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Pipeline.Encoding;
import app.parcelle.engine.cluster.prepare.Pipeline.Scale;
import app.parcelle.engine.cluster.prepare.Pipeline.Shape;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;

class SheetCheckTest {
  private static void refused(Message expected, Sheet sheet, Pipeline pipeline) {
    assertProblem(expected, () -> prepare(sheet, pipeline));
  }

  private static void refused(Message expected, Sheet.Source... columns) {
    refused(expected, sheet(columns),
        new Pipeline(Collections.nCopies(columns.length, PLAIN), 0));
  }

  private static void assertProblem(Message expected, Supplier<?> work) {
    Problem problem = assertThrows(Problem.class, work::get);
    assertEquals(expected, problem.message());
    for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      String text = new Texts(locale).text(problem.message());
      assertTrue(text.length() > 30 && !text.contains("{"), text);
    }
  }

  @Test
  void noField() {
    refused(Message.of("cluster.problem.no-field"), new Sheet(3, List.of()), pipeline());
  }

  @Test
  void constantFieldAlone() {
    refused(Message.of("cluster.problem.constant", "a"), numbers("a", 4, 4, 4));
    refused(Message.of("cluster.problem.constant", "a"), texts("a", "x", "x", "x"));
  }

  @Test
  void constantOnceExtremesAreBack() {
    refused(Message.of("cluster.problem.constant", "a"), sheet(numbers("a", 0, 0, 0, 0, 1)),
        pipeline(winsorised(0.2)));
  }

  @Test
  void duplicatesOnly() {
    refused(Message.of("cluster.problem.duplicates"), numbers("a", 4, 4, 4), texts("b", "x", "x", "x"));
  }

  @Test
  void duplicatesOnceOutliersAreAside() {
    refused(Message.of("cluster.problem.duplicates"),
        sheet(numbers("a", 1, 1, 1, 1, 9), numbers("b", 2, 2, 2, 2, 3)),
        new Pipeline(List.of(PLAIN, PLAIN), 0.2));
  }

  @Test
  void allMissing() {
    refused(Message.of("cluster.problem.all-missing", "b"), numbers("a", 1, 2), numbers("b", NAN, NAN));
    refused(Message.of("cluster.problem.all-missing", "b"), numbers("a", 1, 2), texts("b", "", ""));
  }

  @Test
  void fewerThanTwoRows() {
    refused(Message.of("cluster.problem.too-few", 0), numbers("a"));
    refused(Message.of("cluster.problem.too-few", 1), numbers("a", 1));
  }

  @Test
  void fewerThanTwoRowsWithoutGap() {
    refused(Message.of("cluster.problem.too-few-complete", 1, 3), numbers("a", 1, 2, NAN),
        numbers("b", 1, NAN, 2));
    refused(Message.of("cluster.problem.too-few-complete", 0, 2), numbers("a", 1, NAN), texts("b", "", "x"));
  }

  @Test
  void infiniteAndImmenseValues() {
    refused(Message.of("cluster.problem.infinite", "b"), numbers("a", 1, 2),
        numbers("b", Double.POSITIVE_INFINITY, 1));
    refused(Message.of("cluster.problem.infinite", "a"), numbers("a", 1, -1e200));
  }

  @Test
  void valuesThatBecomeImmenseOnTheirScale() {
    double[] values = {1, 1 + 1e-15, 1 + 2e-15, 1e99};
    refused(Message.of("cluster.problem.infinite", "a"),
        sheet(numbers("a", 0, 1e-200, 2e-200, 3e-200, 1)), pipeline(with(Shape.AS_IS, Scale.ROBUST)));
    assertEquals(4,
        prepare(sheet(numbers("a", values)), pipeline(with(Shape.YEO_JOHNSON, Scale.STANDARD))).points()
            .rows());
  }

  @Test
  void immenseValuesOfLaterRows() {
    Prepared prepared = prepare(sheet(numbers("a", 1, 2, 3)), pipeline(PLAIN));

    assertProblem(Message.of("cluster.problem.infinite", "a"), () -> prepared.fitted()
        .apply(sheet(numbers("a", 1e200)), pipeline(PLAIN), Workers.inline(), JobContext.silent()));
  }

  @Test
  void anotherKindOfFieldLater() {
    Prepared prepared = prepare(sheet(numbers("a", 1, 2, 3)), pipeline(PLAIN));

    assertProblem(Message.of("cluster.problem.other-kind", "a"), () -> prepared.fitted()
        .apply(sheet(texts("a", "x")), pipeline(PLAIN), Workers.inline(), JobContext.silent()));
  }

  @Test
  void tenThousandCategories() {
    refused(Message.of("cluster.problem.levels", "town", 10_000, 1_000), categories("town", 10_000, 50_000));
  }

  @Test
  void freeText() {
    refused(Message.of("cluster.problem.free-text", "remark", 60, 100L), categories("remark", 60, 100));
    assertEquals(30, prepare(sheet(categories("few", 30, 40)), pipeline(PLAIN)).dimensions().size());
  }

  private static Sheet.Categories categories(String name, int levels, int rows) {
    return new Sheet.Categories(name, IntStream.range(0, levels).mapToObj(i -> "text " + i).toList(),
        IntStream.range(0, rows).map(i -> i % levels).toArray());
  }

  @Test
  void sharesAndWeightsOutOfBounds() {
    Sheet sheet = sheet(numbers("a", 1, 2, 3));
    refused(Message.of("cluster.problem.winsorise", "a"), sheet, pipeline(winsorised(0.5)));
    refused(Message.of("cluster.problem.weight", "a"), sheet, pipeline(with(Encoding.ONE_HOT, -1)));
    refused(Message.of("cluster.problem.weight", "a"), sheet, pipeline(with(Encoding.ONE_HOT, NAN)));
    refused(Message.of("cluster.problem.no-weight"), sheet, pipeline(with(Encoding.ONE_HOT, 0)));
    refused(Message.of("cluster.problem.outliers"), sheet, new Pipeline(List.of(PLAIN), 0.5));
  }
}
