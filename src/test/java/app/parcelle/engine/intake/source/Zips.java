package app.parcelle.engine.intake.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip archives of a test. */
public final class Zips {
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  public Zips with(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  public Zips with(String name, String content) {
    return with(name, content.getBytes(UTF_8));
  }

  public byte[] bytes() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Deflated bytes that become a text and very many blanks behind it. */
  static byte[] deflated(String text, long blanks) {
    byte[] block = new byte[1 << 24];
    Arrays.fill(block, (byte) ' ');
    byte[] packedText = flushed(text.getBytes(UTF_8));
    byte[] packedBlock = flushed(block);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(packedText);
    for (long n = 0; n < blanks; n += block.length) {
      all.writeBytes(packedBlock);
    }
    return all.toByteArray();
  }

  /** What can stand before and behind others of its kind. */
  private static byte[] flushed(byte[] plain) {
    try (Deflater deflater = new Deflater(9, true)) {
      deflater.setInput(plain);
      byte[] packed = new byte[plain.length + 100];
      return Arrays.copyOf(packed, deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH));
    }
  }

  /** An archive with one file that was deflated elsewhere. */
  static byte[] ofDeflated(String name, byte[] deflated, long size) {
    ByteBuffer zip = ByteBuffer.allocate(30 + 46 + 22 + 2 * name.length() + deflated.length)
        .order(ByteOrder.LITTLE_ENDIAN);
    zip.putInt(0x04034b50)
        .putShort(26, (short) name.length())
        .position(30)
        .put(name.getBytes(UTF_8))
        .put(deflated);
    int entry = zip.position();
    zip.putInt(0x02014b50).putShort(entry + 10, (short) 8).putInt(entry + 20, deflated.length);
    zip.putInt(entry + 24, (int) Math.min(size, 0xFFFF_FFFEL)).putShort(entry + 28, (short) name.length());
    zip.position(entry + 46).put(name.getBytes(UTF_8));
    int end = zip.position();
    zip.putInt(0x06054b50)
        .putShort(end + 10, (short) 1)
        .putInt(end + 12, end - entry)
        .putInt(end + 16, entry);
    return zip.array();
  }
}
