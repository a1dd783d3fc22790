package app.parcelle.ui.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Explanation;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.segment.Card.Blank;
import app.parcelle.ui.segment.History.Moment;

/** The segment being built: its draft, what was done to it, and who is in it. Everything on the JavaFX thread. */
final class SegmentViewModel {
  private static final String EVALUATE = "evaluate";

  private final Audiences audiences;
  private final JobRunner jobs;
  private final Notices notices;
  private final Supplier<String> freshName;
  private final History history = new History();
  private final ReadOnlyObjectWrapper<Moment> present;
  private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
  private final Map<Long, String> savedIds = new HashMap<>();
  private long openings;
  private @Nullable Segment asked;

  /** @param freshName what a segment is called before a person names it, in the language of the moment */
  SegmentViewModel(Audiences audiences, JobRunner jobs, Notices notices, Supplier<String> freshName) {
    this.audiences = audiences;
    this.jobs = jobs;
    this.notices = notices;
    this.freshName = freshName;
    this.present = new ReadOnlyObjectWrapper<>(Moment.fresh(0));
  }

  /** The draft with its name and selection. */
  ReadOnlyObjectProperty<Moment> present() {
    return present.getReadOnlyProperty();
  }

  /** The latest counts; null before the first. They may be of an older draft while {@link #evaluating}. */
  ReadOnlyObjectProperty<@Nullable Outcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /** Why the segment cannot be computed at all; null when it can. */
  ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty evaluating() {
    return jobs.running(EVALUATE);
  }

  /** Whether it says something that is not saved. */
  ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  Draft draft() {
    return present.get().draft();
  }

  /** As a person named it, else as it was saved, else a name that no segment has yet. */
  String name() {
    String given = present.get().name();
    return given != null
        ? given
        : saved().map(s -> s.segment().name()).orElseGet(() -> freeName(freshName.get()));
  }

  Segment segment() {
    Moment now = present.get();
    return new Segment(name(), DraftRule.of(now.draft()).rule(), now.reference(), now.zone(),
        now.limit());
  }

  /** What the draft was opened from or last saved as; empty for one that the project does not hold. */
  Optional<SavedSegment> saved() {
    String id = savedIds.get(present.get().opening());
    return allSaved().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** The segment as SQL, as it is now. */
  SqlViewModel sql() {
    return new SqlViewModel(segment(), audiences, jobs, notices);
  }

  List<SavedSegment> allSaved() {
    return audiences.view().segments();
  }

  /** How many clusters a saved clustering has; 0 when there is none of that name. */
  int clusters(String clustering) {
    return audiences.view()
        .clusterings()
        .stream()
        .filter(c -> c.name().equalsIgnoreCase(clustering) || c.id().equals(clustering))
        .mapToInt(ProjectView.SavedClustering::k)
        .findFirst()
        .orElse(0);
  }

  /** Begins again from nothing. */
  void fresh() {
    become(Moment.fresh(++openings), false);
  }

  /** Puts a segment in the place of what is there, which undo brings back. */
  void open(SavedSegment segment) {
    savedIds.put(++openings, segment.id());
    become(Moment.opened(segment.segment(), segment.segment().name(), openings), false);
  }

  void openDraft(Segment segment) {
    become(Moment.opened(segment, freeName(segment.name()), ++openings), false);
  }

  void rename(String name) {
    String trimmed = name.strip();
    if (!trimmed.isEmpty() && !trimmed.equals(name())) {
      become(present.get().named(trimmed, present.get().opening()), false);
    }
  }

  /** Selecting is no edit: it is not undone. */
  void select(long id) {
    if (present.get().selected() != id) {
      choose(Chosen.one(id));
    }
  }

  void choose(Chosen chosen) {
    if (!present.get().chosen().equals(chosen)) {
      present.set(present.get().with(draft(), chosen));
    }
  }

  Chosen chosen() {
    return present.get().chosen();
  }

  /** A new criterion in a block, selected. */
  void add(Source source, long blockId, int index) {
    edit(draft().insert(blockId, index, source.start(), source.blanks()), draft().nextId());
  }

  /** A new criterion below the selected card, or at the end of the block that is selected. */
  void add(Source source) {
    Place place = below();
    add(source, place.block(), place.index());
  }

  /** Where something new goes. */
  record Place(long block, int index) {}

  /** Below the selected card, or at the end of the block that is selected. */
  Place below() {
    Draft draft = draft();
    long selected = present.get().selected();
    long block = draft.block(selected)
        .or(() -> draft.parent(selected))
        .map(Card.Block::id)
        .orElse(Draft.ROOT);
    int after = draft.block(selected).isPresent() || draft.parent(selected).isEmpty()
        ? Integer.MAX_VALUE
        : draft.parent(selected).get().children().indexOf(draft.find(selected).orElseThrow()) + 1;
    return new Place(block, after);
  }

  void addBlock(long blockId, boolean excluded) {
    boolean any = excluded || draft().block(blockId).map(block -> !block.any()).orElse(true);
    edit(draft().insertBlock(blockId, Integer.MAX_VALUE, any, excluded), draft().nextId());
  }

  /**
   * Gives a criterion another meaning.
   *
   * @param continues part of the edit before, and undone with it
   */
  void replace(long id, Condition test, Set<Blank> blanks, boolean continues) {
    become(present.get().with(draft().replace(id, test, blanks), Chosen.one(id)), continues);
  }

  void join(long blockId, boolean any) {
    edit(draft().join(blockId, any), blockId);
  }

  /** Keeps only so many of those who meet the rule; null keeps all. */
  void limit(@Nullable Limit limit) {
    if (!Objects.equals(limit, present.get().limit())) {
      become(present.get().limited(limit), false);
    }
  }

  boolean undo() {
    return travel(history.canUndo(), history::undo);
  }

  boolean redo() {
    return travel(history.canRedo(), history::redo);
  }

  /** Whether there is an edit to take back. */
  ReadOnlyBooleanProperty undoable() {
    return undoable.getReadOnlyProperty();
  }

  /** Whether there is an edit to make again. */
  ReadOnlyBooleanProperty redoable() {
    return redoable.getReadOnlyProperty();
  }

  /** Saves it; a segment that was opened and renamed here is renamed in the project. */
  void save() {
    store(segment(), saved(), _ -> {});
  }

  /** Goes on under another name, saved, and leaves the segment that it was opened from as it is. */
  void saveAs(String name) {
    become(present.get().named(name.strip(), ++openings), false);
    store(segment(), Optional.empty(), _ -> {});
  }

  /** A copy of a saved segment under a name of its own, open as a draft. */
  void copy(SavedSegment original) {
    openDraft(original.segment());
  }

  /** Deletes a saved segment, unless others need it: that is to be looked at where all segments are. */
  void delete(SavedSegment segment) {
    List<String> needing = audiences.needing(segment.id());
    if (!needing.isEmpty()) {
      notices.say(Message.of("builder.said.needed", segment.segment().name(), String.join(", ", needing)));
      return;
    }
    jobs.run("save-segment", Message.of("builder.job.delete"), job -> {
      audiences.remove(segment.id());
      return segment;
    }, gone -> {
      refreshed();
      notices.changed();
      notices.say(Message.of("builder.said.deleted", gone.segment().name()));
    }, notices::complain);
  }

  /** The project has changed: what was saved may be gone, and counts are to be made again. */
  void refreshed() {
    markUnsaved();
    asked = null;
    evaluate();
  }

  /** Why a customer is in or out, of the rule that the counts on the screen are of. */
  void explain(String customerKey, BiConsumer<Outcome, Explanation> then) {
    Outcome shown = outcome.get();
    if (shown != null) {
      jobs.run("explain", Message.of("builder.job.explain"),
          job -> audiences.explain(shown.segment(), customerKey, job), why -> then.accept(shown, why),
          notices::complain);
    }
  }

  /** How many customers a saved segment holds now; -1 where it cannot be computed. */
  void countOf(SavedSegment segment, IntConsumer then) {
    jobs.run("count-" + segment.id(), Message.of("builder.job.evaluate"),
        job -> audiences.evaluate(segment.segment(), job).count(), then::accept, failure -> {
          if (failure instanceof Problem) {
            then.accept(-1);
          } else {
            notices.complain(failure);
          }
        });
  }

  /** Gives the id of the segment once it is saved as it is now; not at all when it cannot be saved. */
  void whenSaved(Consumer<String> then) {
    if (unsaved.get()) {
      store(segment(), saved(), then);
    } else {
      saved().ifPresent(s -> then.accept(s.id()));
    }
  }

  private void store(Segment segment, Optional<SavedSegment> before, Consumer<String> then) {
    String own = before.map(SavedSegment::id).orElse("");
    boolean taken = allSaved().stream()
        .anyMatch(s -> s.segment().name().equalsIgnoreCase(segment.name()) && !s.id().equals(own));
    if (taken) {
      notices.say(Message.of("builder.said.nameTaken", segment.name()));
      return;
    }
    if (segment.rule() == null) {
      notices.say(Message.of("builder.said.nothingToSave"));
      return;
    }
    long opening = present.get().opening();
    Segment renamed = before.map(SavedSegment::segment)
        .map(s -> new Segment(segment.name(), s.rule(), s.reference(), s.zone(), s.limit()))
        .orElse(null);
    boolean asBefore = renamed != null && says(renamed);
    jobs.run("save-segment", Message.of("builder.job.save"), job -> {
      if (renamed != null) {
        audiences.rename(own, segment.name());
      }
      return asBefore ? own : audiences.save(segment);
    }, id -> {
      savedIds.put(opening, id);
      markUnsaved();
      notices.changed();
      notices.say(Message.of("builder.said.saved", segment.name()));
      then.accept(id);
    }, notices::complain);
  }

  private void edit(Draft draft, long select) {
    edit(draft, Chosen.one(select));
  }

  /** What is done to cards. */
  CardEdits cards() {
    return new CardEdits(this);
  }

  /** Puts an edited draft in the place of the present one, and chooses cards in it. */
  void edit(Draft draft, Chosen chosen) {
    if (!draft.equals(draft())) {
      become(present.get().with(draft, chosen.in(draft)), false);
    }
  }

  private void become(Moment next, boolean continues) {
    history.remember(present.get(), continues);
    show(next);
  }

  private boolean travel(boolean can, UnaryOperator<Moment> way) {
    if (can) {
      show(way.apply(present.get()));
    }
    return can;
  }

  private void show(Moment moment) {
    present.set(moment);
    undoable.set(history.canUndo());
    redoable.set(history.canRedo());
    markUnsaved();
    evaluate();
  }

  /** A saved rule may say the same in another way than the draft read from it. */
  private void markUnsaved() {
    unsaved.set(saved().map(s -> !says(s.segment())).orElse(!draft().isEmpty()));
  }

  private boolean says(Segment segment) {
    return segment.equals(segment())
        || (segment.name().equals(segment().name()) && Objects.equals(segment.limit(), segment().limit())
            && DraftRule.read(segment.rule()).equals(draft()));
  }

  private void evaluate() {
    Segment segment = segment();
    Outcome before = outcome.get();
    if (asked != null && before != null && sameMembers(before.segment(), segment)) {
      jobs.cancel(EVALUATE);
      outcome.set(before.with(DraftRule.of(draft()).pointers()));
      return;
    }
    if (asked != null && evaluating().get() && sameMembers(asked, segment)) {
      return;
    }
    asked = segment;
    jobs.run(EVALUATE, Message.of("builder.job.evaluate"), job -> audiences.evaluate(segment, job),
        counted -> {
          problem.set(null);
          outcome.set(new Outcome(segment, counted, DraftRule.of(draft()).pointers()));
        }, this::notCounted);
  }

  private void notCounted(Throwable failure) {
    asked = null;
    if (failure instanceof Problem known) {
      problem.set(known.message());
    } else {
      notices.complain(failure);
    }
  }

  private static boolean sameMembers(Segment a, Segment b) {
    return Objects.equals(a.rule(), b.rule()) && a.reference().equals(b.reference())
        && Objects.equals(a.zone(), b.zone()) && Objects.equals(a.limit(), b.limit());
  }

  private String freeName(String wanted) {
    List<String> taken = allSaved().stream().map(s -> s.segment().name()).toList();
    String name = wanted;
    for (int n = 2; taken.contains(name); n++) {
      name = wanted + " " + n;
    }
    return name;
  }
}
