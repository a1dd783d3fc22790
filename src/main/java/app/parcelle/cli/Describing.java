package app.parcelle.cli;

import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.evaluate.Distinction;
import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.project.AudienceWarning;
import app.parcelle.engine.project.Movement;
import app.parcelle.engine.project.Portrait;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.project.Trend;
import app.parcelle.engine.project.Worth;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.engine.segment.Segment;

/** Who the members of a segment are, for the answer. */
record Describing(Project project, Segment segment, Session session) {

  /** What they are worth, what sets them apart, how many there were, and what to beware of. */
  void describe(Evaluation evaluation, ObjectNode json, List<String> lines) {
    ObjectNode node = json.putObject("audience");
    Portrait portrait = project.audience().portrait(segment, evaluation, session.job());
    worth(portrait, node);
    ArrayNode apart = node.putArray("apart");
    portrait.apart().forEach(one -> apart(apart.addObject(), one));
    ArrayNode trend = node.putArray("trend");
    for (Trend.Point point : project.audience().trend(segment, session.job()).points()) {
      trend.addObject()
          .put("day", point.day().toString())
          .put("count", point.count())
          .put("base",
              point.base());
    }
    warnings(evaluation, node, lines);
  }

  private static void worth(Portrait portrait, ObjectNode node) {
    Worth worth = portrait.worth();
    if (worth == null) {
      node.putNull("worth");
      return;
    }
    ObjectNode money = node.putObject("worth")
        .put("revenue", TableAnswer.plain(worth.revenue()))
        .put("ofEveryone", TableAnswer.plain(worth.ofEveryone()));
    if (worth.basket() == null) {
      money.putNull("basket");
    } else {
      money.put("basket", TableAnswer.plain(worth.basket()));
    }
    if (worth.basketOfEveryone() == null) {
      money.putNull("basketOfEveryone");
    } else {
      money.put("basketOfEveryone", TableAnswer.plain(worth.basketOfEveryone()));
    }
    money.put("currency", worth.currency());
  }

  private static void apart(ObjectNode node, Distinction one) {
    node.put("field", one.field().name());
    switch (one.value()) {
      case null -> node.putNull("value");
      case Value.OfText(var text) -> node.put("value", text);
      case Value.OfYesNo(var yes) -> node.put("value", yes);
      case Value.OfNumber(var number) -> node.put("value", TableAnswer.plain(number));
      case Value.OfDate(var day) -> node.put("value", day.toString());
      case Value.OfInstant(var instant) -> node.put("value", instant.toString());
      case Value.InWords(var words) -> node.put("value", words.key());
    }
    node.put("members", one.members()).put("everyone", one.everyone()).put("difference", one.difference());
    if (one.index().isPresent()) {
      node.put("index", one.index().getAsInt());
    } else {
      node.putNull("index");
    }
  }

  private void warnings(Evaluation evaluation, ObjectNode node, List<String> lines) {
    String own = project.view()
        .segments()
        .stream()
        .filter(saved -> saved.segment().name().equals(segment.name()))
        .map(SavedSegment::id)
        .findFirst()
        .orElse(null);
    FieldNames names = new FieldNames(project.fields(), session.texts());
    ArrayNode all = node.putArray("warnings");
    for (AudienceWarning warning : project.audience().warnings(segment, evaluation, own, session.job())) {
      String said = session.texts().text(warning.message(names));
      all.addObject().put("warning", warning.id()).put("message", said);
      lines.add(said);
    }
  }

  static void add(Movement movement, ObjectNode json, List<String> lines, Session session) {
    json.putObject("since")
        .put("day", movement.from().toString())
        .put("before", movement.before())
        .put("after", movement.after())
        .put("entered", movement.entered())
        .put("left", movement.left())
        .put("stayed", movement.stayed());
    lines.add(
        session.text("cli.segment.since", movement.from().toString(), movement.entered(), movement.left(),
            movement.stayed()));
  }
}
