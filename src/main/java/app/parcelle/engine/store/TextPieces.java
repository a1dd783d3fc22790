package app.parcelle.engine.store;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.NumberedDictionary;
import app.parcelle.engine.table.TextDictionary;

/**
 * Dictionaries on disk: deflated pieces of about a quarter megabyte of text each. A piece is: int count, count lengths as int, the
 * UTF-8 bytes end to end.
 */
final class TextPieces {
  private static final int PIECE_BYTES = 256 * 1024;

  private final ChunkStore chunks;

  TextPieces(ChunkStore chunks) {
    this.chunks = chunks;
  }

  Stored.Texts write(Dictionary dictionary) {
    return switch (dictionary) {
      case NumberedDictionary(String prefix, int digits) -> new Stored.Texts(prefix, digits, -1, List.of());
      case TextDictionary texts -> write(texts, 0);
      default -> throw new IllegalArgumentException(dictionary.getClass().getName());
    };
  }

  /** Writes the texts from {@code first} on. */
  Stored.Texts write(TextDictionary texts, int first) {
    return new Stored.Texts(null, 0, texts.size() - first, pieces(texts, first));
  }

  private List<Long> pieces(TextDictionary texts, int first) {
    List<Long> ids = new ArrayList<>();
    int[] offsets = texts.offsets();
    int from = first;
    while (from < texts.size()) {
      int to = from + 1;
      while (to < texts.size() && offsets[to + 1] - offsets[from] <= PIECE_BYTES) {
        to++;
      }
      ids.add(chunks.add(ChunkStore.TEXTS, to - from, piece(texts, from, to)));
      from = to;
    }
    return ids;
  }

  private static byte[] piece(TextDictionary texts, int from, int to) {
    int[] offsets = texts.offsets();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(PIECE_BYTES / 2);
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast, 8192))) {
      out.writeInt(to - from);
      for (int i = from; i < to; i++) {
        out.writeInt(offsets[i + 1] - offsets[i]);
      }
      out.write(texts.utf8(), offsets[from], offsets[to] - offsets[from]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      fast.end();
    }
    return bytes.toByteArray();
  }

  Dictionary read(Stored.Texts stored, String what) {
    if (stored.prefix() != null) {
      return new NumberedDictionary(stored.prefix(), stored.digits());
    }
    int[] offsets = new int[stored.size() + 1];
    ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
    int at = 0;
    for (long id : stored.pieces()) {
      try (DataInputStream in = new DataInputStream(
          new InflaterInputStream(new java.io.ByteArrayInputStream(chunks.bytes(id, what))))) {
        int count = in.readInt();
        int length = 0;
        for (int i = 0; i < count; i++) {
          int next = in.readInt();
          length += next;
          offsets[at + 1] = offsets[at] + next;
          at++;
        }
        utf8.write(in.readNBytes(length));
      } catch (IOException | IndexOutOfBoundsException e) {
        throw new Problem(Message.of("store.damaged-column", what), e);
      }
    }
    return new TextDictionary(utf8.toByteArray(), offsets);
  }
}
