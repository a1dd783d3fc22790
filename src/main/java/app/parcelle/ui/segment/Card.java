package app.parcelle.ui.segment;

import java.util.List;
import java.util.Set;

import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.DateCriterion;

/**
 * One card of the builder. It keeps its id through every edit, so that selection, counts and the keyboard's focus stay with
 * it when it moves.
 */
sealed interface Card {
  long id();

  /** Whether it says enough to be computed; what does not is left out of the count. */
  boolean complete();

  /**
   * Cards that belong together. The criteria in it are joined by all or any; excluded blocks among them are always taken
   * away from what the others give.
   *
   * @param any at least one of the criteria, rather than all
   * @param excluded whoever meets the block is out
   */
  record Block(long id, boolean any, boolean excluded, List<Card> children) implements Card {
    public Block {
      children = List.copyOf(children);
    }

    Block with(List<Card> others) {
      return new Block(id, any, excluded, others);
    }

    @Override
    public boolean complete() {
      return children.stream().anyMatch(Card::complete);
    }
  }

  /**
   * One criterion.
   *
   * @param test where a value is blank it holds a stand-in
   * @param blanks values that have not been given yet
   */
  record Row(long id, Condition test, Set<Blank> blanks) implements Card {
    public Row {
      blanks = Set.copyOf(blanks);
    }

    @Override
    public boolean complete() {
      return blanks.isEmpty() && Card.complete(test);
    }
  }

  /** Whether a criterion without blanks says enough to be computed. */
  static boolean complete(Condition test) {
    return switch (test) {
      case Condition.TextTest text -> !text.values().isEmpty();
      case Condition.ListTest list -> !list.values().isEmpty();
      case Condition.InCluster in -> !in.clusters().isEmpty();
      case Condition.InBand band -> !band.bands().isEmpty();
      case Condition.Sequence sequence -> SequenceEditor.complete(sequence);
      case Condition.EventShare share -> !WhereEditor.tests(share.meeting()).isEmpty();
      case Condition.InArea in -> switch (in.area()) {
        case Area.Drawn(var polygons) -> !polygons.isEmpty();
        case Area.Shapes(_, var names) -> !names.isEmpty();
      };
      case Condition.DateTest date -> switch (date.criterion()) {
        case DateCriterion.InMonth in -> !in.months().isEmpty();
        case DateCriterion.OnWeekday on -> !on.days().isEmpty();
        default -> true;
      };
      default -> true;
    };
  }

  /** A value of a criterion that has not been given yet. */
  enum Blank {
    FIRST, SECOND
  }
}
