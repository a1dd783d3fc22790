package app.parcelle.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.NumberedCodes;
import app.parcelle.engine.table.NumberedDictionary;
import app.parcelle.engine.table.TextDictionary;
import app.parcelle.engine.table.TextIndex;

/** The keys of all customers ever seen, by number. Numbers are given in the order of first appearance and never change. */
final class CustomerDirectory implements Dictionary {
  private final Stored.Directory stored;
  private final int[] starts;
  private final List<Part> parts;

  /** Keys of consecutive numbers: each its own text, or computed from a number. */
  private record Part(Dictionary texts, List<Chunk> numbers) {
    String text(int i) {
      return numbers.isEmpty() ? texts.text(i) : texts.text(numbers.get(i / Chunk.ROWS).at(i % Chunk.ROWS));
    }
  }

  CustomerDirectory(Stored.Directory stored, ChunkStore chunks) {
    this.stored = stored;
    this.starts = new int[stored.parts().size() + 1];
    this.parts = new ArrayList<>();
    TextPieces pieces = new TextPieces(chunks);
    for (int p = 0; p < stored.parts().size(); p++) {
      Stored.Part part = stored.parts().get(p);
      starts[p + 1] = starts[p] + part.size();
      parts.add(new Part(pieces.read(part.texts(), "customers"),
          part.numbers().stream().map(id -> chunks.chunk(id, null, "customers")).toList()));
    }
  }

  Stored.Directory stored() {
    return stored;
  }

  @Override
  public int size() {
    return starts[starts.length - 1];
  }

  @Override
  public String text(long code) {
    int number = Math.toIntExact(code);
    int p = Arrays.binarySearch(starts, number);
    int part = p >= 0 ? p : -p - 2;
    while (part < parts.size() - 1 && starts[part + 1] == starts[part]) {
      part++;
    }
    return parts.get(part).text(number - starts[part]);
  }

  @Override
  public long bytes() {
    return parts.stream()
        .mapToLong(p -> p.texts.bytes() + p.numbers.stream().mapToLong(Chunk::bytes).sum())
        .sum();
  }

  /** A copy of all keys that can be searched and added to, for the time of an import. */
  Growing growing() {
    return new Growing(this);
  }

  /** Gives numbers to keys. */
  static final class Growing {
    private final Stored.Directory before;
    private final TextIndex keys = new TextIndex();
    private final int known;

    private Growing(CustomerDirectory directory) {
      this.before = directory.stored;
      for (int i = 0; i < directory.size(); i++) {
        byte[] utf8 = directory.text(i).getBytes(UTF_8);
        numberOf(Arrays.copyOf(utf8, utf8.length + 8), 0, utf8.length);
      }
      this.known = keys.size();
    }

    /** The number of a key in UTF-8, a new one where it is new. Eight bytes behind {@code to} must exist. */
    int numberOf(byte[] utf8, int from, int to) {
      return keys.add(utf8, from, to);
    }

    int size() {
      return keys.size();
    }

    /** Writes the new keys; returns the directory with them. */
    Stored.Directory write(ChunkStore chunks) {
      if (size() == known) {
        return before;
      }
      List<Stored.Part> parts = new ArrayList<>(before.parts());
      parts.add(part(chunks));
      return new Stored.Directory(List.copyOf(parts));
    }

    private Stored.Part part(ChunkStore chunks) {
      TextPieces pieces = new TextPieces(chunks);
      TextDictionary all = keys.dictionary();
      int added = size() - known;
      NumberedDictionary pattern = NumberedPattern.of(all, known);
      if (pattern == null) {
        return new Stored.Part(added, pieces.write(all, known), List.of());
      }
      NumberedCodes codes = new NumberedCodes(pattern);
      List<Long> ids = new ArrayList<>();
      long[] block = new long[Math.min(added, Chunk.ROWS)];
      for (int from = known; from < all.size(); from += Chunk.ROWS) {
        int rows = Math.min(Chunk.ROWS, all.size() - from);
        for (int i = 0; i < rows; i++) {
          block[i] = codes.code(all.utf8(), all.offsets()[from + i], all.offsets()[from + i + 1]);
        }
        ids.add(chunks.add(block, rows, null, null));
      }
      return new Stored.Part(added, pieces.write(pattern), ids);
    }
  }
}
