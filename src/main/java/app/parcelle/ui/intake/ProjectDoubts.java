package app.parcelle.ui.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.CellChoice;
import app.parcelle.engine.project.CellMend;
import app.parcelle.engine.project.CellRule;
import app.parcelle.engine.project.Mending;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.store.Mends;
import app.parcelle.engine.store.Remark;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableVersion;

/** What a project did not understand of its tables. */
record ProjectDoubts(Project project) implements MendingSource {
  private static final int PAGE = 10_000;
  /** Different texts that are counted; where there are more, those that come later are not among them. */
  private static final int MOST_TEXTS = 100_000;

  private record Text(String columnId, String raw) {}

  /** How often a text came, and where first. */
  private static final class Times {
    private final long first;
    private long count;

    Times(long first) {
      this.first = first;
    }
  }

  private Mending mending() {
    return project.mending();
  }

  @Override
  public List<Doubt> values(TableVersion table, @Nullable Column column, int limit, JobContext job) {
    Map<Text, Times> texts = new HashMap<>();
    long done = 0;
    List<Remark.InvalidCell> page = page(table, column, null);
    while (!page.isEmpty()) {
      for (Remark.InvalidCell cell : page) {
        Text text = new Text(cell.columnId(), cell.raw());
        Times times = texts.size() < MOST_TEXTS
            ? texts.computeIfAbsent(text, _ -> new Times(cell.line()))
            : texts.get(text);
        if (times != null) {
          times.count++;
        }
      }
      done += page.size();
      job.progress(done, -1, Message.of("mend.job.load", table.name()));
      job.throwIfCancelled();
      page = page.size() < PAGE ? List.of() : page(table, column, page.getLast());
    }
    return texts.entrySet()
        .stream()
        .map(entry -> Doubt.same(column(table, entry.getKey().columnId), entry.getKey().raw,
            entry.getValue().first, entry.getValue().count))
        .sorted(Comparator.comparingLong(Doubt::count).reversed().thenComparing(Doubt::line))
        .limit(limit)
        .toList();
  }

  private List<Remark.InvalidCell> page(TableVersion table, @Nullable Column column,
      Remark.@Nullable InvalidCell after) {
    return mending().cells(table.tableId(), column == null ? null : column.id(), after, PAGE);
  }

  private static Column column(TableVersion table, String id) {
    return table.withId(id).orElseThrow();
  }

  @Override
  public List<Doubt> cells(TableVersion table, @Nullable Column column, @Nullable Doubt after, int limit) {
    return mending()
        .cells(table.tableId(), column == null ? null : column.id(), after == null ? null : cell(after),
            limit)
        .stream()
        .map(cell -> Doubt.cell(column(table, cell.columnId()), cell.batch(), cell.line(), cell.raw()))
        .toList();
  }

  @Override
  public List<Doubt> rows(TableVersion table, @Nullable Reason reason, @Nullable Doubt after, int limit) {
    List<Doubt> rows = new ArrayList<>();
    Remark.Rejected last = after == null ? null : row(after);
    List<Remark.Rejected> page;
    do {
      page = mending().rejects(table.tableId(), last, limit);
      for (Remark.Rejected record : page) {
        if (rows.size() < limit && (reason == null || reason == record.reason())) {
          rows.add(Doubt.row(record.batch(), record.line(), record.raw(), record.reason()));
        }
        last = record;
      }
    } while (rows.size() < limit && page.size() == limit);
    return rows;
  }

  private static Remark.InvalidCell cell(Doubt doubt) {
    Doubt.Key.Cell key = (Doubt.Key.Cell) doubt.key();
    return new Remark.InvalidCell(key.batch(), key.line(), key.columnId(), doubt.raw());
  }

  private static Remark.Rejected row(Doubt doubt) {
    Doubt.Key.Row key = (Doubt.Key.Row) doubt.key();
    return new Remark.Rejected(key.batch(), key.line(), Optional.ofNullable(doubt.reason()).orElseThrow(),
        doubt.raw());
  }

  @Override
  public Optional<Mends.Value> reading(TableVersion table, Column column, String text, JobContext job) {
    return mending().reading(table.tableId(), column.id(), text, job);
  }

  @Override
  public Mended mend(TableVersion table, Map<Doubt, String> corrections, JobContext job) {
    Mended mended = Mended.NOTHING;
    List<CellRule> rules = new ArrayList<>();
    Map<Remark.Rejected, String> again = new LinkedHashMap<>();
    List<Remark.Rejected> aside = new ArrayList<>();
    for (Map.Entry<Doubt, String> correction : corrections.entrySet()) {
      Doubt doubt = correction.getKey();
      String text = correction.getValue();
      CellMend how = text.isBlank() ? new CellMend.Missing() : new CellMend.ReadAs(text.strip());
      switch (doubt.key()) {
        case Doubt.Key.Same(String columnId, String raw) ->
          rules.add(new CellRule(columnId, new CellChoice.Text(raw), how));
        case Doubt.Key.Cell(_, _, String columnId) ->
          rules.add(new CellRule(columnId, new CellChoice.Cell(cell(doubt)), how));
        case Doubt.Key.Row _ when text.isBlank() -> aside.add(row(doubt));
        case Doubt.Key.Row _ -> again.put(row(doubt), text);
      }
    }
    if (!rules.isEmpty()) {
      mended = mended.and(cells(mending().mend(table.tableId(), rules, job)));
    }
    if (!again.isEmpty()) {
      mended = mended.and(rows(mending().retry(table.tableId(), again, job)));
    }
    if (!aside.isEmpty()) {
      mending().ignore(table.tableId(), aside);
    }
    return mended;
  }

  private static Mended cells(Mending.CellReport report) {
    return new Mended(report.mended(), 0, report.refused().size());
  }

  private static Mended rows(Mending.RecordReport report) {
    return new Mended(0, report.rows(), report.still().size());
  }

  @Override
  public Mended replaceInValues(TableVersion table, List<Column> columns, String part, String by,
      JobContext job) {
    CellMend how = new CellMend.ReplacePart(part, by);
    List<CellRule> rules = columns.stream()
        .map(column -> new CellRule(column.id(), new CellChoice.All(), how))
        .toList();
    return cells(mending().mend(table.tableId(), rules, job));
  }

  @Override
  public Mended replaceInRows(TableVersion table, String part, String by, JobContext job) {
    return rows(mending().retryAll(table.tableId(), part, by, job));
  }
}
