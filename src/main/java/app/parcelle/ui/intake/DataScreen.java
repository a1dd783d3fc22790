package app.parcelle.ui.intake;

import java.util.List;
import javafx.scene.layout.Region;

import app.parcelle.engine.intake.Origin;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Screen;
import app.parcelle.ui.shell.Workbench;

/** The data of the project: its tables, and the import of what may become one. */
public final class DataScreen implements Screen {
  private final DataModels models;
  private final Workbench workbench;
  private DataView view;

  public DataScreen(Workbench workbench) {
    this.workbench = workbench;
    this.models = DataModels.of(workbench);
    this.view = new DataView(workbench, models);
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public void shown() {
    models.refresh();
  }

  @Override
  public void arrive(Place place) {
    shown();
    switch (place) {
      case Place.Data(List<? extends Origin> origins) -> models.imports().prepare(origins);
      case Place.Database() -> models.page().set(DataModels.Page.DATABASE);
      default -> {
      }
    }
  }

  @Override
  public boolean relabel() {
    view = new DataView(workbench, models);
    return true;
  }
}
