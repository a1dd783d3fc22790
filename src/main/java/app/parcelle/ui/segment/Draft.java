package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import app.parcelle.engine.segment.Condition;
import app.parcelle.ui.segment.Card.Blank;
import app.parcelle.ui.segment.Card.Block;
import app.parcelle.ui.segment.Card.Row;

/**
 * A rule while it is being built: an immutable tree of cards. Every edit gives a new draft and leaves this one as it was, so
 * that undoing is going back to it. Edits of a card that is not there change nothing.
 *
 * @param nextId the id that the next new card gets
 */
record Draft(Block root, long nextId) {
  static final long ROOT = 1;

  static Draft empty() {
    return new Draft(new Block(ROOT, false, false, List.of()), ROOT + 1);
  }

  boolean isEmpty() {
    return root.children().isEmpty();
  }

  Optional<Card> find(long id) {
    return find(root, id);
  }

  Optional<Block> block(long id) {
    return find(id).flatMap(n -> n instanceof Block block ? Optional.of(block) : Optional.empty());
  }

  /** The block that holds the card; empty for the root. */
  Optional<Block> parent(long id) {
    return parent(root, id);
  }

  /** How many criteria there are, in blocks at any depth. */
  int size() {
    return count(root);
  }

  /** The ids of all cards but the root, in the order of the screen. */
  List<Long> order() {
    List<Long> ids = new ArrayList<>();
    addTo(ids, root);
    return ids;
  }

  /** A new criterion in a block, before the card at {@code index}. Its id is this draft's {@link #nextId}. */
  Draft insert(long blockId, int index, Condition test, Set<Blank> blanks) {
    return insert(blockId, index, new Row(nextId, test, blanks), nextId + 1);
  }

  /** A new, empty block. Its id is this draft's {@link #nextId}. */
  Draft insertBlock(long blockId, int index, boolean any, boolean excluded) {
    return insert(blockId, index, new Block(nextId, any, excluded, List.of()), nextId + 1);
  }

  /** The same criterion saying something else. */
  Draft replace(long id, Condition test, Set<Blank> blanks) {
    return change(id, n -> n instanceof Row ? List.of(new Row(id, test, blanks)) : List.of(n));
  }

  /** Takes a card away, and the block around it when it was the last in there. */
  Draft remove(long id) {
    if (id == root.id()) {
      return new Draft(root.with(List.of()), nextId);
    }
    Optional<Block> parent = parent(id);
    boolean last = parent.isPresent() && parent.get().children().size() == 1
        && parent.get().id() != root.id();
    return last ? remove(parent.get().id()) : change(id, n -> List.of());
  }

  /**
   * Puts a card into a block, before the card that is at {@code index} there now. A block does not go into itself. The block
   * it leaves goes away when it was the last in there.
   */
  Draft move(long id, long blockId, int index) {
    Optional<Card> moved = find(id);
    Optional<Block> from = parent(id);
    if (moved.isEmpty() || from.isEmpty() || find(moved.get(), blockId).isPresent()
        || block(blockId).isEmpty()) {
      return this;
    }
    int was = from.get().children().indexOf(moved.get());
    boolean sameBlock = from.get().id() == blockId;
    if (sameBlock && (index == was || index == was + 1)) {
      return this;
    }
    Draft without = change(id, n -> List.of());
    Draft put = without.insert(blockId, sameBlock && index > was ? index - 1 : index, moved.get(), nextId);
    boolean emptied = from.get().children().size() == 1 && !sameBlock && from.get().id() != root.id();
    return emptied ? put.remove(from.get().id()) : put;
  }

  /** One step towards the beginning: before the card above, into the block above, or out of its block. */
  Draft moveUp(long id) {
    return step(id, -1);
  }

  Draft moveDown(long id) {
    return step(id, 1);
  }

  /** A copy right below. Its id is this draft's {@link #nextId}. */
  Draft duplicate(long id) {
    Optional<Block> parent = parent(id);
    Optional<Card> original = find(id);
    if (parent.isEmpty() || original.isEmpty()) {
      return this;
    }
    return insertCopy(parent.get().id(), parent.get().children().indexOf(original.get()) + 1, original.get());
  }

  /** A copy of a card, of this draft or another; its id and those of the cards in it begin at {@link #nextId}. */
  Draft insertCopy(long blockId, int index, Card card) {
    long[] next = {nextId};
    Card copy = copy(card, next);
    return insert(blockId, index, copy, next[0]);
  }

  /** A block around a card, joined the other way than the block it stands in. The block's id is {@link #nextId}. */
  Draft wrap(long id) {
    return parent(id)
        .map(parent -> new Draft(
            changed(root, id, n -> List.of(new Block(nextId, !parent.any(), false, List.of(n)))), nextId + 1))
        .orElse(this);
  }

  /** The cards of a block in the place of the block. */
  Draft unwrap(long id) {
    return id == root.id() ? this : change(id, n -> n instanceof Block block ? block.children() : List.of(n));
  }

  /**
   * Turns what a card asks for into what it excludes: a block by itself, a criterion by a block around it, which has the id
   * {@link #nextId}. Again on an excluded block takes it back.
   */
  Draft exclude(long id) {
    return switch (find(id).orElse(null)) {
      case Block block when id != root.id() -> change(id,
          n -> List.of(new Block(id, block.any(), !block.excluded(), block.children())));
      case Row row -> new Draft(
          changed(root, id, n -> List.of(new Block(nextId, true, true, List.of(row)))), nextId + 1);
      case null, default -> this;
    };
  }

  Draft join(long blockId, boolean any) {
    return change(blockId,
        n -> n instanceof Block b ? List.of(new Block(b.id(), any, b.excluded(), b.children())) : List.of(n));
  }

  private Draft step(long id, int by) {
    Optional<Card> node = find(id);
    Optional<Block> parent = parent(id);
    if (node.isEmpty() || parent.isEmpty()) {
      return this;
    }
    List<Card> siblings = parent.get().children();
    int at = siblings.indexOf(node.get());
    int next = at + by;
    if (next < 0 || next >= siblings.size()) {
      return parent(parent.get().id())
          .map(outer -> move(id, outer.id(), outer.children().indexOf(parent.get()) + (by > 0 ? 1 : 0)))
          .orElse(this);
    }
    if (siblings.get(next) instanceof Block block && node.get() instanceof Row) {
      return move(id, block.id(), by > 0 ? 0 : block.children().size());
    }
    return move(id, parent.get().id(), by > 0 ? at + 2 : next);
  }

  private Draft insert(long blockId, int index, Card node, long next) {
    return new Draft(changed(root, blockId, n -> {
      if (!(n instanceof Block block)) {
        return List.of(n);
      }
      List<Card> children = new ArrayList<>(block.children());
      children.add(Math.clamp(index, 0, children.size()), node);
      return List.of(block.with(children));
    }), next);
  }

  private Draft change(long id, Function<Card, List<Card>> edit) {
    return new Draft(changed(root, id, edit), nextId);
  }

  private static Block changed(Block block, long id, Function<Card, List<Card>> edit) {
    if (block.id() == id) {
      return edit.apply(block).getFirst() instanceof Block same ? same : block;
    }
    List<Card> children = new ArrayList<>();
    for (Card child : block.children()) {
      if (child.id() == id) {
        children.addAll(edit.apply(child));
      } else {
        children.add(child instanceof Block inner ? changed(inner, id, edit) : child);
      }
    }
    return block.with(children);
  }

  private static Optional<Card> find(Card node, long id) {
    if (node.id() == id) {
      return Optional.of(node);
    }
    return node instanceof Block block
        ? block.children().stream().flatMap(child -> find(child, id).stream()).findFirst()
        : Optional.empty();
  }

  private static Optional<Block> parent(Block block, long id) {
    for (Card child : block.children()) {
      if (child.id() == id) {
        return Optional.of(block);
      }
      Optional<Block> deeper = child instanceof Block inner ? parent(inner, id) : Optional.empty();
      if (deeper.isPresent()) {
        return deeper;
      }
    }
    return Optional.empty();
  }

  private static void addTo(List<Long> ids, Block block) {
    for (Card child : block.children()) {
      ids.add(child.id());
      if (child instanceof Block inner) {
        addTo(ids, inner);
      }
    }
  }

  private static int count(Card node) {
    return node instanceof Block block ? block.children().stream().mapToInt(Draft::count).sum() : 1;
  }

  private static Card copy(Card node, long[] next) {
    long id = next[0]++;
    return switch (node) {
      case Row row -> new Row(id, row.test(), row.blanks());
      case Block block -> new Block(id, block.any(), block.excluded(),
          block.children().stream().map(child -> copy(child, next)).toList());
    };
  }
}
