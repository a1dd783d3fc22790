package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.segment.Segment;

/**
 * What a draft's rule gives, and which of its counts belong to which card.
 *
 * @param pointers JSON Pointer of each counted card, by id
 */
record Outcome(Segment segment, Evaluation evaluation, Map<Long, String> pointers) {
  /** The counts of a card; empty for one that is not complete, or newer than the counts. */
  Optional<Evaluation.Row> counts(long id) {
    return at(pointers.get(id));
  }

  /** What is left after each card of a block, those it excludes last. */
  List<Step> funnel(Card.Block block) {
    List<Step> steps = new ArrayList<>();
    int before = evaluation.base();
    List<Card> cards = new ArrayList<>(block.children());
    if (block.any()) {
      cards.sort(Comparator.comparing(card -> card instanceof Card.Block inner && inner.excluded()));
    }
    for (Card card : cards) {
      Optional<Evaluation.Row> counts = counts(card.id());
      if (counts.isPresent() && counts.get().error() == null) {
        int left = counts.get().cumulative();
        steps.add(new Step(card, left, left - before));
        before = left;
      }
    }
    return steps;
  }

  /**
   * One step of the funnel.
   *
   * @param left customers after this card and those before it
   * @param change against the step before; for the first against everyone
   */
  record Step(Card card, int left, int change) {}

  /** The same counts for a draft whose rule is the same. */
  Outcome with(Map<Long, String> others) {
    return new Outcome(segment, evaluation, others);
  }

  private Optional<Evaluation.Row> at(@org.jspecify.annotations.Nullable String pointer) {
    return evaluation.rows().stream().filter(row -> row.path().equals(pointer)).findFirst();
  }
}
