package app.parcelle.engine.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import app.parcelle.engine.intake.ContentText;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.csv.CsvSource;
import app.parcelle.engine.intake.source.PastedContent;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.store.Batch;
import app.parcelle.engine.store.Remark;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnDraft;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.TextDictionary;

/** Reads records of one import again, that were rejected then and have been mended, in the way that it was read. */
final class RecordTexts {
  private final TableVersion table;
  private final SavedImport last;
  private final ZoneId zone;
  private final JobContext job;

  /** Records that have become rows, and the rows; the others, with the reasons why they have not. */
  record Read(List<TableDraft> drafts, List<Remark.Rejected> rows, List<Remark.Rejected> still) {}

  /** @param last how the import was read that the records are of */
  RecordTexts(TableVersion table, SavedImport last, ZoneId zone, JobContext job) {
    this.table = table;
    this.last = last;
    this.zone = zone;
    this.job = job;
  }

  /**
   * Reads the text that each record has now.
   *
   * @throws Problem when a text is several records
   */
  Read read(Map<Remark.Rejected, String> texts) {
    boolean fixed = !last.text().widths().isEmpty();
    List<String> names = IntStream.rangeClosed(1, last.columns().size())
        .mapToObj(i -> fixed ? "Column " + i : "k" + i)
        .toList();
    StringBuilder text = new StringBuilder();
    if (!fixed) {
      text.append(String.join(Objects.requireNonNullElse(last.text().delimiter(), ","), names)).append('\n');
    }
    Map<Long, Remark.Rejected> atLine = new HashMap<>();
    long line = fixed ? 1 : 2;
    for (Map.Entry<Remark.Rejected, String> record : texts.entrySet()) {
      String one = record.getValue().stripTrailing();
      atLine.put(line, record.getKey());
      text.append(one).append('\n');
      line += 1 + one.chars().filter(c -> c == '\n').count();
    }
    CellTexts.Drafts drafts = new CellTexts.Drafts();
    CsvSource.read(new ContentText(new PastedContent(last.origin(), text.toString().getBytes(UTF_8))),
        options(names, fixed), zone, 1, Long.MAX_VALUE, drafts, job);
    Read read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (TableDraft draft : drafts.all) {
      for (TableDraft.Reject reject : draft.rejects()) {
        Remark.Rejected record = at(reject.line(), atLine);
        read.still.add(new Remark.Rejected(record.batch(), record.line(), reject.reason(), reject.raw()));
      }
      if (draft.rows() > 0) {
        read.drafts.add(placed(draft, atLine, read.rows));
      }
    }
    if (read.rows.size() + read.still.size() != texts.size()) {
      throw new Problem(Message.of("project.retry-several", last.origin()));
    }
    return read;
  }

  private Remark.Rejected at(long line, Map<Long, Remark.Rejected> atLine) {
    Remark.Rejected record = atLine.get(line);
    if (record == null) {
      throw new Problem(Message.of("project.retry-several", last.origin()));
    }
    return record;
  }

  private ImportOptions options(List<String> names, boolean fixed) {
    Map<String, ColumnType> types = new HashMap<>();
    Map<String, Role> roles = new HashMap<>();
    Map<String, Meaning> meanings = new HashMap<>();
    Map<String, String> formats = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Column column = table.named(last.columns().get(i)).orElse(null);
      if (column != null) {
        types.put(names.get(i), column.type() == ColumnType.WHOLE ? ColumnType.DECIMAL : column.type());
        roles.put(names.get(i), column.role());
        meanings.put(names.get(i), column.meaning());
      }
      String format = last.formats().get(last.columns().get(i));
      if (format != null) {
        formats.put(names.get(i), format);
      }
    }
    TextOptions text = last.text()
        .withPart(null)
        .withEncoding(UTF_8)
        .withSkipLines(0)
        .withHeaderRows(fixed ? 0 : 1);
    return ImportOptions.FOUND.withText(text)
        .withTypes(types)
        .withRoles(roles)
        .withMeanings(meanings)
        .withFormats(formats);
  }

  /** The rows with all columns of the table, in its order, at the places where their records stood. */
  private TableDraft placed(TableDraft draft, Map<Long, Remark.Rejected> atLine,
      List<Remark.Rejected> rows) {
    List<Chunk> lines = new ArrayList<>();
    for (Chunk chunk : draft.lines()) {
      long[] places = new long[chunk.rows()];
      for (int row = 0; row < places.length; row++) {
        Remark.Rejected record = at(chunk.at(row), atLine);
        rows.add(record);
        places[row] = Batch.place(record.batch(), record.line());
      }
      lines.add(Chunk.pack(places, places.length, null, null, null));
    }
    List<ColumnDraft> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.isOwn()) {
        columns.add(own(column, draft));
      }
    }
    return new TableDraft(draft.rows(), columns, lines, List.of());
  }

  private ColumnDraft own(Column column, TableDraft draft) {
    for (int i = 0; i < last.columns().size(); i++) {
      if (Folding.fold(last.columns().get(i)).equals(Folding.fold(column.name()))) {
        ColumnDraft read = draft.columns().get(i);
        return new ColumnDraft(column.name(), read.type(), column.role(), column.meaning(), read.scale(),
            read.ambiguous(), read.chunks(), read.invalid());
      }
    }
    List<Chunk> nothing = draft.lines()
        .stream()
        .map(chunk -> Chunk.pack(new long[chunk.rows()], chunk.rows(), Bits.full(chunk.rows()), null,
            column.type().isText() ? TextDictionary.of(List.of()) : null))
        .toList();
    return new ColumnDraft(column.name(), column.type(), column.role(), column.meaning(), 0, null, nothing,
        List.of());
  }
}
