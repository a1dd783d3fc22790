package app.parcelle.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.ChunkCodec;
import app.parcelle.engine.table.Dictionary;

/** Reads and writes {@code column_chunk}, with a checksum on every chunk. */
final class ChunkStore {
  /** Their bytes together stay below the two megabytes from which H2 treats a page in another way. */
  private static final int REMOVED_AT_ONCE = 4;

  static final int VALUES = 0;
  static final int TEXTS = 1;
  static final int LAYER = 2;

  private final ProjectFile file;
  private final AtomicLong nextId;

  ChunkStore(ProjectFile file) {
    this.file = file;
    this.nextId = new AtomicLong(file.read(c -> {
      try (
          PreparedStatement query = c
              .prepareStatement("SELECT COALESCE(MAX(chunk_id), 0) + 1 FROM column_chunk");
          ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }));
  }

  long nextId() {
    return nextId.get();
  }

  /** Writes values as one chunk; see {@link Chunk#pack}. */
  long add(long[] values, int rows, long @Nullable [] missing, long @Nullable [] invalid) {
    return add(VALUES, rows, ChunkCodec.encode(values, rows, missing, invalid));
  }

  /** Writes one chunk; it belongs to nothing until a table version names it. */
  long add(int kind, int rows, byte[] bytes) {
    long id = nextId.getAndIncrement();
    file.append(bytes.length, c -> {
      try (PreparedStatement insert = c
          .prepareStatement("INSERT INTO column_chunk VALUES (?, ?, ?, ?, ?, ?)")) {
        insert.setLong(1, id);
        insert.setInt(2, rows);
        insert.setInt(3, kind);
        insert.setInt(4, ChunkCodec.VERSION);
        insert.setLong(5, checksum(bytes));
        insert.setBytes(6, bytes);
        return insert.executeUpdate();
      }
    });
    return id;
  }

  /**
   * @param what the table and column, for the message when the chunk is damaged
   * @throws Problem when it is gone or its checksum does not fit
   */
  byte[] bytes(long id, String what) {
    byte @Nullable [] bytes = file.<byte @Nullable []>read(c -> {
      try (PreparedStatement query = c
          .prepareStatement(
              "SELECT bytes, checksum, encoding_version FROM column_chunk WHERE chunk_id = ?")) {
        query.setLong(1, id);
        try (ResultSet row = query.executeQuery()) {
          if (!row.next()) {
            return null;
          }
          byte[] found = row.getBytes(1);
          return checksum(found) == row.getLong(2) && row.getInt(3) <= ChunkCodec.VERSION ? found : null;
        }
      }
    });
    if (bytes == null) {
      throw new Problem(Message.of("store.damaged-column", what));
    }
    return bytes;
  }

  Chunk chunk(long id, @Nullable Dictionary dictionary, String what) {
    try {
      return ChunkCodec.decode(bytes(id, what), dictionary);
    } catch (IllegalArgumentException e) {
      throw new Problem(Message.of("store.damaged-column", what), e);
    }
  }

  /** Values longer than a chunk, as chunks. */
  List<Long> addAll(int[] values) {
    List<Long> ids = new ArrayList<>();
    long[] block = new long[Math.min(values.length, Chunk.ROWS)];
    for (int from = 0; from < values.length; from += Chunk.ROWS) {
      int rows = Math.min(Chunk.ROWS, values.length - from);
      for (int i = 0; i < rows; i++) {
        block[i] = values[from + i];
      }
      ids.add(add(block, rows, null, null));
    }
    return ids;
  }

  int[] readAll(List<Long> ids, int size, String what) {
    int[] values = new int[size];
    int at = 0;
    for (long id : ids) {
      Chunk chunk = chunk(id, null, what);
      for (int i = 0; i < chunk.rows(); i++) {
        values[at++] = (int) chunk.at(i);
      }
    }
    return values;
  }

  /** Makes what was added visible to readers. */
  void commit() {
    file.<@Nullable Object>write(_ -> null);
  }

  /**
   * Removes chunks that nothing names any more, not as one transaction: H2 keeps what is deleted until the commit, writes it once
   * more when it is much, and may fail to read it back while it does.
   */
  void remove(Collection<Long> ids) {
    List<Long> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += REMOVED_AT_ONCE) {
      List<Long> some = all.subList(from, Math.min(all.size(), from + REMOVED_AT_ONCE));
      file.<@Nullable Object>append(ProjectFile.COMMIT_BYTES, c -> {
        remove(c, some);
        return null;
      });
    }
  }

  /** Removes chunks from one on that a writer has left, in the same way. */
  static void removeFrom(ProjectFile file, long firstChunk) {
    int removed = 1;
    while (removed > 0) {
      removed = file.<Integer>append(ProjectFile.COMMIT_BYTES, c -> {
        try (PreparedStatement some = c
            .prepareStatement("DELETE FROM column_chunk WHERE chunk_id >= ? FETCH FIRST "
                + REMOVED_AT_ONCE + " ROWS ONLY")) {
          some.setLong(1, firstChunk);
          return some.executeUpdate();
        }
      });
    }
  }

  static void remove(Connection c, Collection<Long> ids) throws SQLException {
    try (PreparedStatement delete = c.prepareStatement("DELETE FROM column_chunk WHERE chunk_id = ?")) {
      for (long id : ids) {
        delete.setLong(1, id);
        delete.executeUpdate();
      }
    }
  }

  private static long checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }
}
