package app.parcelle.engine.project;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.DraftSink;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.IntakeResult;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.CsvSource;
import app.parcelle.engine.intake.preset.Recognised;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.RowRule;
import app.parcelle.engine.store.About;
import app.parcelle.engine.store.Into;
import app.parcelle.engine.store.PendingTable;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.Stored;
import app.parcelle.engine.store.TableWriter;
import app.parcelle.engine.table.TableDraft;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Imports, from their origin to the journal, one after the other, as tables of their own or into one that there is. */
final class FileImport {
  /** Rejects that a report carries; all are in the project. */
  static final int REJECTS_SHOWN = 1000;
  /** So many other parts of a file are named. */
  private static final int PARTS_TOLD = 5;
  private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  private final ProjectStore store;
  private final JobContext job;
  private final long draftBudget;
  private final Set<String> taken = new HashSet<>();

  /** A part of the file is sorted and written when it holds a fifth of the heap, for sorting needs as much again. */
  FileImport(ProjectStore store, JobContext job) {
    this(store, job, Runtime.getRuntime().maxMemory() / 5);
  }

  /** @param draftBudget bytes that a part of the file may hold before it is sorted and written */
  FileImport(ProjectStore store, JobContext job, long draftBudget) {
    this.store = store;
    this.job = job;
    this.draftBudget = draftBudget;
    store.data().tables().forEach(table -> taken.add(key(table.name())));
  }

  static ImportPreview preview(Origin origin, ImportOptions options, ZoneId zone, JobContext job) {
    try (TextSource source = origin.open(options.text(), job)) {
      return CsvSource.preview(source, options, zone, job);
    } catch (IOException e) {
      throw IntakeProblems.of(origin.name(), e);
    }
  }

  /** What became of an import. */
  sealed interface Attempt {}

  /**
   * It has become a table of the project, or rows of one.
   *
   * @param stored what is stored of the table beside its values
   */
  record Imported(Origin origin, TableVersion table, Stored.Table stored, IntakeResult result, long keyless,
      List<Message> notes) implements Attempt {
    ImportReport report(ImportReport.@Nullable Counted counted, List<TableDraft.Reject> rejects,
        int directory, int base) {
      return new ImportReport(table, result.rowsRead(), result.rowsStored(), result.rowsRejected(), keyless,
          counted, rejects, directory, base, notes,
          result.preset() == null ? null : result.preset().preset().id());
    }
  }

  /** It was not possible, and has left nothing. */
  record Refused(Origin origin, Message why) implements Attempt {}

  /**
   * Rows that are written, and not yet part of the project.
   *
   * @param fit how they fit the table that they come into; null where they become one of their own
   */
  record Prepared(PendingTable pending, Imported imported, Destination destination, @Nullable Fit fit)
      implements
        AutoCloseable {
    @Override
    public void close() {
      pending.close();
    }
  }

  Attempt attempt(Origin origin, ImportOptions options) {
    try {
      return run(origin, options);
    } catch (Problem problem) {
      return new Refused(origin, problem.message());
    }
  }

  /** Imports a source as a new table. */
  Imported run(Origin origin, ImportOptions options) {
    try (Prepared prepared = prepare(origin, options, new Destination.NewTable())) {
      publish(prepared);
      return prepared.imported();
    }
  }

  void publish(Prepared prepared) {
    Operation.Kind kind = switch (prepared.destination()) {
      case Destination.NewTable() -> Operation.Kind.IMPORT;
      case Destination.Append(_) -> Operation.Kind.APPEND;
      case Destination.Replace(_) -> Operation.Kind.REPLACE;
      case Destination.Update(_, _) -> Operation.Kind.UPDATE;
    };
    String name = prepared.pending().table().name();
    String origin = prepared.imported().origin().name();
    TableVersion published = store.publish(prepared.pending(), (kind == Operation.Kind.IMPORT
        ? Operation.of(kind, origin)
        : Operation.of(kind, origin, Documents.text(name))).write());
    prepared.close();
    Relinking.after(published, store, job);
    taken.add(key(name));
  }

  /** Reads a source to its end, and writes its rows. */
  Prepared prepare(Origin origin, ImportOptions said, Destination destination) {
    ImportOptions options = destination instanceof Destination.NewTable
        ? ImportLinks.over(said, store.data().tables())
        : said;
    Object stamp = origin.stamp();
    try (TextSource text = origin.open(options.text(), job)) {
      Opened source = new Opened(origin, text, stamp);
      return switch (destination) {
        case Destination.NewTable() -> asTable(source, options);
        case Destination.Append(String table) -> into(source, options, destination,
            new Into(version(table).versionId(), Into.Kept.ALL, null));
        case Destination.Replace(String table) -> into(source, options, destination,
            new Into(version(table).versionId(), Into.Kept.NONE, null));
        case Destination.Update(String table, String key) -> into(source, options, destination,
            new Into(version(table).versionId(), Into.Kept.OTHER_KEYS, key));
      };
    } catch (IOException e) {
      throw IntakeProblems.of(origin.name(), e);
    }
  }

  private TableVersion version(String tableId) {
    return store.data()
        .tables()
        .stream()
        .filter(table -> table.tableId().equals(tableId))
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("project.no-table", tableId)));
  }

  /** @param stamp of the origin when it was opened */
  private record Opened(Origin origin, TextSource text, @Nullable Object stamp) {}

  private Prepared asTable(Opened source, ImportOptions options) {
    TableWriter writer = store.newTable(options.text().allText(), options.links(), job);
    return orClosed(writer, () -> {
      IntakeResult result = read(source, options, writer);
      String name = freeName(result.tableName());
      TableVersion shape = store.shape(writer, name);
      ImportLinks.require(options.links(), shape, store.data().tables());
      String rule = rule(options, result);
      if (rule != null) {
        requireUnderstood(rule, shape, source.origin().name());
      }
      writer.sale(Sales.checked(shape, options.sale()).sale());
      Destination anew = new Destination.NewTable();
      About about = new About(name, rule, source.origin().name(),
          SavedImport.of(source.origin(), options, result, anew).write());
      return prepared(source, options, writer, result, about, anew, null);
    });
  }

  private static void requireUnderstood(String rule, TableVersion shape, String file) {
    try {
      RowRule.parse(rule, shape);
    } catch (Problem wrong) {
      throw new Problem(Message.of("project.rule-of-file", file, wrong.message()), wrong);
    }
  }

  /** What a person has said, else what the source's preset says. */
  private static @Nullable String rule(ImportOptions options, IntakeResult result) {
    Recognised preset = result.preset();
    return options.countsWhen() != null || preset == null ? options.countsWhen() : preset.countsWhen();
  }

  /** What a person should know of the values, and of where they come from. */
  private static List<Message> notes(TextSource source, ImportOptions options, IntakeResult result) {
    List<Message> notes = new ArrayList<>();
    if (result.preset() != null) {
      notes.add(result.preset().message());
    }
    notes.addAll(source.notes());
    if (options.text().part() == null && source.part() != null && source.parts().size() > 1) {
      notes.add(otherParts(source.part(), source.parts()));
    }
    return notes;
  }

  /** Where a file holds several tables and nobody has chosen, that there is more than was read. */
  private static Message otherParts(String read, List<String> all) {
    List<String> others = all.stream().filter(part -> !part.equals(read)).toList();
    String some = others.stream().limit(PARTS_TOLD).collect(Collectors.joining(", "));
    return Message.of("intake.other-parts", read, others.size(),
        some + (others.size() > PARTS_TOLD ? ", …" : ""));
  }

  private Prepared into(Opened source, ImportOptions options, Destination destination, Into into) {
    TableVersion table = store.data()
        .tables()
        .stream()
        .filter(t -> t.versionId() == into.table())
        .findFirst()
        .orElseThrow();
    ImportOptions untyped = options.withTable(null)
        .withText(options.text().withAllText(table.kind() == TableKind.RAW))
        .withTypes(Map.of())
        .withRoles(Map.of())
        .withMeanings(Map.of())
        .withFormats(Map.of())
        .withLinks(List.of());
    List<ImportPreview.PreviewColumn> found = CsvSource
        .preview(source.text(), untyped, store.zone(), job)
        .columns();
    Fit fit = Fit.of(table, found.stream().map(ImportPreview.PreviewColumn::name).toList(),
        source.origin().name(), into.keyColumn());
    if (fit.refusal() != null) {
      throw new Problem(fit.refusal());
    }
    TableWriter writer = store.rowsInto(into, job);
    return orClosed(writer, () -> {
      IntakeResult result = read(source, fit.over(options, table.kind(), found, lastFormats(table)), writer);
      About about = new About(table.name(), null, source.origin().name(),
          SavedImport.of(source.origin(), options, result, destination).write());
      return prepared(source, options, writer, result, about, destination, fit);
    });
  }

  private Map<String, String> lastFormats(TableVersion table) {
    String recipe = store.stored(table).recipe();
    return recipe == null ? Map.of() : SavedImport.read(recipe).formats();
  }

  private Prepared prepared(Opened source, ImportOptions options, TableWriter writer, IntakeResult result,
      About about, Destination destination, @Nullable Fit fit) {
    PendingTable pending = store.pending(writer, about);
    return new Prepared(pending,
        new Imported(source.origin(), pending.table(), pending.stored(), result, writer.keyless(),
            notes(source.text(), options, result)),
        destination, fit);
  }

  private IntakeResult read(Opened source, ImportOptions options, TableWriter writer) {
    IntakeResult result = CsvSource.read(source.text(), options, store.zone(), THREADS, draftBudget,
        sink(writer),
        job);
    requireUnchanged(source.origin(), source.stamp());
    job.throwIfCancelled();
    return result;
  }

  /** A file that somebody writes to meanwhile may have been read half old, half new. */
  private static void requireUnchanged(Origin origin, @Nullable Object before) {
    Object after = origin.stamp();
    if (before != null && after != null && !after.equals(before)) {
      throw new Problem(Message.of("intake.changed", origin.name()));
    }
  }

  /** What comes of the work; where nothing does, the writer is closed. */
  private static Prepared orClosed(TableWriter writer, Supplier<Prepared> work) {
    boolean done = false;
    try {
      Prepared prepared = work.get();
      done = true;
      return prepared;
    } finally {
      if (!done) {
        writer.close();
      }
    }
  }

  private static DraftSink sink(TableWriter writer) {
    return new DraftSink() {
      @Override
      public void accept(TableDraft draft) {
        writer.add(draft);
      }

      @Override
      public void restart() {
        writer.restart();
      }
    };
  }

  private String freeName(String wished) {
    String name = wished;
    for (int i = 2; taken.contains(key(name)); i++) {
      name = wished + " " + i;
    }
    return name;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
