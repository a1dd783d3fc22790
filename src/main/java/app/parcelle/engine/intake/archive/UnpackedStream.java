package app.parcelle.engine.intake.archive;

import java.io.IOException;
import java.io.InputStream;

import app.parcelle.engine.intake.BlockFilter;
import app.parcelle.engine.intake.CountingStream;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * Bytes as they are unpacked, refused when they become far more than their packed form would be for any table: a bomb, made
 * to keep a computer busy. Deflate packs zeros 1,030 times; tables are packed 5 to 50 times.
 */
final class UnpackedStream extends BlockFilter {
  /** So many bytes unpacked for each that is packed are too many. */
  static final long MOST_RATIO = 400;
  /** So many bytes are not worth a look at the ratio. */
  static final long FREE = 64L << 20;

  private final CountingStream packed;
  private final String name;
  private long unpacked;

  UnpackedStream(InputStream unpacking, CountingStream packed, String name) {
    super(unpacking);
    this.packed = packed;
    this.name = name;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int n = in.read(to, offset, length);
    unpacked += Math.max(n, 0);
    if (unpacked > FREE && (unpacked - FREE) / MOST_RATIO > packed.taken()) {
      throw new Problem(Message.of("intake.bomb", name, MOST_RATIO));
    }
    return n;
  }
}
