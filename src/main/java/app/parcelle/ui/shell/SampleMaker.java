package app.parcelle.ui.shell;

import java.nio.file.Path;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;

/** Makes the sample shop in a new project file. */
@FunctionalInterface
public interface SampleMaker {
  Project make(Path file, boolean french, JobContext job);
}
