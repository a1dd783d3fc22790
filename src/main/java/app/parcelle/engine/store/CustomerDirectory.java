package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.NumberedDictionary;
import app.parcelle.engine.table.TextDictionary;

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
    int p = java.util.Arrays.binarySearch(starts, number);
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
    private final Map<String, Integer> numbers;
    private final List<String> added = new ArrayList<>();

    private Growing(CustomerDirectory directory) {
      this.before = directory.stored;
      this.numbers = HashMap.newHashMap(directory.size());
      for (int i = 0; i < directory.size(); i++) {
        numbers.put(directory.text(i), i);
      }
    }

    int numberOf(String key) {
      Integer known = numbers.get(key);
      if (known != null) {
        return known;
      }
      int number = numbers.size();
      numbers.put(key, number);
      added.add(key);
      return number;
    }

    int size() {
      return numbers.size();
    }

    /** Writes the new keys; returns the directory with them. */
    Stored.Directory write(ChunkStore chunks) {
      if (added.isEmpty()) {
        return before;
      }
      List<Stored.Part> parts = new ArrayList<>(before.parts());
      parts.add(part(chunks));
      return new Stored.Directory(List.copyOf(parts));
    }

    private Stored.Part part(ChunkStore chunks) {
      TextPieces pieces = new TextPieces(chunks);
      NumberedDictionary pattern = NumberedPattern.of(added);
      if (pattern == null) {
        return new Stored.Part(added.size(), pieces.write(TextDictionary.of(added)), List.of());
      }
      List<Long> ids = new ArrayList<>();
      long[] block = new long[Math.min(added.size(), Chunk.ROWS)];
      for (int from = 0; from < added.size(); from += Chunk.ROWS) {
        int rows = Math.min(Chunk.ROWS, added.size() - from);
        for (int i = 0; i < rows; i++) {
          block[i] = Long.parseLong(added.get(from + i).substring(pattern.prefix().length()));
        }
        ids.add(chunks.add(Chunk.pack(block, rows, null, null, null)));
      }
      return new Stored.Part(added.size(), pieces.write(pattern), ids);
    }
  }
}
