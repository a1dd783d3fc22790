package app.parcelle.ui.cluster;

import java.util.List;
import javafx.scene.layout.Region;

import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Screen;
import app.parcelle.ui.shell.Workbench;

/** Kinds of customers that the data itself shows. */
public final class ClusterScreen implements Screen {
  private final Workbench workbench;
  private final ClusterViewModel model;
  private ClusterView view;

  public ClusterScreen(Workbench workbench) {
    this.workbench = workbench;
    this.model = new ClusterViewModel(ClusterSource.of(workbench.project()), workbench.jobs(),
        new ClusterViewModel.After(workbench::complain, workbench::changed,
            draft -> workbench.go(new Place.Segments(draft)),
            message -> workbench.texts().text(message), workbench::say));
    this.view = built();
  }

  private ClusterView built() {
    return new ClusterView(model, new ClusterWords(workbench.texts(), workbench.project()::fields),
        workbench.files(), () -> workbench.go(new Place.Data(List.of())));
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
  public boolean relabel() {
    view = built();
    return true;
  }
}
