package app.parcelle.ui.value;

import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Region;

import app.parcelle.ui.chart.PictureButtons;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Screen;
import app.parcelle.ui.shell.Workbench;

/** What customers are worth: recency, frequency and amount. */
public final class ValueScreen implements Screen {
  private final Workbench workbench;
  private final ValueViewModel model;
  private ValueView view;

  public ValueScreen(Workbench workbench) {
    this.workbench = workbench;
    this.model = new ValueViewModel(ValueSource.of(workbench.project()), workbench.jobs(),
        new ValueViewModel.After(workbench::complain, workbench::changed,
            draft -> workbench.go(new Place.Segments(draft)),
            // keys: value.segment.*
            usual -> workbench.texts().text("value.segment." + usual.name().toLowerCase(Locale.ROOT)),
            () -> workbench.texts().text("value.others")));
    this.view = built();
  }

  private ValueView built() {
    return new ValueView(model, new ValueWords(workbench.texts()),
        (chart, name) -> new PictureButtons("value", chart, () -> name, workbench.texts(), workbench.files(),
            workbench::complain),
        () -> workbench.go(new Place.Data(List.of())));
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

  @Override
  public boolean undo() {
    return model.undo();
  }

  @Override
  public boolean redo() {
    return model.redo();
  }
}
