package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.ui.segment.Card.Block;

class CardEditsTest {
  private final SmallShop shop = new SmallShop(50);
  private final SegmentViewModel model = model();
  private final CardEdits cards = model.cards();

  @Test
  void severalCardsAreChosenAndGroupedAtOnce() {
    four();
    model.choose(Chosen.one(2).upTo(4, model.draft()));
    assertEquals(List.of(2L, 3L, 4L), cards.chosen());
    cards.group(cards.chosen());
    assertEquals("[{2 3 4} 5]", words());
    assertEquals(6, model.present().get().selected());
    model.undo();
    assertEquals("[2 3 4 5]", words());
  }

  @Test
  void oneMoreAndOneLessAreChosen() {
    four();
    Chosen two = Chosen.one(2).toggled(4);
    assertEquals(Set.of(2L, 4L), two.ids());
    assertEquals(Set.of(2L), two.toggled(4).ids());
    assertEquals(Chosen.NONE, Chosen.one(2).toggled(2));
  }

  @Test
  void aChosenBlockTakesItsCardsAlong() {
    four();
    cards.group(List.of(2L, 3L));
    model.choose(new Chosen(3, 3, Set.of(2L, 3L, 5L, 6L)));
    assertEquals(List.of(6L, 5L), cards.chosen());
    cards.remove(cards.chosen());
    assertEquals("[4]", words());
  }

  @Test
  void severalExcludedCardsAreOutForAnyOfThem() {
    four();
    cards.exclude(List.of(3L, 5L));
    assertEquals("[2 !{3 5} 4]", words());
    cards.exclude(List.of(6L));
    assertEquals("[2 {3 5} 4]", words());
  }

  @Test
  void movedCardsKeepTheirOrder() {
    four();
    cards.move(List.of(2L, 4L), Draft.ROOT, 4);
    assertEquals("[3 5 2 4]", words());
    cards.moveUp(List.of(2L, 4L));
    assertEquals("[3 2 4 5]", words());
    cards.moveDown(List.of(3L, 2L));
    assertEquals("[4 3 2 5]", words());
  }

  @Test
  void aCardPutOnAnotherMakesABlockOfBoth() {
    four();
    cards.together(List.of(5L), 2);
    assertEquals("[{2 5} 3 4]", words());
    cards.together(shop.events(), 3);
    assertEquals("[{2 5} {3 7} 4]", words());
    cards.together(List.of(4L), 6);
    assertEquals("[{2 5 4} {3 7}]", words());
    cards.together(List.of(6L), 2);
    assertEquals("[{2 5 4} {3 7}]", words());
  }

  @Test
  void theNextCardIsChosenWhereSomeAreRemoved() {
    four();
    cards.remove(List.of(2L, 3L));
    assertEquals(4, model.present().get().selected());
    cards.remove(List.of(5L));
    assertEquals(4, model.present().get().selected());
  }

  @Test
  void choosingMoreGoesFromTheBlockToAll() {
    four();
    cards.group(List.of(2L, 3L));
    model.select(2);
    cards.chooseMore();
    assertEquals(Set.of(2L, 3L), model.chosen().ids());
    cards.chooseMore();
    assertEquals(Set.of(2L, 3L, 4L, 5L, 6L), model.chosen().ids());
  }

  @Test
  void whatIsCopiedIsPastedBelowInAnotherSegment() {
    model.add(shop.events());
    model.add(shop.source("Inscription"));
    cards.exclude(List.of(3L));
    String json = cards.copied(List.of(2L, 4L)).orElseThrow();
    SegmentViewModel other = model();
    other.add(shop.source("Dernière visite"));
    other.cards().paste(json, shop.fields());
    assertEquals("[2 3 !{5}]", words(other.draft()));
    assertEquals(model.draft().find(2).map(CardEditsTest::test),
        other.draft().find(3).map(CardEditsTest::test));
    assertEquals(Set.of(3L, 4L, 5L), other.chosen().ids());
    other.undo();
    assertEquals("[2]", words(other.draft()));
  }

  @Test
  void aFieldOfAnotherProjectIsFoundByItsName() {
    String json = copiedFrom(new FieldRef("Pays", "t9.c9"));
    cards.paste(json, shop.fields());
    assertEquals(FieldRef.named("Pays"), pastedField());
    assertTrue(model.outcome().get() != null);
  }

  @Test
  void anIdThatIsAnotherFieldHereIsForgotten() {
    String json = copiedFrom(new FieldRef("Pays", "t2.c4"));
    cards.paste(json, shop.fields());
    assertEquals(FieldRef.named("Pays"), pastedField());
  }

  @Test
  void textThatIsNoSegmentIsRefused() {
    assertThrows(Problem.class, () -> cards.paste("just some text", shop.fields()));
    assertThrows(Problem.class, () -> cards.paste("{\"version\":1}", shop.fields()));
    assertTrue(model.draft().isEmpty());
  }

  @Test
  void nothingIsCopiedFromWhatIsNotFilledIn() {
    model.add(shop.source("recency"));
    assertTrue(cards.copied(List.of(2L)).isEmpty());
  }

  @Test
  void aReferenceBecomesTheRulesOfItsSegment() {
    Condition rule = new Condition.AnyOf(List.of(new Condition.Everyone(),
        new Condition.Not(new Condition.Everyone())));
    FieldCatalog catalog = holding(new Segment("Other", rule, new Segment.Reference.Project(), null));
    FieldRef other = new FieldRef("Other", "s1");
    cards.insert(model.below(), List.of(new Card.Row(0,
        new Condition.InSegment(other, false, new Condition.Membership.Live()), Set.of())));
    model.add(shop.events());
    cards.inPlace(2, catalog);
    Block rules = assertInstanceOf(Block.class, model.draft().root().children().getFirst());
    assertTrue(rules.any() && rules.excluded());
    assertEquals(DraftRule.of(DraftRule.read(rule).root()), DraftRule.of(rules));
    assertEquals(2, model.draft().root().children().size());
  }

  @Test
  void aLimitIsPartOfTheSegmentAndUndone() {
    model.add(shop.events());
    Limit limit = new Limit(java.math.BigDecimal.TEN, false, null, true, null, "1");
    model.limit(limit);
    assertEquals(limit, model.segment().limit());
    assertTrue(model.unsaved().get());
    model.undo();
    assertEquals(null, model.segment().limit());
    assertFalse(model.undoable().get() && model.redoable().not().get());
  }

  @Test
  void undoableIsKnownFromTheStart() {
    assertFalse(model.undoable().get());
    assertFalse(model.redoable().get());
    model.add(shop.events());
    assertTrue(model.undoable().get());
    model.undo();
    assertFalse(model.undoable().get());
    assertTrue(model.redoable().get());
  }

  private void four() {
    for (int i = 0; i < 4; i++) {
      model.add(shop.source("Inscription"));
    }
    assertEquals("[2 3 4 5]", words());
  }

  private static String copiedFrom(FieldRef field) {
    return app.parcelle.engine.segment.SegmentJson.write(new Segment("There",
        new Condition.TextTest(field, TextOperator.IS_ONE_OF, List.of("France"), false, false),
        new Segment.Reference.Project(), null));
  }

  private FieldRef pastedField() {
    return ((Condition.TextTest) test(model.draft().root().children().getFirst())).field();
  }

  private static Condition test(Card card) {
    return ((Card.Row) card).test();
  }

  private FieldCatalog holding(Segment segment) {
    FieldCatalog fields = shop.fields();
    return new FieldCatalog() {
      @Override
      public List<app.parcelle.engine.segment.Field> fields() {
        return fields.fields();
      }

      @Override
      public java.util.Optional<app.parcelle.engine.segment.Field> find(FieldRef ref) {
        return fields.find(ref);
      }

      @Override
      public java.util.Optional<app.parcelle.engine.table.TableVersion> events(String nameOrId) {
        return fields.events(nameOrId);
      }

      @Override
      public List<app.parcelle.engine.table.TableVersion> tables() {
        return fields.tables();
      }

      @Override
      public java.util.Optional<Saved> segment(FieldRef ref) {
        return java.util.Optional.of(new Saved("s1", segment));
      }

      @Override
      public java.util.Optional<String> clustering(String nameOrId) {
        return java.util.Optional.empty();
      }
    };
  }

  private SegmentViewModel model() {
    return new SegmentViewModel(shop, new SameThread(), QuietDesk.NOTICES, () -> "New segment");
  }

  private String words() {
    return words(model.draft());
  }

  private static String words(Draft draft) {
    return "[" + String.join(" ", draft.root().children().stream().map(CardEditsTest::words).toList()) + "]";
  }

  /** Ids; blocks of all in round, of at least one in curly brackets. */
  private static String words(Card card) {
    if (!(card instanceof Block block)) {
      return String.valueOf(card.id());
    }
    String inside = String.join(" ", block.children().stream().map(CardEditsTest::words).toList());
    return (block.excluded() ? "!" : "") + (block.any() ? "{" + inside + "}" : "(" + inside + ")");
  }
}
