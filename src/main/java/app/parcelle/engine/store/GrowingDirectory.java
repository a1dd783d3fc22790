package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.KeyText;
import app.parcelle.engine.table.NumberedCodes;
import app.parcelle.engine.table.NumberedDictionary;
import app.parcelle.engine.table.TextDictionary;
import app.parcelle.engine.table.TextIndex;

/**
 * Gives numbers to keys for the time of an import: those of the directory theirs, others the next ones. As long as all keys are
 * of one pattern, only their codes are kept.
 */
final class GrowingDirectory {
  private final Stored.Directory before;
  private int size;

  /** The pattern of all keys, and their codes by number; null when they are kept as texts. */
  private @Nullable NumberedDictionary pattern;
  private long[] codes = new long[1024];
  private final CodeNumbers numbers = new CodeNumbers();

  private final TextIndex texts = new TextIndex();
  private byte[] text = new byte[0];

  /** Of the keys of {@code before}, which have to be added first. */
  GrowingDirectory(Stored.Directory before) {
    this.before = before;
  }

  int size() {
    return size;
  }

  /** The numbers of a dictionary's codes so far as they are known. Whoever asks for another writes it there. */
  CodeNumbers known(Dictionary keys) {
    if (size == 0 && keys instanceof NumberedDictionary first) {
      pattern = first;
    }
    if (keys.equals(pattern)) {
      return numbers;
    }
    if (pattern != null) {
      keepTexts(pattern);
      pattern = null;
    }
    return new CodeNumbers();
  }

  private void keepTexts(NumberedDictionary computed) {
    NumberedCodes writer = new NumberedCodes(computed);
    for (int i = 0; i < size; i++) {
      add(writer, codes[i]);
    }
  }

  /** The number of a key of the dictionary last asked for, whose code is not known. */
  int numberOf(Dictionary keys, long code) {
    if (pattern != null) {
      codes = size < codes.length ? codes : Arrays.copyOf(codes, 2 * size);
      codes[size] = code;
      return size++;
    }
    int number = switch (keys) {
      case TextDictionary kept ->
        texts.add(kept.utf8(), kept.offsets()[(int) code], kept.offsets()[(int) code + 1]);
      case NumberedDictionary computed -> add(new NumberedCodes(computed), code);
      default -> throw new IllegalArgumentException(keys.getClass().getName());
    };
    size = texts.size();
    return number;
  }

  /** The number of a key read by itself. */
  int numberOf(KeyText key) {
    if (pattern != null) {
      keepTexts(pattern);
      pattern = null;
    }
    int number = key.addTo(texts);
    size = texts.size();
    return number;
  }

  private int add(NumberedCodes writer, long code) {
    int end = writer.longest();
    text = text.length < end + 8 ? new byte[end + 8] : text;
    return texts.add(text, writer.write(code, text, end), end);
  }

  /** Writes the new keys; returns the directory with them. */
  Stored.Directory write(ChunkStore chunks) {
    int first = before.size();
    if (size == first) {
      return before;
    }
    List<Stored.Part> parts = new ArrayList<>(before.parts());
    parts.add(pattern == null ? textPart(chunks, first) : part(chunks, first, pattern, codes));
    return new Stored.Directory(List.copyOf(parts));
  }

  private Stored.Part textPart(ChunkStore chunks, int first) {
    TextDictionary all = texts.dictionary();
    NumberedDictionary found = NumberedPattern.of(all, first);
    if (found == null) {
      return new Stored.Part(size - first, new TextPieces(chunks).write(all, first), List.of());
    }
    NumberedCodes reader = new NumberedCodes(found);
    long[] read = new long[size];
    for (int i = first; i < size; i++) {
      read[i] = reader.code(all.utf8(), all.offsets()[i], all.offsets()[i + 1]);
    }
    return part(chunks, first, found, read);
  }

  private Stored.Part part(ChunkStore chunks, int first, NumberedDictionary computed, long[] all) {
    List<Long> ids = new ArrayList<>();
    for (int from = first; from < size; from += Chunk.ROWS) {
      int to = Math.min(size, from + Chunk.ROWS);
      ids.add(chunks.add(Arrays.copyOfRange(all, from, to), to - from, null, null));
    }
    return new Stored.Part(size - first, new TextPieces(chunks).write(computed), ids);
  }
}
