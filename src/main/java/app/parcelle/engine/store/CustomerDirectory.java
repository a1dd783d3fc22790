package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;

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
  GrowingDirectory growing() {
    GrowingDirectory growing = new GrowingDirectory(stored);
    KeyNumbers keys = new KeyNumbers(growing);
    int[] numbers = new int[Chunk.ROWS];
    for (Part part : parts) {
      for (Chunk chunk : part.numbers) {
        keys.of(chunk.with(part.texts), numbers, 0);
      }
      for (int i = 0; part.numbers.isEmpty() && i < part.texts.size(); i++) {
        growing.known(part.texts);
        growing.numberOf(part.texts, i);
      }
    }
    return growing;
  }
}
