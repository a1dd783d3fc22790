package app.parcelle.engine.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.function.Function;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Filing;
import app.parcelle.engine.segment.Filings;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.TableVersion;

/**
 * A hash of what a project says, whatever its chunks, runs and threads. Each row has a hash of its values, its customer and its line;
 * a table's is the sum of those of its rows, so that their order in the file does not matter.
 */
final class Fingerprint {
  private static final long MISSING = 0x6d69_7373_696e_6721L;
  private static final long INVALID = 0x696e_7661_6c69_6421L;

  private final StoredDataset data;
  private final JobContext job;
  private final IdentityHashMap<Dictionary, long[]> textHashes = new IdentityHashMap<>();

  Fingerprint(StoredDataset data, JobContext job) {
    this.data = data;
    this.job = job;
  }

  String of(Stored.State state, Function<Stored.SavedClusters, int[]> assignments) {
    MessageDigest digest = sha256();
    put(digest, data.zone().getId());
    for (TableVersion table : data.tables()) {
      put(digest, table.tableId());
      put(digest, table.name());
      put(digest, table.kind().name());
      put(digest, String.valueOf(table.countsWhen()));
      for (Column column : table.columns()) {
        put(digest, said(column));
      }
      table.links().forEach(link -> put(digest, link.toString()));
      long[] sums = sums(table);
      digest.update(ByteBuffer.allocate(24).putLong(table.rows()).putLong(sums[0]).putLong(sums[1]).array());
    }
    state.segments().forEach(s -> put(digest, s.toString()));
    put(digest, state.filings());
    state.kept()
        .layers()
        .forEach(l -> put(digest, "layer " + l.id() + l.name() + " " + l.shapes() + " " + l.corners()));
    state.kept()
        .snapshots()
        .forEach(s -> put(digest, "snapshot " + s.id() + s.segment() + s.at() + s.asOf() + s.definition()
            + s.count()));
    for (Stored.SavedClusters clusters : state.clusterings()) {
      put(digest, clusters.id() + clusters.name() + clusters.document());
      clusters.names().forEach(name -> put(digest, name));
      int[] assignment = assignments.apply(clusters);
      for (int customer = 0; customer < assignment.length; customer++) {
        digest.update(ByteBuffer.allocate(12)
            .putLong(hash(data.customers().text(customer)))
            .putInt(assignment[customer])
            .array());
      }
    }
    if (state.rfm() != null) {
      put(digest, state.rfm());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What is said of a column. Files of former formats have to keep their fingerprint, so a part is named only where it is there. */
  private static String said(Column column) {
    String always = "Column[id=" + column.id() + ", name=" + column.name() + ", type=" + column.type()
        + ", role=" + column.role() + ", scale=" + column.scale() + ", missing=" + column.missing()
        + ", invalid=" + column.invalid() + ", ambiguous=" + column.ambiguous() + ", origin="
        + column.origin() + "]";
    return column.meaning().equals(Meaning.NONE) ? always : always + column.meaning().id();
  }

  private long[] sums(TableVersion table) {
    long first = 0;
    long second = 0;
    long[] rows = new long[Chunk.ROWS];
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        job.throwIfCancelled();
        int size = rowHashes(table, run, index, rows);
        for (int i = 0; i < size; i++) {
          first += rows[i];
          second += mix(rows[i] ^ 0x5bd1_e995_9e37_79b9L);
        }
      }
    }
    return new long[]{first, second};
  }

  private int rowHashes(TableVersion table, TableVersion.Run run, int index, long[] rows) {
    Chunk lines = data.lines(table, run, index);
    for (int i = 0; i < lines.rows(); i++) {
      rows[i] = mix(lines.at(i));
    }
    for (Column column : table.columns()) {
      Chunk chunk = data.chunk(table, column, run, index);
      for (int i = 0; i < chunk.rows(); i++) {
        long value = chunk.isInvalid(i)
            ? INVALID
            : chunk.isMissing(i)
                ? MISSING
                : chunk.dictionary() == null ? chunk.at(i) : text(chunk.dictionary(), chunk.at(i));
        rows[i] = mix(rows[i] * 31 + value);
      }
    }
    return lines.rows();
  }

  private long text(Dictionary dictionary, long code) {
    if (dictionary.size() < 0) {
      return hash(dictionary.text(code));
    }
    long[] known = textHashes.computeIfAbsent(dictionary, d -> new long[d.size()]);
    int i = Math.toIntExact(code);
    if (known[i] == 0) {
      known[i] = hash(dictionary.text(code));
    }
    return known[i];
  }

  static long hash(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return hash(utf8, 0, utf8.length);
  }

  /** FNV-1a, mixed, of a text in UTF-8. */
  static long hash(byte[] utf8, int from, int to) {
    long hash = 0xcbf2_9ce4_8422_2325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (utf8[i] & 0xff)) * 0x100_0000_01b3L;
    }
    return mix(hash);
  }

  /** The finaliser of MurmurHash3. */
  static long mix(long z) {
    long h = (z ^ (z >>> 33)) * 0xff51_afd7_ed55_8ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ce_b9fe_1a85_ec53L;
    return h ^ (h >>> 33);
  }

  /** Where and how segments are kept, not when they were changed; nothing for those that nobody has filed. */
  private static void put(MessageDigest digest, Filings filings) {
    filings.folders().forEach(folder -> put(digest, "folder " + folder));
    filings.filings()
        .stream()
        .filter(f -> !(f.folder() + f.note()).isEmpty() || !f.tags().isEmpty())
        .sorted(Comparator.comparing(Filing::id))
        .forEach(f -> put(digest, "filing " + f.id() + " " + f.folder() + " " + f.tags() + " " + f.note()));
  }

  private static void put(MessageDigest digest, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(utf8.length).array());
    digest.update(utf8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
