package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.RoleFinder;
import app.parcelle.engine.intake.RoleFinder.Candidate;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.TypeFinder.Said;
import app.parcelle.engine.intake.dialect.WritingFinder;
import app.parcelle.engine.intake.preset.Presets;
import app.parcelle.engine.intake.preset.Recognised;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableKind;

/**
 * A first look at a file: its layout, found in a sample or stated in the options.
 *
 * @param text the beginning of the text as UTF-8, as it stands, with bytes to spare behind it
 * @param said what was said and found of the text together
 * @param preset that is followed; null where there is none
 */
record Inspection(TextSource source, Sample sample, Layout layout, byte[] text, TextOptions said,
    SampleTable table, long estimatedRows, @Nullable Recognised preset) {

  static Inspection of(TextSource source, ImportOptions options) throws IOException {
    Sample sample = Sample.of(source);
    String name = source.name();
    if (sample.head().length == 0) {
      throw new Problem(Message.of("intake.empty", name));
    }
    TextOptions said = source.isRecords() ? ofRecords(source, options.text()) : options.text();
    EncodingFinder.Found encoding = encoding(sample, name, said);
    byte[] text = Sample.utf8(sample.head(), encoding.bom(), encoding.encoding(), encoding.mixed());
    int length = text.length - RecordBlock.PADDING;
    if (EncodingFinder.isBinary(text, length)) {
      throw new Problem(Message.of("intake.binary", name));
    }
    requireSign(said.quote());
    requireSign(said.escape());
    byte[] end = sample.further().isEmpty()
        ? new byte[0]
        : Sample.utf8(sample.further().getLast(), 0, encoding.encoding(), encoding.mixed());
    WritingFinder.Found found = new WritingFinder(text, length, sample.whole(),
        Arrays.copyOf(end, Math.max(0, end.length - RecordBlock.PADDING)), said, source.isRecords()).find();
    if (found == null) {
      throw new Problem(Message.of(sample.whole() ? "intake.empty" : "intake.binary", name));
    }
    if (found.shape().width() > Columns.MOST) {
      throw new Problem(Message.of("intake.too-many-columns", name, Columns.MOST));
    }
    if (found.header().stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0)) {
      throw new Problem(Message.of("intake.cannot-decode", name, encoding.encoding().displayName()));
    }
    return inspect(source, options, sample, text, found, encoding);
  }

  /** Records say how they are cut; where the first one is known to hold names, or not to, that was what a person may say. */
  private static TextOptions ofRecords(TextSource source, TextOptions said) {
    TextOptions records = said.withDelimiter(",")
        .withQuote('"')
        .withEscape(TextOptions.NONE)
        .withComment(null)
        .withEncoding(StandardCharsets.UTF_8)
        .withWidths(List.of());
    Boolean header = source.header();
    return header == null ? records : records.withHeaderRows(header ? 1 : 0).withSkipLines(0);
  }

  private static EncodingFinder.Found encoding(Sample sample, String name, TextOptions said) {
    EncodingFinder.Found found = EncodingFinder.find(sample, said.encoding());
    if (found.encoding().name().startsWith("UTF-16") && hasNoZero(sample.head())) {
      throw new Problem(Message.of("intake.cannot-decode", name, found.encoding().displayName()));
    }
    return found;
  }

  private static Inspection inspect(TextSource source, ImportOptions said, Sample sample, byte[] text,
      WritingFinder.Found cut, EncodingFinder.Found encoding) {
    String name = source.name();
    boolean allText = said.text().allText();
    List<String> names = Columns.names(cut.header(), allText);
    Recognised preset = allText ? null : Presets.recognise(said.preset(), names);
    ImportOptions options = preset == null ? said : preset.over(said);
    WritingFinder.Found found = preset == null ? cut : cut.withFillDown(preset.fillDown());
    Dialect dialect = Dialect.of(found.writing(), found.shape(), encoding);
    byte[] head = SampleTable.head(text, sample.whole(), dialect);
    SampleTable table = SampleTable.of(sample, head, dialect, found.shape());
    long undecodable = table.rejects().stream().filter(r -> r.reason() == Reason.UNDECODABLE).count();
    requireDecodable(undecodable, table.records(), options, name);
    boolean empty = table.records() == 0 && table.rejects().isEmpty();
    if (empty && sample.whole() && !allText) {
      throw new Problem(Message.of("intake.no-rows", name));
    }
    long rows = estimate(sample, head, table, dialect);
    Layout layout = allText
        ? texts(names, found, dialect, options, source.tableName())
        : typed(names, found, dialect, options, source, table, rows);
    TextOptions together = found.writing().options(encoding.encoding(), options.text());
    return new Inspection(source, sample, layout, text, together, table, rows, preset);
  }

  private static Layout texts(List<String> names, WritingFinder.Found found, Dialect dialect,
      ImportOptions options, String tableName) {
    return new Layout(dialect, names.stream().map(ColumnPlan::exact).toList(), found.shape().named(),
        options.table() == null ? tableName : options.table(), TableKind.RAW, isStated(dialect, options));
  }

  private static Layout typed(List<String> names, WritingFinder.Found found, Dialect dialect,
      ImportOptions options, TextSource source, SampleTable table, long rows) {
    List<ColumnSample> samples = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      samples.add(new ColumnSample(table, c, names.get(c)));
    }
    Map<Integer, ColumnType> types = byColumn(names, options.types());
    Map<Integer, Meaning> meanings = byColumn(names, options.meanings());
    Map<Integer, String> formats = byColumn(names, options.formats());
    boolean prefersComma = dialect.delimits(';') || source.prefersComma();
    TypeFinder typeFinder = new TypeFinder(samples, prefersComma, rows);
    List<ColumnPlan> plans = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      plans.add(typeFinder.find(names.get(c), c, new Said(types.get(c), meanings.get(c), formats.get(c))));
    }
    return withRoles(plans, samples, options, dialect, found.shape().named(),
        options.table() == null ? source.tableName() : options.table());
  }

  private static boolean isStated(Dialect dialect, ImportOptions options) {
    return dialect.ofRecords() || options.text().encoding() != null;
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
      candidates
          .add(new Candidate(plan.name(), plan.type(), plan.likelyMeaning(), role, samples.get(c).distinct(),
              samples.get(c).unique(), samples.get(c).nearlyUnique()));
    }
    RoleFinder.Found found = RoleFinder.find(candidates, tableName);
    for (int c = 0; c < plans.size(); c++) {
      plans.set(c, plans.get(c).as(found.roles().get(c)));
    }
    return new Layout(dialect, plans, named, tableName, found.kind(), isStated(dialect, options));
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

  private static void requireSign(@Nullable Character sign) {
    if (sign != null && (sign == '\n' || sign == '\r' || Character.isSurrogate(sign))) {
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

  private static long estimate(Sample sample, byte[] head, SampleTable table, Dialect dialect) {
    if (sample.whole() || table.records() == 0) {
      return table.records();
    }
    boolean asItStands = dialect.encoding().equals(StandardCharsets.UTF_8) && !dialect.mixed()
        && dialect.rewriting() == null;
    double utf8PerByte = asItStands
        ? 1
        : (head.length - RecordBlock.PADDING) / (double) sample.head().length;
    return Math.round(sample.textBytes() * utf8PerByte * table.records() / table.recordBytes());
  }
}
