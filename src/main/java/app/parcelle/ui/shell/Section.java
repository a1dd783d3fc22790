package app.parcelle.ui.shell;

import java.util.function.Function;

import org.kordamp.ikonli.Ikon;

/**
 * One entry of the rail.
 *
 * @param id part of its text key and the name of its picture
 * @param home where a click on it leads
 * @param screen builds it for an open project
 */
public record Section(String id, Ikon icon, Place home, Function<Workbench, Screen> screen) {
  boolean holds(Place place) {
    return home.section() == place.section();
  }
}
