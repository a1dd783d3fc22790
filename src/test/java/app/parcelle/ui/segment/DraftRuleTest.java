package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.ui.segment.Card.Blank;

class DraftRuleTest {
  private static final Condition A = DraftTest.test("a");
  private static final Condition B = DraftTest.test("b");
  private static final Condition C = DraftTest.test("c");

  @Test
  void anExclusionIsTakenAwayFromAllAlternatives() {
    Draft draft = DraftRule.read(new AnyOf(List.of(A, B)));
    Draft without = draft.insertBlock(Draft.ROOT, 9, true, true).insert(draft.nextId(), 0, C, Set.of());
    assertEquals(new AllOf(List.of(new AnyOf(List.of(A, B)), new Not(new AnyOf(List.of(C))))),
        DraftRule.of(without).rule());
  }

  @Test
  void anExclusionThatIsAnAlternativeStaysOne() {
    Draft draft = DraftRule.read(new AnyOf(List.of(A, new Not(B))));
    assertEquals("{a [-{b}]}", DraftTest.words(draft));
  }

  @Test
  void incompleteCardsAreLeftOut() {
    Condition noText = new Condition.TextTest(FieldRef.named("city"), TextOperator.IS_ONE_OF, List.of(),
        false,
        false);
    Draft draft = Draft.empty()
        .insert(Draft.ROOT, 0, A, Set.of(Blank.FIRST))
        .insert(Draft.ROOT, 1, noText, Set.of())
        .insertBlock(Draft.ROOT, 2, true, false);
    assertNull(DraftRule.of(draft).rule());
    Draft more = draft.insert(Draft.ROOT, 3, B, Set.of());
    assertEquals(new AllOf(List.of(B)), DraftRule.of(more).rule());
    assertEquals("/rule/all/0", DraftRule.of(more).pointers().get(draft.nextId()));
  }

  @Test
  void aSegmentWithoutRuleIsAnEmptyDraft() {
    assertEquals(Draft.empty(), DraftRule.read(null));
  }

  @Property
  void readingAndWritingKeepTheMembers(@ForAll("rules") Condition rule, @ForAll int world) {
    Condition written = DraftRule.of(DraftRule.read(rule)).rule();
    assertNotNull(written);
    assertEquals(holds(rule, world), holds(written, world));
  }

  @Property
  void writingAndReadingAgainSettle(@ForAll("rules") Condition rule) {
    Condition once = DraftRule.of(DraftRule.read(rule)).rule();
    assertEquals(once, DraftRule.of(DraftRule.read(once)).rule());
  }

  @Property
  void everyCardPointsToItsOwnCondition(@ForAll("rules") Condition rule) {
    Draft draft = DraftRule.read(rule);
    DraftRule written = DraftRule.of(draft);
    for (Card.Row row : rowsIn(draft.root())) {
      assertEquals(row.test(), at(written.rule(), written.pointers().get(row.id())));
    }
  }

  @Provide
  Arbitrary<Condition> rules() {
    return rules(3);
  }

  static Arbitrary<Condition> rules(int depth) {
    Arbitrary<Condition> leaf = Arbitraries.of("a", "b", "c", "d", "e").map(DraftTest::test);
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Condition> inner = rules(depth - 1);
    return Arbitraries.oneOf(leaf, inner.map(Not::new),
        inner.list().ofMinSize(1).ofMaxSize(3).map(AllOf::new),
        inner.list().ofMinSize(1).ofMaxSize(3).map(AnyOf::new));
  }

  /** @param world one bit for each of the conditions a, b, c, d, e */
  static boolean holds(Condition rule, int world) {
    return switch (rule) {
      case AllOf all -> all.children().stream().allMatch(child -> holds(child, world));
      case AnyOf any -> any.children().stream().anyMatch(child -> holds(child, world));
      case Not not -> !holds(not.child(), world);
      case Condition.YesNoTest test -> (world >> (test.field().name().charAt(0) - 'a') & 1) == 1;
      default -> throw new IllegalStateException();
    };
  }

  private static List<Card.Row> rowsIn(Card node) {
    List<Card.Row> rows = new ArrayList<>();
    switch (node) {
      case Card.Row row -> rows.add(row);
      case Card.Block block -> block.children().forEach(child -> rows.addAll(rowsIn(child)));
    }
    return rows;
  }

  private static @Nullable Condition at(@Nullable Condition rule, @Nullable String pointer) {
    Condition at = rule;
    String[] parts = pointer == null ? new String[0] : pointer.split("/");
    for (int i = 2; i < parts.length; i++) {
      String part = parts[i];
      at = switch (at) {
        case AllOf all when part.equals("all") -> all.children().get(Integer.parseInt(parts[++i]));
        case AnyOf any when part.equals("any") -> any.children().get(Integer.parseInt(parts[++i]));
        case Not not when part.equals("not") -> not.child();
        case null, default -> null;
      };
    }
    return at;
  }
}
