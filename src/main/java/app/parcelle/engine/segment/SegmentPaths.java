package app.parcelle.engine.segment;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Not;

/** Where each condition of a rule stands in the segment's document, so that all parts of the program name rows alike. */
public final class SegmentPaths {
  /** The rule itself. */
  public static final String ROOT = "/rule";

  private SegmentPaths() {}

  /** A node of the rule and the JSON Pointer to it. */
  public record Row(String path, Condition condition) {}

  /**
   * All nodes of a rule, root first, in document order. The where of an event condition belongs to its row and has none of
   * its own.
   *
   * @return empty for a segment without rule
   */
  public static List<Row> rows(@Nullable Condition rule) {
    List<Row> rows = new ArrayList<>();
    if (rule != null) {
      add(ROOT, rule, rows);
    }
    return rows;
  }

  /** The path of the row that a path lies in: the path itself, unless it points into a where. */
  public static String rowOf(String path) {
    int where = path.indexOf("/where");
    return where < 0 ? path : path.substring(0, where);
  }

  public static String all(String path, int child) {
    return path + "/all/" + child;
  }

  public static String any(String path, int child) {
    return path + "/any/" + child;
  }

  public static String not(String path) {
    return path + "/not";
  }

  public static String where(String path) {
    return path + "/where";
  }

  private static void add(String path, Condition condition, List<Row> rows) {
    rows.add(new Row(path, condition));
    switch (condition) {
      case AllOf(List<Condition> children) -> {
        for (int i = 0; i < children.size(); i++) {
          add(all(path, i), children.get(i), rows);
        }
      }
      case AnyOf(List<Condition> children) -> {
        for (int i = 0; i < children.size(); i++) {
          add(any(path, i), children.get(i), rows);
        }
      }
      case Not(Condition child) -> add(not(path), child, rows);
      default -> {
        // a leaf
      }
    }
  }

  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
