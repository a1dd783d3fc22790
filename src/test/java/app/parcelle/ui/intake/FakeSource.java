package app.parcelle.ui.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.Cell;
import app.parcelle.engine.intake.ImportPreview.PreviewColumn;
import app.parcelle.engine.intake.ImportPreview.Question;
import app.parcelle.engine.intake.ImportPreview.Reading;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.link.LinkProposal;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Destination;
import app.parcelle.engine.project.Fit;
import app.parcelle.engine.project.SavedImport;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableDraft.Reject;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Takes every source for the same few orders, and remembers what it was asked. */
final class FakeSource implements ImportSource {
  final List<ImportOptions> previewed = new ArrayList<>();
  final List<Origin> imported = new ArrayList<>();
  final Set<Origin> refused = new HashSet<>();
  /** What every file has to choose from; files with parts are no text. */
  List<String> parts = List.of();

  private static final List<String> NAMES = List.of("InvoiceNo", "StockCode", "Quantity", "InvoiceDate",
      "UnitPrice",
      "CustomerID", "Country");
  private static final List<ColumnType> TYPES = List.of(ColumnType.IDENTIFIER, ColumnType.TEXT,
      ColumnType.WHOLE,
      ColumnType.DATE_TIME, ColumnType.DECIMAL, ColumnType.IDENTIFIER, ColumnType.TEXT);
  private static final List<Role> ROLES = List.of(Role.ORDER_KEY, Role.PRODUCT, Role.QUANTITY,
      Role.EVENT_TIME,
      Role.UNIT_PRICE, Role.CUSTOMER_KEY, Role.PLACE);
  private static final Question QUESTION = new Question("01/12/2010 08:26",
      new Reading("dd/MM/yyyy HH:mm", "2010-12-01"), new Reading("MM/dd/yyyy HH:mm", "2010-01-12"));
  private static final List<List<String>> ROWS = List.of(
      List.of("536365", "85123A", "6", "01/12/2010 08:26", "2.55", "17850", "United Kingdom"),
      List.of("536365", "71053", "6", "01/12/2010 08:26", "3.39", "17850", "United Kingdom"),
      List.of("536370", "22728", "24", "01/12/2010 08:45", "3.75", "12583", "France"),
      List.of("C536379", "D", "-1", "01/12/2010 09:41", "27.50", "14527", "United Kingdom"),
      List.of("536414", "22139", "56", "01/12/2010 11:52", "0.00", "", "United Kingdom"),
      List.of("536365", "84406B", "8", "32/12/2010 08:26", "2.75", "17850", "United Kingdom"));

  @Override
  public ImportPreview preview(Origin file, ImportOptions options, JobContext job) {
    previewed.add(options);
    if (refused.contains(file)) {
      throw new Problem(Message.of("data.import.reading"));
    }
    List<PreviewColumn> columns = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      String name = NAMES.get(i);
      columns.add(new PreviewColumn(name, options.types().getOrDefault(name, TYPES.get(i)),
          options.roles().getOrDefault(name, ROLES.get(i)), Meaning.NONE,
          i == 3 && !options.formats().containsKey(name) ? QUESTION : null,
          i == 3 ? "dd/MM/yyyy HH:mm" : null, i == 5 ? 135 : 0, i == 3 ? 1 : 0, 541));
    }
    List<List<Cell>> rows = ROWS.stream()
        .map(row -> row.stream().map(t -> new Cell(t, t.isEmpty(), t.startsWith("32/"))).toList())
        .toList();
    List<String> raw = ROWS.stream().map(row -> String.join(",", row)).toList();
    TextOptions text = options.text();
    TextOptions read = text.withEncoding(text.encoding() == null ? StandardCharsets.UTF_8 : text.encoding())
        .withDelimiter(text.delimiter() == null ? "," : text.delimiter())
        .withQuote(text.quote() == null ? Character.valueOf('"') : text.quote())
        .withHeaderRows(text.headerRows() == null ? Integer.valueOf(1) : text.headerRows());
    return new ImportPreview(file.name(), 45_600_000, 541_909, read,
        options.table() == null ? "commandes_2011" : options.table(), TableKind.EVENTS, columns, raw, rows,
        parts, text.part() == null && !parts.isEmpty() ? parts.getFirst() : text.part(), !parts.isEmpty(),
        List.of(), null);
  }

  @Override
  public List<TableVersion> tables() {
    return List.of();
  }

  @Override
  public Fit fit(String tableId, @Nullable String keyColumn, ImportPreview preview) {
    throw new IllegalStateException("no table to go into");
  }

  @Override
  public Optional<Column> usualKey(String tableId) {
    return Optional.empty();
  }

  @Override
  public Optional<SavedImport> saved(String tableId) {
    return Optional.empty();
  }

  @Override
  public List<LinkProposal> propose(Origin origin, ImportOptions options, JobContext job) {
    return List.of();
  }

  @Override
  public Pending prepare(Origin origin, ImportOptions options, Destination destination, JobContext job) {
    throw new IllegalStateException("no table to go into");
  }

  @Override
  public ImportReport importFrom(Origin file, ImportOptions options, JobContext job) {
    if (refused.contains(file)) {
      throw new Problem(Message.of("data.import.reading"));
    }
    imported.add(file);
    TableVersion table = new TableVersion(1, "t1", "commandes_2011", TableKind.EVENTS, List.of(), List.of(),
        null);
    return new ImportReport(table, 541_911, 541_909, 2, 135_080,
        new ImportReport.Counted(397_884, 18_532, 4_338, new java.math.BigDecimal("8911407.904")),
        List.of(
            new Reject(6, "536365,71053,6,01/12/2010 08:26,3.39,17850,United Kingdom,extra",
                Reason.TOO_MANY_FIELDS),
            new Reject(41_877, "536370;22728", Reason.TOO_FEW_FIELDS)),
        4_372, 4_338, List.of(), null);
  }
}
