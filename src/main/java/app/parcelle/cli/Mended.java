package app.parcelle.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.project.CellChoice;
import app.parcelle.engine.project.CellMend;
import app.parcelle.engine.project.Mending;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.store.Remark;
import app.parcelle.engine.table.TableVersion;

/** Mends what imports into a table have not understood, and tells of it. */
final class Mended {
  private static final int PAGE = 10_000;

  private final Project project;
  private final TableVersion table;

  Mended(Project project, String table) {
    this.project = project;
    this.table = TablesCommand.named(project.view(), table);
  }

  /**
   * Cells of a column.
   *
   * @param raw the text of those that are meant; null for all
   * @param part what is replaced in their texts; null for all of it
   * @param by what stands there then; null where the cells are to be missing
   */
  Answer cells(String column, @Nullable String raw, @Nullable String part, @Nullable String by,
      Session session) {
    CellChoice which = raw == null ? new CellChoice.All() : new CellChoice.Text(raw);
    CellMend how = by == null
        ? new CellMend.Missing()
        : part == null ? new CellMend.ReadAs(by) : new CellMend.ReplacePart(part, by);
    Mending.CellReport report = project.mending()
        .mend(table.tableId(), Refreshing.column(table, column).id(), which, how, session.job());
    ObjectNode json = Json.object().put("table", table.name()).put("mended", report.mended());
    report.refused().stream().limit(100).forEach(json.putArray("refused")::add);
    long left = counted(json).cells();
    return new Answer(json,
        List.of(session.text("cli.mend.cells", report.mended(), report.refused().size(), left)));
  }

  /**
   * Records, read again.
   *
   * @param batch the number of the import, from 1; null for the last that has such a line
   * @param line of the only record; null for all
   * @param part what is replaced in their texts; null for all of it
   */
  Answer records(@Nullable Integer batch, @Nullable Integer line, @Nullable String part, String by,
      Session session) {
    Map<Remark.Rejected, String> texts = new LinkedHashMap<>();
    for (Remark.Rejected record : chosen(batch, line)) {
      if (part == null || record.raw().contains(part)) {
        texts.put(record, part == null ? by : record.raw().replace(part, by));
      }
    }
    Mending.RecordReport report = project.mending().retry(table.tableId(), texts, session.job());
    ObjectNode json = Json.object().put("table", table.name()).put("rows", report.rows());
    ArrayNode still = json.putArray("stillRejected");
    report.still()
        .stream()
        .limit(1000)
        .forEach(record -> still.addObject()
            .put("import", record.batch() + 1)
            .put("line", record.line())
            .put("reason", record.reason().id())
            .put("raw", record.raw()));
    long left = counted(json).rejects();
    return new Answer(json, List.of(session.text("cli.mend.records", report.rows(), left)));
  }

  /** Records, put aside. */
  Answer ignored(@Nullable Integer batch, @Nullable Integer line, Session session) {
    List<Remark.Rejected> records = chosen(batch, line);
    if (!records.isEmpty()) {
      project.mending().ignore(table.tableId(), records);
    }
    ObjectNode json = Json.object().put("table", table.name()).put("ignored", records.size());
    counted(json);
    return new Answer(json, List.of(session.text("cli.mend.ignored", records.size())));
  }

  /**
   * Of one import where a line is named, of all of them otherwise.
   *
   * @throws app.parcelle.engine.message.Problem when no such line was rejected
   */
  private List<Remark.Rejected> chosen(@Nullable Integer batch, @Nullable Integer line) {
    List<Remark.Rejected> all = rejects();
    if (line == null) {
      return all;
    }
    return all.stream()
        .filter(record -> record.line() == line && (batch == null || record.batch() == batch - 1))
        .max(Comparator.comparingInt(Remark.Rejected::batch))
        .map(List::of)
        .orElseThrow(() -> batch == null
            ? Session.problem("cli.problem.no-reject", line, table.name())
            : Session.problem("cli.problem.no-reject-of-import", line, table.name(), batch));
  }

  private List<Remark.Rejected> rejects() {
    List<Remark.Rejected> all = new ArrayList<>();
    List<Remark.Rejected> page = project.mending().rejects(table.tableId(), null, PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = project.mending().rejects(table.tableId(), page.getLast(), PAGE);
    }
    return all;
  }

  /** What there is left to mend. */
  private record Left(long rejects, long cells) {}

  private Left counted(ObjectNode json) {
    long rejected = project.imports()
        .batches(table.tableId())
        .stream()
        .mapToLong(batch -> batch.rejected() - batch.ignored())
        .sum();
    TableVersion now = TablesCommand.named(project.view(), table.name());
    json.put("rowsAfter", now.rows()).put("rejects", rejected);
    long cells = now.columns().stream().filter(c -> c.isOwn()).mapToLong(c -> c.invalid()).sum();
    json.put("cells", cells);
    return new Left(rejected, cells);
  }
}
