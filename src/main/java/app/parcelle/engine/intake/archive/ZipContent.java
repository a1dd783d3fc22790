package app.parcelle.engine.intake.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

import app.parcelle.engine.intake.BlockFilter;
import app.parcelle.engine.intake.BlockStream;
import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.ContentReading;
import app.parcelle.engine.intake.CountingStream;
import app.parcelle.engine.intake.TextSource.Reading;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** What a file of a zip archive holds, unpacked as it is read. Its size and checksum have to be those it is listed with. */
record ZipContent(Path archive, String name, ZipEntry entry) implements Content {
  private static final int LOCAL = 0x0403_4b50;
  private static final int LOCAL_BYTES = 30;

  @Override
  public long bytes() {
    return entry.packed();
  }

  /** @throws Problem when it is encrypted, or packed in a way that is not known */
  @Override
  public Reading open() throws IOException {
    if (entry.encrypted()) {
      throw new Problem(Message.of("intake.encrypted", name));
    }
    if (!entry.isReadable()) {
      throw new Problem(Message.of("intake.archive-method", name));
    }
    FileChannel channel = FileChannel.open(archive);
    try {
      channel.position(data(channel));
      CountingStream packed = new CountingStream(new Stretch(channel, entry.packed()));
      InputStream plain = entry.method() == ZipEntry.STORED ? packed : new Inflating(packed);
      return new ContentReading(new Proved(new UnpackedStream(plain, packed, name), entry), packed);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private long data(FileChannel channel) throws IOException {
    ByteBuffer header = ZipDirectory.read(channel, entry.header(), LOCAL_BYTES);
    if (header.getInt(0) != LOCAL) {
      throw new ZipException("no file where the central directory says");
    }
    long data = entry.header() + LOCAL_BYTES + header.getChar(26) + header.getChar(28);
    if (entry.packed() > channel.size() - data) {
      throw new EOFException("a file reaches beyond the archive");
    }
    return data;
  }

  /** So many bytes from where a channel stands. */
  private static final class Stretch extends BlockStream {
    private final FileChannel channel;
    private final InputStream in;
    private long left;

    Stretch(FileChannel channel, long length) {
      this.channel = channel;
      this.in = Channels.newInputStream(channel);
      this.left = length;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int n = left == 0 ? -1 : in.read(to, offset, (int) Math.min(length, left));
      left -= Math.max(n, 0);
      return n;
    }

    /** Says that more is to come; who unpacks gzip asks for it. */
    @Override
    public int available() {
      return (int) Math.min(left, Integer.MAX_VALUE);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** Deflated bytes without a header. */
  private static final class Inflating extends InflaterInputStream {
    Inflating(InputStream packed) {
      super(packed, new Inflater(true), 1 << 16);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }

  /** Compares what was read with size and checksum when it ends. */
  private static final class Proved extends BlockFilter {
    private final ZipEntry entry;
    private final CRC32 crc = new CRC32();
    private long size;

    Proved(InputStream in, ZipEntry entry) {
      super(in);
      this.entry = entry;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int n = in.read(to, offset, length);
      if (n >= 0) {
        crc.update(to, offset, n);
        size += n;
      }
      boolean ended = n < 0 && (size != entry.size() || crc.getValue() != entry.crc());
      if (ended || size > entry.size()) {
        throw new ZipException("other bytes than the archive lists");
      }
      return n;
    }
  }
}
