package app.parcelle.engine.project;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.store.About;
import app.parcelle.engine.store.Into;
import app.parcelle.engine.store.Mends;
import app.parcelle.engine.store.PendingTable;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.Remark;
import app.parcelle.engine.store.Retried;
import app.parcelle.engine.store.Stored;
import app.parcelle.engine.store.TableWriter;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableVersion;

/** What imports have not understood - cells and records -, and how it is mended. Every mending is one step of the journal. */
public final class Mending {
  private static final int PAGE = 10_000;

  private final ProjectStore store;
  private final Supplier<Moment> now;
  private final Runnable changed;

  /** @param changed to be told when the project has changed; what {@code now} says is new then */
  Mending(ProjectStore store, Supplier<Moment> now, Runnable changed) {
    this.store = store;
    this.now = now;
    this.changed = changed;
  }

  /**
   * Cells that do not fit their columns, in the order of the sources.
   *
   * @param columnId of the only column that is asked for; null for all
   * @param after the last one that is known; null from the first on
   */
  public List<Remark.InvalidCell> cells(String tableId, @Nullable String columnId,
      Remark.@Nullable InvalidCell after, int limit) {
    return store.mending().invalidCells(now.get().table(tableId), columnId, after, limit);
  }

  /**
   * Records that are no rows, in the order of the sources.
   *
   * @param after the last one that is known; null from the first on
   */
  public List<Remark.Rejected> rejects(String tableId, Remark.@Nullable Rejected after, int limit) {
    return store.mending()
        .rejects(now.get().table(tableId), after == null ? 0 : after.batch(),
            after == null ? 0 : after.line() + 1,
            limit);
  }

  /**
   * What a mending of cells did.
   *
   * @param mended cells that have a value now, or are missing where that was wanted
   * @param refused texts that still say nothing in this column
   */
  public record CellReport(int mended, List<String> refused) {
    public CellReport {
      refused = List.copyOf(refused);
    }
  }

  /**
   * Mends cells of a column.
   *
   * @throws Problem as {@link #mend(String, List, JobContext)}
   */
  public CellReport mend(String tableId, String columnId, CellChoice which, CellMend how, JobContext job) {
    return mend(tableId, List.of(new CellRule(columnId, which, how)), job);
  }

  /**
   * Mends cells by several rules, of one column or several, as one step of the journal. What is said of one cell goes over what is
   * said of all with its text; of rules for the same text the last one holds.
   *
   * @throws Problem when a column holds texts, or a text that cells are to be read as says nothing in their column
   */
  public CellReport mend(String tableId, List<CellRule> rules, JobContext job) {
    TableVersion table = now.get().table(tableId);
    Map<Column, CellRules> byColumn = new LinkedHashMap<>();
    for (CellRule rule : rules) {
      Column column = table.withId(rule.columnId())
          .orElseThrow(() -> new Problem(Message.of("project.no-column", rule.columnId(), table.name())));
      byColumn.computeIfAbsent(column, CellRules::new)
          .add(rule.which(), rule.how(), raws(table, column, rule.which(), job));
    }
    Map<Column, Mends> mends = new LinkedHashMap<>();
    List<String> refused = new ArrayList<>();
    byColumn.forEach((column, of) -> mends.put(column, of.mends(
        new CellTexts(column, store.zone(), job).read(of.wanted(), format(table, column)), refused)));
    String names = String.join(", ", byColumn.keySet().stream().map(Column::name).toList());
    int mended = store.mending()
        .mend(table, mends, Operation.of(Operation.Kind.MEND, table.name(), Documents.text(names)).write(),
            job);
    if (mended > 0) {
      Relinking.after(table, store, job);
      changed.run();
    }
    return new CellReport(mended, refused);
  }

  /** What a text would be read as in a column; empty where it says nothing there. Changes nothing. */
  public Optional<Mends.Value> reading(String tableId, String columnId, String text, JobContext job) {
    TableVersion table = now.get().table(tableId);
    return table.withId(columnId)
        .map(column -> new CellTexts(column, store.zone(), job).read(Set.of(text), format(table, column))
            .get(text));
  }

  private Set<String> raws(TableVersion table, Column column, CellChoice which, JobContext job) {
    return switch (which) {
      case CellChoice.Cell(var cell) -> Set.of(cell.raw());
      case CellChoice.Text(String raw) -> Set.of(raw);
      case CellChoice.All() -> {
        Set<String> raws = new HashSet<>();
        Remark.InvalidCell after = null;
        List<Remark.InvalidCell> page;
        do {
          job.throwIfCancelled();
          page = store.mending().invalidCells(table, column.id(), after, PAGE);
          page.forEach(cell -> raws.add(cell.raw()));
          after = page.isEmpty() ? null : page.getLast();
        } while (page.size() == PAGE);
        yield raws;
      }
    };
  }

  private @Nullable String format(TableVersion table, Column column) {
    String recipe = store.stored(table).recipe();
    return recipe == null ? null : SavedImport.read(recipe).formats().get(column.name());
  }

  /**
   * What reading records again did.
   *
   * @param rows records that are rows now
   * @param still records that are still none, with the text that was tried and the reason
   */
  public record RecordReport(int rows, List<Remark.Rejected> still) {
    public RecordReport {
      still = List.copyOf(still);
    }
  }

  /**
   * Reads rejected records again, each with the text that it has now, as its import read them then. Those that are rows now leave the
   * list; the others stay as they were.
   *
   * @throws Problem when a text is several records, or it is not known how the import was read
   */
  public RecordReport retry(String tableId, Map<Remark.Rejected, String> texts, JobContext job) {
    TableVersion table = now.get().table(tableId);
    Map<Integer, Map<Remark.Rejected, String>> byBatch = new TreeMap<>();
    texts.forEach((record, text) -> byBatch.computeIfAbsent(record.batch(), _ -> new LinkedHashMap<>())
        .put(record, text));
    Stored.Table stored = store.stored(table);
    ZoneId zone = store.zone();
    List<RecordTexts.Read> reads = new ArrayList<>();
    byBatch.forEach((batch, records) -> {
      String recipe = stored.batches().get(batch).recipe();
      if (recipe == null) {
        throw new Problem(Message.of("project.retry-unknown", stored.batches().get(batch).source()));
      }
      reads.add(new RecordTexts(table, SavedImport.read(recipe), zone, job).read(records));
    });
    List<Remark.Rejected> still = reads.stream().flatMap(read -> read.still().stream()).toList();
    int rows = reads.stream().mapToInt(read -> read.rows().size()).sum();
    if (rows > 0) {
      write(table, reads, job);
      Relinking.after(table, store, job);
      changed.run();
    }
    return new RecordReport(rows, still);
  }

  private void write(TableVersion table, List<RecordTexts.Read> reads, JobContext job) {
    Retried retried = new Retried();
    reads.forEach(read -> read.rows().forEach(retried::add));
    Into into = new Into(table.versionId(), Into.Kept.ALL, null, retried);
    try (TableWriter writer = store.rowsInto(into, job)) {
      reads.forEach(read -> read.drafts().forEach(writer::add));
      try (PendingTable pending = store.pending(writer, new About(table.name(), null, table.name(), null))) {
        store.publish(pending, Operation.of(Operation.Kind.RETRY, table.name()).write());
      }
    }
  }

  /** One rule for many: reads all rejected records again in which a part can be replaced, with all of its places replaced. */
  public RecordReport retryAll(String tableId, String part, String by, JobContext job) {
    Map<Remark.Rejected, String> texts = new LinkedHashMap<>();
    Remark.Rejected after = null;
    List<Remark.Rejected> page;
    do {
      job.throwIfCancelled();
      page = rejects(tableId, after, PAGE);
      for (Remark.Rejected record : page) {
        if (record.raw().contains(part)) {
          texts.put(record, record.raw().replace(part, by));
        }
      }
      after = page.isEmpty() ? null : page.getLast();
    } while (page.size() == PAGE);
    return retry(tableId, texts, job);
  }

  /** Puts rejected records aside: they count as rejected and are listed no more. */
  public void ignore(String tableId, List<Remark.Rejected> records) {
    TableVersion table = now.get().table(tableId);
    store.mending().ignore(table, records, Operation.of(Operation.Kind.IGNORE, table.name()).write());
    changed.run();
  }
}
