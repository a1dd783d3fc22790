package app.parcelle.ui.theme;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Light or dark: AtlantaFX's Primer, then our tokens, then the sheets that all features share. */
public enum Theme {
  LIGHT, DARK;

  /** In this order; a feature that has a sheet of its own adds its name. */
  private static final List<String> SHEETS = List.of("base", "shell", "data", "profile", "builder",
      "audience",
      "clusters", "charts",
      "value", "exports", "overlap");

  private static final String INTERFACE_FONT = "Inter";
  private static final String INTERFACE_FONT_SHEET = "inter";

  public String id() {
    return this == LIGHT ? "light" : "dark";
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /** Dresses a scene, and the popups it opens. May be called again with the other theme at any time. */
  public void apply(Scene scene) {
    scene.setUserAgentStylesheet(
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
    scene.getStylesheets().setAll(stylesheets());
  }

  private List<String> stylesheets() {
    List<String> all = new ArrayList<>();
    all.add(sheet(id()));
    SHEETS.forEach(name -> all.add(sheet(name)));
    if (Font.getFamilies().contains(INTERFACE_FONT)) {
      // a sheet rather than a style of the root: popups take over sheets only
      all.add(sheet(INTERFACE_FONT_SHEET));
    }
    return all;
  }

  private static String sheet(String name) {
    URL found = Theme.class.getResource("/app/parcelle/css/" + name + ".css");
    return Objects.requireNonNull(found, name).toExternalForm();
  }
}
