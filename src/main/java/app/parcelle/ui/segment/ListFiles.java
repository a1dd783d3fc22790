package app.parcelle.ui.segment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.job.JobRunner;

/** Text files of lists, chosen by a person and read away from the screen. */
final class ListFiles {
  /** Some two million identifiers. */
  private static final long LARGEST = 32L << 20;

  private final FileDialogs dialogs;
  private final JobRunner jobs;
  private final Notices notices;

  ListFiles(FileDialogs dialogs, JobRunner jobs, Notices notices) {
    this.dialogs = dialogs;
    this.jobs = jobs;
    this.notices = notices;
  }

  /** Gives the text of the file that a person chooses; not at all when none is chosen. */
  void choose(Consumer<String> then) {
    dialogs.open(Message.of("builder.list.fileTitle"), "txt", "csv", "tsv")
        .stream()
        .findFirst()
        .ifPresent(file -> jobs.run("list-file", Message.of("builder.job.file"), _ -> text(file), then,
            notices::complain));
  }

  private static String text(Path file) throws java.io.IOException {
    if (Files.size(file) > LARGEST) {
      throw new Problem(Message.of("builder.list.fileTooLarge", LARGEST >> 20));
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      // written by a program of before UTF-8, as spreadsheets on Windows still do
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
