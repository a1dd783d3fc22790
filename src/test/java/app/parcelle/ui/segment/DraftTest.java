package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.ui.segment.Card.Block;
import app.parcelle.ui.segment.Card.Row;

class DraftTest {
  /** a, [b, c], d with ids 2, 3 (the block: 4, 5), 6. */
  private final Draft draft = Draft.empty()
      .insert(Draft.ROOT, 0, test("a"), Set.of())
      .insertBlock(Draft.ROOT, 1, true, false)
      .insert(3, 0, test("b"), Set.of())
      .insert(3, 1, test("c"), Set.of())
      .insert(Draft.ROOT, 2, test("d"), Set.of());

  @Test
  void cardsGoWhereTheyAreDropped() {
    assertEquals("[a {b c} d]", words(draft));
    assertEquals("[{b c} d a]", words(draft.move(2, Draft.ROOT, 3)));
    assertEquals("[{b a c} d]", words(draft.move(2, 3, 1)));
    assertEquals("[a b {c} d]", words(draft.move(4, Draft.ROOT, 1)));
    assertEquals("[{b c} a d]", words(draft.move(3, Draft.ROOT, 0)));
  }

  @Test
  void aCardDroppedWhereItIsStays() {
    assertSame(draft, draft.move(2, Draft.ROOT, 0));
    assertSame(draft, draft.move(2, Draft.ROOT, 1));
  }

  @Test
  void aBlockDoesNotGoIntoItself() {
    Draft deeper = draft.insertBlock(3, 0, false, false);
    assertSame(deeper, deeper.move(3, 3, 0));
    assertSame(deeper, deeper.move(3, draft.nextId(), 0));
    assertSame(draft, draft.move(Draft.ROOT, 3, 0));
  }

  @Test
  void theLastCardTakesItsBlockWithIt() {
    assertEquals("[a {c} d]", words(draft.remove(4)));
    assertEquals("[a d]", words(draft.remove(4).remove(5)));
    assertEquals("[a b c d]", words(draft.move(4, Draft.ROOT, 1).move(5, Draft.ROOT, 2)));
    assertEquals("[]", words(draft.remove(Draft.ROOT)));
  }

  @Test
  void movingDownEntersABlockAndLeavesItAgain() {
    Draft moving = draft;
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      moving = moving.moveDown(2);
      path.append(words(moving)).append(' ');
    }
    assertEquals("[{a b c} d] [{b a c} d] [{b c a} d] [{b c} a d] [{b c} d a] ", path.toString());
    for (int i = 0; i < 5; i++) {
      moving = moving.moveUp(2);
    }
    assertEquals(words(draft), words(moving));
    assertEquals("[a {b c} d]", words(draft.moveUp(2)));
  }

  @Test
  void aBlockMovesPastItsNeighbours() {
    assertEquals("[{b c} a d]", words(draft.moveUp(3)));
    assertEquals("[a d {b c}]", words(draft.moveDown(3)));
  }

  @Test
  void wrappingJoinsTheOtherWay() {
    assertEquals("[{a} {b c} d]", words(draft.wrap(2)));
    assertEquals("[a {[b] c} d]", words(draft.wrap(4)));
    assertEquals(words(draft), words(draft.wrap(2).unwrap(draft.nextId())));
  }

  @Test
  void excludingTwiceAsksForItAgain() {
    assertEquals("[-{a} {b c} d]", words(draft.exclude(2)));
    assertEquals("[a -{b c} d]", words(draft.exclude(3)));
    assertEquals(words(draft), words(draft.exclude(3).exclude(3)));
  }

  @Test
  void aCopyHasIdsOfItsOwn() {
    Draft twice = draft.duplicate(3);
    assertEquals("[a {b c} {b c} d]", words(twice));
    assertEquals("[a {b c} {c} d]", words(twice.remove(draft.nextId() + 1)));
    assertTrue(twice.find(twice.nextId()).isEmpty());
  }

  @Test
  void editsOfAnAbsentCardChangeNothing() {
    assertEquals(words(draft),
        words(draft.remove(99).move(99, 3, 0).duplicate(99).wrap(99).exclude(99).moveUp(99)));
  }

  @Test
  void joiningAndReplacingKeepTheRest() {
    assertEquals("{a {b c} d}", words(draft.join(Draft.ROOT, true)));
    assertEquals("[a {x c} d]", words(draft.replace(4, test("x"), Set.of())));
    assertEquals(4, draft.size());
  }

  static Condition test(String field) {
    return new Condition.YesNoTest(FieldRef.named(field), YesNoOperator.IS_YES, false);
  }

  static String words(Draft draft) {
    return words(draft.root());
  }

  private static String words(Card node) {
    return switch (node) {
      case Row row -> row.test() instanceof Condition.YesNoTest yes ? yes.field().name() : "?";
      case Block block -> (block.excluded() ? "-" : "") + (block.any() ? "{" : "[")
          + String.join(" ", block.children().stream().map(DraftTest::words).toList())
          + (block.any() ? "}" : "]");
    };
  }
}
