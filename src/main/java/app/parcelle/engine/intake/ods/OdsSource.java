package app.parcelle.engine.intake.ods;

import java.io.IOException;
import java.util.zip.ZipException;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.TextSource.Reading;
import app.parcelle.engine.intake.archive.ZipDirectory;
import app.parcelle.engine.intake.archive.ZipEntry;
import app.parcelle.engine.intake.excel.WorkbookSource;
import app.parcelle.engine.intake.excel.XmlScanner;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** Opens spreadsheets of OpenDocument, in a package (ods) or as one XML file (fods). */
public final class OdsSource {
  private static final byte[] ENCRYPTION = XmlScanner.ascii("encryption-data");

  private OdsSource() {}

  /**
   * The table of one sheet.
   *
   * @param name what messages call the file
   * @throws Problem when it is encrypted, damaged, beyond bounds, or has no value
   */
  public static TextSource of(String name, ZipDirectory zip, TextOptions said, JobContext job)
      throws IOException {
    requirePlain(name, zip);
    ZipEntry sheets = zip.find("content.xml").orElseThrow(() -> new ZipException("no content.xml"));
    return of(name, zip.content(sheets), said, job);
  }

  /** As above, where the sheets stand in one file of XML. */
  public static TextSource of(Content xml, TextOptions said, JobContext job) {
    return of(xml.name(), xml, said, job);
  }

  private static TextSource of(String name, Content xml, TextOptions said, JobContext job) {
    return WorkbookSource.of(name, xml.bytes(), said, () -> OdsWorkbook.of(xml, job));
  }

  /** ODF 1.3 part 2, 3.4.1: the manifest says of each file how it was encrypted. Newer ones encrypt all in one. */
  private static void requirePlain(String name, ZipDirectory zip) throws IOException {
    boolean encrypted = zip.find("encrypted-package").isPresent();
    ZipEntry manifest = zip.find("META-INF/manifest.xml").orElse(null);
    if (manifest != null && !encrypted) {
      try (Reading reading = zip.content(manifest).open(); XmlScanner xml = new XmlScanner(reading.text())) {
        int tag = xml.next();
        while (tag != XmlScanner.END && !xml.is(ENCRYPTION)) {
          tag = xml.next();
        }
        encrypted = tag != XmlScanner.END;
      }
    }
    if (encrypted) {
      throw new Problem(Message.of("intake.encrypted", name));
    }
  }
}
