package app.parcelle.engine.sql;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.ConsentWords;
import app.parcelle.engine.evaluate.ListElements;
import app.parcelle.engine.evaluate.Positions;
import app.parcelle.engine.sql.PublishedTable.PublishedColumn;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** The rows of a table of a project as they are published; of a customer table, the first of each customer. */
record TableRows(Dataset data, PublishedTable published) {
  private interface Row {
    void at(long number, @Nullable Long customer, List<Chunk> chunks, int row) throws SQLException;
  }

  void each(RowBatch batch) throws SQLException {
    List<PublishedColumn> columns = List.copyOf(published.columns().values());
    walk(columns, (number, customer, chunks, row) -> {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(number);
      if (published.ofCustomers()) {
        values.add(customer);
      }
      for (int c = 0; c < columns.size(); c++) {
        Object value = value(columns.get(c).column(), chunks.get(c), row);
        values.add(value);
        if (columns.get(c).folded() != null) {
          values.add(value == null ? null : Folding.fold((String) value));
        }
        values.add(chunks.get(c).isInvalid(row));
        if (columns.get(c).granted() != null) {
          values.add(value == null ? null : granted((String) value));
        }
      }
      batch.add(values.toArray());
    });
  }

  private static @Nullable Boolean granted(String said) {
    return switch (ConsentWords.of(said)) {
      case GRANTED -> true;
      case REFUSED -> false;
      case UNKNOWN -> null;
    };
  }

  void elements(Column column, RowBatch batch) throws SQLException {
    walk(List.of(published.column(column)), (number, _, chunks, row) -> {
      Object value = value(column, chunks.getFirst(), row);
      if (value != null) {
        for (String element : new ListElements(column.meaning().detail()).of((String) value)) {
          batch.add(number, element, Folding.fold(element));
        }
      }
    });
  }

  void coordinates(Column column, RowBatch batch) throws SQLException {
    walk(List.of(published.column(column)), (number, _, chunks, row) -> {
      Object value = value(column, chunks.getFirst(), row);
      if (value != null) {
        double[] degrees = Positions.read((String) value);
        if (Math.abs(degrees[0]) <= 90 && Math.abs(degrees[1]) <= 180) {
          batch.add(number, BigDecimal.valueOf(degrees[0]), BigDecimal.valueOf(degrees[1]));
        }
      }
    });
  }

  private void walk(List<PublishedColumn> columns, Row each) throws SQLException {
    TableVersion table = published.table();
    boolean[] known = new boolean[table.kind() == TableKind.CUSTOMERS ? data.customers().size() : 0];
    long before = 0;
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = published.ofCustomers() ? data.offsets(table, run) : new int[]{0};
      int customer = 0;
      for (int index = 0; index < run.chunks(); index++) {
        List<Chunk> chunks = new ArrayList<>();
        for (PublishedColumn column : columns) {
          chunks.add(data.chunk(table, column.column(), run, index));
        }
        int rows = Math.min(Chunk.ROWS, run.rows() - index * Chunk.ROWS);
        for (int row = 0; row < rows; row++) {
          int position = index * Chunk.ROWS + row;
          while (customer < offsets.length - 1 && offsets[customer + 1] <= position) {
            customer++;
          }
          Long of = customer < offsets.length - 1 ? (Long) (long) customer : null;
          if (of == null || known.length == 0 || !known[customer]) {
            each.at(before + position, of, chunks, row);
          }
          if (of != null && known.length > 0) {
            known[customer] = true;
          }
        }
      }
      before += run.rows();
    }
  }

  private static @Nullable Object value(Column column, Chunk chunk, int row) {
    if (chunk.isMissing(row)) {
      return null;
    }
    long value = chunk.at(row);
    return switch (column.type()) {
      case TEXT, IDENTIFIER -> {
        Dictionary texts = chunk.dictionary();
        yield texts == null ? null : texts.text(value).replace('\0', '\uFFFD');
      }
      case WHOLE -> value;
      case DECIMAL -> BigDecimal.valueOf(value, column.scale());
      case YES_NO -> value != 0;
      case DATE -> LocalDate.ofEpochDay(value);
      case DATE_TIME -> Instant.ofEpochMilli(value).atOffset(ZoneOffset.UTC);
    };
  }
}
