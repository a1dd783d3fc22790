package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import app.parcelle.engine.intake.DraftSink;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.IntakeResult;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.TableWriter;
import app.parcelle.engine.table.TableDraft;

/** Imports a file as if the memory held a few rows only: every so many become a draft, and so a run, of their own. */
public final class SmallMemory {
  private SmallMemory() {}

  public static void add(Path file, ImportOptions options, int rowsARun, ProjectStore store) {
    JobContext job = JobContext.silent();
    try (TextSource source = Sources.of(file, options.text());
        TableWriter writer = store.newTable(false, job)) {
      IntakeResult result = CsvSource.read(source, options, store.zone(), 1, 0, new DraftSink() {
        @Override
        public void accept(TableDraft draft) {
          writer.add(draft);
        }

        @Override
        public void restart() {
          writer.restart();
        }
      }, job, new Tuning(1 << 18, rowsARun));
      store.publish(writer, result.tableName(), options.countsWhen(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
