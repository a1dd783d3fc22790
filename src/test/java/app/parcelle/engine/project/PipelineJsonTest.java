package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.Encoding;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.prepare.Pipeline.Missing;
import app.parcelle.engine.cluster.prepare.Pipeline.Scale;
import app.parcelle.engine.cluster.prepare.Pipeline.Shape;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;

class PipelineJsonTest {
  private static final Pipeline PIPELINE = new Pipeline(
      List.of(new FieldSteps("t1:amount", Missing.INDICATOR, 0.01, Shape.YEO_JOHNSON, Scale.ROBUST,
          Encoding.KEPT, 2.5)),
      0.02);
  private static final String WRITTEN = """
      {"fields":[{"field":"t1:amount","missing":"INDICATOR","winsorise":0.01,"shape":"YEO_JOHNSON","scale":"ROBUST",\
      "encoding":"KEPT","weight":2.5}],"outliers":0.02}""";

  @Test
  void whatIsWrittenIsReadAgain() {
    assertEquals(WRITTEN, PipelineJson.write(PIPELINE));
    assertEquals(PIPELINE, PipelineJson.read(WRITTEN));
    assertEquals(PIPELINE, PipelineJson.read(PipelineJson.tree(PIPELINE)));
  }

  @Test
  void anUnknownStepIsRefusedWithItsPlace() {
    assertRefused("/fields/0/shape", WRITTEN.replace("YEO_JOHNSON", "SQUARE_ROOT"));
    assertRefused("/fields/0/missing", WRITTEN.replace("\"INDICATOR\"", "2"));
    assertRefused("/fields/0/colour", WRITTEN.replace("\"weight\"", "\"colour\":1,\"weight\""));
    assertRefused("/fields/0/weight", WRITTEN.replace("2.5", "\"heavy\""));
    assertRefused("/fields/0/scale", WRITTEN.replace("\"ROBUST\"", "null"));
    assertRefused("/fields", "{\"outliers\":0}");
    assertRefused("/", "not a document");
    assertRefused("/", "[]");
  }

  private static void assertRefused(String where, String document) {
    Problem problem = assertThrows(Problem.class, () -> PipelineJson.read(document), document);
    assertEquals(Message.of("cluster.problem.pipeline", where), problem.message());
    for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      assertTrue(new Texts(locale).text(problem.message()).contains(where));
    }
  }
}
