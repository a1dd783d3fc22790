package app.parcelle.engine.intake.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.RecordFormatException;

/** The workbook in a compound file of OLE 2, the wrapping of xls. POI finds it, and decrypts what needs no password. */
final class CompoundFile {
  private static final List<String> WORKBOOKS = List.of("Workbook", "WORKBOOK", "WorkBook", "workbook",
      "Book", "BOOK",
      "book");

  private CompoundFile() {}

  static Workbook workbook(Path file) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = files.getRoot();
      for (String name : WORKBOOKS) {
        if (root.hasEntryCaseInsensitive(name)
            && root.getEntryCaseInsensitive(name) instanceof DocumentEntry entry) {
          return new XlsWorkbook(bytes(root, entry));
        }
      }
      throw root.hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)
          ? BadWorkbook.encrypted()
          : BadWorkbook.another();
    } catch (FileNotFoundException | BadWorkbook e) {
      throw e;
    } catch (EncryptedDocumentException e) {
      throw BadWorkbook.encrypted();
    } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException
        | RecordFormatException e) {
      // what POI throws at a file whose parts contradict each other
      throw (IOException) BadWorkbook.damaged().initCause(e);
    }
  }

  private static byte[] bytes(DirectoryNode root, DocumentEntry entry) throws IOException {
    if (entry.getSize() > Workbook.mostBytes()) {
      throw BadWorkbook.tooLarge();
    }
    try (InputStream in = root.createDocumentInputStream(entry)) {
      byte[] bytes = in.readAllBytes();
      BiffRecords records = new BiffRecords(bytes, 0);
      while (records.next() && records.sid() != BiffRecords.EOF) {
        if (records.sid() == FilePassRecord.sid) {
          return decrypted(bytes, records.at(), records.end());
        }
      }
      return bytes;
    }
  }

  /** The records of a workbook with their contents decrypted, at the places where they were. */
  private static byte[] decrypted(byte[] bytes, int at, int end) throws IOException {
    RecordInputStream password = new RecordInputStream(new ByteArrayInputStream(bytes, at, end - at));
    password.nextRecord();
    EncryptionInfo info = new FilePassRecord(password).getEncryptionInfo();
    try {
      if (!info.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        throw BadWorkbook.encrypted();
      }
    } catch (GeneralSecurityException e) {
      throw BadWorkbook.encrypted();
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    plain.write(bytes, 0, end);
    RecordInputStream records = new RecordInputStream(
        new ByteArrayInputStream(bytes, end, bytes.length - end), info, end);
    // the stream itself goes on for ever behind a last record without content
    while (plain.size() < bytes.length && records.hasNextRecord()) {
      records.nextRecord();
      int sid = records.getSid();
      byte[] content = records.readRemainder();
      for (int part : new int[]{sid, content.length}) {
        plain.write(part);
        plain.write(part >>> 8);
      }
      plain.write(content);
    }
    return plain.toByteArray();
  }
}
