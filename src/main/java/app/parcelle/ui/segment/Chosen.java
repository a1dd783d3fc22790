package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The cards that a person has chosen.
 *
 * @param lead the card that the keyboard is on; 0 for none
 * @param anchor where a choice of several began, so that Shift goes from there
 * @param ids all of them, the lead among them
 */
record Chosen(long lead, long anchor, Set<Long> ids) {
  static final Chosen NONE = new Chosen(0, 0, Set.of());

  Chosen {
    ids = Set.copyOf(ids);
  }

  static Chosen one(long id) {
    return id == 0 ? NONE : new Chosen(id, id, Set.of(id));
  }

  static Chosen all(List<Long> ids) {
    return ids.isEmpty() ? NONE : new Chosen(ids.getLast(), ids.getFirst(), Set.copyOf(ids));
  }

  boolean holds(long id) {
    return ids.contains(id);
  }

  /** One more, or one less when it was chosen already. */
  Chosen toggled(long id) {
    Set<Long> others = new LinkedHashSet<>(ids);
    if (others.remove(id)) {
      return others.isEmpty() ? NONE : new Chosen(others.iterator().next(), anchor, others);
    }
    others.add(id);
    return new Chosen(id, id, others);
  }

  /** All from the anchor to a card, in the order of the screen. */
  Chosen upTo(long id, Draft draft) {
    List<Long> order = draft.order();
    int from = order.indexOf(anchor);
    int to = order.indexOf(id);
    return from < 0 || to < 0
        ? one(id)
        : new Chosen(id, anchor, Set.copyOf(order.subList(Math.min(from, to), Math.max(from, to) + 1)));
  }

  /** What is left of it in a draft. */
  Chosen in(Draft draft) {
    List<Long> there = new ArrayList<>(draft.order());
    there.retainAll(ids);
    return there.size() == ids.size()
        ? this
        : there.isEmpty()
            ? NONE
            : new Chosen(there.contains(lead) ? lead : there.getLast(), anchor,
                Set.copyOf(there));
  }

  /** The chosen cards in the order of the screen, without those that are in a chosen block: it takes them along. */
  List<Long> tops(Draft draft) {
    return draft.order().stream().filter(ids::contains).filter(id -> !inChosenBlock(id, draft)).toList();
  }

  private boolean inChosenBlock(long id, Draft draft) {
    return draft.parent(id)
        .filter(block -> ids.contains(block.id()) || inChosenBlock(block.id(), draft))
        .isPresent();
  }
}
