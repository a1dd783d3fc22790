package app.parcelle.engine.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a chunk on disk: frame of reference, packed at the exact number of bits that the range needs. Version 1.
 *
 * <pre>
 * int rows, byte bits, byte flags (1 has missing, 2 has invalid), long base (of the least value), long step, long min, long max,
 * [missing words], [invalid words], packed values: little-endian 64-bit words, low bits first
 * </pre>
 */
public final class ChunkCodec {
  /** Raises when the layout changes; older layouts stay readable. */
  public static final int VERSION = 1;

  private static final int HEADER = 4 + 1 + 1 + 4 * 8;
  private static final int HAS_MISSING = 1;
  private static final int HAS_INVALID = 2;

  private ChunkCodec() {}

  /** The bytes of the chunk that {@link Chunk#pack} makes of the same values. */
  public static byte[] encode(long[] values, int rows, long @Nullable [] missing, long @Nullable [] invalid) {
    Frame frame = Frame.of(values, rows, missing);
    int bits = frame.bits();
    int flags = (missing == null ? 0 : HAS_MISSING) | (invalid == null ? 0 : HAS_INVALID);
    int marks = Bits.words(rows) * Integer.bitCount(flags);
    ByteBuffer out = ByteBuffer.allocate(HEADER + 8 * (marks + packedWords(rows, bits)))
        .order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(rows).put((byte) bits).put((byte) flags);
    out.putLong(frame.base).putLong(frame.step).putLong(frame.min).putLong(frame.max);
    putWords(out, missing, rows);
    putWords(out, invalid, rows);
    if (bits == 64) {
      out.asLongBuffer().put(values, 0, rows);
    } else if (bits > 0) {
      pack(values, rows, frame, bits, out.array(), out.position());
    }
    return out.array();
  }

  /**
   * The chunk of these bytes.
   *
   * @throws IllegalArgumentException when they are not what {@link #encode} wrote
   */
  public static Chunk decode(byte[] bytes, @Nullable Dictionary dictionary) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEADER) {
      throw new IllegalArgumentException("short chunk");
    }
    int rows = in.getInt();
    int bits = in.get();
    int flags = in.get();
    long base = in.getLong();
    long step = in.getLong();
    long min = in.getLong();
    long max = in.getLong();
    int marks = Bits.words(Math.max(rows, 0)) * Integer.bitCount(flags & 3);
    if (rows < 0 || rows > Chunk.ROWS || bits < 0 || bits > 64
        || in.remaining() != 8 * (marks + packedWords(rows, bits))) {
      throw new IllegalArgumentException("chunk of " + rows + " rows");
    }
    long[] missing = (flags & HAS_MISSING) == 0 ? null : getWords(in, rows);
    long[] invalid = (flags & HAS_INVALID) == 0 ? null : getWords(in, rows);
    return new Chunk(rows, base, step, unpack(in, rows, bits), min, max, missing, invalid, dictionary);
  }

  private static int packedWords(int rows, int bits) {
    return (int) (((long) rows * bits + 63) >> 6);
  }

  private static void putWords(ByteBuffer out, long @Nullable [] words, int rows) {
    if (words != null) {
      for (int w = 0; w < Bits.words(rows); w++) {
        out.putLong(words[w]);
      }
    }
  }

  private static long[] getWords(ByteBuffer in, int rows) {
    long[] words = Bits.of(rows);
    in.asLongBuffer().get(words);
    in.position(in.position() + 8 * words.length);
    return words;
  }

  /** Narrow data is kept signed around the middle of its width; on disk it counts from zero. */
  private static void pack(long[] values, int rows, Frame frame, int bits, byte[] to, int at) {
    long mask = (1L << bits) - 1;
    long word = 0;
    int used = 0;
    int p = at;
    for (int i = 0; i < rows; i++) {
      // a missing row may hold anything within its width
      long steps = frame.steps(values[i]) & mask;
      word |= steps << used;
      used += bits;
      if (used >= 64) {
        Words.put(to, p, word);
        p += 8;
        used -= 64;
        word = steps >>> (bits - used);
      }
    }
    if (used > 0) {
      Words.put(to, p, word);
    }
  }

  private static @Nullable Object unpack(ByteBuffer in, int rows, int bits) {
    if (bits == 0) {
      return null;
    }
    long[] words = new long[packedWords(rows, bits) + 1];
    in.asLongBuffer().get(words, 0, words.length - 1);
    if (bits == 64) {
      return java.util.Arrays.copyOf(words, rows);
    }
    long mask = (1L << bits) - 1;
    if (bits <= 8) {
      byte[] narrow = new byte[rows];
      for (int i = 0; i < rows; i++) {
        narrow[i] = (byte) ((value(words, (long) i * bits) & mask) - 0x80);
      }
      return narrow;
    }
    if (bits <= 16) {
      short[] narrow = new short[rows];
      for (int i = 0; i < rows; i++) {
        narrow[i] = (short) ((value(words, (long) i * bits) & mask) - 0x8000);
      }
      return narrow;
    }
    int[] narrow = new int[rows];
    for (int i = 0; i < rows; i++) {
      narrow[i] = (int) ((value(words, (long) i * bits) & mask) - 0x8000_0000L);
    }
    return narrow;
  }

  /** The 64 bits from a bit position on; the shift by one and then the rest avoids a shift by 64. */
  private static long value(long[] words, long position) {
    int word = (int) (position >>> 6);
    int shift = (int) position & 63;
    return words[word] >>> shift | (words[word + 1] << 1) << (63 - shift);
  }
}
