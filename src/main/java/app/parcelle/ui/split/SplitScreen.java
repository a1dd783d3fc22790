package app.parcelle.ui.split;

import javafx.scene.layout.Region;

import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Screen;
import app.parcelle.ui.shell.Workbench;

/** A saved segment told apart by a field into children. */
public final class SplitScreen implements Screen {
  private final Workbench workbench;
  private final SplitViewModel model;
  private SplitView view;

  public SplitScreen(Workbench workbench) {
    this.workbench = workbench;
    this.model = new SplitViewModel(workbench.project(), workbench.jobs(),
        new SplitViewModel.After(workbench::complain, said -> {
          workbench.changed();
          workbench.say(said);
          workbench.go(new Place.Library());
        }));
    model.refresh();
    this.view = new SplitView(model, workbench);
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
    if (place instanceof Place.Split(String segmentId)) {
      model.open(segmentId);
    }
    shown();
  }

  @Override
  public boolean relabel() {
    view.leave();
    view = new SplitView(model, workbench);
    return true;
  }
}
