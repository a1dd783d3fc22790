package app.parcelle.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.BugReport;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.theme.Theme;

/** The state of the frame: which project is open, in what language and theme, and what has to be said. */
public final class ShellViewModel implements Workbench {
  /** The extension of project files, without the dot. */
  static final String EXTENSION = "parcelle";

  private static final int COMMANDS_KEPT = 30;

  private static final Logger LOG = LoggerFactory.getLogger(ShellViewModel.class);

  private final SettingsFile kept;
  private final JobRunner jobs;
  private final FileDialogs files;
  private final SampleMaker samples;
  private final Function<Locale, Texts> speech;

  private final ReadOnlyObjectWrapper<Settings> settings;
  private final ReadOnlyObjectWrapper<Texts> texts;
  private final ReadOnlyObjectWrapper<@Nullable Project> project = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ProjectView> view = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(Facts.UNKNOWN);
  private final ReadOnlyObjectWrapper<List<Recent>> recent = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<@Nullable Message> notice = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Trouble> trouble = new SimpleObjectProperty<>();
  private final List<String> usedCommands = new ArrayList<>();
  private final WaysIn waysIn;
  private Consumer<Place> traveller = _ -> {};

  /** @param speech the texts of a language */
  public ShellViewModel(SettingsFile kept, JobRunner jobs, FileDialogs files, SampleMaker samples,
      Function<Locale, Texts> speech) {
    this.kept = kept;
    this.jobs = jobs;
    this.files = files;
    this.samples = samples;
    this.speech = speech;
    this.settings = new ReadOnlyObjectWrapper<>(kept.read());
    this.texts = new ReadOnlyObjectWrapper<>(speech.apply(settings.get().language()));
    this.waysIn = new WaysIn(files, this::texts, this::arrive, this::say);
    settings.map(Settings::recent).subscribe(_ -> lookForRecent());
  }

  // what the window remembers

  public ReadOnlyObjectProperty<Settings> settings() {
    return settings.getReadOnlyProperty();
  }

  public void remember(Settings changed) {
    settings.set(changed);
    kept.write(changed);
  }

  public void speak(Locale language) {
    if (!language.equals(settings.get().language())) {
      remember(settings.get().in(language));
      texts.set(speech.apply(language));
    }
  }

  /** The recent projects whose files are there; looked for whenever the list changes. */
  ReadOnlyObjectProperty<List<Recent>> recent() {
    return recent.getReadOnlyProperty();
  }

  /** Looks again which files of recent projects are there. */
  void lookForRecent() {
    List<Recent> known = settings.get().recent();
    jobs.run("shell/recent", Message.of("shell.counting"),
        _ -> known.stream().filter(one -> Project.exists(one.file())).toList(), recent::set, this::complain);
  }

  void pin(Path file, boolean whether) {
    remember(settings.get().pinned(file, whether));
  }

  /** Takes a project from the list of recent ones; the file stays where it is. */
  void forget(Path file) {
    remember(settings.get().gone(file));
  }

  public void dress(Theme theme) {
    remember(settings.get().with(theme));
  }

  /** Notes that something was done from the field at the top. */
  void used(String command) {
    usedCommands.remove(command);
    usedCommands.addFirst(command);
    if (usedCommands.size() > COMMANDS_KEPT) {
      usedCommands.removeLast();
    }
  }

  /** What was done from the field at the top since the start, the last first. */
  List<String> usedCommands() {
    return List.copyOf(usedCommands);
  }

  // projects

  /** The open project; null on the start screen. */
  public ReadOnlyObjectProperty<@Nullable Project> open() {
    return project.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Facts> facts() {
    return facts.getReadOnlyProperty();
  }

  /** Asks where, and makes an empty project there. */
  public void createProject() {
    createProject("", new Place.Data(List.of()));
  }

  private void createProject(String suggestedName, Place then) {
    String name = suggestedName.isEmpty() ? texts.get().text("shell.new.name") : suggestedName;
    files.save(Message.of("shell.new.title"), name + "." + EXTENSION, EXTENSION)
        .ifPresent(file -> load(file, _ -> Project.create(file, ZoneId.systemDefault()), then));
  }

  /** Asks which, and opens it. */
  public void openProject() {
    files.open(Message.of("shell.open.title"), EXTENSION, "db")
        .stream()
        .findFirst()
        .ifPresent(this::openProject);
  }

  public void openProject(Path file) {
    load(file, job -> Project.open(file, job), new Place.Segments(null));
  }

  /** Opens the sample shop, which is made the first time. */
  public void openSample(boolean french) {
    Path file = kept.folder().resolve((french ? "boutique" : "shop") + "." + EXTENSION);
    load(file, job -> Project.exists(file) ? Project.open(file, job) : makeSample(file, french, job),
        new Place.Segments(null));
  }

  private Project makeSample(Path file, boolean french, JobContext job) throws IOException {
    Files.createDirectories(kept.folder());
    return samples.make(file, french, job);
  }

  /** How data comes in; into a new project where none is open. */
  public WaysIn waysIn() {
    return waysIn;
  }

  private void arrive(String suggestedName, Place place) {
    if (project.get() == null) {
      createProject(suggestedName, place);
    } else {
      go(place);
    }
  }

  private void load(Path file, JobRunner.Work<Project> work, Place then) {
    Project before = project.get();
    if (before != null && before.file().equals(file.toAbsolutePath())) {
      go(then);
      return;
    }
    jobs.run("shell/load", Message.of("shell.opening", WaysIn.nameOf(file)),
        job -> stillWanted(work.run(job), job),
        opened -> {
          show(opened);
          opened.updated().ifPresent(message -> trouble.set(new Trouble.Done(message)));
          remember(settings.get().used(file.toAbsolutePath(), Instant.now()));
          go(then);
          close(before);
        }, failure -> {
          remember(settings.get().gone(file.toAbsolutePath()));
          complain(failure);
        });
  }

  /** A project that nobody waits for any more is closed, so that it can be opened again. */
  private static Project stillWanted(Project opened, JobContext job) {
    if (job.cancelled()) {
      opened.close();
      throw new JobContext.Cancelled();
    }
    return opened;
  }

  /** Takes an open project, as if the person had opened it. */
  public void show(Project opened) {
    facts.set(Facts.UNKNOWN);
    // nothing is open between the two, or the screens of the one would look for the tables of the other in its file
    project.set(null);
    view.set(opened.view());
    project.set(opened);
    changed();
  }

  private void close(@Nullable Project before) {
    if (before != null) {
      jobs.run("shell/close", Message.of("shell.closing"), _ -> {
        before.close();
        return before;
      }, _ -> {}, this::complain);
    }
  }

  // the history of the project

  public void undoProject() {
    step(Project::undo, "shell.undone", facts.get().undo(), "shell.undo.none");
  }

  public void redoProject() {
    step(Project::redo, "shell.redone", facts.get().redo(), "shell.redo.none");
  }

  private void step(Function<Project, Message> move, String said, @Nullable Message what, String nothing) {
    Project current = project.get();
    if (current == null || what == null) {
      say(Message.of(nothing));
      return;
    }
    jobs.run("shell/step", Message.of("shell.stepping"), (JobContext _) -> move.apply(current), moved -> {
      changed();
      say(Message.of(said, moved));
    }, this::complain);
  }

  // Workbench

  @Override
  public Project project() {
    return Objects.requireNonNull(project.get(), "no project is open");
  }

  @Override
  public ReadOnlyObjectProperty<ProjectView> view() {
    return view.getReadOnlyProperty();
  }

  @Override
  public Texts texts() {
    return texts.get();
  }

  ReadOnlyObjectProperty<Texts> textsProperty() {
    return texts.getReadOnlyProperty();
  }

  @Override
  public JobRunner jobs() {
    return jobs;
  }

  @Override
  public FileDialogs files() {
    return files;
  }

  void whenGoing(Consumer<Place> window) {
    traveller = window;
  }

  @Override
  public void go(Place place) {
    traveller.accept(place);
  }

  @Override
  public void changed() {
    Project current = project();
    view.set(current.view());
    jobs.run("shell/facts", Message.of("shell.counting"), job -> Facts.of(current, job), facts::set,
        this::complain);
  }

  ObjectProperty<@Nullable Message> notice() {
    return notice;
  }

  @Override
  public void say(Message message) {
    notice.set(null);
    notice.set(message);
  }

  ObjectProperty<@Nullable Trouble> trouble() {
    return trouble;
  }

  @Override
  public void complain(Throwable failure) {
    switch (failure) {
      case Problem problem -> trouble.set(new Trouble.Expected(problem.message()));
      case JobContext.Cancelled _ -> LOG.debug("cancelled");
      default -> {
        BugReport report = BugReport.of(failure);
        LOG.error("{}", report.details());
        trouble.set(new Trouble.Bug(report));
      }
    }
  }
}
