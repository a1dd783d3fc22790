package app.parcelle.engine.intake.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.ContentText;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.archive.GzipContent;
import app.parcelle.engine.intake.archive.TemporaryContent;
import app.parcelle.engine.intake.archive.ZipDirectory;
import app.parcelle.engine.intake.excel.WorkbookSource;
import app.parcelle.engine.intake.html.HtmlSource;
import app.parcelle.engine.intake.json.JsonSource;
import app.parcelle.engine.intake.ods.OdsSource;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * Opens bytes as the table they hold.
 *
 * @param depth how often they are packed
 */
record Opening(TextOptions said, JobContext job, int depth) {
  /** How many times a table may be packed: a file that is packed, in an archive. */
  private static final int DEEPEST = 2;

  TextSource open(Content content) throws IOException {
    return switch (Kind.of(content)) {
      case GZIP -> inside(content).open(new GzipContent(content));
      case ZIP -> content.file() == null ? unpacked(content) : zip(content, content.file());
      case JSON -> JsonSource.of(content, said, job);
      case HTML -> HtmlSource.of(content, said, job);
      case XML -> throw problem("intake.xml", content);
      case DOCUMENT -> throw problem("intake.document", content);
      case PACKED -> throw problem("intake.other-archive", content);
      case FLAT_SHEETS -> OdsSource.of(content, said, job);
      case OLE2 -> content.file() == null ? unpacked(content) : workbook(content, content.file());
      case BINARY -> content.file() == null ? new ContentText(content) : binary(content, content.file());
      case EMPTY, TEXT -> new ContentText(content);
    };
  }

  private static Problem problem(String key, Content content) {
    return new Problem(Message.of(key, content.name()));
  }

  /** A format that is read at any place, in a file of its own while it is used. */
  private TextSource unpacked(Content content) throws IOException {
    TemporaryContent file = TemporaryContent.of(content, job);
    try {
      return HeldSource.of(open(file), file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private TextSource zip(Content content, Path file) throws IOException {
    ZipDirectory zip;
    try {
      zip = ZipDirectory.of(content, file);
    } catch (ZipException | EOFException e) {
      if (WorkbookSource.isWorkbook(file)) {
        return workbook(content, file);
      }
      throw e;
    }
    return switch (ZipKind.of(zip)) {
      case WORKBOOK -> workbook(content, file);
      case SHEETS -> OdsSource.of(content.name(), zip, said, job);
      case DOCUMENT -> throw problem("intake.document", content);
      case ARCHIVE -> new ArchiveOpening(inside(content)).open(zip);
    };
  }

  private TextSource workbook(Content content, Path file) {
    return WorkbookSource.of(file, content.name(), said);
  }

  /** The oldest workbooks are told by a look into their records. */
  private TextSource binary(Content content, Path file) throws IOException {
    return WorkbookSource.isWorkbook(file) ? workbook(content, file) : new ContentText(content);
  }

  private Opening inside(Content content) {
    if (depth == DEEPEST) {
      throw problem("intake.archive-depth", content);
    }
    return new Opening(said, job, depth + 1);
  }

  Opening withPart(@Nullable String part) {
    return new Opening(said.withPart(part), job, depth);
  }
}
