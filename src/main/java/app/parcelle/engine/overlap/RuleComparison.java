package app.parcelle.engine.overlap;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Not;

/**
 * Two rules side by side, line by line: what both say stands beside each other, and what only one says
 * beside what only the other says. As many lines as can be are the same (longest common subsequence).
 */
public record RuleComparison(List<Row> rows) {
  /**
   * One line of a rule.
   *
   * @param depth how many groups it stands in
   * @param condition a condition, or the group whose parts follow
   */
  public record Line(int depth, Condition condition) {
    /** Whether it is a group, of which only how it joins its parts is said. */
    public boolean group() {
      return condition instanceof AllOf || condition instanceof AnyOf || condition instanceof Not;
    }

    private boolean says(Line other) {
      return depth == other.depth
          && (group()
              ? condition.getClass() == other.condition.getClass()
              : condition.equals(other.condition));
    }
  }

  /**
   * What stands at one height: what both say, or a line of one or each that the other does not have.
   *
   * @param left null where the left rule has no line there
   * @param right null where the right rule has no line there
   */
  public record Row(@Nullable Line left, @Nullable Line right) {
    public boolean same() {
      return left != null && right != null && left.says(right);
    }
  }

  public RuleComparison {
    rows = List.copyOf(rows);
  }

  /** @param left null for a segment without rule */
  public static RuleComparison of(@Nullable Condition left, @Nullable Condition right) {
    List<Line> a = lines(left);
    List<Line> b = lines(right);
    int[][] common = common(a, b);
    List<Row> rows = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      int fromLeft = i;
      int fromRight = j;
      while (i < a.size() && (j == b.size() || !a.get(i).says(b.get(j)))
          && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
        i++;
      }
      while (j < b.size() && (i == a.size() || !a.get(i).says(b.get(j)))) {
        j++;
      }
      addApart(a.subList(fromLeft, i), b.subList(fromRight, j), rows);
      if (i < a.size() && j < b.size()) {
        rows.add(new Row(a.get(i++), b.get(j++)));
      }
    }
    return new RuleComparison(rows);
  }

  private static void addApart(List<Line> left, List<Line> right, List<Row> rows) {
    for (int k = 0; k < Math.max(left.size(), right.size()); k++) {
      rows.add(new Row(k < left.size() ? left.get(k) : null, k < right.size() ? right.get(k) : null));
    }
  }

  /** Lines that the rest of both have in common, by where the rests begin. */
  private static int[][] common(List<Line> a, List<Line> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] = a.get(i).says(b.get(j))
            ? common[i + 1][j + 1] + 1
            : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<Line> lines(@Nullable Condition rule) {
    List<Line> lines = new ArrayList<>();
    if (rule != null) {
      add(rule, 0, lines);
    }
    return lines;
  }

  private static void add(Condition condition, int depth, List<Line> lines) {
    lines.add(new Line(depth, condition));
    switch (condition) {
      case AllOf(List<Condition> children) -> children.forEach(child -> add(child, depth + 1, lines));
      case AnyOf(List<Condition> children) -> children.forEach(child -> add(child, depth + 1, lines));
      case Not(Condition child) -> add(child, depth + 1, lines);
      default -> {
        // has no parts
      }
    }
  }
}
