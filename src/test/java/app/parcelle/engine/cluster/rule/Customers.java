package app.parcelle.engine.cluster.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/** Sheets made by hand, for tests. */
final class Customers {
  private final int rows;
  private final List<Sheet.Source> columns = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();

  Customers(int rows) {
    this.rows = rows;
  }

  /** @param value NaN where missing */
  Customers numbers(String name, ColumnType type, int scale, IntToDoubleFunction value) {
    double[] values = new double[rows];
    Arrays.setAll(values, value);
    columns.add(new Sheet.Numbers(name, values));
    fields.add(new Field.OfCustomer("t1." + name, name, type, scale, "t1", name, Role.NONE));
    return this;
  }

  Customers texts(String name, IntFunction<@Nullable String> value) {
    Map<String, Integer> levels = new LinkedHashMap<>();
    int[] codes = new int[rows];
    for (int row = 0; row < rows; row++) {
      String text = value.apply(row);
      codes[row] = text == null ? -1 : levels.computeIfAbsent(text, _ -> levels.size());
    }
    columns.add(new Sheet.Categories(name, List.copyOf(levels.keySet()), codes));
    fields.add(new Field.OfCustomer("t1." + name, name, ColumnType.TEXT, 0, "t1", name, Role.NONE));
    return this;
  }

  Sheet sheet() {
    return new Sheet(rows, columns);
  }

  List<Field> fields() {
    return fields;
  }

  long[] where(IntPredicate member) {
    long[] members = Bits.of(rows);
    for (int row = 0; row < rows; row++) {
      if (member.test(row)) {
        Bits.set(members, row);
      }
    }
    return members;
  }
}
