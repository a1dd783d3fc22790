package app.parcelle.engine.cluster.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule: true where all literals of at least one box are.
 *
 * @param boxes each with at most one literal a feature
 */
record Boxes(List<List<Literal>> boxes) {
  Boxes {
    boxes = boxes.stream().map(List::copyOf).toList();
  }

  int conditions() {
    return boxes.stream().mapToInt(List::size).sum();
  }

  boolean holds(List<Feature> features, int row) {
    for (List<Literal> box : boxes) {
      if (holds(box, features, row)) {
        return true;
      }
    }
    return false;
  }

  static boolean holds(List<Literal> box, List<Feature> features, int row) {
    for (Literal literal : box) {
      if (!literal.holds(features, row)) {
        return false;
      }
    }
    return true;
  }

  /** The same rule with another literal in that place. */
  Boxes with(int box, int place, Literal literal) {
    List<List<Literal>> changed = new ArrayList<>(boxes);
    List<Literal> literals = new ArrayList<>(boxes.get(box));
    literals.set(place, literal);
    changed.set(box, literals);
    return new Boxes(changed);
  }
}
