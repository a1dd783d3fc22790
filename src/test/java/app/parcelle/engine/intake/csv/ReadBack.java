package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import app.parcelle.engine.intake.DraftSink;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.IntakeResult;
import app.parcelle.engine.intake.IntakeResult.ReadColumn;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.ColumnDraft;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft;
import app.parcelle.engine.table.TableDraft.Reject;

/** Imports a file and turns its chunks back into texts; "-" is a missing cell, "?" and its text an invalid one. */
public final class ReadBack implements DraftSink {
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final Tuning SMALL = new Tuning(1 << 12, 64);

  public final List<List<String>> rows = new ArrayList<>();
  public final List<Long> lines = new ArrayList<>();
  public final List<Reject> rejects = new ArrayList<>();
  final List<TableDraft> drafts = new ArrayList<>();
  int restarts;
  private IntakeResult result = new IntakeResult("", app.parcelle.engine.table.TableKind.EVENTS, List.of(), 0,
      0, 0, app.parcelle.engine.intake.TextOptions.FOUND, null);

  public static ReadBack of(Path file) {
    return of(file, ImportOptions.FOUND);
  }

  public static ReadBack of(Path file, ImportOptions options) {
    return of(file, options, Tuning.USUAL, 2, Long.MAX_VALUE);
  }

  static ReadBack of(Path file, ImportOptions options, Tuning tuning, int threads, long budget) {
    ReadBack back = new ReadBack();
    try (TextSource source = Sources.of(file, options.text())) {
      back.result = CsvSource.read(source, options, PARIS, threads, budget, back, JobContext.silent(),
          tuning);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return back;
  }

  /** The rows of a source, which stays open. */
  public static ReadBack of(TextSource source, ImportOptions options) {
    ReadBack back = new ReadBack();
    back.result = CsvSource.read(source, options, PARIS, 2, Long.MAX_VALUE, back, JobContext.silent());
    return back;
  }

  static ReadBack of(String text) {
    return of(TestFiles.of(text));
  }

  static ReadBack of(String text, ImportOptions options) {
    return of(TestFiles.of(text), options);
  }

  static ImportOptions types(Map<String, ColumnType> types) {
    return options(null, types, Map.of());
  }

  static ImportOptions roles(Map<String, Role> roles) {
    return options(null, Map.of(), roles);
  }

  static ImportOptions encoding(Charset encoding) {
    return options(encoding, Map.of(), Map.of());
  }

  private static ImportOptions options(@org.jspecify.annotations.Nullable Charset encoding,
      Map<String, ColumnType> types,
      Map<String, Role> roles) {
    return ImportOptions.FOUND.withText(TextOptions.FOUND.withEncoding(encoding))
        .withTypes(types)
        .withRoles(roles);
  }

  public IntakeResult result() {
    return result;
  }

  public ReadColumn column(String name) {
    return result.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  /** All values of a column. */
  public List<String> values(String name) {
    int c = result.columns().indexOf(column(name));
    return rows.stream().map(row -> row.get(c)).toList();
  }

  @Override
  public void accept(TableDraft draft) {
    drafts.add(draft);
    int first = rows.size();
    for (int r = 0; r < draft.rows(); r++) {
      rows.add(new ArrayList<>());
    }
    for (ColumnDraft column : draft.columns()) {
      int row = 0;
      for (int c = 0; c < column.chunks().size(); c++) {
        Chunk chunk = column.chunks().get(c);
        if (c < column.chunks().size() - 1 && chunk.rows() != Chunk.ROWS) {
          throw new AssertionError("a chunk before the last is not full");
        }
        for (int r = 0; r < chunk.rows(); r++, row++) {
          rows.get(first + row).add(text(column, chunk, r, row));
        }
      }
      if (row != draft.rows()) {
        throw new AssertionError(column.name() + " has " + row + " rows of " + draft.rows());
      }
    }
    for (Chunk chunk : draft.lines()) {
      for (int r = 0; r < chunk.rows(); r++) {
        lines.add(chunk.at(r));
      }
    }
    rejects.addAll(draft.rejects());
  }

  private static String text(ColumnDraft column, Chunk chunk, int r, int row) {
    if (chunk.isInvalid(r)) {
      return "?" + column.invalid().stream().filter(i -> i.row() == row).findFirst().orElseThrow().raw();
    }
    if (chunk.isMissing(r)) {
      return "-";
    }
    long value = chunk.at(r);
    return switch (column.type()) {
      case TEXT, IDENTIFIER -> Objects.requireNonNull(chunk.dictionary()).text(value);
      case WHOLE -> Long.toString(value);
      case DECIMAL -> BigDecimal.valueOf(value, column.scale()).toPlainString();
      case YES_NO -> value == 1 ? "yes" : "no";
      case DATE -> LocalDate.ofEpochDay(value).toString();
      case DATE_TIME -> Instant.ofEpochMilli(value).toString();
    };
  }

  @Override
  public void restart() {
    restarts++;
    rows.clear();
    lines.clear();
    rejects.clear();
    drafts.clear();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
