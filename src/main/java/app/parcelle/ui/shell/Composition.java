package app.parcelle.ui.shell;

import java.util.List;
import java.util.Locale;

import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.sample.SampleProject;
import app.parcelle.ui.intake.DataScreen;

/** What the workbench is made of: the one place that knows every screen. */
public final class Composition {
  private Composition() {}

  /** The entries of the rail, from top to bottom. */
  public static List<Section> sections() {
    return List.of(new Section("data", Feather.DATABASE, new Place.Data(List.of()), DataScreen::new));
  }

  /** How the sample project is made. */
  public static SampleMaker samples() {
    return (file, french, job) -> SampleProject.create(file, french ? Locale.FRANCE : Locale.US, job);
  }
}
