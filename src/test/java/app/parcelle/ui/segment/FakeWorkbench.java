package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.screens.GivenFiles;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Workbench;

/** A workbench around the small shop: it remembers what it was told. */
final class FakeWorkbench implements Workbench {
  final List<String> said = new ArrayList<>();
  final List<Place> gone = new ArrayList<>();
  private final SmallShop shop;
  private final Texts texts;
  private final JobRunner jobs = new SameThread();

  FakeWorkbench(SmallShop shop, Texts texts) {
    this.shop = shop;
    this.texts = texts;
  }

  @Override
  public Project project() {
    throw new IllegalStateException("the shop stands in for the project");
  }

  @Override
  public ReadOnlyObjectProperty<ProjectView> view() {
    return new ReadOnlyObjectWrapper<>(shop.view()).getReadOnlyProperty();
  }

  @Override
  public Texts texts() {
    return texts;
  }

  @Override
  public JobRunner jobs() {
    return jobs;
  }

  @Override
  public FileDialogs files() {
    return new GivenFiles();
  }

  @Override
  public void go(Place place) {
    gone.add(place);
  }

  @Override
  public void changed() {}

  @Override
  public void say(Message message) {
    said.add(message.key());
  }

  @Override
  public void complain(Throwable failure) {
    throw new AssertionError(failure);
  }
}
