package app.parcelle.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.export.AtomicFile;
import app.parcelle.engine.export.CsvText;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.project.Destination;
import app.parcelle.engine.project.Imports;
import app.parcelle.engine.project.PendingImport;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.RefreshReport;
import app.parcelle.engine.project.RefreshReport.SegmentChange;
import app.parcelle.engine.project.SavedImport.Mode;
import app.parcelle.engine.store.TableDifference;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TableVersion;

/**
 * Imports newer rows into a table that is there, and tells what that changes.
 *
 * @param file what the command calls the origin
 * @param dry whether it is only told, and nothing changed
 * @param moved where to write who has come into segments and left them, as CSV; null for nowhere
 */
record Refreshing(Project project, Origin origin, String file, boolean dry, @Nullable Path moved) {

  /**
   * Where rows go.
   *
   * @param mode null for the one of the last time
   * @param key the name of a column; null for the usual one
   */
  static Destination destination(Project project, TableVersion table, @Nullable Mode mode,
      @Nullable String key) {
    Imports imports = project.imports();
    if (mode == null) {
      return imports.again(table.tableId())
          .orElseThrow(() -> Session.problem("cli.problem.no-mode", table.name()));
    }
    return switch (mode) {
      case NEW -> new Destination.NewTable();
      case APPEND -> new Destination.Append(table.tableId());
      case REPLACE -> new Destination.Replace(table.tableId());
      case UPDATE -> new Destination.Update(table.tableId(), key(imports, table, key).id());
    };
  }

  private static Column key(Imports imports, TableVersion table, @Nullable String name) {
    return name == null
        ? imports.usualKey(table.tableId())
            .orElseThrow(() -> Session.problem("cli.problem.no-key", table.name()))
        : column(table, name);
  }

  static Column column(TableVersion table, String name) {
    return table.named(name)
        .orElseThrow(() -> Session.problem("cli.problem.no-column", table.name(), name,
            String.join(", ", table.columns().stream().map(Column::name).toList())));
  }

  Answer run(ImportOptions options, Destination destination, Session session) {
    try (PendingImport pending = project.imports().prepare(origin, options, destination, session.job())) {
      long[] rows = {0};
      if (moved != null) {
        AtomicFile.write(moved, out -> rows[0] = moved(pending, out));
      }
      if (!dry) {
        pending.keep();
      }
      Answer answer = answer(pending.report(), session);
      if (moved == null) {
        return answer;
      }
      answer.json().putObject("written").put("path", moved.toString()).put("rows", rows[0]);
      List<String> lines = new ArrayList<>(answer.lines());
      lines.add(session.text("cli.written", moved.toString(), rows[0]));
      return new Answer(answer.json(), lines);
    }
  }

  private static long moved(PendingImport pending, OutputStream stream) throws IOException {
    Dictionary customers = pending.data().customers();
    Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    CsvText.line(out, List.of("segment", "change", "customer"));
    long rows = 0;
    for (SegmentChange change : pending.report().segments()) {
      for (int customer = 0; customer < customers.size(); customer++) {
        boolean entered = Bits.get(change.entered(), customer);
        if (entered || Bits.get(change.left(), customer)) {
          CsvText.line(out, List.of(change.name(), entered ? "entered" : "left", customers.text(customer)));
          rows++;
        }
      }
    }
    out.flush();
    return rows;
  }

  private Answer answer(RefreshReport report, Session session) {
    ObjectNode json = Importing.json(file, report.imported(), session);
    List<String> lines = new ArrayList<>(Importing.lines(report.imported(), session));
    json.put("rowsBefore", report.rowsBefore())
        .put("rowsReplaced", report.rowsReplaced())
        .put("rowsAfter", report.imported().table().rows());
    lines.add(session.text("cli.refresh.rows", report.rowsBefore(), report.rowsReplaced(),
        report.imported().rowsStored(), report.imported().table().rows()));
    names(json.putArray("columnsMissing"), report.fit().missing(), Column::name);
    names(json.putArray("columnsAdded"), report.fit().added(), Function.identity());
    if (!report.fit().missing().isEmpty()) {
      lines.add(session.text("cli.refresh.missing",
          String.join(", ", report.fit().missing().stream().map(Column::name).toList())));
    }
    if (!report.fit().added().isEmpty()) {
      lines.add(session.text("cli.refresh.added", String.join(", ", report.fit().added())));
    }
    difference(json, "customers", report.customers(), lines, session);
    difference(json, "orders", report.orders(), lines, session);
    ArrayNode segments = json.putArray("segments");
    for (SegmentChange change : report.segments()) {
      segments.addObject()
          .put("id", change.id())
          .put("name", change.name())
          .put("before", change.before())
          .put("after", change.after())
          .put("entered", Bits.count(change.entered()))
          .put("left", Bits.count(change.left()))
          .put("error", change.error() == null ? null : session.texts().text(change.error()));
      lines.add(session.text("cli.refresh.segment", change.name(), change.before(), change.after(),
          Bits.count(change.entered()), Bits.count(change.left())));
    }
    ObjectNode answer = Json.object();
    answer.set("table", json);
    answer.put("kept", !dry);
    answer.set("customers", TableAnswer.customers(report.imported().directory(), report.imported().base()));
    lines.add(session.text("cli.customers", report.imported().directory(), report.imported().base()));
    return new Answer(answer, lines);
  }

  private static <T> void names(ArrayNode json, List<T> all, Function<T, String> name) {
    all.forEach(one -> json.add(name.apply(one)));
  }

  private static void difference(ObjectNode json, String what, @Nullable TableDifference found,
      List<String> lines, Session session) {
    if (found == null) {
      json.putNull(what);
      return;
    }
    json.putObject(what)
        .put("new", found.added())
        .put("changed", found.changed())
        .put("unchanged", found.unchanged())
        .put("gone", found.gone());
    // keys: cli.refresh.*
    lines.add(session.text("cli.refresh." + what, found.added(), found.changed(), found.unchanged(),
        found.gone()));
  }
}
