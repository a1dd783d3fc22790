package app.parcelle.ui.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import javafx.scene.input.Clipboard;

/**
 * What has been copied, as far as it can be data.
 *
 * @param files and folders; none where text was copied
 * @param text empty where there is none
 */
public record Clip(List<Path> files, String text) {
  public Clip {
    files = List.copyOf(files);
  }

  /** What the system's clipboard holds; on the JavaFX thread. */
  public static Clip ofSystem() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    List<Path> files = clipboard.hasFiles()
        ? clipboard.getFiles().stream().map(File::toPath).toList()
        : List.of();
    return new Clip(files, Objects.requireNonNullElse(clipboard.getString(), ""));
  }

  /** Whether the text has at least two lines with something on them: names and a row, or two rows. */
  public boolean isTable() {
    return text.lines().filter(line -> !line.isBlank()).limit(2).count() == 2;
  }
}
