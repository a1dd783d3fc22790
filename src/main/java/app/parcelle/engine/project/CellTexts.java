package app.parcelle.engine.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ContentText;
import app.parcelle.engine.intake.DraftSink;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.csv.CsvSource;
import app.parcelle.engine.intake.source.PastedContent;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.store.Mends.Value;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnDraft;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft;

/** Reads texts as an import would read them in a column that is there: as its type, and as it was written the last time. */
final class CellTexts {
  private static final String NAME = "value";
  private static final TextOptions QUOTED = TextOptions.FOUND.withDelimiter(",")
      .withQuote('"')
      .withEscape(TextOptions.NONE)
      .withEncoding(UTF_8)
      .withSkipLines(0)
      .withHeaderRows(1);

  private final Column column;
  private final ZoneId zone;
  private final JobContext job;

  CellTexts(Column column, ZoneId zone, JobContext job) {
    this.column = column;
    this.zone = zone;
    this.job = job;
  }

  /**
   * What texts say; those that say nothing in this column are left out.
   *
   * @param format the date pattern or decimal sign of the column; null where it is not known
   */
  Map<String, Value> read(Collection<String> texts, @Nullable String format) {
    Map<String, Value> values = new HashMap<>();
    List<String> filled = new ArrayList<>();
    for (String text : texts) {
      if (text.isBlank()) {
        values.put(text, Value.MISSING);
      } else {
        filled.add(text);
      }
    }
    if (format != null) {
      readInto(values, filled, format);
      filled.removeAll(values.keySet());
    }
    readInto(values, filled, null);
    return values;
  }

  private void readInto(Map<String, Value> values, List<String> texts, @Nullable String format) {
    if (texts.isEmpty()) {
      return;
    }
    StringBuilder csv = new StringBuilder(NAME).append('\n');
    texts.forEach(text -> csv.append('"').append(text.replace("\"", "\"\"")).append("\"\n"));
    ImportOptions options = ImportOptions.FOUND.withText(QUOTED)
        .withTypes(Map.of(NAME, column.type()))
        .withRoles(Map.of(NAME, Role.NONE))
        .withMeanings(Map.of(NAME, column.meaning()))
        .withFormats(format == null ? Map.of() : Map.of(NAME, format));
    Drafts drafts = new Drafts();
    CsvSource.read(new ContentText(new PastedContent(column.name(), csv.toString().getBytes(UTF_8))), options,
        zone, 1, Long.MAX_VALUE, drafts, job);
    int row = 0;
    for (TableDraft draft : drafts.all) {
      if (!draft.rejects().isEmpty()) {
        throw new IllegalStateException("a quoted text is a record");
      }
      ColumnDraft read = draft.columns().getFirst();
      for (Chunk chunk : read.chunks()) {
        for (int i = 0; i < chunk.rows(); i++, row++) {
          if (!chunk.isMissing(i)) {
            values.put(texts.get(row), new Value(chunk.at(i), read.scale()));
          }
        }
      }
    }
  }

  /** Keeps what was read. */
  static final class Drafts implements DraftSink {
    final List<TableDraft> all = new ArrayList<>();

    @Override
    public void accept(TableDraft draft) {
      all.add(draft);
    }

    @Override
    public void restart() {
      all.clear();
    }
  }
}
