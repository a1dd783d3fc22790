package app.parcelle.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.TableVersion;

/**
 * The steps of a scenario, done one after the other on a new project.
 *
 * @param data files that stand in for those of the imports, in their order
 */
record Replay(Scenario scenario, List<Path> data, OutputFolder folder, ZoneId zone) {

  Answer run(Session session) {
    requireRoomForData();
    return Importing.asNewProject(folder.staging().resolve(scenario.project()), zone,
        project -> steps(project, session));
  }

  private void requireRoomForData() {
    int files = scenario.steps()
        .stream()
        .mapToInt(Scenario.Step::filesRead)
        .sum();
    if (data.size() > files) {
      throw new Misuse("cli.problem.too-much-data", data.size(), files);
    }
  }

  private Answer steps(Project project, Session session) {
    ObjectNode json = Json.object();
    json.put("project", folder.place(scenario.project()).toString());
    ArrayNode steps = json.putArray("steps");
    List<String> lines = new ArrayList<>();
    Iterator<Path> replacing = data.iterator();
    for (Scenario.Step step : scenario.steps()) {
      Answer answer = located(step, project, replacing, session);
      steps.addObject().set(step.name(), answer.json());
      lines.addAll(answer.lines());
    }
    return new Answer(json, lines);
  }

  private Answer located(Scenario.Step step, Project project, Iterator<Path> replacing, Session session) {
    try {
      return done(step, project, replacing, session);
    } catch (Problem problem) {
      throw new Problem(Session.problem("cli.problem.step", step.pointer(), problem.message()).message(),
          problem);
    }
  }

  private Answer done(Scenario.Step step, Project project, Iterator<Path> replacing, Session session) {
    return switch (step) {
      case Scenario.Import(_, List<Path> files, var options) -> {
        List<Path> chosen = files.stream()
            .map(file -> replacing.hasNext() ? replacing.next() : file)
            .toList();
        yield Importing.all(project, chosen.stream().map(Sources::file).toList(),
            chosen.stream().map(Path::toString).toList(), options, session);
      }
      case Scenario.Refresh(_, var name, Path file, var mode, var key, var options) -> {
        Path chosen = replacing.hasNext() ? replacing.next() : file;
        TableVersion table = TablesCommand.named(project.view(), name);
        yield new Refreshing(project, Sources.file(chosen), chosen.toString(), false, null).run(options,
            Refreshing.destination(project, table, mode, key), session);
      }
      case Scenario.Mend(_, var table, var column, var raw, var part, var by) ->
        new Mended(project, table).cells(column, raw, part, by, session);
      case Scenario.Retry(_, var table, var part, var by) ->
        new Mended(project, table).records(null, null, part, by, session);
      case Scenario.Connect(_, _, Linking linking) -> linking.run(project, session);
      case Scenario.Sell(_, String table, var sale) -> Selling.define(project, table, sale, session);
      case Scenario.Count count -> {
        Segment found = count.segment() != null
            ? count.segment()
            : Counting.saved(project, count.named() == null ? "" : count.named());
        Segment seen = count.asOf() == null
            ? found
            : found.seenFrom(new Segment.Reference.Fixed(count.asOf()));
        yield new Counting(project, seen, count.explain(), null, false,
            count.members() == null ? null : folder.output(count.members()), count.save()).run(session);
      }
      case Scenario.Cluster(_, var fields, var options, var rules, var beside, var assignments, var personas, var save) ->
        new Clustering(project, fields, options, rules, beside,
            assignments == null ? null : folder.output(assignments),
            personas == null ? null : folder.output(personas), save).run(session);
      case Scenario.Export(_, var segments, var personas, var to) ->
        Exporting.run(project, segments, personas, folder.output(to), session);
    };
  }
}
