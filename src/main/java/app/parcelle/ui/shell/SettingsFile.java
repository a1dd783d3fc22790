package app.parcelle.ui.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import app.parcelle.ui.theme.Theme;

/** {@link Settings} in a small file of the user's configuration folder. A file that cannot be read counts as absent. */
public final class SettingsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

  private final Path folder;

  /** @param folder where settings and the sample projects are kept; made when first written to */
  public SettingsFile(Path folder) {
    this.folder = folder;
  }

  /** In the place that the system keeps for programs. */
  public static SettingsFile ofUser() {
    Path home = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String given = System.getenv(system.contains("win") ? "APPDATA" : "XDG_CONFIG_HOME");
    if (given != null && !given.isBlank()) {
      return new SettingsFile(Path.of(given, "parcelle"));
    }
    return new SettingsFile(system.contains("mac")
        ? home.resolve("Library/Application Support/Parcelle")
        : home.resolve(".config/parcelle"));
  }

  public Path folder() {
    return folder;
  }

  public Settings read() {
    Settings first = Settings.first(Locale.getDefault());
    Properties kept = new Properties();
    try (Reader in = Files.newBufferedReader(file())) {
      kept.load(in);
      return new Settings(number(kept, "width", first.width()), number(kept, "height", first.height()),
          Boolean.parseBoolean(kept.getProperty("maximized")),
          Settings.first(Locale.of(kept.getProperty("language", first.language().getLanguage()))).language(),
          "dark".equals(kept.getProperty("theme")) ? Theme.DARK : Theme.LIGHT, recent(kept));
    } catch (IOException | IllegalArgumentException unreadable) {
      return first;
    }
  }

  private static double number(Properties kept, String name, double otherwise) {
    return Math.max(600, Double.parseDouble(kept.getProperty(name, Double.toString(otherwise))));
  }

  private static List<Recent> recent(Properties kept) {
    List<Recent> files = new ArrayList<>();
    for (int i = 1; kept.containsKey("recent." + i); i++) {
      String name = "recent." + i;
      try {
        files.add(new Recent(Path.of(kept.getProperty(name)),
            Boolean.parseBoolean(kept.getProperty(name + ".pinned")),
            instant(kept.getProperty(name + ".opened"))));
      } catch (InvalidPathException fromAnotherSystem) {
        LOG.debug("a recent project has no path on this system");
      }
    }
    return files;
  }

  private static @Nullable Instant instant(@Nullable String written) {
    try {
      return written == null ? null : Instant.parse(written);
    } catch (DateTimeParseException changedByHand) {
      return null;
    }
  }

  /** Keeps the settings; a folder that cannot be written to costs the person no more than that. */
  public void write(Settings settings) {
    Properties kept = new Properties();
    kept.setProperty("width", Double.toString(settings.width()));
    kept.setProperty("height", Double.toString(settings.height()));
    kept.setProperty("maximized", Boolean.toString(settings.maximized()));
    kept.setProperty("language", settings.language().getLanguage());
    kept.setProperty("theme", settings.theme().id());
    for (int i = 0; i < settings.recent().size(); i++) {
      Recent recent = settings.recent().get(i);
      kept.setProperty("recent." + (i + 1), recent.file().toString());
      kept.setProperty("recent." + (i + 1) + ".pinned", Boolean.toString(recent.pinned()));
      if (recent.opened() != null) {
        kept.setProperty("recent." + (i + 1) + ".opened", recent.opened().toString());
      }
    }
    try {
      Files.createDirectories(folder);
      try (Writer out = Files.newBufferedWriter(file())) {
        kept.store(out, null);
      }
    } catch (IOException unwritable) {
      LOG.warn("settings could not be kept: {}", unwritable.getClass().getSimpleName());
    }
  }

  private Path file() {
    return folder.resolve("settings.properties");
  }
}
