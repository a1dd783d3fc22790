package app.parcelle.engine.split;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Bits;

/** The parts that a split gives for some customers: each of them is in exactly one. */
public final class PartFinder {
  /** A split into more than these is of no use to anybody. */
  public static final int MOST = 60;

  private PartFinder() {}

  /**
   * Finds them; a part that would be empty is left out, save between given bounds.
   *
   * @param column the field's values
   * @param members the customers to be split
   * @param zone where days begin
   * @throws Problem when the field cannot be split so, there are too many parts or nobody to split
   */
  public static List<Part> of(SplitBy by, FieldColumn column, long[] members, ZoneId zone) {
    Field field = by.field();
    long[] known = Bits.without(members, column.missing());
    List<Part> parts = new ArrayList<>(switch (by) {
      case SplitBy.Values(_, int top) when field instanceof Field.Cluster ->
        new ValueParts(column, known, top).clusters();
      case SplitBy.Values(_, int top) when !field.type().isDate() -> new ValueParts(column, known, top).of();
      case SplitBy.Quantiles(_, int n) when ranged(field) -> new RangeParts(column, known).quantiles(n);
      case SplitBy.Bounds(_, var bounds) when ranged(field) -> new RangeParts(column, known).between(bounds);
      case SplitBy.Calendar(_, var unit) when field.type().isDate() ->
        new CalendarParts(column, known, zone).of(unit);
      default -> throw new Problem(Message.of("split.not-so", field.name()));
    });
    if (Bits.countBoth(members, column.missing()) > 0) {
      parts.add(new Part(Message.of("split.part.missing"),
          new Condition.Known(ref(field), Condition.Knowledge.UNKNOWN)));
    }
    if (parts.size() > MOST) {
      throw new Problem(Message.of("split.too-many", parts.size(), MOST));
    }
    if (parts.isEmpty()) {
      throw new Problem(Message.of("split.nobody"));
    }
    return List.copyOf(parts);
  }

  private static boolean ranged(Field field) {
    return field.type().isNumber() && !(field instanceof Field.Cluster);
  }

  static FieldRef ref(Field field) {
    return new FieldRef(field.name(), field.id());
  }
}
