package app.parcelle.cli;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.link.LinkProposal;
import app.parcelle.engine.link.LinkReport;
import app.parcelle.engine.project.Project;

/** Lists what the tables of a project are linked to, and proposes links. */
@Command(name = "links")
@SuppressWarnings("NullAway.Init")
final class LinksCommand extends ProjectCommand {
  @Option(names = "--propose", descriptionKey = "cli.option.links.propose")
  boolean propose;

  @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "cli.option.links.files")
  List<String> files = List.of();

  @Override
  Answer on(Project open, Session session) {
    ObjectNode json = Json.object();
    List<String> lines = new ArrayList<>();
    ArrayNode tables = json.putArray("tables");
    for (LinkReport report : open.links().reports(session.job())) {
      ObjectNode table = tables.addObject();
      table.put("name", report.table().name());
      table.setAll(LinkAnswer.json(report));
      LinkAnswer.lines(report, lines, session);
    }
    if (propose || !files.isEmpty()) {
      ArrayNode proposals = json.putArray("proposals");
      for (LinkProposal proposal : proposals(open, session)) {
        proposals.add(LinkAnswer.json(proposal));
        lines.add(LinkAnswer.line(proposal, session));
      }
    }
    return new Answer(json, lines);
  }

  /** Of the files to be imported where there are any, else between the tables. */
  private List<LinkProposal> proposals(Project open, Session session) {
    if (files.isEmpty()) {
      return open.links().propose(session.job());
    }
    List<LinkProposal> all = new ArrayList<>();
    for (String file : files) {
      Origin origin = Sources.file(java.nio.file.Path.of(file));
      all.addAll(open.links().propose(origin, ImportOptions.FOUND, session.job()));
    }
    return all;
  }
}
