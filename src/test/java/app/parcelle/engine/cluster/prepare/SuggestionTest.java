package app.parcelle.engine.cluster.prepare;

import static app.parcelle.engine.cluster.prepare.Sheets.NAN;
import static app.parcelle.engine.cluster.prepare.Sheets.numbers;
import static app.parcelle.engine.cluster.prepare.Sheets.sheet;
import static app.parcelle.engine.cluster.prepare.Sheets.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.prepare.Pipeline.Encoding;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.prepare.Pipeline.Missing;
import app.parcelle.engine.cluster.prepare.Pipeline.Scale;
import app.parcelle.engine.cluster.prepare.Pipeline.Shape;

class SuggestionTest {
  private static FieldSteps suggested(Sheet.Source source) {
    return Pipeline.suggested(sheet(source), List.of("id"), false).fields().getFirst();
  }

  @Test
  void skewnessIsScipys() {
    assertEquals(2.825917383060828,
        Skewness.of(new double[]{0, 0, 0, 1, 2, 2, 3, 5, 8, 13, 40, 200}), 1e-12);
  }

  @Test
  void skewedAmountsAreGivenTheLogarithm() {
    assertEquals(Shape.LOG, suggested(numbers("amount", 0, 0, 0, 1, 2, 2, 3, 5, 8, 13, 40, 200)).shape());
  }

  @Test
  void aFewLossesAreBroughtBackSoThatTheLogarithmCanHelp() {
    double[] amounts = new double[200];
    Arrays.setAll(amounts, i -> Math.exp(i / 20.0));
    amounts[70] = -4_000;
    amounts[71] = -1;
    FieldSteps few = suggested(numbers("amount", amounts));
    amounts[72] = -2;
    FieldSteps many = suggested(numbers("amount", amounts));

    assertEquals(Shape.LOG, few.shape());
    assertEquals(0.01, few.winsorise());
    assertEquals(Shape.AS_IS, many.shape());
    assertEquals(0, many.winsorise());
  }

  @Test
  void theLogarithmIsForNothingElse() {
    assertEquals(Shape.AS_IS, suggested(numbers("even", 1, 2, 3, 4, 5, 6)).shape());
    assertEquals(Shape.AS_IS, suggested(numbers("losses", -5, 1, 2, 3, 5, 8, 13, 40, 200)).shape());
    assertEquals(Shape.AS_IS, suggested(numbers("small losses", -0.5, 1, 2, 3, 5, 8, 13, 40, 200)).shape());
    assertEquals(Shape.AS_IS, suggested(numbers("yes or no", 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)).shape());
    assertEquals(Shape.AS_IS,
        suggested(numbers("days", 19_000, 19_000, 19_001, 19_001, 19_002, 19_050)).shape());
    assertEquals(Shape.AS_IS, suggested(numbers("same", 3, 3, 3)).shape());
  }

  @Test
  void fewGapsAreGivenTheMedianManyAreLeftOutAndMostAreSaid() {
    double[] values = new double[100];
    Arrays.setAll(values, i -> i);
    assertEquals(Missing.MEDIAN, suggested(numbers("full", values)).missing());
    Arrays.fill(values, 0, 5, NAN);
    assertEquals(Missing.MEDIAN, suggested(numbers("few", values)).missing());
    Arrays.fill(values, 0, 6, NAN);
    assertEquals(Missing.LEAVE_OUT, suggested(numbers("many", values)).missing());
    Arrays.fill(values, 0, 51, NAN);
    assertEquals(Missing.INDICATOR, suggested(numbers("most", values)).missing());
    assertEquals(Missing.LEAVE_OUT, suggested(texts("text", "a", "b", "a", "")).missing());
  }

  @Test
  void allIsStandardisedAndTextsStayTextsWhereTheyMay() {
    Sheet sheet = sheet(numbers("a", 1, 2), texts("b", "x", "y"));

    Pipeline kept = Pipeline.suggested(sheet, List.of("f1", "f2"), true);
    Pipeline oneHot = Pipeline.suggested(sheet, List.of("f1", "f2"), false);

    assertEquals(List.of("f1", "f2"), kept.fields().stream().map(FieldSteps::field).toList());
    assertEquals(Collections.nCopies(2, Scale.STANDARD),
        kept.fields().stream().map(FieldSteps::scale).toList());
    assertEquals(Encoding.KEPT, kept.fields().get(1).encoding());
    assertEquals(Encoding.ONE_HOT, oneHot.fields().get(1).encoding());
    assertEquals(0, kept.outliers());
  }
}
