package app.parcelle.engine.intake.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.SharedData;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.ReadBack;
import app.parcelle.engine.intake.csv.TestFiles;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;

class ArchiveTest {
  private static final String ORDERS = "id,amount\n1,2.5\n2,3.5\n";
  private static final String CUSTOMERS = "id;ville\n1;Nîmes\n2;Paris\n3;Sète\n";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;
  private List<Path> before = List.of();

  @BeforeEach
  void temporaryFiles() throws IOException {
    before = unpacked();
  }

  /** The temporary files that stand for what is packed. */
  private static List<Path> unpacked() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(file -> file.toString().endsWith(".unpacked")).sorted().toList();
    }
  }

  private Path file(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ReadBack read(Path file, @Nullable String part) {
    return ReadBack.of(file, ImportOptions.FOUND.withText(TextOptions.FOUND.withPart(part)));
  }

  private static Message refusal(Path file) {
    Problem problem = assertThrows(Problem.class, () -> ReadBack.of(file));
    assertFalse(new Texts(Locale.FRENCH).text(problem.message()).isBlank());
    return problem.message();
  }

  @Test
  void anArchiveOfOneTableIsThatTable() throws IOException {
    Path zip = file("export.zip", new Zips().with("2026/", "")
        .with("__MACOSX/2026/._orders.csv", "junk")
        .with("2026/.DS_Store", "junk")
        .with("2026/orders.csv", ORDERS)
        .with("2026/logo.png", new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 0})
        .with("2026/empty.csv", "")
        .bytes());
    try (TextSource source = Sources.of(zip, TextOptions.FOUND)) {
      assertEquals("export.zip/2026/orders.csv", source.name());
      assertEquals("orders", source.tableName());
      assertEquals(List.of(), source.parts());
      assertNull(source.part());
    }
    assertEquals(List.of(List.of("1", "2.5"), List.of("2", "3.5")), read(zip, null).rows);
    assertEquals(List.of("1", "2"), read(zip, "2026/orders.csv").values("id"));
  }

  @Test
  void publishedArchive() {
    ReadBack read = ReadBack.of(SharedData.require("csv/messy/simple.zip"));
    assertEquals(6, read.rows.size());
    assertEquals(List.of("date", "temperature", "place"),
        read.result().columns().stream().map(c -> c.name()).toList());
  }

  @Test
  void eachFileIsAPartAndTheLargestIsRead() throws IOException {
    Path zip = file("shop.zip", new Zips().with("orders.csv", ORDERS)
        .with("people/customers.csv", CUSTOMERS)
        .with("log.json",
            "{\"a\": [{\"b\": 1}], \"c\": [{\"d\": 2}, {\"d\": 3}], \"padding\": \"" + "x".repeat(200)
                + "\"}")
        .bytes());
    try (TextSource source = Sources.of(zip, TextOptions.FOUND)) {
      assertEquals(List.of("orders.csv", "people/customers.csv", "log.json/a", "log.json/c", "log.json/$"),
          source.parts());
      assertEquals("log.json/c", source.part());
    }
    assertEquals(List.of("2", "3"), read(zip, "log.json").values("d"));
    assertEquals(List.of("1"), read(zip, "log.json/a").values("b"));
    assertEquals(List.of("Nîmes", "Paris", "Sète"), read(zip, "people/customers.csv").values("ville"));
    Message none = assertThrows(Problem.class, () -> read(zip, "staff.csv")).message();
    assertEquals(Message.of("intake.no-such-part", "shop.zip", "staff.csv",
        "orders.csv, people/customers.csv, log.json"), none);
  }

  @Test
  void packedFilesInArchivesAreUnpackedOnce() throws IOException {
    byte[] zipped = new Zips().with("customers.csv", CUSTOMERS).bytes();
    Path packed = file("a.zip", new Zips().with("orders.csv.gz", TestFiles.gzip(ORDERS.getBytes(UTF_8)))
        .with("deep/more.zip", zipped)
        .bytes());
    assertEquals(List.of("1", "2"), read(packed, "orders.csv.gz").values("id"));
    assertEquals(3, read(packed, "deep/more.zip").rows.size());
    Path gzip = file("b.zip.gz", TestFiles.gzip(zipped));
    assertEquals(3, read(gzip, null).rows.size());
    Path tooDeep = file("c.zip.gz", TestFiles.gzip(new Zips().with("more.zip", zipped).bytes()));
    assertEquals(Message.of("intake.archive-depth", "c.zip.gz/more.zip"), refusal(tooDeep));
    assertEquals(before, unpacked());
  }

  @Test
  void gzipOfSeveralMembersIsReadToItsEnd() {
    byte[] first = TestFiles.gzip("id,a\n1,x\n".getBytes(UTF_8));
    byte[] second = TestFiles.gzip("2,y\n".getBytes(UTF_8));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    assertEquals(List.of("x", "y"), ReadBack.of(file("two.csv.gz", both)).values("a"));
    assertEquals(List.of("x", "y"),
        ReadBack.of(file("two.zip", new Zips().with("two.csv.gz", both).bytes())).values("a"));
  }

  @Test
  void namesThatLeadOutOfTheArchiveLeadNowhere() throws IOException {
    Path zip = file("evil.zip",
        new Zips().with("../../../evil.csv", ORDERS).with("/etc/passwd", CUSTOMERS).bytes());
    try (TextSource source = Sources.of(zip, TextOptions.FOUND)) {
      assertEquals(List.of("../../../evil.csv", "/etc/passwd"), source.parts());
      assertEquals("passwd", source.tableName());
    }
    assertEquals(2, read(zip, "../../../evil.csv").rows.size());
    try (Stream<Path> all = Files.list(folder)) {
      assertEquals(List.of(zip), all.toList());
    }
  }

  @Test
  void namesOfDosAndRepeatedNames() throws IOException {
    Path zip = folder.resolve("noms.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), Charset.forName("IBM850"))) {
      out.putNextEntry(new ZipEntry("Été\\à vendre.csv"));
      out.write(ORDERS.getBytes(UTF_8));
      out.putNextEntry(new ZipEntry("b.csv"));
      out.write(CUSTOMERS.getBytes(UTF_8));
    }
    try (TextSource source = Sources.of(zip, TextOptions.FOUND)) {
      assertEquals(List.of("Été/à vendre.csv", "b.csv"), source.parts());
    }
    byte[] twice = new Zips().with("a.csv", ORDERS).with("b.csv", CUSTOMERS).bytes();
    int listed = new String(twice, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("b.csv");
    twice[listed] = 'a';
    try (TextSource source = Sources.of(file("twice.zip", twice), TextOptions.FOUND)) {
      assertEquals(List.of("a.csv", "a.csv (2)"), source.parts());
    }
  }

  @Test
  void largeArchivesOfTheNewerKind() throws IOException {
    // the listing gives sizes and places in 64 bits, as above 4 GB
    byte[] plain = new Zips().with("a.csv", ORDERS).bytes();
    int entry = new String(plain, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    int end = plain.length - 22;
    ByteBuffer from = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer to = ByteBuffer.allocate(plain.length + 28 + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
    to.put(plain, 0, end);
    long size = Integer.toUnsignedLong(from.getInt(entry + 24));
    long packed = Integer.toUnsignedLong(from.getInt(entry + 20));
    to.putInt(entry + 20, -1).putInt(entry + 24, -1).putInt(entry + 42, -1).putShort(entry + 30, (short) 28);
    to.putShort((short) 1).putShort((short) 24).putLong(size).putLong(packed).putLong(0);
    int end64 = to.position();
    to.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45).putInt(0).putInt(0);
    to.putLong(1).putLong(1).putLong(end64 - entry).putLong(entry);
    to.putInt(0x07064b50).putInt(0).putLong(end64).putInt(1);
    to.put(plain, end, 22).putShort(to.position() - 12, (short) -1).putInt(to.position() - 6, -1);
    assertEquals(2, read(file("large.zip", to.array()), null).rows.size());
  }

  @Test
  void encryptedFilesAreRefused() {
    byte[] zip = new Zips().with("a.csv", CUSTOMERS + CUSTOMERS).with("readme.txt", "x,y\n1,2\n").bytes();
    int listed = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    zip[listed + 8] |= 1;
    Path file = file("secret.zip", zip);
    assertEquals(Message.of("intake.encrypted", "secret.zip/a.csv"), refusal(file));
    assertEquals(1, read(file, "readme.txt").rows.size());
    zip[listed + 8] &= ~1;
    zip[listed + 10] = 14;
    assertEquals(Message.of("intake.archive-method", "lzma.zip/a.csv"), refusal(file("lzma.zip", zip)));
  }

  @Test
  void archivesWithoutATable() {
    assertEquals("intake.archive-nothing", refusal(file("a.zip", new Zips().bytes())).key());
    assertEquals("intake.archive-nothing",
        refusal(file("b.zip",
            new Zips().with("a.pdf", "%PDF-1.7 a")
                .with("b.7z", new byte[]{'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C})
                .bytes()))
            .key());
    assertEquals("intake.document",
        refusal(file("c.docx",
            new Zips().with("[Content_Types].xml", "<a/>").with("word/document.xml", "<a/>").bytes()))
            .key());
    assertEquals("intake.document", refusal(file("d.odt",
        new Zips().with("mimetype", "application/vnd.oasis.opendocument.text")
            .with("content.xml", "<a/>")
            .bytes()))
        .key());
    assertEquals("intake.document", refusal(file("e.csv", "%PDF-1.7 x".getBytes(UTF_8))).key());
    assertEquals("intake.other-archive", refusal(file("f.csv", "Rar!\32\7\0xx".getBytes(UTF_8))).key());
    assertEquals("intake.xml", refusal(file("g.csv", "<?xml version='1.0'?><a/>".getBytes(UTF_8))).key());
  }

  @Test
  void damagedArchivesAreRefusedWhereverTheDamageIs() {
    byte[] whole = new Zips().with("a.csv", ORDERS.repeat(50)).with("b.csv", CUSTOMERS).bytes();
    for (int length = 4; length < whole.length; length++) {
      Path cut = file("cut.zip", Arrays.copyOf(whole, length));
      assertEquals("intake.damaged-gzip", refusal(cut).key());
    }
    Random random = new Random(11);
    int read = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = whole.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
      }
      Path file = file("noise.zip", bytes);
      try {
        ReadBack.of(file);
        read++;
      } catch (Problem expected) {
        assertTrue(expected.message().key().startsWith("intake."));
      }
    }
    assertTrue(read > 0 && read < 3_000, "read " + read);
  }

  @Test
  void tenGigabytesOfBlanksAreNotUnpacked() throws IOException {
    byte[] rows = Zips.deflated("a,b\n1,2\n", 10L << 30);
    assertEquals("intake.bomb",
        refusal(file("bomb.zip", Zips.ofDeflated("bomb.csv", rows, 10L << 30))).key());
    ByteBuffer gzip = ByteBuffer.allocate(10 + rows.length)
        .put(new byte[]{0x1F, (byte) 0x8B, 8})
        .position(10);
    assertEquals("intake.bomb", refusal(file("bomb.csv.gz", gzip.put(rows).array())).key());
    byte[] inner = Zips.deflated("PK\3\4", 10L << 30);
    assertEquals("intake.bomb",
        refusal(file("nested.zip", Zips.ofDeflated("inner.zip", inner, 10L << 30))).key());
    assertEquals(before, unpacked());
  }

  @Test
  void tooManyFilesAreNotListed() throws IOException {
    Path zip = folder.resolve("many.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < 10_001; i++) {
        out.putNextEntry(new ZipEntry(i + ".csv"));
      }
    }
    assertEquals("intake.archive-too-many", refusal(zip).key());
  }

  @Test
  void tablesThatPackWellAreRead() throws IOException {
    Path gzip = folder.resolve("plain.csv.gz");
    byte[] rows = "customer,12.50,Saint-Germain-en-Laye\n".repeat(100).getBytes(UTF_8);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write("name,amount,city\n".getBytes(UTF_8));
      for (int i = 0; i < 30_000; i++) {
        out.write(rows);
      }
    }
    try (TextSource source = Sources.of(gzip, TextOptions.FOUND);
        TextSource.Reading reading = source.open()) {
      assertEquals(17 + 30_000L * rows.length, reading.text().transferTo(OutputStream.nullOutputStream()));
    }
  }

  @Test
  void unpackedFilesGoWhenTheSourceIsClosed() throws IOException {
    byte[] inner = new Zips().with("a.csv", ORDERS).with("b.csv", CUSTOMERS).bytes();
    Path zip = file("outer.zip", new Zips().with("inner.zip", inner).bytes());
    try (TextSource source = Sources.of(zip, TextOptions.FOUND); TextSource.Reading reading = source.open()) {
      assertEquals(before.size() + 1, unpacked().size());
      try (InputStream text = reading.text()) {
        assertEquals('i', text.read());
      }
      assertEquals(List.of("a.csv", "b.csv"), source.parts());
    }
    assertEquals(before, unpacked());
    CancelledLater cancelled = new CancelledLater(0);
    byte[] noise = new byte[3 << 20];
    new Random(3).nextBytes(noise);
    Path large = file("large.zip", new Zips()
        .with("inner.zip", new Zips().with("a.csv", ORDERS).with("noise", noise).bytes())
        .bytes());
    assertThrows(JobContext.Cancelled.class, () -> Sources.of(large, TextOptions.FOUND, cancelled));
    assertEquals(before, unpacked());
  }
}
