package app.parcelle.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.evaluate.Explanation;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.message.Texts;

/** Why a customer is in a segment or out of it, for the answer. */
final class Explaining {
  private Explaining() {}

  static void add(Explanation explanation, ObjectNode json, List<String> lines, Session session) {
    ObjectNode node = json.putObject("explanation");
    node.put("key", explanation.key())
        .put("known", explanation.known())
        .put("member", explanation.member());
    lines.add(session.text(
        !explanation.known()
            ? "cli.explain.unseen"
            : explanation.member() ? "cli.explain.in" : "cli.explain.out",
        explanation.key()));
    ArrayNode rows = node.putArray("rows");
    for (Explanation.Row row : explanation.rows()) {
      ObjectNode one = rows.addObject().put("path", row.path()).put("met", row.met());
      put(one, row.value(), session.texts());
      String said = one.get("value").isNull() ? "" : one.get("value").asString();
      lines
          .add(session.text(row.met() ? "cli.explain.met" : "cli.explain.not-met", row.path(), said).strip());
    }
  }

  private static void put(ObjectNode row, @Nullable Value value, Texts texts) {
    switch (value) {
      case null -> row.putNull("value");
      case Value.OfText(var text) -> row.put("value", text);
      case Value.OfNumber(var number) -> row.put("value", TableAnswer.plain(number));
      case Value.OfYesNo(var yes) -> row.put("value", yes);
      case Value.OfDate(var day) -> row.put("value", day.toString());
      case Value.OfInstant(var instant) -> row.put("value", instant.toString());
      case Value.InWords(var words) -> row.put("value", texts.text(words));
    }
  }
}
