package app.parcelle.ui.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import app.parcelle.ui.theme.Theme;

/**
 * What the window remembers from one day to the next.
 *
 * @param language of the screens: French or English
 * @param recent project files: the pinned ones, then the last used first; at most eight that are not pinned
 */
public record Settings(double width, double height, boolean maximized, Locale language, Theme theme,
    List<Recent> recent) {
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

  public Settings used(Path project, Instant now) {
    boolean pinned = recent.stream().anyMatch(r -> r.file().equals(project) && r.pinned());
    List<Recent> newer = new ArrayList<>(List.of(new Recent(project, pinned, now)));
    recent.stream().filter(r -> !r.file().equals(project)).forEach(newer::add);
    return withRecent(newer);
  }

  /** Takes a project from the list; the file stays. */
  public Settings gone(Path project) {
    return withRecent(recent.stream().filter(r -> !r.file().equals(project)).toList());
  }

  public Settings pinned(Path project, boolean whether) {
    return withRecent(
        recent.stream().map(r -> r.file().equals(project) ? r.pinned(whether) : r).toList());
  }

  /** In their order: pinned ones first, then by the day they were opened. */
  private Settings withRecent(List<Recent> changed) {
    List<Recent> sorted = new ArrayList<>(changed);
    sorted.sort(Comparator.comparing((Recent r) -> !r.pinned())
        .thenComparing(r -> r.opened() == null ? Instant.MIN : r.opened(), Comparator.reverseOrder()));
    List<Recent> kept = new ArrayList<>();
    for (Recent one : sorted) {
      if (one.pinned() || kept.stream().filter(r -> !r.pinned()).count() < RECENT) {
        kept.add(one);
      }
    }
    return new Settings(width, height, maximized, language, theme, kept);
  }
}
