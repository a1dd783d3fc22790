package app.parcelle.engine.project;

import java.io.IOException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
import app.parcelle.engine.segment.RowRule;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.TableWriter;
import app.parcelle.engine.table.TableDraft;
import app.parcelle.engine.table.TableVersion;

/** One import, from its origin to the journal. */
final class FileImport {
  /** Rejects that a report carries; all are in the project. */
  static final int REJECTS_SHOWN = 1000;
  private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  private final ProjectStore store;
  private final JobContext job;

  FileImport(ProjectStore store, JobContext job) {
    this.store = store;
    this.job = job;
  }

  static ImportPreview preview(Origin origin, ImportOptions options, ZoneId zone, JobContext job) {
    try (TextSource source = origin.open(options.text())) {
      return CsvSource.preview(source, options, zone, job);
    } catch (IOException e) {
      throw IntakeProblems.of(origin.name(), e);
    }
  }

  /** A table that has just become part of the project. */
  record Imported(TableVersion table, IntakeResult result, long keyless, List<Message> notes) {
    ImportReport report(ImportReport.Counted counted, List<TableDraft.Reject> rejects, int directory,
        int base) {
      return new ImportReport(table, result.rowsRead(), result.rowsStored(), result.rowsRejected(), keyless,
          counted,
          rejects, directory, base, notes);
    }
  }

  Imported run(Origin origin, ImportOptions options) {
    try (TextSource source = origin.open(options.text());
        TableWriter writer = store.newTable(options.text().allText(), job)) {
      IntakeResult result = CsvSource.read(source, options, store.zone(), THREADS, draftBudget(),
          sink(writer),
          job);
      job.throwIfCancelled();
      String name = freeName(result.tableName());
      String rule = options.countsWhen();
      if (rule != null) {
        RowRule.parse(rule, writer.shape(name));
      }
      String operation = Operation.of(Operation.Kind.IMPORT, origin.name()).write();
      return new Imported(store.publish(writer, name, rule, operation), result, writer.keyless(),
          source.notes());
    } catch (IOException e) {
      throw IntakeProblems.of(origin.name(), e);
    }
  }

  /** What an import may hold before it is sorted and written: a fifth of the heap, for sorting needs as much again. */
  private static long draftBudget() {
    return Runtime.getRuntime().maxMemory() / 5;
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
    Set<String> taken = new HashSet<>();
    store.data().tables().forEach(t -> taken.add(t.name().toLowerCase(Locale.ROOT)));
    String name = wished;
    for (int i = 2; taken.contains(name.toLowerCase(Locale.ROOT)); i++) {
      name = wished + " " + i;
    }
    return name;
  }
}
