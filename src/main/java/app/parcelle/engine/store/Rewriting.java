package app.parcelle.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnDraft;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.TextIndex;

/**
 * Gives the rows of a stored table to customers anew: through a link, by their own keys again, or to nobody. Rows keep their values,
 * their places in their sources and what was not understood of them.
 */
public final class Rewriting {
  private final StoredDataset data;
  private final TableVersion former;
  private final TableVersion wanted;
  private final TableWriter writer;
  private final long budget;
  private final JobContext job;

  /** @param budget bytes that the rows sorted at once may hold */
  Rewriting(StoredDataset data, TableVersion former, TableVersion wanted, TableWriter writer, long budget,
      JobContext job) {
    this.data = data;
    this.former = former;
    this.wanted = wanted;
    this.writer = writer;
    this.budget = budget;
    this.job = job;
  }

  /** A table whose rows find their customers through a link. */
  public static TableVersion linked(TableVersion stored, Link link) {
    List<Column> columns = stored.columns()
        .stream()
        .map(c -> link.isFrom(c.name())
            ? c.withRole(Role.CUSTOMER_KEY).withOrigin(Column.Origin.STORED)
            : unkeyed(c))
        .toList();
    List<Link> links = new ArrayList<>(
        stored.links().stream().filter(l -> !stored.customerLink().filter(l::equals).isPresent()).toList());
    links.removeIf(l -> l.isFrom(link.column()));
    links.add(link);
    return stored.withColumns(columns).withLinks(links);
  }

  private static Column unkeyed(Column column) {
    return column.role() == Role.CUSTOMER_KEY
        ? column.withRole(Role.NONE).withOrigin(Column.Origin.STORED)
        : column;
  }

  /** A table whose key column holds keys of customers. */
  public static TableVersion keyed(TableVersion stored, String key) {
    List<Column> columns = stored.columns()
        .stream()
        .map(c -> c.name().equals(key)
            ? asText(c).withRole(Role.CUSTOMER_KEY).withOrigin(Column.Origin.CUSTOMER_KEY)
            : unkeyed(c))
        .toList();
    return stored.withColumns(columns)
        .withLinks(stored.links().stream().filter(l -> !l.isFrom(key)).toList());
  }

  private static Column asText(Column key) {
    return key.type().isText() ? key : key.as(ColumnType.IDENTIFIER);
  }

  /** A table whose rows other tables name by a key, and that are of no customer. */
  public static TableVersion lookup(TableVersion stored, String key) {
    List<Column> columns = stored.columns()
        .stream()
        .filter(Column::isOwn)
        .map(c -> c.name().equals(key) ? c.withRole(Role.LOOKUP_KEY) : unkeyed(c).withRole(Role.NONE))
        .map(c -> c.withOrigin(Column.Origin.STORED))
        .toList();
    return stored.withColumns(columns)
        .withLinks(stored.links().stream().filter(l -> !l.isFrom(key)).toList())
        .withCountsWhen(null)
        .withSale(null)
        .withKind(TableKind.LOOKUP);
  }

  /** Hands all rows to the writer, part by part. */
  void run() {
    for (TableVersion.Run run : former.runs()) {
      Part part = new Part();
      for (int index = 0; index < run.chunks(); index++) {
        job.throwIfCancelled();
        part.add(run, index);
        if (part.bytes > budget || index == run.chunks() - 1) {
          writer.rewrite(part.draft(), columns());
          part = new Part();
        }
      }
    }
  }

  private List<Column> columns() {
    return wanted.columns().stream().filter(Column::isOwn).toList();
  }

  /** Some consecutive chunks of a run. */
  private final class Part {
    private final List<List<Chunk>> values = new ArrayList<>(
        columns().stream().map(_ -> (List<Chunk>) new ArrayList<Chunk>()).toList());
    private final List<TextIndex> texts = new ArrayList<>(
        columns().stream().map(_ -> new TextIndex()).toList());
    private final List<Chunk> lines = new ArrayList<>();
    private int rows;
    private long bytes;

    void add(TableVersion.Run run, int index) {
      List<Column> columns = columns();
      for (int c = 0; c < columns.size(); c++) {
        Column was = former.withId(columns.get(c).id()).orElseThrow();
        Chunk chunk = data.chunk(former, was, run, index);
        boolean asText = was.origin() == Column.Origin.CUSTOMER_KEY
            || (columns.get(c).type().isText() && !was.type().isText());
        Chunk taken = asText ? asText(chunk, texts.get(c)) : chunk;
        values.get(c).add(taken);
        bytes += taken.bytes();
      }
      Chunk places = data.lines(former, run, index);
      lines.add(places);
      bytes += places.bytes();
      rows += places.rows();
    }

    TableDraft draft() {
      List<Column> columns = columns();
      List<ColumnDraft> drafts = new ArrayList<>();
      for (int c = 0; c < columns.size(); c++) {
        Column column = columns.get(c);
        Dictionary own = texts.get(c).size() > 0 ? texts.get(c).dictionary() : null;
        List<Chunk> chunks = own == null
            ? values.get(c)
            : values.get(c).stream().map(chunk -> chunk.with(own)).toList();
        drafts.add(
            new ColumnDraft(column.name(), column.type(), column.role(), column.meaning(), column.scale(),
                column.ambiguous(), chunks, List.of()));
      }
      return new TableDraft(rows, drafts, lines, List.of());
    }
  }

  /** The same values as codes of texts; a chunk without any has a dictionary all the same. */
  private static Chunk asText(Chunk chunk, TextIndex texts) {
    Dictionary dictionary = chunk.dictionary();
    long[] codes = new long[chunk.rows()];
    long before = Long.MIN_VALUE;
    int code = 0;
    for (int row = 0; row < codes.length; row++) {
      if (!chunk.isMissing(row)) {
        long value = chunk.at(row);
        if (value != before) {
          before = value;
          code = add(text(dictionary, value), texts);
        }
        codes[row] = code;
      }
    }
    if (texts.size() == 0) {
      add("", texts);
    }
    return Chunk.pack(codes, codes.length, chunk.missing(), chunk.invalid(), null);
  }

  private static String text(@Nullable Dictionary dictionary, long value) {
    return dictionary == null ? Long.toString(value) : dictionary.text(value);
  }

  private static int add(String text, TextIndex texts) {
    byte[] utf8 = text.getBytes(UTF_8);
    return texts.add(Arrays.copyOf(utf8, utf8.length + 8), 0, utf8.length);
  }
}
