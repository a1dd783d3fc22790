package app.parcelle.engine.intake.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Parts of a file to judge it by: its beginning and, where it is not compressed, some more places up to its end.
 *
 * @param bytes size of the file
 * @param head the first bytes of the text, as they stand
 * @param whole whether head is all of the text
 * @param further stretches of later text; they begin and end anywhere
 * @param textBytes about how many bytes the text has
 */
record Sample(long bytes, boolean compressed, byte[] head, boolean whole, List<byte[]> further,
    long textBytes) {
  private static final int HEAD = 1 << 20;
  private static final int STRETCH = 1 << 18;
  private static final int STRETCHES = 8;

  static Sample of(Path file) throws IOException {
    long bytes = Files.size(file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD);
      if (head.length > 2 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
        return compressed(file, bytes);
      }
      return new Sample(bytes, false, head, head.length == bytes, further(file, bytes), bytes);
    }
  }

  private static Sample compressed(Path file, long bytes) throws IOException {
    try (CountingStream packed = new CountingStream(Files.newInputStream(file));
        InputStream in = new GZIPInputStream(packed, 1 << 12)) {
      byte[] head = in.readNBytes(2 * HEAD);
      boolean whole = in.read() < 0;
      long text = whole ? head.length : head.length * bytes / Math.max(1, packed.taken());
      return new Sample(bytes, true, head, whole, List.of(), text);
    }
  }

  private static List<byte[]> further(Path file, long bytes) throws IOException {
    List<byte[]> stretches = new ArrayList<>();
    if (bytes <= HEAD) {
      return stretches;
    }
    int length = (int) Math.min(STRETCH, (bytes - HEAD) / (STRETCHES + 1));
    try (FileChannel channel = FileChannel.open(file)) {
      for (int i = 1; i <= STRETCHES; i++) {
        // even places, so that a character of two bytes is not split
        long at = (HEAD + (bytes - HEAD - length) / STRETCHES * i) & ~1L;
        ByteBuffer stretch = ByteBuffer.allocate(length);
        while (stretch.hasRemaining() && channel.read(stretch, at + stretch.position()) >= 0) {
          // until full
        }
        stretches.add(java.util.Arrays.copyOf(stretch.array(), stretch.position()));
      }
    }
    return stretches;
  }

  /** Some of the text as UTF-8, with eight bytes to spare behind it. */
  static byte[] utf8(byte[] text, int from, Charset encoding) {
    if (encoding.equals(StandardCharsets.UTF_8)) {
      byte[] copy = new byte[text.length - from + RecordBlock.PADDING];
      System.arraycopy(text, from, copy, 0, text.length - from);
      return copy;
    }
    InputStream rest = new ByteArrayInputStream(text, from, text.length - from);
    try (InputStream in = new Utf8Stream(rest, encoding)) {
      byte[] utf8 = in.readAllBytes();
      return java.util.Arrays.copyOf(utf8, utf8.length + RecordBlock.PADDING);
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }
}
