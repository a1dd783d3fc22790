package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.RoleFinder;
import app.parcelle.engine.intake.RoleFinder.Candidate;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft.Reason;

/**
 * A first look at a file: its layout, found in a sample or stated in the options.
 *
 * @param head the beginning of the text as UTF-8, with bytes to spare behind it
 */
record Inspection(TextSource source, Sample sample, Layout layout, byte[] head, SampleTable table,
    long estimatedRows) {

  static Inspection of(TextSource source, ImportOptions options) throws IOException {
    Sample sample = Sample.of(source);
    String name = source.name();
    if (sample.head().length == 0) {
      throw new Problem(Message.of("intake.empty", name));
    }
    Dialect found = source.isRecords() ? Dialect.RECORDS : dialect(sample, name, options.text());
    byte[] head = Sample.utf8(sample.head(), found.bom(), found.encoding());
    RecordBlock first = SampleTable.records(head, head.length - RecordBlock.PADDING, sample.whole(), 2,
        found);
    if (first.count == 0) {
      requireDecodable(first.rejects.size(), 0, options, name);
      throw new Problem(Message.of(first.rejects.isEmpty() ? "intake.empty" : "intake.no-rows", name));
    }
    return inspect(source, options, sample, head, found, first);
  }

  private static Dialect dialect(Sample sample, String name, TextOptions said) {
    EncodingFinder.Found encoding = EncodingFinder.find(sample, said.encoding());
    if (encoding.encoding().name().startsWith("UTF-16") && hasNoZero(sample.head())) {
      throw new Problem(Message.of("intake.cannot-decode", name, encoding.encoding().displayName()));
    }
    byte[] head = Sample.utf8(sample.head(), encoding.bom(), encoding.encoding());
    int length = head.length - RecordBlock.PADDING;
    if (EncodingFinder.isBinary(head, length)) {
      throw new Problem(Message.of("intake.binary", name));
    }
    Character delimiter = delimiter(said);
    requireAscii(delimiter);
    requireAscii(said.quote());
    return DialectFinder.find(head, length, sample.whole(), encoding.encoding(), encoding.bom(), delimiter,
        said.quote());
  }

  private static @Nullable Character delimiter(TextOptions said) {
    String delimiter = said.delimiter();
    if (delimiter == null) {
      return null;
    }
    if (delimiter.length() != 1) {
      throw new Problem(Message.of("intake.bad-delimiter", delimiter));
    }
    return delimiter.charAt(0);
  }

  /** Whether the first record holds names: as a person says, else as the source knows, else as it looks. */
  private static boolean isHeader(TextSource source, TextOptions said, List<String> first) {
    Integer rows = said.headerRows();
    Boolean known = source.header();
    return rows != null ? rows > 0 : known != null ? known : HeaderFinder.isHeader(first);
  }

  private static Inspection inspect(TextSource source, ImportOptions options, Sample sample, byte[] head,
      Dialect found,
      RecordBlock first) {
    String fileName = source.name();
    if (!Words.isUtf8(first.bytes, first.starts[0], first.ends[0])) {
      throw new Problem(Message.of("intake.cannot-decode", fileName, found.encoding().displayName()));
    }
    List<String> header = SampleTable.fields(first, 0, found);
    if (header.size() > Columns.MOST) {
      throw new Problem(Message.of("intake.too-many-columns", fileName, Columns.MOST));
    }
    Dialect dialect = found.withHeader(isHeader(source, options.text(), header));
    if (!dialect.header()) {
      header = java.util.Collections.nCopies(header.size(), "");
    }
    int named = dialect.header() ? lastNamed(header) : header.size();
    List<String> names = Columns.names(header);
    SampleTable table = SampleTable.of(sample, head, dialect, names.size(), named);
    long undecodable = table.rejects().stream().filter(r -> r.reason() == Reason.UNDECODABLE).count();
    requireDecodable(undecodable, table.records(), options, fileName);
    long rows = estimate(sample, head, table, dialect);
    if (table.records() == 0 && table.rejects().isEmpty()) {
      throw new Problem(Message.of("intake.no-rows", fileName));
    }
    List<ColumnSample> samples = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      samples.add(new ColumnSample(table, c));
    }
    Map<Integer, ColumnType> types = byColumn(names, options.types());
    TypeFinder typeFinder = new TypeFinder(samples, dialect, rows);
    List<ColumnPlan> plans = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      plans.add(typeFinder.find(names.get(c), c, types.get(c)));
    }
    Layout layout = withRoles(plans, samples, options, dialect, named,
        options.table() == null ? source.tableName() : options.table());
    return new Inspection(source, sample, layout, head, table, rows);
  }

  private static Layout withRoles(List<ColumnPlan> plans, List<ColumnSample> samples, ImportOptions options,
      Dialect dialect, int named, String tableName) {
    Map<Integer, Role> stated = byColumn(plans.stream().map(ColumnPlan::name).toList(), options.roles());
    List<Candidate> candidates = new ArrayList<>();
    for (int c = 0; c < plans.size(); c++) {
      ColumnPlan plan = plans.get(c);
      Role role = stated.get(c);
      boolean twice = role != null && role != Role.NONE
          && candidates.stream().anyMatch(other -> other.stated() == role);
      if (twice) {
        throw new Problem(Message.of("intake.role-twice", plan.name()));
      }
      candidates.add(new Candidate(plan.name(), plan.type(), role, samples.get(c).distinct(),
          samples.get(c).unique()));
    }
    RoleFinder.Found found = RoleFinder.find(candidates);
    for (int c = 0; c < plans.size(); c++) {
      plans.set(c, plans.get(c).as(found.roles().get(c)));
    }
    return new Layout(dialect, plans, named, tableName, found.kind(),
        dialect.records() || options.text().encoding() != null);
  }

  /** What options say, by the number of the column that bears the name. */
  private static <T> Map<Integer, T> byColumn(List<String> names, Map<String, T> stated) {
    Map<Integer, T> byColumn = new HashMap<>();
    stated.forEach((name, value) -> {
      int column = names.indexOf(name);
      for (int c = 0; c < names.size() && column < 0; c++) {
        column = Columns.key(names.get(c)).equals(Columns.key(name)) ? c : -1;
      }
      if (column < 0) {
        throw new Problem(Message.of("intake.no-such-column", name, String.join(", ", names)));
      }
      byColumn.put(column, value);
    });
    return byColumn;
  }

  private static void requireDecodable(long undecodable, long records, ImportOptions options,
      String fileName) {
    if (options.text().encoding() != null && undecodable > 0 && undecodable * 20 > records) {
      throw new Problem(
          Message.of("intake.cannot-decode", fileName, options.text().encoding().displayName()));
    }
  }

  private static void requireAscii(@Nullable Character sign) {
    if (sign != null && (sign >= 128 || sign == '\n' || sign == '\r' || sign == 0)) {
      throw new Problem(Message.of("intake.bad-delimiter", String.valueOf(sign)));
    }
  }

  private static boolean hasNoZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return false;
      }
    }
    return true;
  }

  private static int lastNamed(List<String> header) {
    int last = header.size();
    while (last > 1 && Columns.key(header.get(last - 1)).isEmpty()) {
      last--;
    }
    return last;
  }

  private static long estimate(Sample sample, byte[] head, SampleTable table, Dialect dialect) {
    if (sample.whole() || table.records() == 0) {
      return table.records();
    }
    double utf8PerByte = dialect.encoding().equals(StandardCharsets.UTF_8)
        ? 1
        : (head.length - RecordBlock.PADDING) / (double) sample.head().length;
    return Math.round(sample.textBytes() * utf8PerByte * table.records() / table.recordBytes());
  }
}
