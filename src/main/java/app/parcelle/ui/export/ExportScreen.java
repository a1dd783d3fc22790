package app.parcelle.ui.export;

import java.util.List;
import javafx.scene.layout.Region;

import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Screen;
import app.parcelle.ui.shell.Workbench;

/** Segments handed over as a workbook. */
public final class ExportScreen implements Screen {
  private final Workbench workbench;
  private final ExportViewModel model;
  private ExportView view;

  public ExportScreen(Workbench workbench) {
    this(ExportSource.of(workbench.project()), workbench);
  }

  ExportScreen(ExportSource source, Workbench workbench) {
    this.workbench = workbench;
    this.model = new ExportViewModel(source, workbench);
    this.view = new ExportView(model, workbench);
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public void arrive(Place place) {
    shown();
    if (place instanceof Place.Exports(List<String> segmentIds) && !segmentIds.isEmpty()) {
      model.choose(segmentIds);
    }
  }

  @Override
  public boolean relabel() {
    view = new ExportView(model, workbench);
    model.look();
    return true;
  }
}
