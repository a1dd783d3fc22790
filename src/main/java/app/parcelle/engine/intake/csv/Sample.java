package app.parcelle.engine.intake.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.intake.TextSource;

/**
 * Parts of a source to judge it by: its beginning and, where it is a plain file, some more places up to its end.
 *
 * @param head the first bytes of the text, as they stand
 * @param whole whether head is all of the text
 * @param further stretches of later text; they begin and end anywhere
 * @param textBytes about how many bytes the text has
 */
record Sample(byte[] head, boolean whole, List<byte[]> further, long textBytes) {
  private static final int HEAD = 1 << 20;
  private static final int STRETCH = 1 << 18;
  private static final int STRETCHES = 8;

  static Sample of(TextSource source) throws IOException {
    Path file = source.plainFile();
    try (TextSource.Reading reading = source.open()) {
      InputStream in = reading.text();
      if (file != null) {
        byte[] head = in.readNBytes(HEAD);
        long bytes = source.bytes();
        return new Sample(head, head.length == bytes, further(file, bytes), bytes);
      }
      byte[] head = in.readNBytes(2 * HEAD);
      boolean whole = head.length < 2 * HEAD || in.read() < 0;
      double unpacked = (double) head.length / Math.max(1, reading.taken());
      long text = whole ? head.length : Math.max(head.length, Math.round(source.bytes() * unpacked));
      return new Sample(head, whole, List.of(), text);
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
