package app.parcelle.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.export.ExportOptions;
import app.parcelle.engine.export.ExportReport;
import app.parcelle.engine.export.PersonaPage;
import app.parcelle.engine.export.PersonaPages;
import app.parcelle.engine.export.WorkbookExport;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;

/** Saved segments as a workbook. */
final class Exporting {
  private Exporting() {}

  /** @param personas name or id of the saved clustering whose personas have a sheet; null for none */
  static Answer run(Project project, List<String> names, @Nullable String personas, Output to,
      Session session) {
    List<Segment> segments = names.stream().map(name -> Counting.saved(project, name)).toList();
    List<PersonaPage> pages = personas == null
        ? List.of()
        : PersonaPages.ofSaved(project, personas, session.texts(), session.job());
    ExportReport report = WorkbookExport.write(project, segments, pages,
        ExportOptions.usual(session.texts().locale()), to.file(), to.place(), session.job());
    ObjectNode json = Json.object();
    json.put("path", to.place().toString())
        .put("rows", report.rows())
        .put("columns", report.columns())
        .put("bytes", report.bytes());
    ArrayNode sheets = json.putArray("sheets");
    report.sheets().forEach(sheets::add);
    ArrayNode counts = json.putArray("segments");
    report.segments()
        .forEach(one -> counts.addObject()
            .put("name", one.name())
            .put("count", one.count())
            .put("base", one.base())
            .put("asOf", one.asOf().toString()));
    ArrayNode notes = json.putArray("notes");
    List<String> lines = new ArrayList<>();
    lines.add(session.text("cli.written", to.place().toString(), report.rows()));
    report.notes().forEach(note -> {
      notes.add(session.texts().text(note));
      lines.add(session.texts().text(note));
    });
    return new Answer(json, lines);
  }
}
