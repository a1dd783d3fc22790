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
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.intake.ImportReport.Counted;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.project.Project;

/** Imports files into a project: all of them or none. */
final class Importing {
  private Importing() {}

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

  /** Each origin becomes a table. When one fails, those before it are taken back. */
  static Answer all(Project project, List<Origin> origins, ImportOptions options, Session session) {
    List<ImportReport> reports = new ArrayList<>();
    try {
      for (Origin origin : origins) {
        reports.add(project.importFrom(origin, options, session.job()));
      }
    } catch (RuntimeException e) {
      reports.forEach(_ -> project.undo());
      throw e;
    }
    return answer(reports, session);
  }

  private static Answer answer(List<ImportReport> reports, Session session) {
    ObjectNode json = Json.object();
    ArrayNode tables = json.putArray("tables");
    List<String> lines = new ArrayList<>();
    for (ImportReport report : reports) {
      tables.add(json(report, session));
      lines.add(session.text("cli.import.table", report.table().name(), report.rowsRead(),
          report.rowsStored(),
          report.rowsRejected()));
      Counted counted = report.counted();
      if (counted != null) {
        lines.add(session.text("cli.import.counted", counted.rows(), counted.orders(), counted.customers()));
      }
      report.notes().forEach(note -> lines.add(session.texts().text(note)));
    }
    ImportReport last = reports.getLast();
    json.set("customers", TableAnswer.customers(last.directory(), last.base()));
    lines.add(session.text("cli.customers", last.directory(), last.base()));
    return new Answer(json, lines);
  }

  private static ObjectNode json(ImportReport report, Session session) {
    ObjectNode table = Json.object();
    table.put("name", report.table().name())
        .put("rowsRead", report.rowsRead())
        .put("rowsStored", report.rowsStored())
        .put("rowsRejected", report.rowsRejected());
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
