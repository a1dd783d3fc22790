package app.parcelle.cli;

import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.engine.cluster.rule.Confusion;
import app.parcelle.engine.cluster.rule.RuleCandidate;
import app.parcelle.engine.cluster.rule.RulePath;
import app.parcelle.engine.project.CustomerClustering;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.segment.Sentence;

/** For each cluster rules that stand for it, from short to faithful, with how faithful they are. */
record ClusterRules(Project project, CustomerClustering found, Session session) {
  void add(ObjectNode json, List<String> lines) {
    ArrayNode clusters = json.putArray("rules");
    for (Portrait portrait : found.result().portraits()) {
      RulePath path = project.clusterings().rules(found, portrait.cluster(), session.job());
      ObjectNode one = clusters.addObject().put("cluster", portrait.cluster()).put("heldOut", path.heldOut());
      ArrayNode candidates = one.putArray("candidates");
      path.candidates().forEach(candidate -> add(candidate, candidates.addObject()));
      lines.add("");
      lines.add(session.text("cli.cluster.profile", portrait.cluster(), portrait.size()));
      if (path.candidates().isEmpty()) {
        lines.add(session.text("cli.cluster.rule.none"));
      } else {
        RuleCandidate best = path.candidates().getLast();
        lines.add(sentence(best));
        lines.add(session.text("cli.cluster.rule", best.conditions(), best.heldOut().precision(),
            best.heldOut().recall()));
      }
    }
  }

  private String sentence(RuleCandidate candidate) {
    return "  " + Sentence.of(candidate.rule(), project.fields(), session.texts());
  }

  /** Of those among whom the clusters were looked for. */
  private Segment segment(RuleCandidate candidate) {
    String within = found.result().request().within();
    Condition rule = project.view()
        .segments()
        .stream()
        .filter(saved -> saved.id().equals(within))
        .findFirst()
        .<Condition>map(saved -> new Condition.AllOf(List.of(saved.membership(), candidate.rule())))
        .orElse(candidate.rule());
    return new Segment("", rule, new Segment.Reference.Project(), null);
  }

  private void add(RuleCandidate candidate, ObjectNode json) {
    json.put("conditions", candidate.conditions());
    json.set("segment", SegmentJson.tree(segment(candidate)));
    add(candidate.heldOut(), json.putObject("heldOut"));
    add(candidate.all(), json.putObject("all"));
    json.put("falseIn", candidate.falseIn().length).put("falseOut", candidate.falseOut().length);
  }

  private static void add(Confusion confusion, ObjectNode json) {
    json.put("precision", confusion.precision())
        .put("recall", confusion.recall())
        .put("coverage", confusion.coverage());
  }
}
