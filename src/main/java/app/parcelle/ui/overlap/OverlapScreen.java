package app.parcelle.ui.overlap;

import javafx.scene.layout.Region;

import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Screen;
import app.parcelle.ui.shell.Workbench;

/** Segments seen together: which customers are in exactly which of them. */
public final class OverlapScreen implements Screen {
  private final Workbench workbench;
  private final OverlapViewModel model;
  private OverlapView view;

  public OverlapScreen(Workbench workbench) {
    this.workbench = workbench;
    this.model = new OverlapViewModel(OverlapViewModel.Source.of(workbench.project()), workbench.jobs(),
        new OverlapViewModel.After(workbench::complain, draft -> workbench.go(new Place.Segments(draft))));
    this.view = new OverlapView(model, workbench);
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public void shown() {
    model.refresh();
    view.refresh();
  }

  @Override
  public void arrive(Place place) {
    if (place instanceof Place.Overlap(var ids) && !ids.isEmpty()) {
      model.choose(ids);
    }
    shown();
  }

  @Override
  public boolean relabel() {
    view.leave();
    view = new OverlapView(model, workbench);
    return true;
  }
}
