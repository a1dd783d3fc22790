package app.parcelle.engine.intake.excel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;

import app.parcelle.engine.intake.RecordBuffer;
import app.parcelle.engine.intake.RecordStream;
import app.parcelle.engine.intake.excel.Workbook.SheetReader;

/**
 * The rows of a sheet's table as records, each at the line that is its row in the sheet. A cell outside the table's columns,
 * which stands far below the rows the table was found in, is put behind the last column, so that the row is rejected and seen
 * rather than cut.
 */
final class SheetRecords extends RecordStream {
  private static final int OUTSIDE = -1;

  private final String name;
  private final SheetReader reader;
  private final TableArea area;
  private final int[] fields;
  private final SheetRow row = new SheetRow();
  private boolean headerWritten;
  private int line = 1;

  /** @param name what messages call the workbook */
  SheetRecords(String name, SheetReader reader, TableArea area) {
    this.name = name;
    this.reader = reader;
    this.area = area;
    this.fields = new int[area.columns().getLast() + 1];
    Arrays.fill(fields, OUTSIDE);
    for (int field = 0; field < area.columns().size(); field++) {
      fields[area.columns().get(field)] = field;
    }
    this.headerWritten = area.headerRows() == 0;
  }

  @Override
  protected boolean next(RecordBuffer into) throws IOException {
    try {
      boolean found = reader.next(row);
      if (!headerWritten && (!found || row.number >= area.firstBodyRow())) {
        writeHeader(into);
      }
      if (found) {
        write(into);
      }
      return found;
    } catch (BadWorkbook e) {
      throw e.of(name);
    }
  }

  private void writeHeader(RecordBuffer into) {
    headerWritten = true;
    skipTo(area.firstRow(), into);
    for (String column : area.names()) {
      if (column.isEmpty()) {
        into.empty();
      } else {
        byte[] utf8 = column.getBytes(UTF_8);
        into.text(utf8, 0, utf8.length);
      }
    }
    into.end();
    line++;
  }

  private void write(RecordBuffer into) {
    skipTo(row.number, into);
    if (row.number < area.firstBodyRow()) {
      into.skip();
      line++;
      return;
    }
    boolean outside = false;
    for (int cell = 0; cell < row.cells; cell++) {
      int field = field(cell);
      if (field == OUTSIDE) {
        outside |= !row.isBlank(cell);
      } else {
        fillTo(field, into);
        row.write(cell, into);
      }
    }
    fillTo(area.columns().size(), into);
    for (int cell = 0; outside && cell < row.cells; cell++) {
      if (field(cell) == OUTSIDE && !row.isBlank(cell)) {
        row.write(cell, into);
      }
    }
    into.end();
    line++;
  }

  private int field(int cell) {
    int column = row.column(cell);
    return column < fields.length ? fields[column] : OUTSIDE;
  }

  private static void fillTo(int field, RecordBuffer into) {
    while (into.cells() < field) {
      into.empty();
    }
  }

  /** Leaves out the rows before one. Rows that stand in no order follow each other. */
  private void skipTo(int number, RecordBuffer into) {
    while (line < number) {
      into.skip();
      line++;
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
