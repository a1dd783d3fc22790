package app.parcelle.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.ui.job.SameThreadJobs;
import app.parcelle.ui.screens.GivenFiles;
import app.parcelle.ui.theme.Theme;

class ShellViewModelTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  @TempDir
  Path folder;

  private final GivenFiles files = new GivenFiles();
  private final List<Place> gone = new ArrayList<>();
  private final List<Path> samplesMade = new ArrayList<>();
  private final List<Project> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(Project::close);
  }

  @Test
  void sampleIsMadeInAFolderThatIsNotThereYet() {
    ShellViewModel model = model();
    model.openSample(true);
    assertEquals("boutique", model.view().get().name());
    assertEquals(List.of(folder.resolve("settings/boutique.parcelle")), samplesMade);
  }

  @Test
  void sampleIsMadeOnlyOnce() {
    ShellViewModel model = model();
    model.openSample(false);
    model.project().close();
    model().openSample(false);
    assertEquals(1, samplesMade.size());
  }

  @Test
  void noScreenSeesOneProjectInTheFileOfAnother() {
    ShellViewModel model = model();
    files.next(folder.resolve("one.parcelle"));
    model.createProject();
    List<String> seen = new ArrayList<>();
    model.view().addListener((_, _, now) -> {
      Project open = model.open().get();
      seen.add(now.name() + " in " + (open == null ? "none" : open.view().name()));
    });
    files.next(folder.resolve("two.parcelle"));
    model.createProject();
    assertEquals(List.of("two in none"), seen.subList(0, 1));
    assertEquals("two", model.project().view().name());
  }

  @Test
  void openedProjectIsRecentTheNextTime() {
    files.next(folder.resolve("mine.parcelle"));
    model().createProject();
    assertEquals(List.of(folder.resolve("mine.parcelle")), recent(model()));
  }

  @Test
  void recentProjectsAreThoseWhoseFilesAreThere() {
    files.next(folder.resolve("mine.parcelle"));
    ShellViewModel model = model();
    model.createProject();
    model.remember(model.settings().get().used(folder.resolve("gone.parcelle"), Instant.now()));
    assertEquals(List.of(folder.resolve("mine.parcelle")), recent(model));
    model.pin(folder.resolve("mine.parcelle"), true);
    assertTrue(model.recent().get().getFirst().pinned());
    model.forget(folder.resolve("mine.parcelle"));
    assertEquals(List.of(), recent(model));
  }

  @Test
  void whatWasDoneLastIsFoundFirst() {
    files.next(folder.resolve("mine.parcelle"));
    ShellViewModel model = model();
    model.createProject();
    List<String> here = new ArrayList<>();
    Commands commands = new Commands(model, List.of(),
        () -> List.of(new Screen.Action("builder.header.save", () -> here.add("saved"))));
    List<Commands.Command> found = commands.search("", 50);
    assertEquals("action:builder.header.save", found.getFirst().id());
    commands.run(found.getFirst());
    commands.run(commands.search("dark", 1).getFirst());
    assertEquals(List.of("saved"), here);
    assertEquals(List.of("action:shell.theme.other", "action:builder.header.save"),
        commands.search("", 2).stream().map(Commands.Command::id).toList());
    model.used("customer:C7");
    assertEquals("customer:C7", commands.search("", 1).getFirst().id());
    assertEquals("project:" + folder.resolve("mine.parcelle"), commands.search("mine", 1).getFirst().id());
  }

  private static List<Path> recent(ShellViewModel model) {
    return model.recent().get().stream().map(Recent::file).toList();
  }

  @Test
  void projectThatIsGoneIsToldAndForgotten() throws IOException {
    Path file = folder.resolve("gone.parcelle");
    SettingsFile kept = new SettingsFile(folder.resolve("settings"));
    kept.write(Settings.first(Locale.UK).used(file, Instant.now()));
    ShellViewModel model = model();
    model.openProject(file);
    assertInstanceOf(Trouble.Expected.class, model.trouble().get());
    assertNull(model.open().get());
    assertEquals(List.of(), model.settings().get().recent());
  }

  @Test
  void importWithoutProjectAsksWhereToKeepOne() throws IOException {
    Path orders = Files.writeString(folder.resolve("orders.csv"), "a\n1\n");
    files.next(folder.resolve("orders.parcelle"));
    ShellViewModel model = model();
    model.waysIn().bring(List.of(orders));
    assertEquals("orders", model.view().get().name());
    assertEquals(List.of(new Place.Data(List.of(Sources.file(orders)))), gone);
  }

  @Test
  void closedFileWindowChangesNothing() {
    ShellViewModel model = model();
    model.createProject();
    model.openProject();
    model.waysIn().files();
    assertNull(model.open().get());
    assertNull(model.trouble().get());
  }

  @Test
  void languageAndThemeAreRemembered() {
    ShellViewModel model = model();
    model.speak(Locale.FRANCE);
    model.dress(Theme.DARK);
    ShellViewModel next = model();
    assertEquals(Locale.FRANCE, next.texts().locale());
    assertEquals(Theme.DARK, next.settings().get().theme());
  }

  @Test
  void undoWithoutHistorySaysSo() {
    ShellViewModel model = model();
    model.undoProject();
    assertEquals(Message.of("shell.undo.none"), model.notice().get());
  }

  @Test
  void bugIsReportedWithoutItsText() {
    ShellViewModel model = model();
    model.complain(new IllegalStateException("Elise Martin"));
    Trouble.Bug bug = assertInstanceOf(Trouble.Bug.class, model.trouble().get());
    assertNotNull(bug);
    assertEquals(-1, Objects.requireNonNull(bug).report().details().indexOf("Elise"));
  }

  private ShellViewModel model() {
    ShellViewModel model = new ShellViewModel(new SettingsFile(folder.resolve("settings")),
        new SameThreadJobs(), files,
        (file, _, _) -> {
          samplesMade.add(file);
          return Project.create(file, ZONE);
        }, Texts::new);
    model.whenGoing(gone::add);
    model.open().addListener((_, _, project) -> {
      if (project != null) {
        opened.add(project);
      }
    });
    return model;
  }
}
