package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;

/**
 * One field's values for all customers, by customer number.
 *
 * @param values one a customer, as {@link app.parcelle.engine.table.ColumnType} lays them out
 * @param missing customers without value, the invalid ones included
 * @param invalid customers whose value could not be understood
 * @param dictionary the texts behind the values of a text field; null for other types
 */
public record FieldColumn(Field field, long[] values, long[] missing, long[] invalid,
    @Nullable Dictionary dictionary) implements Cells {

  /** The value of a customer; null where it is missing. */
  @Override
  public @Nullable Value at(int customer) {
    if (Bits.get(missing, customer)) {
      return null;
    }
    return value(field, values[customer], dictionary);
  }

  /** The value of a row of a chunk; null where it is missing. */
  static @Nullable Value value(Field field, Chunk chunk, int row) {
    return chunk.isMissing(row) ? null : value(field, chunk.at(row), chunk.dictionary());
  }

  private static @Nullable Value value(Field field, long value, @Nullable Dictionary dictionary) {
    return switch (field.type()) {
      case TEXT, IDENTIFIER -> dictionary == null ? null : new Value.OfText(dictionary.text(value));
      case WHOLE, DECIMAL -> new Value.OfNumber(BigDecimal.valueOf(value, field.scale()));
      case YES_NO -> new Value.OfYesNo(value != 0);
      case DATE -> new Value.OfDate(LocalDate.ofEpochDay(value));
      case DATE_TIME -> new Value.OfInstant(Instant.ofEpochMilli(value));
    };
  }

  /** The values as doubles, NaN where missing; numbers, dates (days) and yes/no (0 or 1) only. */
  public double[] numbers() {
    double unit = switch (field.type()) {
      case TEXT, IDENTIFIER -> throw new IllegalStateException(field.name());
      case DATE_TIME -> 86_400_000.0;
      default -> Math.pow(10, field.scale());
    };
    double[] numbers = new double[values.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Bits.get(missing, i) ? Double.NaN : values[i] / unit;
    }
    return numbers;
  }
}
