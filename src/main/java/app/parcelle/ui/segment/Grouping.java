package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.parcelle.ui.segment.Card.Block;

/** Edits of several cards of a draft at once. Cards that are not there are passed over. */
final class Grouping {
  private Grouping() {}

  static Draft remove(Draft draft, List<Long> ids) {
    Draft now = draft;
    for (long id : ids) {
      now = now.remove(id);
    }
    return now;
  }

  /** Puts cards into a block one after the other, the first before the card that is at {@code index} there now. */
  static Draft move(Draft draft, List<Long> ids, long blockId, int index) {
    Draft now = draft;
    int at = index;
    for (long id : ids) {
      now = now.move(id, blockId, at);
      Optional<Block> into = now.block(blockId);
      int put = into.isEmpty() ? -1 : indexOf(into.get(), id);
      at = put < 0 ? at : put + 1;
    }
    return now;
  }

  /** A block around cards, at the place of the first and joined the other way; its id is the draft's next one. */
  static Draft group(Draft draft, List<Long> ids) {
    if (ids.isEmpty()) {
      return draft;
    }
    Draft wrapped = draft.wrap(ids.getFirst());
    return wrapped.equals(draft)
        ? draft
        : move(wrapped, ids.subList(1, ids.size()), draft.nextId(), Integer.MAX_VALUE);
  }

  /**
   * Takes whoever meets one of the cards out: a block of at least one of them, which is excluded. A single card turns as
   * {@link Draft#exclude} does.
   */
  static Draft exclude(Draft draft, List<Long> ids) {
    if (ids.size() < 2) {
      return ids.isEmpty() ? draft : draft.exclude(ids.getFirst());
    }
    long block = draft.nextId();
    Draft grouped = group(draft, ids);
    return grouped.equals(draft) ? draft : grouped.join(block, true).exclude(block);
  }

  /** A block of a card and another one that is put on it; a card put on a block goes to its end. */
  static Draft together(Draft draft, List<Long> moved, long onto) {
    List<Long> others = moved.stream().filter(id -> id != onto).toList();
    if (others.isEmpty() || draft.find(onto).isEmpty()
        || others.stream().anyMatch(id -> holds(draft, id, onto))) {
      return draft;
    }
    if (draft.block(onto).isPresent()) {
      return move(draft, others, onto, Integer.MAX_VALUE);
    }
    List<Long> all = new ArrayList<>(List.of(onto));
    all.addAll(others);
    return group(draft, all);
  }

  /** New cards like these, in a block before the card at {@code index}; their ids begin at the draft's next one. */
  static Draft insert(Draft draft, long blockId, int index, List<Card> cards) {
    Draft now = draft;
    int at = index;
    for (Card card : cards) {
      now = now.insertCopy(blockId, at, card);
      at = at == Integer.MAX_VALUE ? at : at + 1;
    }
    return now;
  }

  private static boolean holds(Draft draft, long id, long inner) {
    return draft.parent(inner).filter(block -> block.id() == id || holds(draft, id, block.id())).isPresent();
  }

  private static int indexOf(Block block, long id) {
    List<Long> ids = block.children().stream().map(Card::id).toList();
    return ids.indexOf(id);
  }
}
