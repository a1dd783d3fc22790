package app.parcelle.ui.profile;

import java.util.List;
import javafx.scene.layout.Region;

import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Screen;
import app.parcelle.ui.shell.Workbench;

/** What the columns of a table hold, and how they go together. */
public final class ProfileScreen implements Screen {
  private final Workbench workbench;
  private final ProfileViewModel model;
  private ProfileView view;

  public ProfileScreen(Workbench workbench) {
    this.workbench = workbench;
    this.model = new ProfileViewModel(ProfileSource.of(workbench.project()), workbench.jobs(),
        new ProfileViewModel.After(workbench::complain, draft -> workbench.go(new Place.Segments(draft))));
    this.view = built();
  }

  private ProfileView built() {
    return new ProfileView(model, new ProfileWords(workbench.texts(), workbench.project().view().zone()),
        workbench.files(), () -> workbench.go(new Place.Data(List.of())), workbench::complain);
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
    if (place instanceof Place.Profile(String tableId) && tableId != null) {
      model.open(tableId);
    } else {
      model.refresh();
    }
  }

  @Override
  public boolean relabel() {
    view = built();
    return true;
  }
}
