package app.parcelle.engine.project;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.Stored;

/** The members of segments as they were once. Every change is one step of the journal. */
public final class Snapshots {
  private final ProjectStore store;
  private final Clock clock;
  private final Supplier<Moment> now;
  private final Runnable changed;

  /** @param changed to be told when the project has changed; what {@code now} says is new then */
  Snapshots(ProjectStore store, Clock clock, Supplier<Moment> now, Runnable changed) {
    this.store = store;
    this.clock = clock;
    this.now = now;
    this.changed = changed;
  }

  /**
   * One snapshot, without its members.
   *
   * @param segment the id of the segment
   * @param at when it was taken
   * @param asOf the day that the segment was seen from
   * @param definition the segment as it was then
   */
  public record Snapshot(String id, String segment, Instant at, LocalDate asOf, Segment definition,
      int count) {}

  /** In the order in which they were taken. */
  public List<Snapshot> all() {
    return saved().stream()
        .map(s -> new Snapshot(s.id(), s.segment(), s.at(), s.asOf(), SegmentJson.read(s.definition()),
            s.count()))
        .toList();
  }

  /** Those of a segment. */
  public List<Snapshot> of(String segmentId) {
    return all().stream().filter(snapshot -> snapshot.segment().equals(segmentId)).toList();
  }

  private List<Stored.SavedSnapshot> saved() {
    return now.get().state().kept().snapshots();
  }

  /**
   * Keeps the members of a saved segment as they are. Returns the id of the snapshot.
   *
   * @throws Problem when there is no such segment, or it cannot be computed
   */
  public String freeze(String segmentId, JobContext job) {
    Moment at = now.get();
    Stored.SavedDocument saved = at.segment(segmentId);
    Evaluation evaluation = at.evaluator().evaluate(SegmentJson.read(saved.document()), job);
    long[] members = evaluation.members();
    if (members == null) {
      throw new Problem(evaluation.rows()
          .stream()
          .flatMap(row -> java.util.stream.Stream.ofNullable(row.error()))
          .findFirst()
          .orElseGet(() -> Message.of("project.no-members", saved.name())));
    }
    String id = store.kept()
        .freeze(segmentId, clock.instant(), evaluation.asOf(), saved.document(), members,
            at.data().customers().size(), Operation.of(Operation.Kind.FREEZE, saved.name()).write());
    changed.run();
    return id;
  }

  /** The members of a snapshot: one bit a customer number, of those that there were. */
  public long[] members(String id) {
    return store.kept().members(snapshot(id));
  }

  private Stored.SavedSnapshot snapshot(String id) {
    return saved().stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("project.no-snapshot", id)));
  }

  public void remove(String id) {
    Stored.SavedSnapshot removed = snapshot(id);
    String name = now.get()
        .state()
        .segments()
        .stream()
        .filter(s -> s.id().equals(removed.segment()))
        .map(Stored.SavedDocument::name)
        .findFirst()
        .orElseGet(() -> SegmentJson.read(removed.definition()).name());
    store.change(
        s -> s.withKept(
            s.kept().withSnapshots(s.kept().snapshots().stream().filter(o -> !o.id().equals(id)).toList())),
        Operation.of(Operation.Kind.REMOVE_SNAPSHOT, name).write());
    changed.run();
  }
}
