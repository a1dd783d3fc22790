package app.parcelle.engine.evaluate;

import java.math.BigInteger;
import java.util.List;
import java.util.function.LongUnaryOperator;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/** Makes the values of two columns, of two steps, such that their numbers compare as they do. */
record StepLinks(Dataset data, List<TableVersion> tables, AsOf asOf, JobContext job) {
  StepPlan.Link of(int step, Condition.StepTest test) {
    int earlier = test.step() - 1;
    if (earlier < 0 || earlier >= step) {
      throw new Problem(Message.of("evaluate.bad-sequence"));
    }
    return of(step, EventRows.column(tables.get(step), test.column()), test.operator(), earlier,
        EventRows.column(tables.get(earlier), test.other()));
  }

  /** @param earlier the number of the earlier step, from 0 */
  StepPlan.Link of(int step, Column own, NumberOperator operator, int earlier, Column other) {
    TableVersion ownTable = tables.get(step);
    TableVersion otherTable = tables.get(earlier);
    boolean equality = operator == NumberOperator.EQUAL || operator == NumberOperator.NOT_EQUAL;
    if (operator.needsTwo()) {
      throw wrong(own);
    }
    if (own.type().isText() && other.type().isText() && equality) {
      SameValues same = new SameValues(data,
          List.of(new SameValues.Of(ownTable, own), new SameValues.Of(otherTable, other)), true, job);
      return new StepPlan.Link(new StepPlan.Side(ownTable, own, same, LongUnaryOperator.identity()), operator,
          earlier, new StepPlan.Side(otherTable, other, same, LongUnaryOperator.identity()));
    }
    return new StepPlan.Link(new StepPlan.Side(ownTable, own, null, number(own, other, equality)), operator,
        earlier, new StepPlan.Side(otherTable, other, null, number(other, own, equality)));
  }

  private LongUnaryOperator number(Column column, Column other, boolean equality) {
    if (column.type().isNumber() && other.type().isNumber()) {
      return scaled(Math.max(0, other.scale() - column.scale()));
    }
    if (column.type().isDate() && other.type().isDate()) {
      return StepPlan.millis(column.type(), other.type(), asOf);
    }
    if (column.type() == ColumnType.YES_NO && other.type() == ColumnType.YES_NO && equality) {
      return LongUnaryOperator.identity();
    }
    throw wrong(column);
  }

  /** A number with more digits; one that has no room is beyond all that the other column can hold, and stays so. */
  private static LongUnaryOperator scaled(int digits) {
    if (digits == 0) {
      return LongUnaryOperator.identity();
    }
    BigInteger up = BigInteger.TEN.pow(digits);
    long factor = Ratios.fits(up) ? up.longValue() : Long.MAX_VALUE;
    return value -> {
      long high = Math.multiplyHigh(value, factor);
      long low = value * factor;
      return high == low >> 63 ? low : value < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    };
  }

  private static Problem wrong(Column column) {
    return new Problem(Message.of("evaluate.wrong-type", column.name()));
  }
}
