package app.parcelle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.link.LinkCounts;
import app.parcelle.engine.link.LinkReport;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.TableVersion;

/** Lists the tables of a project, or writes one of them as CSV. */
@Command(name = "tables")
@SuppressWarnings("NullAway.Init")
final class TablesCommand extends ProjectCommand {
  @Option(names = "--table", paramLabel = "NAME", descriptionKey = "cli.option.tables.table")
  @Nullable
  String table;

  @Option(names = "--to", paramLabel = "OUT.csv", descriptionKey = "cli.option.tables.to")
  @Nullable
  Path to;

  @Option(names = "--added", descriptionKey = "cli.option.tables.added")
  boolean added;

  @Override
  void check() {
    if (to != null && table == null) {
      throw new Misuse("cli.problem.needs", "--to", "--table");
    }
  }

  @Override
  Answer on(Project open, Session session) {
    ProjectView view = open.view();
    List<TableVersion> chosen = table == null ? view.tables() : List.of(named(view, table));
    ObjectNode json = Json.object();
    ArrayNode tables = json.putArray("tables");
    List<String> lines = new ArrayList<>();
    LinkCounts counted = open.links().counts(session.job());
    for (TableVersion one : chosen) {
      LinkReport links = counted.of(one);
      ObjectNode told = TableAnswer.json(one);
      told.set("links", LinkAnswer.json(links));
      tables.add(told);
      lines.add(session.text("cli.tables.table", one.name(), one.rows(), one.columns().size()));
      LinkAnswer.lines(links, lines, session);
    }
    json.set("customers", TableAnswer.customers(view.directory(), view.base()));
    lines.add(session.text("cli.customers", view.directory(), view.base()));
    if (to != null) {
      long rows = TableCsv.write(open, chosen.getFirst(), to, added, session.job());
      json.putObject("written").put("path", to.toString()).put("rows", rows);
      lines.add(session.text("cli.written", to.toString(), rows));
    }
    return new Answer(json, lines);
  }

  static TableVersion named(ProjectView view, String name) {
    String wanted = Folding.fold(name);
    return view.tables()
        .stream()
        .filter(one -> Folding.fold(one.name()).equals(wanted))
        .findFirst()
        .orElseThrow(() -> Session.problem("cli.problem.no-table", name,
            String.join(", ", view.tables().stream().map(TableVersion::name).toList())));
  }
}
