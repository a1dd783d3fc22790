package app.parcelle.engine.evaluate;

import java.util.Arrays;
import java.util.function.LongPredicate;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;

/**
 * A test that is dear, done once a value rather than once a row: where a chunk is narrow, all values it can hold are asked for
 * first, and its rows only look their answer up.
 */
final class Answers {
  private static final int FEW_RUNS = 3;

  private Answers() {}

  /** Marks the rows whose value passes, as a {@link ChunkTest} does. */
  static void mark(Chunk chunk, LongPredicate passes, long[] bits, int firstWord) {
    boolean narrow = chunk.data() instanceof byte[] || chunk.data() instanceof short[];
    if (narrow && chunk.min() <= chunk.max() && (chunk.max() - chunk.min()) / chunk.step() < chunk.rows()) {
      byte[] answers = answers(chunk, passes);
      if (chunk.data() instanceof byte[] data) {
        if (runs(answers) <= FEW_RUNS) {
          ranges(data, answers, chunk.rows(), bits, firstWord);
        } else {
          bytes(data, answers, chunk.rows(), bits, firstWord);
        }
      } else if (chunk.data() instanceof short[] data) {
        shorts(data, answers, chunk.rows(), bits, firstWord);
      }
    } else {
      each(chunk, passes, bits, firstWord);
    }
  }

  /** 1 for every value that passes, in steps of the chunk from its least one on; one more for what missing rows may hold. */
  private static byte[] answers(Chunk chunk, LongPredicate passes) {
    int steps = (int) ((chunk.max() - chunk.min()) / chunk.step());
    byte[] answers = new byte[steps + 2];
    for (int i = 0; i <= steps; i++) {
      answers[i] = (byte) (passes.test(chunk.min() + i * chunk.step()) ? 1 : 0);
    }
    return answers;
  }

  private static int runs(byte[] answers) {
    int runs = 0;
    for (int i = 0; i < answers.length; i++) {
      runs += answers[i] == 1 && (i == 0 || answers[i - 1] == 0) ? 1 : 0;
    }
    return runs;
  }

  /** Few stretches of passing values are sooner tested one after the other, eight rows at a time. */
  private static void ranges(byte[] data, byte[] answers, int rows, long[] bits, int firstWord) {
    int words = Bits.words(rows);
    Arrays.fill(bits, firstWord, firstWord + words, 0);
    long[] run = new long[words];
    for (int from = 0; from < answers.length; from++) {
      if (answers[from] == 1) {
        int to = from;
        while (to + 1 < answers.length && answers[to + 1] == 1) {
          to++;
        }
        RangeTest.bytes(data, rows, from - 0x80, to - from, run, 0);
        for (int w = 0; w < words; w++) {
          bits[firstWord + w] |= run[w];
        }
        from = to;
      }
    }
  }

  /** An answer is one bit: no branch in the loops. */
  private static void bytes(byte[] data, byte[] answers, int rows, long[] bits, int firstWord) {
    int last = answers.length - 1;
    for (int from = 0, w = firstWord; from < rows; from += 64, w++) {
      int to = Math.min(rows, from + 64);
      long word = 0;
      for (int i = from; i < to; i++) {
        word |= (long) answers[Math.min(data[i] + 0x80, last)] << i;
      }
      bits[w] = word;
    }
  }

  private static void shorts(short[] data, byte[] answers, int rows, long[] bits, int firstWord) {
    int last = answers.length - 1;
    for (int from = 0, w = firstWord; from < rows; from += 64, w++) {
      int to = Math.min(rows, from + 64);
      long word = 0;
      for (int i = from; i < to; i++) {
        word |= (long) answers[Math.min(data[i] + 0x8000, last)] << i;
      }
      bits[w] = word;
    }
  }

  private static void each(Chunk chunk, LongPredicate passes, long[] bits, int firstWord) {
    Arrays.fill(bits, firstWord, firstWord + Bits.words(chunk.rows()), 0);
    for (int i = 0; i < chunk.rows(); i++) {
      if (!chunk.isMissing(i) && passes.test(chunk.at(i))) {
        bits[firstWord + (i >> 6)] |= 1L << i;
      }
    }
  }
}
