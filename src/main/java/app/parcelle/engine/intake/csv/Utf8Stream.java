package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import app.parcelle.engine.intake.BlockStream;

/**
 * Turns bytes of another encoding into UTF-8. What cannot be decoded becomes the byte 0xFF, which no UTF-8 contains, so that
 * the record it stands in is seen to be broken.
 */
public final class Utf8Stream extends BlockStream {
  private static final byte BROKEN = (byte) 0xFF;

  private final InputStream source;
  private final CharsetDecoder decoder;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder()
      .onMalformedInput(CodingErrorAction.REPLACE)
      .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final ByteBuffer in = ByteBuffer.allocate(1 << 16).flip();
  private final CharBuffer chars = CharBuffer.allocate(1 << 16).flip();
  private final boolean lenient;
  private final boolean mixed;
  private ByteBuffer out = ByteBuffer.allocate(0);
  private boolean ended;
  private boolean finished;

  public Utf8Stream(InputStream source, Charset encoding) {
    this(source, encoding, false);
  }

  /** @param mixed whether bytes that are not of the encoding are windows-1252 */
  Utf8Stream(InputStream source, Charset encoding, boolean mixed) {
    this.source = source;
    this.mixed = mixed;
    this.lenient = encoding.name().equals("windows-1252");
    this.decoder = encoding.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    while (!out.hasRemaining()) {
      if (finished) {
        return -1;
      }
      refill();
    }
    int n = Math.min(length, out.remaining());
    out.get(to, offset, n);
    return n;
  }

  private void refill() throws IOException {
    if (!ended) {
      in.compact();
      int n = source.read(in.array(), in.position(), in.remaining());
      if (n < 0) {
        ended = true;
      } else {
        in.position(in.position() + n);
      }
      in.flip();
    }
    ByteBuffer utf8 = ByteBuffer.allocate(4 << 16);
    while (true) {
      chars.compact();
      CoderResult result = decoder.decode(in, chars, ended);
      chars.flip();
      encoder.encode(chars, utf8, false);
      if (!result.isError()) {
        finished = ended && result.isUnderflow();
        break;
      }
      // browsers read the five unassigned bytes of windows-1252 as control characters; so do we
      int unread = in.get(in.position()) & 0xFF;
      int wrong = mixed ? 1 : Math.min(result.length(), in.remaining());
      byte[] bytes = new byte[wrong];
      in.get(bytes);
      if (lenient) {
        utf8.put((byte) 0xC2).put((byte) unread);
      } else if (mixed) {
        utf8.put(new String(bytes, EncodingFinder.WINDOWS_1252).getBytes(StandardCharsets.UTF_8));
      } else {
        utf8.put(BROKEN);
      }
      if (utf8.remaining() < 3 * chars.capacity()) {
        break;
      }
    }
    out = utf8.flip();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
