package app.parcelle.ui.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;

/** The system's own file windows. */
public final class NativeFileDialogs implements FileDialogs {
  private final Window owner;
  private final Supplier<Texts> texts;
  private @Nullable File folder;

  public NativeFileDialogs(Window owner, Supplier<Texts> texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public List<Path> open(Message title, String... extensions) {
    FileChooser chooser = chooser(title, extensions);
    if (extensions.length > 0) {
      chooser.getExtensionFilters().add(new ExtensionFilter(texts.get().text("shell.files.any"), "*"));
    }
    List<File> chosen = chooser.showOpenMultipleDialog(owner);
    if (chosen == null || chosen.isEmpty()) {
      return List.of();
    }
    folder = chosen.getFirst().getParentFile();
    return chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> folder(Message title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get().text(title));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    File chosen = chooser.showDialog(owner);
    if (chosen == null) {
      return Optional.empty();
    }
    folder = chosen.getParentFile();
    return Optional.of(chosen.toPath());
  }

  @Override
  public Optional<Path> save(Message title, String suggestedName, String extension) {
    FileChooser chooser = chooser(title, extension);
    chooser.setInitialFileName(suggestedName);
    File chosen = chooser.showSaveDialog(owner);
    while (chosen != null) {
      folder = chosen.getParentFile();
      File file = withExtension(chosen, extension);
      if (file.equals(chosen) || !file.exists()) {
        return Optional.of(file.toPath());
      }
      // whether to replace a file the system asks only of the name as it was typed: so it is given the whole name
      chooser.setInitialDirectory(folder);
      chooser.setInitialFileName(file.getName());
      chosen = chooser.showSaveDialog(owner);
    }
    return Optional.empty();
  }

  private FileChooser chooser(Message title, String... extensions) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get().text(title));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    if (extensions.length > 0) {
      List<String> patterns = Arrays.stream(extensions).map(extension -> "*." + extension).toList();
      chooser.getExtensionFilters().add(new ExtensionFilter(String.join(", ", patterns), patterns));
    }
    return chooser;
  }

  private static File withExtension(File file, String extension) {
    String end = "." + extension;
    return file.getName().toLowerCase(Locale.ROOT).endsWith(end) ? file : new File(file.getPath() + end);
  }
}
