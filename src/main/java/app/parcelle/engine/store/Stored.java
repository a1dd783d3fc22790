package app.parcelle.engine.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Filings;
import app.parcelle.engine.table.TableVersion;

/** Where the values of tables lie: the documents of {@code table_version} and {@code project_state}. */
public final class Stored {
  private Stored() {}

  /**
   * A table version and its chunks, one entry of {@code runs} a run.
   *
   * @param batches the imports that its rows are of, in their order; none in a file that does not know of them yet
   * @param remarks the versions under whose ids stand the cells and records that were not understood
   * @param recipe how its rows were imported last, as a document of whoever imported them; null where nobody says
   */
  public record Table(TableVersion table, List<Run> runs, List<Batch> batches, List<Long> remarks,
      @Nullable String recipe) {
    public Table(TableVersion table, List<Run> runs, @Nullable List<Batch> batches,
        @Nullable List<Long> remarks, @Nullable String recipe) {
      this.table = table;
      this.runs = List.copyOf(runs);
      this.batches = batches == null ? List.of() : List.copyOf(batches);
      this.remarks = remarks == null ? List.of(table.versionId()) : List.copyOf(remarks);
      this.recipe = recipe;
    }

    Stream<Long> chunkIds() {
      return runs.stream().flatMap(Run::chunkIds);
    }
  }

  /**
   * One run.
   *
   * @param counts chunks that hold how many rows each customer has; the last number is that of rows without a customer
   * @param columns the stored columns by id
   * @param lines the hidden column: the line of the source of each row
   */
  public record Run(List<Long> counts, Map<String, Values> columns, Values lines) {
    Stream<Long> chunkIds() {
      return Stream.concat(Stream.concat(counts.stream(), lines.chunkIds()),
          columns.values().stream().flatMap(Values::chunkIds));
    }
  }

  /**
   * The chunks of one column in one run.
   *
   * @param scale of the stored decimals; the column's own may be larger
   * @param texts the dictionaries: none for columns that are no text, one for all chunks, or one a chunk
   */
  public record Values(List<Long> chunks, int scale, List<Texts> texts) {
    Stream<Long> chunkIds() {
      return Stream.concat(chunks.stream(), texts.stream().flatMap(t -> t.pieces().stream()));
    }
  }

  /**
   * A dictionary: computed from prefix and digits, or kept in pieces.
   *
   * @param prefix null when it is kept
   */
  public record Texts(@Nullable String prefix, int digits, int size, List<Long> pieces) {}

  /** The keys of customers, in the order of their numbers: parts that were added one after the other. */
  public record Directory(List<Part> parts) {
    static final Directory EMPTY = new Directory(List.of());

    int size() {
      return parts.stream().mapToInt(Part::size).sum();
    }

    Stream<Long> chunkIds() {
      return parts.stream()
          .flatMap(p -> Stream.concat(p.numbers().stream(), p.texts().pieces().stream()));
    }
  }

  /** @param numbers chunks of the numbers, where the keys are computed from prefix and digits; none otherwise */
  public record Part(int size, Texts texts, List<Long> numbers) {}

  /** A segment's document under its stable id. */
  public record SavedDocument(String id, String name, String document) {}

  /**
   * A clustering: its own document, and the cluster of each customer by number.
   *
   * @param names what the person calls its clusters, one each, empty where nothing was said; none where nothing was said at all
   * @param model pieces of what it keeps to assign customers anew; none where it keeps nothing
   */
  public record SavedClusters(String id, String name, String document, int customers, List<Long> chunks,
      List<String> names, List<Long> model) {
    public SavedClusters {
      chunks = List.copyOf(chunks);
      names = List.copyOf(names);
      model = List.copyOf(model);
    }

    public SavedClusters named(List<String> others) {
      return new SavedClusters(id, name, document, customers, chunks, others, model);
    }

    public SavedClusters renamed(String other) {
      return new SavedClusters(id, other, document, customers, chunks, names, model);
    }

    Stream<Long> chunkIds() {
      return Stream.concat(chunks.stream(), model.stream());
    }
  }

  /**
   * A layer of a map; its shapes are in chunks.
   *
   * @param shapes how many different names its shapes have
   * @param corners how many corners they have
   */
  public record SavedLayer(String id, String name, int shapes, int corners, List<Long> chunks) {
    public SavedLayer named(String other) {
      return new SavedLayer(id, other, shapes, corners, chunks);
    }
  }

  /**
   * The members of a segment as they were once: a 1 for each in chunks, by customer number.
   *
   * @param segment the id of the segment
   * @param at when they were kept
   * @param asOf the day that they were seen from
   * @param definition the segment's document as it was
   * @param versions of the tables then
   * @param count how many they are
   * @param customers how many customers there were
   */
  public record SavedSnapshot(String id, String segment, Instant at, LocalDate asOf, String definition,
      List<Long> versions, int count, int customers, List<Long> chunks) {}

  /** What a project keeps beside its tables and segments. */
  public record Kept(List<SavedLayer> layers, List<SavedSnapshot> snapshots) {
    static final Kept NOTHING = new Kept(List.of(), List.of());

    public Kept with(SavedLayer layer) {
      return new Kept(Stream.concat(layers.stream(), Stream.of(layer)).toList(), snapshots);
    }

    public Kept with(SavedSnapshot snapshot) {
      return new Kept(layers, Stream.concat(snapshots.stream(), Stream.of(snapshot)).toList());
    }

    public Kept withLayers(List<SavedLayer> others) {
      return new Kept(others, snapshots);
    }

    public Kept withSnapshots(List<SavedSnapshot> others) {
      return new Kept(layers, others);
    }

    Stream<Long> chunkIds() {
      return Stream.concat(layers.stream().flatMap(layer -> layer.chunks().stream()),
          snapshots.stream().flatMap(snapshot -> snapshot.chunks().stream()));
    }
  }

  /**
   * Everything a project holds at one point of its journal.
   *
   * @param filings how its segments are kept
   * @param rfm the document of its RFM model; null for none, and in files of before there were any
   * @param kept layers of maps and snapshots of segments
   */
  public record State(List<Long> tables, Directory directory, List<SavedDocument> segments,
      List<SavedClusters> clusterings, Filings filings, int nextId, @Nullable String rfm,
      Kept kept) {
    static final State EMPTY = new State(List.of(), Directory.EMPTY, List.of(), List.of(), Filings.NONE, 1,
        null,
        Kept.NOTHING);

    /**
     * With another version of a table, or a new one.
     *
     * @param former the version whose place it takes; -1 for a new table
     */
    State with(Table table, long former, Directory grown) {
      List<Long> versions = new ArrayList<>(tables);
      if (former < 0) {
        versions.add(table.table().versionId());
      } else {
        versions.replaceAll(id -> id == former ? Long.valueOf(table.table().versionId()) : id);
      }
      return new State(versions, grown, segments, clusterings, filings, nextId + (former < 0 ? 1 : 0), rfm,
          kept);
    }

    public State withTables(List<Long> others) {
      return new State(others, directory, segments, clusterings, filings, nextId, rfm, kept);
    }

    public State withSegments(List<SavedDocument> others) {
      return new State(tables, directory, others, clusterings, filings, nextId, rfm, kept);
    }

    public State withClusterings(List<SavedClusters> others) {
      return new State(tables, directory, segments, others, filings, nextId, rfm, kept);
    }

    public State withFilings(Filings others) {
      return new State(tables, directory, segments, clusterings, others, nextId, rfm, kept);
    }

    public State withNextId(int other) {
      return new State(tables, directory, segments, clusterings, filings, other, rfm, kept);
    }

    public State withRfm(@Nullable String other) {
      return new State(tables, directory, segments, clusterings, filings, nextId, other, kept);
    }

    public State withKept(Kept other) {
      return new State(tables, directory, segments, clusterings, filings, nextId, rfm, other);
    }

    /** With one more clustering. */
    State with(SavedClusters clusters) {
      List<SavedClusters> all = new ArrayList<>(clusterings);
      all.add(clusters);
      return withClusterings(all);
    }

    /** With a segment in the place of the one of its id, or as a new one under the next id. */
    public State with(SavedDocument segment) {
      List<SavedDocument> all = new ArrayList<>(segments);
      boolean there = all.stream().anyMatch(other -> other.id().equals(segment.id()));
      if (there) {
        all.replaceAll(other -> other.id().equals(segment.id()) ? segment : other);
      } else {
        all.add(segment);
      }
      return withSegments(all).withNextId(nextId + (there ? 0 : 1));
    }
  }
}
