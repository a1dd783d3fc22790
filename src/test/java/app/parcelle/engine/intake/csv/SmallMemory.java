package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.intake.DraftSink;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.IntakeResult;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.TableWriter;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.ColumnDraft;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TableDraft;
import app.parcelle.engine.table.TextDictionary;

/** Imports a file as if there were little memory: every few rows become a draft, and so a run, of their own. */
public final class SmallMemory {
  private SmallMemory() {}

  /** @param ownTexts whether each chunk has a dictionary of its own, as where texts are too many for one */
  public static void add(Path file, ImportOptions options, int rowsARun, boolean ownTexts,
      ProjectStore store) {
    JobContext job = JobContext.silent();
    try (TextSource source = Sources.of(file, options.text());
        TableWriter writer = store.newTable(false, job)) {
      IntakeResult result = CsvSource.read(source, options, store.zone(), 1, 0, new DraftSink() {
        @Override
        public void accept(TableDraft draft) {
          writer.add(ownTexts ? withOwnTexts(draft) : draft);
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

  private static TableDraft withOwnTexts(TableDraft draft) {
    return new TableDraft(draft.rows(), draft.columns().stream().map(SmallMemory::withOwnTexts).toList(),
        draft.lines(), draft.rejects());
  }

  private static ColumnDraft withOwnTexts(ColumnDraft c) {
    return new ColumnDraft(c.name(), c.type(), c.role(), c.meaning(), c.scale(), c.ambiguous(),
        c.chunks().stream().map(SmallMemory::withOwnTexts).toList(), c.invalid());
  }

  private static Chunk withOwnTexts(Chunk chunk) {
    Dictionary dictionary = chunk.dictionary();
    if (dictionary == null) {
      return chunk;
    }
    Map<String, Integer> codes = new LinkedHashMap<>();
    long[] values = new long[chunk.rows()];
    for (int i = 0; i < values.length; i++) {
      if (!chunk.isMissing(i)) {
        values[i] = codes.computeIfAbsent(dictionary.text(chunk.at(i)), text -> codes.size());
      }
    }
    return Chunk.pack(values, values.length, chunk.missing(), chunk.invalid(),
        TextDictionary.of(List.copyOf(codes.keySet())));
  }
}
