package app.parcelle.engine.intake.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells workbooks by their first bytes, whatever their names end with. */
final class WorkbookFile {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private WorkbookFile() {}

  /** Whether a file is an Office file, of which some are workbooks and the others are refused by {@link #open}. */
  static boolean isOffice(Path file) throws IOException {
    byte[] magic = magic(file);
    return is(magic, OLE) || XlsWorkbook.isBare(magic) || (is(magic, ZIP) && isPackage(file));
  }

  private static boolean isPackage(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().anyMatch(entry -> {
        String name = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
        return name.equals("[content_types].xml") || name.startsWith("xl/workbook.");
      });
    } catch (ZipException damaged) {
      // nobody can say what it was; its name may
      return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.xl[st][xmb]?");
    }
  }

  static Workbook open(Path file) throws IOException {
    byte[] magic = magic(file);
    if (is(magic, ZIP)) {
      Parts parts = new Parts(file);
      try {
        return of(parts);
      } catch (IOException | RuntimeException e) {
        try (parts) {
          throw e;
        }
      }
    }
    return is(magic, OLE) ? CompoundFile.workbook(file) : XlsWorkbook.bare(file);
  }

  private static Workbook of(Parts parts) throws IOException {
    String said = Parts.first(parts.relations(""), "officeDocument");
    String main = said != null ? said : parts.has("xl/workbook.bin") ? "xl/workbook.bin" : "xl/workbook.xml";
    if (!parts.has(main)) {
      throw BadWorkbook.damaged();
    }
    if (main.endsWith(".bin")) {
      return new XlsbWorkbook(parts, main);
    }
    XlsxWorkbook workbook = new XlsxWorkbook(parts, main);
    if (!workbook.isWorkbook()) {
      throw BadWorkbook.another();
    }
    return workbook;
  }

  private static byte[] magic(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(8);
    }
  }

  private static boolean is(byte[] magic, byte[] kind) {
    return magic.length >= kind.length && Arrays.equals(magic, 0, kind.length, kind, 0, kind.length);
  }
}
