package app.parcelle.ui.library;

import javafx.scene.layout.Region;

import app.parcelle.ui.shell.Screen;
import app.parcelle.ui.shell.Workbench;

/** The saved segments: where they are kept, what was noted of them, and what can be done with them. */
public final class LibraryScreen implements Screen {
  private final Workbench workbench;
  private final LibraryViewModel model;
  private LibraryView view;

  public LibraryScreen(Workbench workbench) {
    this.workbench = workbench;
    this.model = new LibraryViewModel(workbench.project(), workbench.jobs(),
        new LibraryViewModel.After(workbench::say, workbench::complain, workbench::changed));
    model.refresh();
    this.view = new LibraryView(model, workbench);
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public void shown() {
    model.refresh();
    view.refreshed();
  }

  @Override
  public boolean relabel() {
    view.leave();
    view = new LibraryView(model, workbench);
    return true;
  }
}
