package app.parcelle.engine.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;

/** The sample project, made once for all tests of a run, of which each gets a copy of its own. */
public final class SampleCopy {
  private static final Map<Locale, byte[]> MADE = new ConcurrentHashMap<>();

  private SampleCopy() {}

  /** Writes a copy to a file that is not there yet, and opens it. */
  public static Project open(Path file, Locale locale) throws IOException {
    Files.write(onDisk(file), MADE.computeIfAbsent(locale, SampleCopy::make));
    return Project.open(file);
  }

  private static Path onDisk(Path project) {
    return project.resolveSibling(project.getFileName() + ".mv.db");
  }

  private static byte[] make(Locale locale) {
    try {
      Path folder = Files.createTempDirectory("parcelle-sample-copy");
      Path file = folder.resolve("sample.parcelle");
      SampleProject.create(file, locale, JobContext.silent()).close();
      byte[] content = Files.readAllBytes(onDisk(file));
      Project.delete(file);
      Files.delete(folder);
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
