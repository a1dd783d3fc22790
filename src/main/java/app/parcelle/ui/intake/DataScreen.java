package app.parcelle.ui.intake;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.Region;

import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Screen;
import app.parcelle.ui.shell.Workbench;

/** The data of the project: its tables, and the import of files into new ones. */
public final class DataScreen implements Screen {
  private final Workbench workbench;
  private final TablesViewModel tables;
  private final ImportViewModel imports;
  private DataView view;

  public DataScreen(Workbench workbench) {
    this.workbench = workbench;
    this.tables = new TablesViewModel(workbench);
    this.imports = new ImportViewModel(ImportSource.of(workbench.project()), workbench.jobs(),
        workbench::complain,
        workbench::changed);
    this.view = new DataView(workbench, tables, imports);
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public void shown() {
    tables.refresh();
  }

  @Override
  public void arrive(Place place) {
    shown();
    if (place instanceof Place.Data(List<Path> files)) {
      imports.prepare(files);
    }
  }

  @Override
  public boolean relabel() {
    view = new DataView(workbench, tables, imports);
    return true;
  }
}
