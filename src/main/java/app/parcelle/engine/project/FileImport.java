package app.parcelle.engine.project;

import java.io.IOException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.RowRule;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.TableWriter;
import app.parcelle.engine.table.TableDraft;
import app.parcelle.engine.table.TableVersion;

/** Imports, from their origin to the journal, one after the other. */
final class FileImport {
  /** Rejects that a report carries; all are in the project. */
  static final int REJECTS_SHOWN = 1000;
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

  /** It has become a table of the project just now. */
  record Imported(Origin origin, TableVersion table, IntakeResult result, long keyless, List<Message> notes)
      implements
        Attempt {
    ImportReport report(ImportReport.@Nullable Counted counted, List<TableDraft.Reject> rejects,
        int directory, int base) {
      return new ImportReport(table, result.rowsRead(), result.rowsStored(), result.rowsRejected(), keyless,
          counted, rejects, directory, base, notes);
    }
  }

  /** It was not possible, and has left nothing. */
  record Refused(Origin origin, Message why) implements Attempt {}

  Attempt attempt(Origin origin, ImportOptions options) {
    try {
      return run(origin, options);
    } catch (Problem problem) {
      return new Refused(origin, problem.message());
    }
  }

  Imported run(Origin origin, ImportOptions said) {
    ImportOptions options = ImportLinks.over(said, store.data().tables());
    Object stamp = origin.stamp();
    try (TextSource source = origin.open(options.text(), job);
        TableWriter writer = store.newTable(options.text().allText(), options.links(), job)) {
      IntakeResult result = CsvSource.read(source, options, store.zone(), THREADS, draftBudget,
          sink(writer),
          job);
      requireUnchanged(origin, stamp);
      job.throwIfCancelled();
      String name = freeName(result.tableName());
      ImportLinks.require(options.links(), writer.shape(name));
      String rule = options.countsWhen();
      if (rule != null) {
        RowRule.parse(rule, writer.shape(name));
      }
      String operation = Operation.of(Operation.Kind.IMPORT, origin.name()).write();
      TableVersion table = store.publish(writer, name, rule, operation);
      taken.add(key(name));
      return new Imported(origin, table, result, writer.keyless(), source.notes());
    } catch (IOException e) {
      throw IntakeProblems.of(origin.name(), e);
    }
  }

  /** A file that somebody writes to meanwhile may have been read half old, half new. */
  private static void requireUnchanged(Origin origin, @Nullable Object before) {
    Object after = origin.stamp();
    if (before != null && after != null && !after.equals(before)) {
      throw new Problem(Message.of("intake.changed", origin.name()));
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
