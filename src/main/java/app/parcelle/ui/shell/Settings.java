package app.parcelle.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import app.parcelle.ui.theme.Theme;

/**
 * What the window remembers from one day to the next.
 *
 * @param language of the screens: French or English
 * @param recent project files, the last used first, at most eight
 */
public record Settings(double width, double height, boolean maximized, Locale language, Theme theme,
    List<Path> recent) {
  private static final int RECENT = 8;

  public Settings {
    recent = List.copyOf(recent);
  }

  /** For a first start on a computer in that language. */
  public static Settings first(Locale system) {
    Locale language = system.getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK;
    return new Settings(1440, 900, false, language, Theme.LIGHT, List.of());
  }

  public Settings sized(double newWidth, double newHeight, boolean nowMaximized) {
    return new Settings(newWidth, newHeight, nowMaximized, language, theme, recent);
  }

  public Settings in(Locale newLanguage) {
    return new Settings(width, height, maximized, newLanguage, theme, recent);
  }

  public Settings with(Theme newTheme) {
    return new Settings(width, height, maximized, language, newTheme, recent);
  }

  public Settings used(Path project) {
    List<Path> newer = new ArrayList<>(List.of(project));
    recent.stream().filter(file -> !file.equals(project)).limit(RECENT - 1).forEach(newer::add);
    return new Settings(width, height, maximized, language, theme, newer);
  }

  public Settings gone(Path project) {
    return new Settings(width, height, maximized, language, theme,
        recent.stream().filter(file -> !file.equals(project)).toList());
  }
}
