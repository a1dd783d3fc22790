package app.parcelle.engine.intake.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Optional;

import app.parcelle.engine.intake.TextSource.Reading;
import app.parcelle.engine.intake.archive.ZipDirectory;
import app.parcelle.engine.intake.archive.ZipEntry;

/** What a zip file is: workbooks and documents are zip files too. */
enum ZipKind {
  /** Office Open XML: xlsx and its kin. */
  WORKBOOK,
  /** OpenDocument: ods. */
  SHEETS,
  /** Words for people, such as docx and odt. */
  DOCUMENT,
  /** Any files packed together. */
  ARCHIVE;

  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
  private static final int LONGEST_TYPE = 200;

  static ZipKind of(ZipDirectory zip) throws IOException {
    String type = type(zip);
    if (type.startsWith(OPEN_DOCUMENT)) {
      return type.startsWith(OPEN_DOCUMENT + "spreadsheet") ? SHEETS : DOCUMENT;
    }
    if (zip.find("[Content_Types].xml").isPresent()) {
      return zip.entries().stream().anyMatch(e -> e.name().startsWith("xl/")) ? WORKBOOK : DOCUMENT;
    }
    return ARCHIVE;
  }

  /** What a document says of itself in its first file. */
  private static String type(ZipDirectory zip) throws IOException {
    Optional<ZipEntry> entry = zip.find("mimetype");
    if (entry.isEmpty() || entry.get().size() > LONGEST_TYPE) {
      return "";
    }
    try (Reading reading = zip.content(entry.get()).open()) {
      return new String(reading.text().readAllBytes(), US_ASCII);
    }
  }
}
