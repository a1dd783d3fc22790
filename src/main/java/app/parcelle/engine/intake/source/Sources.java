package app.parcelle.engine.intake.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.FileContent;
import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.job.JobContext;

/** Finds out what kind of source a path is, by what is in it. */
public final class Sources {
  private Sources() {}

  /** A file or folder as an origin; it is not looked at before it is opened. */
  public static Origin file(Path file) {
    return new FileOrigin(file);
  }

  /**
   * The files of a folder as one table; those that are no tables or have other columns than the rest are left out, and the
   * notes say so.
   */
  public static Origin folder(Path folder) {
    return new FolderOrigin(folder);
  }

  /** A text that a person has pasted, as an origin: cells as spreadsheets copy them, or the text of a file. */
  public static Origin pasted(String name, String text) {
    return new PastedOrigin(name, text);
  }

  /** As {@link #of(Path, TextOptions, JobContext)}, where nobody waits. */
  public static TextSource of(Path path, TextOptions said) {
    return of(path, said, JobContext.silent());
  }

  /**
   * The table of text that a file holds, or the files of a folder together. A file is read as what it holds, whatever its name
   * says; what is nothing that is known is text.
   *
   * @param job told of unpacking, and of a look through all of a source where that is needed to know its columns
   * @throws app.parcelle.engine.message.Problem when there is no table
   */
  public static TextSource of(Path path, TextOptions said, JobContext job) {
    try {
      return Files.isDirectory(path)
          ? FolderSource.of(path, said, job)
          : new Opening(said, job, 0).open(FileContent.of(path));
    } catch (IOException e) {
      throw IntakeProblems.of(IntakeProblems.name(path), e);
    }
  }

  private record FileOrigin(Path file) implements Origin {
    @Override
    public String name() {
      return IntakeProblems.name(file);
    }

    @Override
    public TextSource open(TextOptions said, JobContext job) {
      return of(file, said, job);
    }

    @Override
    public @Nullable Object stamp() {
      try {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        return is.isRegularFile() ? new Stamp(is.size(), is.lastModifiedTime()) : null;
      } catch (IOException gone) {
        // a file that is gone has not changed: what was opened of it can be read to its end, or the reading says so
        return null;
      }
    }
  }

  private record FolderOrigin(Path folder) implements Origin {
    @Override
    public String name() {
      return IntakeProblems.name(folder);
    }

    @Override
    public TextSource open(TextOptions said, JobContext job) {
      try {
        return FolderSource.leavingOut(folder, said, job);
      } catch (IOException e) {
        throw IntakeProblems.of(name(), e);
      }
    }
  }

  private record Stamp(long bytes, FileTime written) {}

  private record PastedOrigin(String name, String text) implements Origin {
    @Override
    public TextSource open(TextOptions said, JobContext job) {
      try {
        return new Opening(said, job, 0).open(new PastedContent(name, text.getBytes(UTF_8)));
      } catch (IOException e) {
        throw IntakeProblems.of(name, e);
      }
    }
  }
}
