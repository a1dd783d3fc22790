package app.parcelle.ui.shell;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * One place of the workbench.
 *
 * @param id part of its text key and the name of its picture
 * @param home where a click on it leads
 * @param within the section of the rail that it belongs to; null for one that has an entry of its own
 * @param screen builds it for an open project
 */
public record Section(String id, Ikon icon, Place home, @Nullable String within,
    Function<Workbench, Screen> screen) {

  /** An entry of the rail. */
  public Section(String id, Ikon icon, Place home, Function<Workbench, Screen> screen) {
    this(id, icon, home, null, screen);
  }

  boolean holds(Place place) {
    return home.section() == place.section();
  }

  boolean onRail() {
    return within == null;
  }
}
