package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import app.parcelle.engine.cluster.prepare.Fitted;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

class FittedJsonTest {
  private static final Fitted FITTED = new Fitted(
      List.of(new Fitted.Measure(1.5, -Double.MAX_VALUE, 99, 0.25, 3, 0.1, true),
          new Fitted.Category(List.of("Paris", "Lyon", Fitted.OTHERS), 1, false), new Fitted.LeftOut()));

  @Test
  void whatIsWrittenIsReadAgain() {
    String text = FittedJson.tree(FITTED).toString();

    assertEquals(FITTED, FittedJson.read(JsonMapper.shared().readTree(text)));
  }

  @Test
  void anUnknownKindIsRefusedWithItsPlace() {
    String text = FittedJson.tree(FITTED).toString().replace("left out", "imagined");

    Problem problem = assertThrows(Problem.class,
        () -> FittedJson.read(JsonMapper.shared().readTree(text)));

    assertEquals(Message.of("cluster.problem.pipeline", "/columns/2"), problem.message());
  }
}
