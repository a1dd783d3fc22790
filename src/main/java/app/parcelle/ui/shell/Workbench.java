package app.parcelle.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.job.JobRunner;

/** What every screen is given. All on the JavaFX thread. */
public interface Workbench {
  Project project();

  /** What the project holds now; changes after every operation, undo and redo. */
  ReadOnlyObjectProperty<ProjectView> view();

  Texts texts();

  JobRunner jobs();

  FileDialogs files();

  void go(Place place);

  /** To be called after an operation has changed the project. */
  void changed();

  /** Says something short that goes away by itself. */
  void say(Message message);

  /** Shows what went wrong: the message of a {@link app.parcelle.engine.message.Problem}, or a bug with a code to report. */
  void complain(Throwable failure);
}
