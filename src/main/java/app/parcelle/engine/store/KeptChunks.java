package app.parcelle.engine.store;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.place.Layer;
import app.parcelle.engine.place.LayerBytes;
import app.parcelle.engine.table.Bits;

/** Layers of maps and snapshots of segments in a project file: where their chunks are written and read. */
public final class KeptChunks {
  private static final int PIECE_BYTES = 512 * 1024;
  private static final long CACHED_BYTES = 48L << 20;

  private final ProjectStore store;
  private final ChunkStore chunks;
  private final ChunkCache<List<Long>, Layer> layers = new ChunkCache<>(CACHED_BYTES,
      layer -> 16L * layer.corners() + 200L * layer.shapes().size());

  KeptChunks(ProjectStore store, ChunkStore chunks) {
    this.store = store;
    this.chunks = chunks;
  }

  /** Keeps a layer, as one entry of the journal. Returns its id. */
  public String add(Layer layer, String operation) {
    byte[] bytes = LayerBytes.write(layer);
    return store.keep("l", to -> pieces(bytes, to), (state, id, written) -> state.withKept(state.kept()
        .with(new Stored.SavedLayer(id, layer.name(), layer.names().size(), layer.corners(), written))),
        operation);
  }

  static List<Long> pieces(byte[] bytes, ChunkStore to) {
    List<Long> ids = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += PIECE_BYTES) {
      ids.add(to.add(ChunkStore.LAYER, 0,
          Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE_BYTES))));
    }
    return ids;
  }

  /** Into how many pieces so many bytes go. */
  static int pieces(int bytes) {
    return Math.ceilDiv(bytes, PIECE_BYTES);
  }

  /** @throws Problem when its chunks are damaged */
  public Layer layer(Stored.SavedLayer saved) {
    Layer read = layers.get(saved.chunks(),
        () -> LayerBytes.read(saved.name(), whole(saved.chunks(), saved.name()))
            .orElseThrow(() -> new Problem(Message.of("store.damaged-column", saved.name()))));
    return read.name().equals(saved.name()) ? read : new Layer(saved.name(), read.shapes());
  }

  /**
   * What a clustering keeps to assign customers anew; empty where it keeps nothing.
   *
   * @throws Problem when its chunks are damaged
   */
  public byte[] model(Stored.SavedClusters saved) {
    return whole(saved.model(), saved.name());
  }

  private byte[] whole(List<Long> pieces, String what) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (long id : pieces) {
      bytes.writeBytes(chunks.bytes(id, what));
    }
    return bytes.toByteArray();
  }

  /**
   * Keeps the members of a segment, as one entry of the journal. Returns the id of the snapshot.
   *
   * @param members one bit a customer number
   * @param customers how many customers there are
   */
  public String freeze(String segment, Instant at, LocalDate asOf, String definition, long[] members,
      int customers, String operation) {
    int[] in = new int[customers];
    for (int c = 0; c < customers; c++) {
      in[c] = Bits.get(members, c) ? 1 : 0;
    }
    return store.keep("f", to -> to.addAll(in),
        (state, id, written) -> state.withKept(state.kept()
            .with(new Stored.SavedSnapshot(id, segment, at, asOf, definition, state.tables(),
                Bits.count(members), customers, written))),
        operation);
  }

  /** The members of a snapshot: one bit a customer number, of those that there were. */
  public long[] members(Stored.SavedSnapshot snapshot) {
    int[] in = chunks.readAll(snapshot.chunks(), snapshot.customers(), snapshot.segment());
    long[] members = Bits.of(snapshot.customers());
    for (int c = 0; c < in.length; c++) {
      members[c >> 6] |= (in[c] == 0 ? 0L : 1L) << c;
    }
    return members;
  }
}
