package app.parcelle.ui.screens;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;

import app.parcelle.engine.export.ExportOptions;
import app.parcelle.engine.export.WorkbookExport;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.sample.SampleFiles;
import app.parcelle.engine.sample.SampleProject;
import app.parcelle.engine.sample.SampleRequest;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.shell.Desktop;
import app.parcelle.ui.shell.SystemParts;
import app.parcelle.ui.theme.Theme;

/** Opens the workbench on the sample project; where there is no display, runs the sample in batch and says what it wrote. */
public final class RunSample {
  private final Path folder;
  private final Texts texts;

  private RunSample(Path folder, Texts texts) {
    this.folder = folder;
    this.texts = texts;
  }

  /** @param arguments the folder for what a batch writes */
  public static void main(String[] arguments) throws Exception {
    SystemParts parts = SystemParts.here();
    RunSample run = new RunSample(Path.of(arguments[0]), new Texts(Locale.getDefault()));
    if (parts.hasDisplay()) {
      System.exit(Desktop.open("--sample"));
    }
    run.say("shell.run.batch");
    run.batch(parts.missingForPictures());
  }

  private void batch(List<String> missing) throws Exception {
    Language language = texts.french() ? Language.FRENCH : Language.ENGLISH;
    Files.createDirectories(folder);
    Path work = Files.createTempDirectory(folder, "sample-");
    Path files = Files.createDirectories(work.resolve("files"));
    SampleFiles.write(SampleRequest.standard(language.locale()), files, JobContext.silent());
    try (Project project = SampleProject.create(work.resolve("shop.parcelle"), language.locale(),
        JobContext.silent())) {
      List<Segment> segments = project.view().segments().stream().map(SavedSegment::segment).toList();
      Path workbook = folder.resolve("segments.xlsx");
      WorkbookExport.write(project, segments, ExportOptions.usual(texts.locale()), workbook,
          JobContext.silent());
      say("shell.run.workbook", workbook);
      if (missing.isEmpty()) {
        draw(project, files, work.resolve("settings"), language);
      } else {
        System.err.println(texts.text(Desktop.missing(missing)));
      }
    } finally {
      ScreenPictures.delete(work);
    }
  }

  private void draw(Project project, Path files, Path settings, Language language) throws Exception {
    // read when the toolkit starts, which is now
    System.setProperty("glass.platform", "headless");
    System.setProperty("prism.order", "sw");
    Stagehand hand = Stagehand.open(settings, language, Theme.LIGHT);
    new Tour(hand, project, files, name -> {
      Path picture = folder.resolve(name + ".png");
      hand.draw(picture);
      say("shell.run.picture", picture);
    }).walkTheRail();
    hand.leave();
    Platform.exit();
  }

  private void say(String key, Object... arguments) {
    System.out.println(texts.text(key, arguments));
  }
}
