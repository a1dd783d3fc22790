package app.parcelle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.export.RemarksCsv;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.store.Batch;
import app.parcelle.engine.store.Remark;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableVersion;

/** Lists what imports into a table have not understood: records, or cells. */
@Command(name = "rejects")
@SuppressWarnings("NullAway.Init")
final class RejectsCommand extends ProjectCommand {
  /** So many are in an answer; all are in a file. */
  private static final int SHOWN = 1000;

  @Option(names = "--table", required = true, paramLabel = "NAME", descriptionKey = "cli.option.rejects.table")
  String table;

  @Option(names = "--cells", descriptionKey = "cli.option.rejects.cells")
  boolean cells;

  @Option(names = "--to", paramLabel = "OUT.csv", descriptionKey = "cli.option.rejects.to")
  @Nullable
  Path to;

  @Override
  Answer on(Project open, Session session) {
    TableVersion version = TablesCommand.named(open.view(), table);
    List<Batch> batches = open.imports().batches(version.tableId());
    ObjectNode json = Json.object().put("table", version.name());
    List<String> lines = new ArrayList<>();
    ArrayNode imports = json.putArray("imports");
    for (Batch batch : batches) {
      imports.add(json(batch));
      lines.add(
          session.text("cli.rejects.import", batch.source(), batch.read(), batch.stored(), batch.rejected(),
              batch.ignored(), batch.replaced()));
    }
    if (cells) {
      cells(open, version, batches, json, lines, session);
    } else {
      records(open, version, batches, json, lines, session);
    }
    if (to != null) {
      long rows = cells
          ? RemarksCsv.cells(open, version, to, session.job())
          : RemarksCsv.rejects(open, version, to, session.job());
      json.putObject("written").put("path", to.toString()).put("rows", rows);
      lines.add(session.text("cli.written", to.toString(), rows));
    }
    return new Answer(json, lines);
  }

  private static ObjectNode json(Batch batch) {
    return Json.object()
        .put("source", batch.source())
        .put("at", batch.at() == null ? null : batch.at().toString())
        .put("rowsRead", batch.read())
        .put("rowsStored", batch.stored())
        .put("rowsRejected", batch.rejected())
        .put("rowsIgnored", batch.ignored())
        .put("rowsReplaced", batch.replaced());
  }

  private static void records(Project open, TableVersion version, List<Batch> batches, ObjectNode json,
      List<String> lines, Session session) {
    ArrayNode all = json.putArray("rejects");
    for (Remark.Rejected record : open.mending().rejects(version.tableId(), null, SHOWN)) {
      String source = batches.get(record.batch()).source();
      all.addObject()
          .put("import", record.batch() + 1)
          .put("source", source)
          .put("line", record.line())
          .put("reason", record.reason().id())
          .put("raw", record.raw());
      String why = session.text("data.reject." + record.reason().id()); // keys: data.reject.*
      lines.add(session.text("cli.rejects.line", source, record.line(), why, record.raw()));
    }
  }

  private static void cells(Project open, TableVersion version, List<Batch> batches, ObjectNode json,
      List<String> lines, Session session) {
    ArrayNode all = json.putArray("cells");
    for (Remark.InvalidCell cell : open.mending().cells(version.tableId(), null, null, SHOWN)) {
      String source = batches.get(cell.batch()).source();
      String column = version.withId(cell.columnId()).map(Column::name).orElse(cell.columnId());
      all.addObject()
          .put("import", cell.batch() + 1)
          .put("source", source)
          .put("line", cell.line())
          .put("column", column)
          .put("raw", cell.raw());
      lines.add(session.text("cli.rejects.line", source, cell.line(), column, cell.raw()));
    }
  }
}
