package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.LongPredicate;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;

/**
 * A condition on one field, ready to run over its chunks: of a customer's field or of a column of events, it is the same.
 *
 * @param test what the values present have to pass; null where only presence is asked
 * @param missing what becomes of rows without value
 * @param other a second field that the test compares with; null for most
 * @param days how it does; null for most
 */
record AttributeTest(FieldRef field, @Nullable ChunkTest test, Missing missing, @Nullable FieldRef other,
    @Nullable Days days) {

  /** What becomes of rows by their presence. */
  enum Missing {
    /** A test of values: missing ones are out, or in. */
    OUT, IN,
    /** A test of presence itself. */
    ONLY_KNOWN, ONLY_UNKNOWN, ONLY_INVALID
  }

  /**
   * How two dates are compared.
   *
   * @param passes the days from the right one to the left one
   */
  record Days(ColumnType left, ColumnType right, AsOf asOf, LongPredicate passes) {}

  /** What a test needs to know of a field. */
  interface Typed {
    ColumnType type();

    int scale();
  }

  static AttributeTest of(Condition condition, Function<FieldRef, Column> columns, AsOf asOf) {
    return ofTyped(condition, ref -> {
      Column column = columns.apply(ref);
      return typed(column.type(), column.scale());
    }, asOf);
  }

  static Typed typed(ColumnType type, int scale) {
    return new Typed() {
      @Override
      public ColumnType type() {
        return type;
      }

      @Override
      public int scale() {
        return scale;
      }
    };
  }

  static AttributeTest ofTyped(Condition condition, Function<FieldRef, Typed> fields, AsOf asOf) {
    return switch (condition) {
      case Condition.Known(FieldRef field, var knowledge) ->
        new AttributeTest(field, null, switch (knowledge) {
          case KNOWN -> Missing.ONLY_KNOWN;
          case UNKNOWN -> Missing.ONLY_UNKNOWN;
          case INVALID -> Missing.ONLY_INVALID;
        }, null, null);
      case Condition.TextTest text -> {
        require(fields.apply(text.field()).type().isText(), text.field());
        yield plain(text.field(), new TextCodesTest(text), text.includeMissing());
      }
      case Condition.NumberTest(var field, var operator, var value, var second, boolean includeMissing) -> {
        Typed typed = fields.apply(field);
        require(typed.type().isNumber(), field);
        yield plain(field, new RangeTest(ValueRange.of(operator, value, second, typed.scale())),
            includeMissing);
      }
      case Condition.YesNoTest(var field, var operator, boolean includeMissing) -> {
        require(fields.apply(field).type() == ColumnType.YES_NO, field);
        long wanted = operator == YesNoOperator.IS_YES || operator == YesNoOperator.IS_NOT_NO ? 1 : 0;
        yield plain(field, new RangeTest(ValueRange.of(wanted, wanted)), includeMissing);
      }
      case Condition.DateTest(var field, DateCriterion.ComparedWith(var order, var other), boolean includeMissing) ->
        ofTwo(field, other, fields, asOf, days -> switch (order) {
          case BEFORE -> days < 0;
          case ON -> days == 0;
          case AFTER -> days > 0;
        }, includeMissing);
      case Condition.DateTest(var field, DateCriterion.DaysFrom(var other, var operator, int days, var second), boolean includeMissing) -> {
        ValueRange range = ValueRange.of(operator, BigDecimal.valueOf(days),
            second == null ? null : BigDecimal.valueOf(second), 0);
        yield ofTwo(field, other, fields, asOf, range::holds, includeMissing);
      }
      case Condition.DateTest(var field, var criterion, boolean includeMissing) -> {
        Typed typed = fields.apply(field);
        require(typed.type().isDate(), field);
        yield plain(field, DateTests.of(criterion, typed.type(), asOf), includeMissing);
      }
      default -> throw new Problem(Message.of("evaluate.not-of-rows"));
    };
  }

  private static AttributeTest ofTwo(FieldRef field, FieldRef other, Function<FieldRef, Typed> fields,
      AsOf asOf, LongPredicate days, boolean includeMissing) {
    Days compared = new Days(fields.apply(field).type(), fields.apply(other).type(), asOf, days);
    require(compared.left().isDate(), field);
    require(compared.right().isDate(), other);
    return new AttributeTest(field, null, includeMissing ? Missing.IN : Missing.OUT, other, compared);
  }

  /** A test of a field's values; missing ones are out. */
  static AttributeTest of(FieldRef field, LongPredicate passes) {
    return plain(field, (chunk, bits, firstWord) -> Answers.mark(chunk, passes, bits, firstWord), false);
  }

  private static AttributeTest plain(FieldRef field, ChunkTest test, boolean includeMissing) {
    return new AttributeTest(field, test, includeMissing ? Missing.IN : Missing.OUT, null, null);
  }

  private static void require(boolean fits, FieldRef field) {
    if (!fits) {
      throw new Problem(Message.of("evaluate.wrong-type", field.name()));
    }
  }

  /** One bit a row of the chunk: those that meet the condition. */
  long[] mark(Chunk chunk, @Nullable Chunk otherChunk) {
    long[] bits = Bits.of(chunk.rows());
    if (test != null) {
      test.mark(chunk, bits, 0);
    } else if (otherChunk != null) {
      compare(chunk, otherChunk, bits);
      applyMissing(bits, otherChunk);
    }
    applyMissing(bits, chunk);
    return bits;
  }

  private void applyMissing(long[] bits, Chunk chunk) {
    long[] holes = chunk.missing();
    switch (missing) {
      case OUT -> {
        if (holes != null) {
          Bits.andNot(bits, holes);
        }
      }
      case IN -> {
        if (holes != null) {
          Bits.or(bits, holes);
        }
      }
      case ONLY_KNOWN -> {
        System.arraycopy(Bits.full(chunk.rows()), 0, bits, 0, bits.length);
        if (holes != null) {
          Bits.andNot(bits, holes);
        }
      }
      case ONLY_UNKNOWN -> copyOrClear(holes, bits);
      case ONLY_INVALID -> copyOrClear(chunk.invalid(), bits);
    }
  }

  private static void copyOrClear(long @Nullable [] from, long[] bits) {
    if (from == null) {
      Arrays.fill(bits, 0);
    } else {
      System.arraycopy(from, 0, bits, 0, bits.length);
    }
  }

  private void compare(Chunk left, Chunk right, long[] bits) {
    if (days == null) {
      throw new IllegalStateException();
    }
    LocalDays local = new LocalDays(days.asOf().zone());
    for (int i = 0; i < left.rows(); i++) {
      if (!left.isMissing(i) && !right.isMissing(i) && days.passes()
          .test(day(left.at(i), days.left(), local) - day(right.at(i), days.right(), local))) {
        Bits.set(bits, i);
      }
    }
  }

  private static long day(long value, ColumnType type, LocalDays local) {
    return type == ColumnType.DATE_TIME ? local.of(value) : value;
  }
}
