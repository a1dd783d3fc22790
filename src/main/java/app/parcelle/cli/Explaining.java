package app.parcelle.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.evaluate.Explanation;
import app.parcelle.engine.evaluate.Need;
import app.parcelle.engine.evaluate.SmallestChange;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.SinceThen;

/** Why a customer is in a segment or out of it, for the answer. */
final class Explaining {
  private Explaining() {}

  static void add(Explanation explanation, ObjectNode json, List<String> lines, Session session) {
    ObjectNode node = json.putObject("explanation");
    node.put("key", explanation.key())
        .put("known", explanation.known())
        .put("member", explanation.member())
        .put("cut", explanation.cut());
    lines.add(session.text(
        !explanation.known()
            ? "cli.explain.unseen"
            : explanation.member() ? "cli.explain.in" : "cli.explain.out",
        explanation.key()));
    ArrayNode rows = node.putArray("rows");
    for (Explanation.Row row : explanation.rows()) {
      put(rows.addObject().put("path", row.path()), row, session.texts());
      lines.add(session
          .text(row.met() ? "cli.explain.met" : "cli.explain.not-met", row.path(),
              said(row.value(), session.texts()))
          .strip());
    }
    change(explanation, node, lines, session);
  }

  private static void change(Explanation explanation, ObjectNode node, List<String> lines, Session session) {
    SmallestChange change = explanation.change();
    if (change == null) {
      node.putNull("change");
      return;
    }
    lines.add(session.text(explanation.member() ? "audience.change.out" : "audience.change.in"));
    ArrayNode steps = node.putArray("change");
    for (SmallestChange.Step step : change.steps()) {
      ObjectNode one = steps.addObject().put("path", step.path()).put("met", step.met());
      set(one, "value", step.value(), session.texts());
      put(one.putObject("need"), step.need(), session.texts());
      String need = session.texts()
          .text(step.need().message(step.met(), value -> said(value, session.texts())));
      lines.add("  " + (step.value() == null
          ? session.text("audience.change.step", step.path(), need)
          : session.text("audience.change.instead", step.path(), need, said(step.value(), session.texts()))));
    }
  }

  /** What has changed for the customer since another day. */
  static void add(SinceThen since, ObjectNode json, List<String> lines, Session session) {
    ObjectNode node = ((ObjectNode) json.get("explanation")).putObject("since")
        .put("day", since.from().toString())
        .put("known", since.then().known())
        .put("member", since.then().member());
    ArrayNode changes = node.putArray("changes");
    for (SinceThen.Both both : since.changes()) {
      ObjectNode one = changes.addObject().put("path", both.now().path());
      put(one.putObject("then"), both.then(), session.texts());
      put(one.putObject("now"), both.now(), session.texts());
      lines.add(session.text("cli.explain.since", both.now().path(), since.from().toString(),
          said(both.then().value(), session.texts()), said(both.now().value(), session.texts()),
          session.text(both.now().met() ? "audience.need.yes" : "audience.need.no")));
    }
  }

  private static void put(ObjectNode node, Explanation.Row row, Texts texts) {
    node.put("met", row.met());
    set(node, "value", row.value(), texts);
    switch (row.presence()) {
      case MISSING -> node.put("presence", "missing");
      case INVALID -> node.put("presence", "invalid");
      case THERE -> node.put("presence", "there");
      case NOT_ASKED -> node.putNull("presence");
    }
  }

  private static void put(ObjectNode node, Need need, Texts texts) {
    switch (need) {
      case Need.Within(var least, var most) -> {
        set(node, "least", least, texts);
        set(node, "most", most, texts);
      }
      case Need.Outside(var least, var most) -> {
        set(node, "below", least, texts);
        set(node, "above", most, texts);
      }
      case Need.Among(var among, boolean any) -> {
        ArrayNode all = node.putArray(any ? "anyOf" : "noneOf");
        among.forEach(all::add);
      }
      case Need.YesOrNo(boolean yes) -> node.put("is", yes);
      case Need.Filled(boolean filled) -> node.put("filled", filled);
      case Need.AsSaid() -> {
        // the path says which condition, and met what it has to become
      }
    }
  }

  private static void set(ObjectNode node, String name, @Nullable Value value, Texts texts) {
    switch (value) {
      case null -> node.putNull(name);
      case Value.OfText(var text) -> node.put(name, text);
      case Value.OfNumber(var number) -> node.put(name, TableAnswer.plain(number));
      case Value.OfYesNo(var yes) -> node.put(name, yes);
      case Value.OfDate(var day) -> node.put(name, day.toString());
      case Value.OfInstant(var instant) -> node.put(name, instant.toString());
      case Value.InWords(var words) -> node.put(name, texts.text(words));
    }
  }

  private static String said(@Nullable Value value, Texts texts) {
    return switch (value) {
      case null -> "";
      case Value.OfText(var text) -> text;
      case Value.OfNumber(var number) -> TableAnswer.plain(number).toPlainString();
      case Value.OfYesNo(var yes) -> texts.text(yes ? "audience.need.yes" : "audience.need.no");
      case Value.OfDate(var day) -> day.toString();
      case Value.OfInstant(var instant) -> instant.toString();
      case Value.InWords(var words) -> texts.text(words);
    };
  }
}
