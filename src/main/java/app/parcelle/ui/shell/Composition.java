package app.parcelle.ui.shell;

import java.util.List;
import java.util.Locale;

import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.sample.SampleProject;
import app.parcelle.ui.cluster.ClusterScreen;
import app.parcelle.ui.export.ExportScreen;
import app.parcelle.ui.intake.DataScreen;
import app.parcelle.ui.library.LibraryScreen;
import app.parcelle.ui.overlap.OverlapScreen;
import app.parcelle.ui.profile.ProfileScreen;
import app.parcelle.ui.segment.SegmentScreen;
import app.parcelle.ui.split.SplitScreen;
import app.parcelle.ui.value.ValueScreen;

/** What the workbench is made of: the one place that knows every screen. */
public final class Composition {
  private Composition() {}

  /** All places; those with an entry of the rail from top to bottom. */
  public static List<Section> sections() {
    return List.of(new Section("data", Feather.DATABASE, new Place.Data(List.of()), DataScreen::new),
        new Section("profile", Feather.BAR_CHART_2, new Place.Profile(null), "data", ProfileScreen::new),
        new Section("segments", Feather.PIE_CHART, new Place.Segments(null), SegmentScreen::new),
        new Section("library", Feather.FOLDER, new Place.Library(), "segments", LibraryScreen::new),
        new Section("overlap", Feather.LAYERS, new Place.Overlap(List.of()), "segments", OverlapScreen::new),
        new Section("split", Feather.SCISSORS, new Place.Split(null), "segments", SplitScreen::new),
        new Section("clusters", Feather.SHARE_2, new Place.Clusters(), ClusterScreen::new),
        new Section("value", Feather.BAR_CHART, new Place.Value(), ValueScreen::new),
        new Section("exports", Feather.UPLOAD, new Place.Exports(List.of()), ExportScreen::new));
  }

  /** How the sample project is made. */
  public static SampleMaker samples() {
    return (file, french, job) -> SampleProject.create(file, french ? Locale.FRANCE : Locale.US, job);
  }
}
