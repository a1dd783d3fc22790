package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.InSegment;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SomeFields;

/** A reference to a segment becomes its rules. */
class InPlaceTest {
  private static final FieldRef OTHER = new FieldRef("Other", "s1");
  private static final Condition A = DraftTest.test("a");

  @Property(tries = 300)
  void theRulesOfASegmentHaveTheMembersOfTheReference(@ForAll("rules") Condition rules, @ForAll boolean in,
      @ForAll boolean any, @ForAll int world) {
    SegmentViewModel model = model();
    model.openDraft(around(any, List.of(A, new InSegment(OTHER, in, new Condition.Membership.Live()))));
    model.cards().inPlace(reference(model), new Holding(segment(rules, null)));
    Condition rule = DraftRule.of(model.draft()).rule();
    assertNotNull(rule);
    assertEquals(DraftRuleTest.holds(
        combined(any, List.of(A, in ? rules : new Condition.Not(rules))), world),
        DraftRuleTest.holds(rule, world));
    model.undo();
    assertTrue(reference(model) > 0);
  }

  @Test
  void whatTheRulesDoNotSayIsNotConverted() {
    Limit limit = new Limit(BigDecimal.TEN, false, null, true, null, "1");
    InSegment live = new InSegment(OTHER, true, new Condition.Membership.Live());
    InSegment then = new InSegment(OTHER, true, new Condition.Membership.On(LocalDate.EPOCH));
    assertTrue(CardEdits.convertible(live, new Holding(segment(A, null))).isPresent());
    assertTrue(CardEdits.convertible(then, new Holding(segment(A, null))).isEmpty());
    assertTrue(CardEdits.convertible(live, new Holding(segment(A, limit))).isEmpty());
    SegmentViewModel model = model();
    model.openDraft(around(false, List.of(A, live)));
    model.cards().inPlace(reference(model), new Holding(segment(A, limit)));
    assertTrue(reference(model) > 0);
  }

  @Provide
  Arbitrary<Condition> rules() {
    return DraftRuleTest.rules(2);
  }

  private static Condition combined(boolean any, List<Condition> all) {
    return any ? new Condition.AnyOf(all) : new Condition.AllOf(all);
  }

  private static Segment around(boolean any, List<Condition> all) {
    return segment(combined(any, all), null);
  }

  private static Segment segment(Condition rule, @org.jspecify.annotations.Nullable Limit limit) {
    return new Segment("Any", rule, new Segment.Reference.Project(), null, limit);
  }

  /** The card that refers to the other segment; 0 where there is none. */
  private static long reference(SegmentViewModel model) {
    return model.draft()
        .order()
        .stream()
        .filter(id -> model.draft().find(id).orElseThrow() instanceof Card.Row row
            && row.test() instanceof InSegment)
        .findFirst()
        .orElse(0L);
  }

  private static SegmentViewModel model() {
    return new SegmentViewModel(new SmallShop(5), new SameThread(), QuietDesk.NOTICES, () -> "new");
  }

  /** Knows one saved segment. */
  private static final class Holding extends SomeFields {
    private final Segment saved;

    Holding(Segment saved) {
      super(List.of());
      this.saved = saved;
    }

    @Override
    public Optional<Saved> segment(FieldRef ref) {
      return ref.equals(OTHER) ? Optional.of(new Saved("s1", saved)) : Optional.empty();
    }
  }
}
