package app.parcelle.engine.project;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Fault;
import app.parcelle.engine.segment.Filing;
import app.parcelle.engine.segment.Filings;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentCheck;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.Stored;

/** How the saved segments of a project are kept: folders, tags, notes, copies, children. Each change is one step of the journal. */
public final class Organising {
  private final ProjectStore store;
  private final Clock clock;
  private final Supplier<Moment> now;
  private final Runnable changed;

  /** @param changed to be told when the project has changed; what {@code now} says is new then */
  Organising(ProjectStore store, Clock clock, Supplier<Moment> now, Runnable changed) {
    this.store = store;
    this.clock = clock;
    this.now = now;
    this.changed = changed;
  }

  /**
   * Moves segments to a folder, which is made where there is none.
   *
   * @param folder its path, such as {@code Newsletters/VIP}; empty for out of all folders
   * @throws Problem when there is no such segment
   */
  public void move(Collection<String> segmentIds, String folder) {
    Filings filings = filings();
    String path = filings.path(folder);
    List<String> moved = segmentIds.stream().filter(id -> !filings.of(id).folder().equals(path)).toList();
    if (!moved.isEmpty()) {
      file(Operation.of(Operation.Kind.MOVE_SEGMENT, names(moved), Documents.text(path)), all -> {
        Filings result = all;
        for (String id : moved) {
          result = result.moved(id, path);
        }
        return result;
      });
    }
  }

  /**
   * Gives a segment tags and a note.
   *
   * @throws Problem when there is no such segment
   */
  public void describe(String segmentId, List<String> tags, String note) {
    Stored.SavedDocument segment = now.get().segment(segmentId);
    Filing described = filings().of(segmentId).described(tags, note);
    if (!described.equals(filings().of(segmentId))) {
      file(Operation.of(Operation.Kind.DESCRIBE_SEGMENT, segment.name(), Documents.texts(described.tags())),
          all -> all.with(described));
    }
  }

  /**
   * Makes a folder, with those around it. Returns its path as it is kept; one that there is stays.
   *
   * @throws Problem when it has no name
   */
  public String addFolder(String path) {
    String kept = named(filings().path(path));
    if (!filings().allFolders().contains(kept)) {
      file(Operation.of(Operation.Kind.ADD_FOLDER, kept), all -> all.withFolder(kept));
    }
    return kept;
  }

  /**
   * Gives a folder another path: another name, another folder around it, or both. Where there is one of that path they become one.
   *
   * @throws Problem when it has no name, or would go into itself
   */
  public void renameFolder(String folder, String path) {
    String to = named(filings().path(path, folder));
    if (Filings.within(to, folder) && !to.equalsIgnoreCase(folder)) {
      throw new Problem(Message.of("project.folder-in-itself", folder));
    }
    if (!to.equals(folder)) {
      file(Operation.of(Operation.Kind.RENAME_FOLDER, folder, Documents.text(to)),
          all -> all.renamed(folder, to));
    }
  }

  /** Removes a folder; what it held goes into the one around it. */
  public void removeFolder(String folder) {
    if (filings().allFolders().contains(folder)) {
      file(Operation.of(Operation.Kind.REMOVE_FOLDER, folder), all -> all.removed(folder));
    }
  }

  /**
   * Saves a copy of a segment, kept as the segment is. Returns its id.
   *
   * @throws Problem when there is no such segment, or another has the name
   */
  public String duplicate(String segmentId, String name) {
    Segment original = SegmentJson.read(now.get().segment(segmentId).document());
    Segment copy = original.named(name.strip());
    requireFree(List.of(copy));
    Filing like = filings().of(segmentId);
    return add(List.of(copy), Operation.of(Operation.Kind.SAVE_SEGMENT, copy.name(), SegmentJson.tree(copy)),
        like)
        .getFirst();
  }

  /**
   * Saves the parts of a segment, all of them as one step. Returns their ids.
   *
   * @param parts with names of their own
   * @param folder where they go, made where there is none
   * @throws Problem when one of them cannot be saved; then none is
   */
  public List<String> saveParts(String segmentId, List<Segment> parts, String folder) {
    Stored.SavedDocument parent = now.get().segment(segmentId);
    requireFree(parts);
    List<Segment> resolved = parts.stream()
        .map(part -> SegmentCheck.resolve(part, now.get().fields()))
        .toList();
    return add(resolved,
        Operation.of(Operation.Kind.SPLIT_SEGMENT, parent.name(),
            Documents.trees(resolved.stream().map(SegmentJson::tree).toList())),
        new Filing("", filings().path(folder), List.of(), "", null));
  }

  /**
   * What refers to a segment.
   *
   * @throws Problem when there is no such segment
   */
  public List<SegmentUse> uses(String segmentId) {
    Moment at = now.get();
    return SegmentUse.of(at.saved(segmentId), at.view().segments(),
        store.exports().all().stream().map(PastExport::read).toList());
  }

  /** Removes saved segments, as one step. */
  public void remove(Collection<String> segmentIds) {
    change(Operation.of(Operation.Kind.REMOVE_SEGMENT, names(segmentIds)), state -> {
      Filings filings = state.filings();
      for (String id : segmentIds) {
        filings = filings.without(id);
      }
      return state.withSegments(state.segments().stream().filter(s -> !segmentIds.contains(s.id())).toList())
          .withFilings(filings);
    });
  }

  private List<String> add(List<Segment> segments, Operation operation, Filing like) {
    List<String> ids = new ArrayList<>();
    change(operation, state -> {
      Stored.State result = state;
      for (Segment segment : segments) {
        String id = "s" + result.nextId();
        ids.add(id);
        result = result.with(new Stored.SavedDocument(id, segment.name(), SegmentJson.write(segment)))
            .withFilings(result.filings().with(like.of(id)).changed(id, clock.instant()));
      }
      return result;
    });
    return ids;
  }

  private void requireFree(List<Segment> segments) {
    List<String> taken = new ArrayList<>(now.get().state().segments().stream().map(s -> s.name()).toList());
    for (Segment segment : segments) {
      List<Fault> faults = SegmentCheck.checkForSaving(segment, now.get().fields());
      if (!faults.isEmpty()) {
        throw new Problem(faults.getFirst().message());
      }
      if (taken.stream().anyMatch(segment.name()::equalsIgnoreCase)) {
        throw new Problem(Message.of("project.name-taken", segment.name()));
      }
      taken.add(segment.name());
    }
  }

  private static String named(String path) {
    if (path.isEmpty()) {
      throw new Problem(Message.of("project.no-folder-name"));
    }
    return path;
  }

  private Filings filings() {
    return now.get().state().filings();
  }

  private String names(Collection<String> segmentIds) {
    return segmentIds.stream().map(id -> now.get().segment(id).name()).collect(Collectors.joining(", "));
  }

  private void file(Operation operation, UnaryOperator<Filings> change) {
    change(operation, state -> state.withFilings(change.apply(state.filings())));
  }

  private void change(Operation operation, UnaryOperator<Stored.State> change) {
    store.change(change, operation.write());
    changed.run();
  }
}
