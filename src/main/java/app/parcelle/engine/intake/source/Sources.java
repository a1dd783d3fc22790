package app.parcelle.engine.intake.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.ContentText;
import app.parcelle.engine.intake.FileContent;
import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.archive.GzipContent;
import app.parcelle.engine.intake.archive.TemporaryContent;
import app.parcelle.engine.intake.archive.ZipDirectory;
import app.parcelle.engine.intake.json.JsonSource;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** Finds out what kind of source a path is, by what is in it. */
public final class Sources {
  /** How many times a table may be packed: a file that is packed, in an archive. */
  private static final int DEEPEST = 2;

  private final TextOptions said;
  private final JobContext job;

  Sources(TextOptions said, JobContext job) {
    this.said = said;
    this.job = job;
  }

  /** As {@link #of(Path, TextOptions, JobContext)}, for nobody who waits. */
  public static TextSource of(Path path, TextOptions said) {
    return of(path, said, JobContext.silent());
  }

  /**
   * The table of text that a file holds, or the files of a folder together. A file is read as what it holds, whatever its name
   * says; what is nothing that is known is text.
   *
   * @param job told of unpacking, and of a look through all of a source where that is needed to know its columns
   * @throws Problem when there is no table
   */
  public static TextSource of(Path path, TextOptions said, JobContext job) {
    try {
      return Files.isDirectory(path)
          ? FolderSource.of(path, said, job)
          : new Sources(said, job).open(FileContent.of(path), 0);
    } catch (IOException e) {
      throw IntakeProblems.of(IntakeProblems.name(path), e);
    }
  }

  /** The table of a text that was pasted: cells as spreadsheets copy them, or the text of a file. */
  public static TextSource ofText(String name, String text, TextOptions said) {
    Content pasted = new PastedContent(name, text.getBytes(StandardCharsets.UTF_8));
    try {
      return new Sources(said, JobContext.silent()).open(pasted, 0);
    } catch (IOException e) {
      throw IntakeProblems.of(name, e);
    }
  }

  /** @param depth how often the content is packed */
  TextSource open(Content content, int depth) throws IOException {
    return switch (Kind.of(content)) {
      case GZIP -> open(new GzipContent(content), deeper(content, depth));
      case ZIP -> content.file() == null ? unpacked(content, depth) : zip(content, content.file(), depth);
      case JSON -> JsonSource.of(content, said, job);
      case HTML -> throw new Problem(Message.of("intake.html", content.name()));
      case XML -> throw new Problem(Message.of("intake.xml", content.name()));
      case DOCUMENT -> throw new Problem(Message.of("intake.document", content.name()));
      case PACKED -> throw new Problem(Message.of("intake.other-archive", content.name()));
      case OLE2, BINARY, EMPTY, TEXT -> new ContentText(content);
    };
  }

  /** A format that is read at any place, in a file of its own while it is used. */
  private TextSource unpacked(Content content, int depth) throws IOException {
    TemporaryContent file = TemporaryContent.of(content, job);
    try {
      return HeldSource.of(open(file, depth), file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private TextSource zip(Content content, Path file, int depth) throws IOException {
    ZipDirectory zip = ZipDirectory.of(content, file);
    return switch (ZipKind.of(zip)) {
      case WORKBOOK -> new ContentText(content);
      case SHEETS -> new ContentText(content);
      case DOCUMENT -> throw new Problem(Message.of("intake.document", content.name()));
      case ARCHIVE -> new ArchiveOpening(said, job, deeper(content, depth)).open(zip);
    };
  }

  private static int deeper(Content content, int depth) {
    if (depth == DEEPEST) {
      throw new Problem(Message.of("intake.archive-depth", content.name()));
    }
    return depth + 1;
  }
}
