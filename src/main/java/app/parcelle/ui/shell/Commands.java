package app.parcelle.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Folding;
import app.parcelle.ui.dialog.Clip;

/** What can be searched for and done from the field at the top: actions, places, segments, fields, customers, projects. */
final class Commands {
  private final ShellViewModel model;
  private static final int RECENT = 5;
  private static final int CUSTOMERS = 5;
  private static final String CUSTOMER = "customer:";

  private final List<Section> sections;
  private final Supplier<List<Screen.Action>> ofScreen;

  /**
   * One line of the list.
   *
   * @param id by which it is found again
   * @param label what it is called
   * @param kind what it is, in a word
   */
  record Command(String id, String label, String kind, Runnable action) {}

  /** @param ofScreen what the screen in front can do */
  Commands(ShellViewModel model, List<Section> sections, Supplier<List<Screen.Action>> ofScreen) {
    this.model = model;
    this.sections = sections;
    this.ofScreen = ofScreen;
  }

  /**
   * Those whose words begin as the words of the query do, the best first, and of equally good ones those used last; without a
   * query those used last, then all. The first {@code limit}.
   */
  List<Command> search(String query, int limit) {
    String[] words = Folding.fold(query).split("[^\\p{L}\\p{N}]+");
    return all().stream()
        .filter(command -> rank(command, words) >= 0)
        .sorted(Comparator.comparingInt((Command command) -> rank(command, words))
            .thenComparingInt(command -> age(command, query)))
        .limit(limit)
        .toList();
  }

  /** How long ago it was used; the same for all that were not. Without a query only the last few go before the others. */
  private int age(Command command, String query) {
    int age = model.usedCommands().indexOf(command.id());
    return age < 0 || (query.isBlank() && age >= RECENT) ? Integer.MAX_VALUE : age;
  }

  /** Does it, and remembers that it was done. */
  void run(Command command) {
    model.used(command.id());
    command.action().run();
  }

  /** Gives the customers whose keys begin as the query does; none for an empty query. */
  void customers(String query, Consumer<List<Command>> then) {
    Project project = model.open().get();
    if (project == null || query.isBlank()) {
      model.jobs().cancel("shell/customers");
      return;
    }
    model.jobs()
        .run("shell/customers", Message.of("shell.searching"),
            job -> project.audience().keys(query, CUSTOMERS, job),
            found -> then.accept(found.stream().map(one -> customer(one.key())).toList()), model::complain);
  }

  private Command customer(String key) {
    return new Command(CUSTOMER + key, key, text("shell.kind.customer"), () -> model.go(new Place.Why(key)));
  }

  /** 0 when the label begins with the query, 1 when its words do, 2 when it holds it somewhere; -1 when not at all. */
  private static int rank(Command command, String[] words) {
    String label = Folding.fold(command.label());
    int rank = 0;
    for (String word : words) {
      int at = label.indexOf(word);
      if (at < 0) {
        return -1;
      }
      boolean begins = at > 0 && !Character.isLetterOrDigit(label.charAt(at - 1));
      rank = Math.max(rank, at == 0 ? 0 : begins ? 1 : 2);
    }
    return rank;
  }

  private List<Command> all() {
    List<Command> all = new ArrayList<>();
    Project project = model.open().get();
    if (project != null) {
      model.usedCommands()
          .stream()
          .filter(id -> id.startsWith(CUSTOMER))
          .forEach(id -> all.add(customer(id.substring(CUSTOMER.length()))));
      for (Screen.Action action : ofScreen.get()) {
        add(all, action.key(), action.run());
      }
      addPlaces(all);
      addSegments(all);
      addFields(all, project);
    }
    addActions(all, project != null);
    addProjects(all);
    return all;
  }

  private void addPlaces(List<Command> all) {
    for (Section section : sections) {
      all.add(new Command("place:" + section.id(), text("shell.section." + section.id()), // keys: shell.section.*
          text("shell.kind.place"),
          () -> model.go(section.home())));
    }
  }

  private void addSegments(List<Command> all) {
    for (SavedSegment saved : model.view().get().segments()) {
      all.add(new Command("segment:" + saved.id(), saved.segment().name(), text("shell.kind.segment"),
          () -> model.go(new Place.Segments(saved.segment()))));
    }
  }

  private void addFields(List<Command> all, Project project) {
    FieldCatalog catalog = project.fields();
    FieldNames names = new FieldNames(catalog, model.texts());
    for (Field field : catalog.fields()) {
      String name = names.title(field);
      all.add(new Command("field:" + field.id(), name, text("shell.kind.field"),
          () -> model.go(new Place.Segments(known(field, name)))));
    }
  }

  /** The customers whose value of the field is known: a segment to start from. */
  private static Segment known(Field field, String name) {
    Condition rule = new Condition.Known(new FieldRef(field.name(), field.id()), Condition.Knowledge.KNOWN);
    return new Segment(name, rule, new Segment.Reference.Project(), null);
  }

  private void addActions(List<Command> all, boolean projectOpen) {
    WaysIn in = model.waysIn();
    add(all, "shell.menu.import", in::files);
    add(all, "shell.menu.folder", in::folder);
    add(all, "shell.menu.database", in::database);
    add(all, "shell.menu.paste", () -> in.paste(Clip.ofSystem()));
    add(all, "shell.menu.new", model::createProject);
    add(all, "shell.menu.open", model::openProject);
    add(all, "shell.menu.sample.en", () -> model.openSample(false));
    add(all, "shell.menu.sample.fr", () -> model.openSample(true));
    add(all, "shell.theme.other", () -> model.dress(model.settings().get().theme().other()));
    boolean french = model.texts().french();
    add(all, french ? "shell.language.en" : "shell.language.fr",
        () -> model.speak(french ? Locale.UK : Locale.FRANCE));
    if (projectOpen) {
      add(all, "shell.undo.project", model::undoProject);
      add(all, "shell.redo.project", model::redoProject);
    }
  }

  private void addProjects(List<Command> all) {
    for (Recent recent : model.recent().get()) {
      all.add(
          new Command("project:" + recent.file(), WaysIn.nameOf(recent.file()), text("shell.kind.project"),
              () -> model.openProject(recent.file())));
    }
  }

  private void add(List<Command> all, String key, Runnable action) {
    all.add(new Command("action:" + key, text(key), text("shell.kind.action"), action));
  }

  private String text(String key) {
    Texts texts = model.texts();
    return texts.text(key);
  }
}
