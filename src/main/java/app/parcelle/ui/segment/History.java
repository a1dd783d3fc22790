package app.parcelle.ui.segment;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.Segment;

/** The drafts before and after the present one. */
final class History {
  /**
   * All that undoing brings back.
   *
   * @param name as a person gave it; null for one that nobody has named yet
   * @param limit how many of those who meet the rule are kept; null for all
   * @param opening counts up with every segment that is opened or begun, so that opening another one is undone too
   * @param chosen the chosen cards, so that undoing shows what it undid
   */
  record Moment(Draft draft, @Nullable String name, Segment.Reference reference, @Nullable ZoneId zone,
      @Nullable Limit limit, long opening, Chosen chosen) {

    static Moment fresh(long opening) {
      return new Moment(Draft.empty(), null, new Segment.Reference.Project(), null, null, opening,
          Chosen.NONE);
    }

    static Moment opened(Segment segment, String name, long opening) {
      return new Moment(DraftRule.read(segment.rule()), name, segment.reference(), segment.zone(),
          segment.limit(), opening,
          Chosen.NONE);
    }

    Moment with(Draft other, Chosen choice) {
      return new Moment(other, name, reference, zone, limit, opening, choice);
    }

    Moment named(String other, long otherOpening) {
      return new Moment(draft, other, reference, zone, limit, otherOpening, chosen);
    }

    Moment limited(@Nullable Limit other) {
      return new Moment(draft, name, reference, zone, other, opening, chosen);
    }

    /** The card that the keyboard is on; 0 for none. */
    long selected() {
      return chosen.lead();
    }
  }

  private static final int KEPT = 200;

  private final Deque<Moment> before = new ArrayDeque<>();
  private final Deque<Moment> after = new ArrayDeque<>();
  private boolean continuing;

  /**
   * Remembers the moment before an edit.
   *
   * @param continues the edit is part of the one before (a thumb that is still being dragged), and undone with it
   */
  void remember(Moment moment, boolean continues) {
    if (!(continues && continuing)) {
      before.push(moment);
      if (before.size() > KEPT) {
        before.removeLast();
      }
    }
    continuing = continues;
    after.clear();
  }

  boolean canUndo() {
    return !before.isEmpty();
  }

  boolean canRedo() {
    return !after.isEmpty();
  }

  Moment undo(Moment present) {
    continuing = false;
    after.push(present);
    return before.pop();
  }

  Moment redo(Moment present) {
    continuing = false;
    before.push(present);
    return after.pop();
  }
}
