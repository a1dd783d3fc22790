package app.parcelle.engine.intake.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * The files of a zip archive, in its order, as its central directory lists them; folders and what systems leave beside
 * files are not among them. Reading takes no more than {@link #MOST_BYTES}, whatever the archive says.
 *
 * <p>Format: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16 and 4.5.3.
 */
public record ZipDirectory(Path file, String archive, List<ZipEntry> entries) {
  static final int MOST_ENTRIES = 100_000;
  private static final int MOST_BYTES = 32 << 20;

  private static final int END = 0x0605_4b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int LOCATOR_64 = 0x0706_4b50;
  private static final int LOCATOR_64_BYTES = 20;
  private static final int END_64 = 0x0606_4b50;
  private static final int END_64_BYTES = 56;
  private static final int ENTRY = 0x0201_4b50;
  private static final int ENTRY_BYTES = 46;
  private static final long IN_EXTRA = 0xFFFF_FFFFL;
  private static final int EXTRA_64 = 1;
  private static final int ENCRYPTED = 1;
  private static final int NAME_IS_UTF8 = 1 << 11;
  private static final int LINK = 0xA000;
  /** What systems write where a name is not marked as UTF-8 and is none. */
  private static final Charset DOS = Charset.forName("IBM850");

  public ZipDirectory {
    entries = List.copyOf(entries);
  }

  /** Where the central directory stands. */
  private record Place(long offset, long bytes, long entries) {}

  /**
   * @param content a file that is an archive
   * @param file where its bytes are
   * @throws ZipException when it is damaged
   * @throws Problem when it has too many entries
   */
  public static ZipDirectory of(Content content, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      Place place = place(channel);
      if (place.entries > MOST_ENTRIES || place.bytes > MOST_BYTES) {
        throw new Problem(Message.of("intake.archive-too-many", content.name(), MOST_ENTRIES));
      }
      ByteBuffer listed = read(channel, place.offset, (int) place.bytes);
      List<ZipEntry> entries = new ArrayList<>();
      Set<String> names = new HashSet<>();
      for (long i = 0; i < place.entries; i++) {
        ZipEntry entry = entry(listed, names);
        if (entry != null && isWanted(entry.name())) {
          names.add(entry.name());
          entries.add(entry);
        }
      }
      return new ZipDirectory(file, content.name(), entries);
    }
  }

  public Optional<ZipEntry> find(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** What an entry holds. */
  public Content content(ZipEntry entry) {
    return new ZipContent(file, archive + "/" + entry.name(), entry);
  }

  private static Place place(FileChannel channel) throws IOException {
    int length = (int) Math.min(channel.size(), END_BYTES + LONGEST_COMMENT);
    long from = channel.size() - length;
    ByteBuffer tail = read(channel, from, length);
    for (int p = length - END_BYTES; p >= 0; p--) {
      if (tail.getInt(p) == END) {
        Place here = new Place(unsigned(tail, p + 16), unsigned(tail, p + 12), tail.getChar(p + 10));
        boolean large = here.offset == IN_EXTRA || here.bytes == IN_EXTRA || here.entries == 0xFFFF;
        return large ? large(channel, from + p, here) : here;
      }
    }
    throw new ZipException("no end of the central directory");
  }

  /** The place as an archive of more than 4 GB or 65,535 files gives it. */
  private static Place large(FileChannel channel, long end, Place small) throws IOException {
    if (end < LOCATOR_64_BYTES) {
      return small;
    }
    ByteBuffer locator = read(channel, end - LOCATOR_64_BYTES, LOCATOR_64_BYTES);
    if (locator.getInt(0) != LOCATOR_64) {
      return small;
    }
    ByteBuffer record = read(channel, locator.getLong(8), END_64_BYTES);
    if (record.getInt(0) != END_64) {
      throw new ZipException("no end of the large central directory");
    }
    return new Place(record.getLong(48), positive(record.getLong(40)), positive(record.getLong(32)));
  }

  /** The next entry of the listing; null for one that is no file. */
  private static @org.jspecify.annotations.Nullable ZipEntry entry(ByteBuffer listed, Set<String> names)
      throws ZipException {
    int p = listed.position();
    if (listed.remaining() < ENTRY_BYTES || listed.getInt(p) != ENTRY) {
      throw new ZipException("no entry in the central directory");
    }
    int flags = listed.getChar(p + 8);
    int nameBytes = listed.getChar(p + 28);
    int extraBytes = listed.getChar(p + 30);
    int next = p + ENTRY_BYTES + nameBytes + extraBytes + listed.getChar(p + 32);
    if (next > listed.limit()) {
      throw new ZipException("an entry reaches beyond the central directory");
    }
    listed.position(next);
    boolean link = (listed.getChar(p + 40) & 0xF000) == LINK;
    ByteBuffer extra = listed.slice(p + ENTRY_BYTES + nameBytes, extraBytes).order(ByteOrder.LITTLE_ENDIAN);
    long[] large = {unsigned(listed, p + 24), unsigned(listed, p + 20), unsigned(listed, p + 42)};
    enlarge(large, extra);
    String name = unique(name(listed.slice(p + ENTRY_BYTES, nameBytes), (flags & NAME_IS_UTF8) != 0), names);
    return link
        ? null
        : new ZipEntry(name, large[0], large[1], listed.getChar(p + 10), (flags & ENCRYPTED) != 0,
            unsigned(listed, p + 16), large[2]);
  }

  /** Takes size, packed size and offset from the extra field where they do not fit 32 bits. */
  private static void enlarge(long[] values, ByteBuffer extra) throws ZipException {
    while (extra.remaining() >= 4) {
      int kind = extra.getChar();
      int length = extra.getChar();
      if (length > extra.remaining()) {
        return;
      }
      ByteBuffer field = extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      extra.position(extra.position() + length);
      for (int i = 0; kind == EXTRA_64 && i < values.length; i++) {
        if (values[i] == IN_EXTRA && field.remaining() >= 8) {
          values[i] = positive(field.getLong());
        }
      }
    }
  }

  private static String name(ByteBuffer bytes, boolean marked) {
    String name;
    try {
      name = StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException e) {
      CharBuffer decoded = (marked ? StandardCharsets.UTF_8 : DOS).decode(bytes);
      name = decoded.toString();
    }
    return name.replaceAll("\\p{Cntrl}", "_").replace('\\', '/');
  }

  private static String unique(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + " (" + i + ")";
    }
    return free;
  }

  /** Whether a file is one that a person put there. */
  private static boolean isWanted(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return !last.isEmpty() && !name.startsWith("__MACOSX/") && !LeftBehind.is(last);
  }

  private static long unsigned(ByteBuffer bytes, int at) {
    return bytes.getInt(at) & 0xFFFF_FFFFL;
  }

  private static long positive(long value) throws ZipException {
    if (value < 0) {
      throw new ZipException("a size or place beyond 2^63");
    }
    return value;
  }

  static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    if (from < 0 || from > channel.size() - length) {
      throw new EOFException("a place outside of the archive");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("a place outside of the archive");
      }
    }
    return bytes.flip();
  }
}
