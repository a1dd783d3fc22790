package app.parcelle.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.ui.dialog.Clip;
import app.parcelle.ui.dialog.FileDialogs;

/** The ways in for data: files, a folder as one table, copied cells, a database. All lead to the same import screen. */
public final class WaysIn {
  private static final String[] EXTENSIONS = {"csv", "tsv", "txt", "xlsx", "xlsm", "xlsb", "xls", "ods",
      "fods", "json", "ndjson", "jsonl", "geojson", "zip", "gz"};

  private final FileDialogs files;
  private final Supplier<Texts> texts;
  private final BiConsumer<String, Place> arrive;
  private final Consumer<Message> say;

  /**
   * @param arrive goes to a place; with what a new project could be called, where none is open
   * @param say says what there is to say about what cannot be imported
   */
  WaysIn(FileDialogs files, Supplier<Texts> texts, BiConsumer<String, Place> arrive, Consumer<Message> say) {
    this.files = files;
    this.texts = texts;
    this.arrive = arrive;
    this.say = say;
  }

  /** Into the project that is open. */
  public static WaysIn of(Workbench workbench) {
    return new WaysIn(workbench.files(), workbench::texts, (_, place) -> workbench.go(place), workbench::say);
  }

  /** Asks which files to import. */
  public void files() {
    bring(files.open(Message.of("shell.import.title"), EXTENSIONS));
  }

  /** Asks for one file, and goes nowhere. */
  public Optional<Origin> choose() {
    return files.open(Message.of("shell.refresh.title"), EXTENSIONS).stream().findFirst().map(WaysIn::origin);
  }

  /** Asks for a folder, whose files become one table. */
  public void folder() {
    files.folder(Message.of("shell.folder.title")).ifPresent(folder -> bring(List.of(folder)));
  }

  public void database() {
    arrive.accept("", new Place.Database());
  }

  /** Takes what has been copied: files, or the cells of a table. */
  public void paste(Clip clip) {
    if (!clip.files().isEmpty()) {
      bring(clip.files());
    } else if (clip.isTable()) {
      String name = texts.get().text("shell.paste.name");
      arrive.accept("", new Place.Data(List.of(Sources.pasted(name, clip.text()))));
    } else {
      say.accept(Message.of("shell.paste.nothing"));
    }
  }

  /** Takes files and folders, as they were chosen or dropped. */
  public void bring(List<Path> chosen) {
    if (!chosen.isEmpty()) {
      arrive.accept(nameOf(chosen.getFirst()), new Place.Data(chosen.stream().map(WaysIn::origin).toList()));
    }
  }

  private static Origin origin(Path path) {
    return Files.isDirectory(path) ? Sources.folder(path) : Sources.file(path);
  }

  /** The name of a file up to its first dot. */
  static String nameOf(Path file) {
    String name = Objects.toString(file.getFileName(), "");
    int dot = name.indexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }
}
