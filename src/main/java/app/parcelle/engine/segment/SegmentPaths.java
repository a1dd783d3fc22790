package app.parcelle.engine.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Not;

/** Where each condition of a rule stands in the segment's document, so that all parts of the program name rows alike. */
public final class SegmentPaths {
  /** The rule itself. */
  public static final String ROOT = "/rule";
  /** How many of those who meet the rule are kept. */
  public static final String LIMIT = "/limit";
  /** How many conditions may stand within each other, the rule itself included; more is refused. */
  public static final int DEPTH = 64;

  private static final Pattern ROW = Pattern.compile("/rule(?:/all/\\d+|/any/\\d+|/not)*+");

  private SegmentPaths() {}

  /** A node of the rule and the JSON Pointer to it. */
  public record Row(String path, Condition condition) {}

  /**
   * All nodes of a rule, root first, in document order. Conditions on rows (a where, a share, the steps of a sequence) belong to
   * the row of their condition on events and have none of their own.
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

  /**
   * The path of the row that a path lies in: that of the row itself, and of all within it, such as {@code share}, {@code
   * sequence/0/where} or {@code window/among}. A path outside the rule, such as that of the limit, stays as it is.
   */
  public static String rowOf(String path) {
    Matcher row = ROW.matcher(path);
    return row.lookingAt() ? row.group() : path;
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

  static String share(String path) {
    return path + "/share";
  }

  static String step(String path, int step) {
    return path + "/sequence/" + step;
  }

  static String than(String path) {
    return path + "/than";
  }

  static String among(String path) {
    return path + "/window/among";
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
