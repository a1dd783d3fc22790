package app.parcelle.ui.library;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.Organising;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.project.SegmentUse;
import app.parcelle.engine.segment.Filing;
import app.parcelle.engine.segment.Filings;
import app.parcelle.engine.table.Folding;
import app.parcelle.ui.job.JobRunner;

/** The saved segments as they are kept, those of them that are shown, and what is done to them. Everything on the JavaFX thread. */
final class LibraryViewModel {
  private static final String CHANGE = "library-change";

  private final Project project;
  private final JobRunner jobs;
  private final After after;
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable String> folder = new SimpleObjectProperty<>();
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NAME);
  private final ObservableList<SavedSegment> shown = FXCollections.observableArrayList();
  private final ObservableMap<String, Integer> counts = FXCollections.observableHashMap();
  private final ReadOnlyObjectWrapper<@Nullable Deletion> deletion = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ProjectView> present;
  private @Nullable ProjectView counted;

  /** In which order segments stand. */
  enum Order {
    /** From A to Z. */
    NAME,
    /** The largest first. */
    SIZE,
    /** The one changed last first. */
    CHANGED
  }

  /** Segments that others need, about to be deleted. */
  record Deletion(List<SavedSegment> segments, List<SegmentUse> uses) {}

  /** What the screen leaves to others. */
  record After(Consumer<Message> say, Consumer<Throwable> complain, Runnable changed) {}

  LibraryViewModel(Project project, JobRunner jobs, After after) {
    this.project = project;
    this.jobs = jobs;
    this.after = after;
    present = new ReadOnlyObjectWrapper<>(project.view());
    search.addListener((_, _, _) -> arrange());
    folder.addListener((_, _, _) -> arrange());
    order.addListener((_, _, _) -> arrange());
  }

  /** What the project holds. */
  ReadOnlyObjectProperty<ProjectView> present() {
    return present.getReadOnlyProperty();
  }

  StringProperty search() {
    return search;
  }

  /** The folder that is looked into, with those within; null for all segments. */
  ObjectProperty<@Nullable String> folder() {
    return folder;
  }

  ObjectProperty<Order> order() {
    return order;
  }

  ObservableList<SavedSegment> shown() {
    return shown;
  }

  /** Customers by segment, those known; -1 where a segment cannot be computed. */
  ObservableMap<String, Integer> counts() {
    return counts;
  }

  /** What waits for a person's word; null where nothing does. */
  ReadOnlyObjectProperty<@Nullable Deletion> deletion() {
    return deletion.getReadOnlyProperty();
  }

  Filings filings() {
    return present.get().filings();
  }

  Filing filing(SavedSegment saved) {
    return filings().of(saved.id());
  }

  /** How many segments lie in a folder and in those within; in all for null. */
  long inside(@Nullable String path) {
    return present.get().segments().stream().filter(saved -> lies(saved, path)).count();
  }

  List<SegmentUse> uses(SavedSegment saved) {
    return project.organising().uses(saved.id());
  }

  /** The project may have changed. */
  void refresh() {
    present.set(project.view());
    String path = folder.get();
    if (path != null && !filings().allFolders().contains(path)) {
      folder.set(null);
    }
    deletion.set(null);
    arrange();
    count();
  }

  private void arrange() {
    List<SavedSegment> now = present.get()
        .segments()
        .stream()
        .filter(saved -> lies(saved, folder.get()) && says(saved))
        .sorted(comparator())
        .toList();
    if (!now.equals(shown)) {
      shown.setAll(now);
    }
  }

  private boolean lies(SavedSegment saved, @Nullable String path) {
    return path == null || Filings.within(/* path= */ filing(saved).folder(), /* folder= */ path);
  }

  /** Whether all words searched for stand in its name, folder, tags or note. */
  private boolean says(SavedSegment saved) {
    Filing filing = filing(saved);
    String all = Folding.fold(String.join(" ", saved.segment().name(), filing.folder(), filing.note(),
        String.join(" ", filing.tags())));
    return Arrays.stream(Folding.fold(search.get()).split("\\s+", -1)).allMatch(all::contains);
  }

  private Comparator<SavedSegment> comparator() {
    Comparator<SavedSegment> name = Comparator.comparing(saved -> Folding.fold(saved.segment().name()));
    return switch (order.get()) {
      case NAME -> name;
      case SIZE -> Comparator.<SavedSegment>comparingInt(saved -> counts.getOrDefault(saved.id(), -1))
          .reversed()
          .thenComparing(name);
      case CHANGED -> Comparator.<SavedSegment, Instant>comparing(saved -> {
        Instant changed = filing(saved).changed();
        return changed == null ? Instant.EPOCH : changed;
      }).reversed().thenComparing(name);
    };
  }

  private void count() {
    ProjectView now = present.get();
    if (counted != null && counted.segments().equals(now.segments()) && counted.tables().equals(now.tables())
        && counted.clusterings().equals(now.clusterings())) {
      return;
    }
    counted = now;
    jobs.run("library-count", Message.of("library.counting"), job -> {
      Map<String, Integer> all = new HashMap<>();
      for (SavedSegment saved : now.segments()) {
        job.throwIfCancelled();
        all.put(saved.id(), project.evaluate(saved.segment(), job).count());
      }
      return all;
    }, all -> {
      counts.clear();
      counts.putAll(all);
      arrange();
    }, after.complain());
  }

  void move(Collection<String> ids, String path) {
    change(organising -> organising.move(ids, path), null);
  }

  void describe(SavedSegment saved, List<String> tags, String note) {
    change(organising -> organising.describe(saved.id(), tags, note), null);
  }

  void rename(SavedSegment saved, String name) {
    if (!name.isBlank()) {
      change(_ -> project.rename(saved.id(), name), null);
    }
  }

  void duplicate(SavedSegment saved, String name) {
    change(organising -> organising.duplicate(saved.id(), free(name)), null);
  }

  void addFolder(String path) {
    change(organising -> organising.addFolder(path), null);
  }

  void renameFolder(String path, String name) {
    String around = Filings.parent(path);
    change(organising -> organising.renameFolder(path, around.isEmpty() ? name : around + "/" + name), null);
  }

  void moveFolder(String path, @Nullable String into) {
    String name = Filings.name(path);
    if (!Filings.parent(path).equals(into == null ? "" : into)) {
      change(organising -> organising.renameFolder(path, into == null ? name : into + "/" + name), null);
    }
  }

  void removeFolder(String path) {
    change(organising -> organising.removeFolder(path), null);
  }

  /** Deletes segments; when other segments need them, a person is asked first. */
  void delete(List<SavedSegment> segments) {
    List<SegmentUse> uses = segments.stream()
        .flatMap(saved -> uses(saved).stream())
        .filter(use -> use.kind() == SegmentUse.Kind.SEGMENT
            && segments.stream().noneMatch(saved -> saved.segment().name().equals(use.name())))
        .distinct()
        .toList();
    if (uses.isEmpty()) {
      deleteNow(segments);
    } else {
      deletion.set(new Deletion(segments, uses));
    }
  }

  void deleteNow(List<SavedSegment> segments) {
    deletion.set(null);
    change(organising -> organising.remove(segments.stream().map(SavedSegment::id).toList()),
        Message.of("library.deleted", segments.getFirst().segment().name(), segments.size() - 1));
  }

  void keep() {
    deletion.set(null);
  }

  private void change(Consumer<Organising> change, @Nullable Message said) {
    jobs.run(CHANGE, Message.of("library.changing"), _ -> {
      change.accept(project.organising());
      return true;
    }, _ -> {
      after.changed().run();
      refresh();
      if (said != null) {
        after.say().accept(said);
      }
    }, after.complain());
  }

  private String free(String wanted) {
    String name = wanted;
    for (int n = 2; taken(name); n++) {
      name = wanted + " " + n;
    }
    return name;
  }

  private boolean taken(String name) {
    return present.get().segments().stream().anyMatch(saved -> saved.segment().name().equalsIgnoreCase(name));
  }
}
