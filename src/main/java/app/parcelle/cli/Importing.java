package app.parcelle.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportOutcome;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.intake.ImportReport.Counted;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.link.LinkCounts;
import app.parcelle.engine.link.LinkReport;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableKind;

/** Imports files into a project, and tells of each. */
final class Importing {
  private final Project project;
  private final Session session;
  private final ObjectNode json = Json.object();
  private final ArrayNode tables = json.putArray("tables");
  private final List<String> lines = new ArrayList<>();
  private boolean whole = true;

  private Importing(Project project, Session session) {
    this.project = project;
    this.session = session;
  }

  /** Works on a new project, which is removed again when the work fails. */
  static Answer asNewProject(Path file, ZoneId zone, Function<Project, Answer> work) {
    Project project = Project.create(file, zone);
    boolean done = false;
    try {
      Answer answer = work.apply(project);
      done = true;
      return answer;
    } finally {
      project.close();
      if (!done) {
        Project.delete(file);
      }
    }
  }

  /**
   * Each origin becomes a table, or none does.
   *
   * @param files what the command calls each of them
   */
  static Answer all(Project project, List<Origin> origins, List<String> files, ImportOptions options,
      Session session) {
    Importing importing = new Importing(project, session);
    List<ImportReport> reports = project.importAll(origins, options, session.job());
    LinkCounts links = project.links().counts(session.job());
    for (int i = 0; i < reports.size(); i++) {
      importing.imported(files.get(i), reports.get(i), links);
    }
    return importing.answer();
  }

  /** Each origin becomes a table that can; what cannot is told of, and does not hinder the others. */
  static Answer each(Project project, List<Origin> origins, List<String> files, ImportOptions options,
      Session session) {
    Importing importing = new Importing(project, session);
    List<ImportOutcome> outcomes = project.importEach(origins, options, session.job());
    LinkCounts links = project.links().counts(session.job());
    for (int i = 0; i < outcomes.size(); i++) {
      switch (outcomes.get(i)) {
        case ImportOutcome.Imported(_, ImportReport report) ->
          importing.imported(files.get(i), report, links);
        case ImportOutcome.Refused(_, Message why) -> importing.refused(files.get(i), why);
      }
    }
    return importing.answer();
  }

  private void imported(String file, ImportReport report, LinkCounts counts) {
    LinkReport links = counts.of(report.table());
    ObjectNode told = json(file, report, session);
    told.set("links", LinkAnswer.json(links));
    tables.add(told);
    lines.addAll(lines(report, session));
    LinkAnswer.lines(links, lines, session);
  }

  /** An import in few words. */
  static List<String> lines(ImportReport report, Session session) {
    List<String> lines = new ArrayList<>();
    lines.add(session.text("cli.import.table", report.table().name(), report.rowsRead(), report.rowsStored(),
        report.rowsRejected()));
    Counted counted = report.counted();
    if (counted != null && report.table().kind() == TableKind.EVENTS) {
      lines.add(session.text("cli.import.counted", counted.rows(), counted.orders(), counted.customers()));
    }
    for (Column column : report.table().columns()) {
      String readAs = column.ambiguous();
      if (readAs != null) {
        lines.add(session.text("cli.import.ambiguous", column.name(), readAs));
      }
    }
    report.notes().forEach(note -> lines.add(session.texts().text(note)));
    return lines;
  }

  private void refused(String file, Message why) {
    String said = session.texts().text(why);
    tables.addObject().put("file", file).put("error", said);
    lines.add(said);
    whole = false;
  }

  private Answer answer() {
    ProjectView view = project.view();
    json.set("customers", TableAnswer.customers(view.directory(), view.base()));
    lines.add(session.text("cli.customers", view.directory(), view.base()));
    return new Answer(json, lines, whole);
  }

  static ObjectNode json(String file, ImportReport report, Session session) {
    ObjectNode table = Json.object();
    table.put("file", file)
        .put("name", report.table().name())
        .put("rowsRead", report.rowsRead())
        .put("rowsStored", report.rowsStored())
        .put("rowsRejected", report.rowsRejected())
        .put("preset", report.preset());
    table.set("columns", TableAnswer.columns(report.table()));
    Counted counted = report.counted();
    if (counted == null) {
      table.putNull("counted");
    } else {
      BigDecimal amount = counted.amount();
      table.putObject("counted")
          .put("rows", counted.rows())
          .put("orders", counted.orders())
          .put("customers", counted.customers())
          .put("amount", amount == null ? null : TableAnswer.plain(amount));
    }
    ArrayNode notes = table.putArray("notes");
    report.notes().forEach(note -> notes.add(session.texts().text(note)));
    return table;
  }
}
