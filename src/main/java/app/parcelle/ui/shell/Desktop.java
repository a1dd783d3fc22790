package app.parcelle.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.application.Application;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;

/** Opens the window where there can be one, and says in words what keeps it from opening where there cannot. */
public final class Desktop {
  private Desktop() {}

  /**
   * Shows the workbench until it is closed.
   *
   * @param arguments see {@link App}
   * @return the exit code: 0, or 1 when no window can be opened here
   */
  public static int open(String... arguments) {
    List<Message> obstacles = obstacles(SystemParts.here());
    if (obstacles.isEmpty()) {
      Application.launch(App.class, arguments);
      return 0;
    }
    Texts texts = new Texts(Locale.getDefault());
    obstacles.forEach(obstacle -> System.err.println(texts.text(obstacle)));
    return 1;
  }

  /** What keeps a window from opening; empty when nothing does. */
  static List<Message> obstacles(SystemParts parts) {
    List<String> missing = new java.util.ArrayList<>(parts.missingForPictures());
    missing.addAll(parts.missingForWindows());
    if (!missing.isEmpty()) {
      return List.of(missing(missing));
    }
    return parts.hasDisplay() ? List.of() : List.of(Message.of("shell.display.none"));
  }

  /** Which packages to install, as a command for Debian and its relatives. */
  public static Message missing(List<String> packages) {
    return Message.of("shell.system.missing", "sudo apt install " + String.join(" ", packages));
  }
}
