package app.parcelle.ui.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.export.AtomicFile;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableVersion;

/** Writes what was not understood of a table as CSV that Excel opens in the person's language, a page at a time. */
record DoubtsFile(MendingSource source, TableVersion table, Texts texts) {
  private static final int PAGE = 10_000;
  private static final char MARK = '\uFEFF';

  /** Cells of a column, or of all. Returns how many there are. */
  long cells(Path file, @Nullable Column column, JobContext job) {
    return write(file, after -> source.cells(table, column, after, PAGE), job);
  }

  /** Rows rejected for a reason, or for any. Returns how many there are. */
  long rows(Path file, @Nullable Reason reason, JobContext job) {
    return write(file, after -> source.rows(table, reason, after, PAGE), job);
  }

  private long write(Path file, Function<@Nullable Doubt, List<Doubt>> pages, JobContext job) {
    AtomicLong lines = new AtomicLong();
    AtomicFile.write(file, out -> {
      Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      text.write(MARK);
      line(text, Stream.of("line", "column", "raw", "reason")
          .map(name -> texts.text("mend.file." + name)) // keys: mend.file.*
          .toList());
      List<Doubt> page = pages.apply(null);
      while (!page.isEmpty()) {
        for (Doubt doubt : page) {
          write(text, doubt);
        }
        job.progress(lines.addAndGet(page.size()), -1, Message.of("mend.job.export", table.name()));
        job.throwIfCancelled();
        page = pages.apply(page.getLast());
      }
      text.flush();
    });
    return lines.get();
  }

  private void write(Writer text, Doubt doubt) throws IOException {
    Column column = doubt.column();
    line(text, List.of(String.valueOf(doubt.line()), column == null ? "" : column.name(),
        Objects.toString(doubt.raw()), new DataWords(texts).why(doubt)));
  }

  /** Excel cuts at semicolons where numbers have a decimal comma. */
  private void line(Writer text, List<String> fields) throws IOException {
    text.write(
        fields.stream().map(DoubtsFile::quoted).collect(Collectors.joining(texts.french() ? ";" : ",")));
    text.write("\r\n");
  }

  private static String quoted(String field) {
    return '"' + field.replace("\"", "\"\"") + '"';
  }
}
