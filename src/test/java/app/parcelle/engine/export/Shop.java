package app.parcelle.engine.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.export.WorkbookContent.Group;
import app.parcelle.engine.export.WorkbookContent.ListColumn;
import app.parcelle.engine.export.WorkbookContent.Money;
import app.parcelle.engine.export.WorkbookContent.Part;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TextDictionary;

/** Contents of workbooks made by hand, for tests: columns of given values and segments of given customers. */
final class Shop {
  static final LocalDate DAY = LocalDate.of(2011, 12, 9);
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final int customers;
  private final List<ListColumn> columns = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  Shop(int customers) {
    this.customers = customers;
  }

  Shop texts(String name, @Nullable String... values) {
    return texts(name, ColumnType.TEXT, List.of(values));
  }

  Shop keys(String name, List<String> values) {
    return texts(name, ColumnType.IDENTIFIER, values);
  }

  Shop texts(String name, ColumnType type, List<String> values) {
    long[] codes = new long[customers];
    for (int i = 0; i < customers; i++) {
      codes[i] = i;
    }
    Field field = new Field.OfCustomer("t1." + name, name, type, 0, "t1", name, Role.NONE);
    columns.add(new ListColumn(name, new FieldColumn(field, codes, Bits.of(customers), Bits.of(customers),
        TextDictionary.of(values))));
    return this;
  }

  Shop values(String name, ColumnType type, int scale, Role role, @Nullable Long... given) {
    long[] values = new long[customers];
    long[] missing = Bits.of(customers);
    for (int i = 0; i < customers; i++) {
      Long value = given[i];
      if (value == null) {
        Bits.set(missing, i);
      } else {
        values[i] = value;
      }
    }
    Field field = new Field.OfCustomer("t1." + name, name, type, scale, "t1", name, role);
    columns.add(new ListColumn(name, new FieldColumn(field, values, missing, Bits.of(customers), null)));
    return this;
  }

  /** Marks the value of a customer in the column added last as not understood. */
  Shop invalid(int customer) {
    FieldColumn values = columns.getLast().values();
    Bits.set(values.missing(), customer);
    Bits.set(values.invalid(), customer);
    return this;
  }

  Shop segment(String name, int... members) {
    return segment(name, "{}", members);
  }

  Shop segment(String name, String json, int... members) {
    long[] bits = Bits.of(customers);
    for (int member : members) {
      Bits.set(bits, member);
    }
    parts.add(new Part(name, "Everyone in " + name, json, DAY, customers, group(bits)));
    return this;
  }

  Shop everyone(String name) {
    parts.add(new Part(name, "Everyone", "{}", DAY, customers, group(Bits.full(customers))));
    return this;
  }

  WorkbookContent content() {
    long[] union = Bits.of(customers);
    parts.forEach(part -> Bits.or(union, part.group().members()));
    return new WorkbookContent("Christmas", "shop", Instant.parse("2011-12-10T09:30:00Z"), PARIS,
        "ab".repeat(32),
        "1.2.3", parts, group(Bits.full(customers)), group(union), columns, DAY);
  }

  private static Group group(long[] members) {
    int count = Bits.count(members);
    return new Group(members, count, OptionalInt.empty(),
        new Money(BigDecimal.valueOf(1_050L * count, 2), 2L * count));
  }
}
