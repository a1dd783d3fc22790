package app.parcelle.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import app.parcelle.engine.message.Message;

/** Asks for files; behind an interface because a native chooser cannot be driven by a test. */
public interface FileDialogs {
  /** @param extensions such as {@code csv}, without the dot; none for any file */
  List<Path> open(Message title, String... extensions);

  Optional<Path> folder(Message title);

  /** Where to write; asks before an existing file is replaced. */
  Optional<Path> save(Message title, String suggestedName, String extension);
}
