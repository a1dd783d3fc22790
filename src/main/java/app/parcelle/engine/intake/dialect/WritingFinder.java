package app.parcelle.engine.intake.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.dialect.TableFinder.Sampled;

/** Finds how a text is written, from its beginning. What a person has said is not asked again. */
public final class WritingFinder {
  private static final int RECORDS = 400;
  private static final int BYTES = 1 << 18;
  private static final double NEARLY_ALL = 0.9;
  private static final int LEAST_ROWS = 3;

  private static final int END = 1 << 15;

  private final byte[] utf8;
  private final int length;
  private final boolean complete;
  private final byte[] end;
  private final TextOptions said;
  private final boolean records;

  /**
   * What was found.
   *
   * @param header the names of the columns as they stand; empty where there are none
   * @param shape how many cells records have
   */
  public record Found(Writing writing, List<String> header, Shape shape) {
    public Found withFillDown(@Nullable FillDown cells) {
      return new Found(writing, header, shape.withFillDown(cells));
    }
  }

  /**
   * @param utf8 the beginning of the text, {@code length} bytes of it
   * @param complete whether that is all of the text
   * @param end the last of the text where it is longer than that; empty where nobody knows
   * @param records whether every record is one line; see {@code RecordStream}
   */
  public WritingFinder(byte[] utf8, int length, boolean complete, byte[] end, TextOptions said,
      boolean records) {
    this.utf8 = utf8;
    this.length = length;
    this.complete = complete;
    this.end = complete ? Arrays.copyOf(utf8, length) : end;
    this.said = said;
    this.records = records;
  }

  /** What the text is written like; null where it has no record. */
  public @Nullable Found find() {
    Character quote = said.quote() == null ? Character.valueOf('"') : said.quote();
    Character escape = said.escape();
    boolean doubles = escape == null || escape == TextOptions.NONE || escape.equals(quote);
    int skipped = said.skipLines() == null ? 0 : said.skipLines();
    Writing begin = new Writing(",", quote == TextOptions.NONE ? null : quote, doubles ? null : escape,
        said.comment(), said.widths(), skipped, 0, false, said.allText(), records);
    return table(said.widths().isEmpty() && !records ? cells(begin) : begin);
  }

  /** How cells are separated. */
  private Writing cells(Writing begin) {
    int from = offset(begin.skipLines());
    String announced = announced(from);
    if (announced != null) {
      String delimiter = said.delimiter() == null ? announced : said.delimiter();
      Writing below = begin.withLines(begin.skipLines() + 1, 0);
      return delimited(below, said.withDelimiter(delimiter)).find();
    }
    DelimiterFinder delimited = delimited(begin, said);
    Writing found = delimited.find();
    boolean free = said.delimiter() == null && said.quote() == null;
    boolean padding = found.delimiter().length() > 1 && found.delimiter().isBlank();
    if (free && (!delimited.isEvident() || padding)) {
      List<Integer> widths = WidthFinder.find(lines(from));
      return widths.isEmpty() ? found : begin.withWidths(widths);
    }
    return found;
  }

  private DelimiterFinder delimited(Writing begin, TextOptions options) {
    int from = offset(begin.skipLines());
    byte[] rest = Arrays.copyOfRange(utf8, from, length);
    return new DelimiterFinder(rest, complete, begin, options);
  }

  /** What spreadsheets write above a table to tell each other its delimiter: {@code sep=;}. */
  private @Nullable String announced(int from) {
    int to = from;
    while (to < length && utf8[to] != '\n' && utf8[to] != '\r') {
      to++;
    }
    String line = new String(utf8, from, Math.min(to - from, 20), UTF_8).toLowerCase(Locale.ROOT);
    return line.matches("\"?sep=.\"?") ? line.replace("\"", "").substring(4) : null;
  }

  private int offset(int lines) {
    return BelowLines.offset(utf8, length, lines);
  }

  private List<String> lines(int from) {
    int end = Math.min(length, from + WidthFinder.BYTES);
    List<String> lines = new String(utf8, from, end - from, UTF_8).lines().filter(l -> !l.isBlank()).toList();
    boolean cut = !complete || end < length;
    return lines.subList(0, cut && lines.size() > 1 ? lines.size() - 1 : lines.size());
  }

  /** Where the table begins, what its columns are called and how many there are. */
  private @Nullable Found table(Writing begin) {
    Writing writing = begin;
    TableFinder table = new TableFinder(sample(writing, 0));
    table = new TableFinder(sample(writing, table.width()));
    if (said.comment() == null && table.comment() != null && !said.allText()) {
      writing = writing.withComment(table.comment());
      table = new TableFinder(sample(writing, table.width()));
    }
    if (table.records().isEmpty()) {
      return null;
    }
    int first = said.skipLines() == null ? table.begin() : 0;
    List<Sampled> below = table.records().subList(first, table.records().size());
    int skipped = first == 0 ? writing.skipLines() : (int) below.getFirst().line() - 1;
    List<List<String>> asRead = below.stream().map(Sampled::cells).toList();
    boolean formulas = !said.allText() && asRead.stream().anyMatch(r -> r.stream().anyMatch(TextFormula::is));
    List<List<String>> cells = formulas ? asRead.stream().map(TextFormula::texts).toList() : asRead;
    int headerRows = said.headerRows() == null
        ? new HeaderFinder(cells, table.width()).rows()
        : Math.min(said.headerRows(), cells.size());
    boolean loose = below.stream().anyMatch(Sampled::loose);
    return shaped(writing.withLines(skipped, headerRows).withLoose(loose), cells, table.width(), formulas);
  }

  /** The first records behind the lines to skip. */
  private List<Sampled> sample(Writing writing, int width) {
    int above = records ? 0 : writing.skipLines();
    int from = offset(above);
    int used = Math.min(length - from, BYTES);
    boolean all = complete && used == length - from;
    RecordReader reader = new RecordReader(new ByteArrayInputStream(utf8, from, used), writing, above + 1L,
        width, all);
    List<Sampled> sample = new ArrayList<>();
    try {
      while (sample.size() < RECORDS && reader.next()) {
        CutRecord record = reader.record();
        if (reader.line() <= writing.skipLines()) {
          continue;
        }
        sample.add(new Sampled(reader.line(), reader.nextLine(), record.texts(),
            !reader.unclosed() && (record.loose || record.unclean || reader.repaired())));
      }
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
    return sample;
  }

  private Found shaped(Writing writing, List<List<String>> cells, int modal, boolean formulas) {
    List<List<String>> header = cells.subList(0, writing.headerRows());
    List<List<String>> rows = cells.subList(writing.headerRows(), cells.size());
    int titled = header.stream().mapToInt(List::size).max().orElse(0);
    int widest = cells.stream().mapToInt(List::size).max().orElse(0);
    int width = writing.allText() ? widest : header.isEmpty() ? modal : Math.max(titled, wider(rows, titled));
    List<String> names = HeaderFinder.names(header, width);
    int named = header.isEmpty() ? width : lastNamed(names);
    if (writing.allText()) {
      named = modal;
    } else if (systematicallyShort(rows, named)) {
      named = modal;
    }
    if (writing.allText()) {
      return new Found(writing, names, new Shape(width, named, null, null, false));
    }
    Shape shape = new Shape(width, named, frame(writing, header, rows, width), null, formulas);
    return new Found(writing, names, shape);
  }

  private @Nullable Frame frame(Writing writing, List<List<String>> header, List<List<String>> rows,
      int width) {
    return Frame.of(header, comesAgain(writing, header), rows, last(writing, width));
  }

  /** Whether the line of the header stands once more in the beginning of the text. */
  private boolean comesAgain(Writing writing, List<List<String>> header) {
    if (header.isEmpty()) {
      return false;
    }
    int last = offset(writing.skipLines() + writing.headerRows());
    int from = offset(writing.skipLines() + writing.headerRows() - 1);
    byte[] line = Arrays.copyOfRange(utf8, from, last);
    for (int p = last; line.length > 1 && p + line.length <= length; p++) {
      boolean begins = utf8[p] == line[0] && (utf8[p - 1] == '\n' || utf8[p - 1] == '\r');
      if (begins && Arrays.equals(utf8, p, p + line.length, line, 0, line.length)) {
        return true;
      }
    }
    return false;
  }

  /** The last records of the text. */
  private List<List<String>> last(Writing writing, int width) {
    int from = Math.max(0, end.length - END);
    while (from > 0 && from < end.length && end[from - 1] != '\n' && end[from - 1] != '\r') {
      from++;
    }
    RecordReader reader = new RecordReader(new ByteArrayInputStream(end, from, end.length - from), writing, 1,
        width, true);
    List<List<String>> last = new ArrayList<>();
    try {
      while (reader.next()) {
        last.add(reader.record().texts());
      }
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
    return last;
  }

  /** How many cells rows have where most have more than the header has names, and fill them; else 0. */
  private static int wider(List<List<String>> rows, int titled) {
    Map<Integer, List<List<String>>> byWidth = rows.stream().collect(Collectors.groupingBy(List::size));
    return byWidth.entrySet()
        .stream()
        .filter(e -> e.getKey() > titled && e.getValue().size() * 2 > rows.size())
        .filter(e -> e.getValue().stream().anyMatch(row -> isFilled(row.subList(titled, row.size()))))
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }

  private static boolean isFilled(List<String> cells) {
    return cells.stream().anyMatch(cell -> !cell.isBlank());
  }

  /** Whether nearly all rows leave out the same last columns: then that is how the file is written, and no slip. */
  private static boolean systematicallyShort(List<List<String>> rows, int named) {
    Map<Integer, Long> widths = rows.stream()
        .collect(Collectors.groupingBy(List::size, Collectors.counting()));
    return rows.size() >= LEAST_ROWS && widths.entrySet()
        .stream()
        .anyMatch(e -> e.getKey() > 1 && e.getKey() < named && e.getValue() >= NEARLY_ALL * rows.size());
  }

  private static int lastNamed(List<String> names) {
    int last = names.size();
    while (last > 1 && names.get(last - 1).isBlank()) {
      last--;
    }
    return last;
  }
}
