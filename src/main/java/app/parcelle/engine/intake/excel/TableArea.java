package app.parcelle.engine.intake.excel;

import java.util.List;

/**
 * Where the table of a sheet stands.
 *
 * @param firstRow of the sheet, from 1: the first of the header, or of the rows where there is none
 * @param headerRows how many rows hold the names of the columns; 0 for none
 * @param columns of the sheet, from 0, in their order
 * @param names of the columns, those of several rows joined; empty where there is no header
 */
record TableArea(int firstRow, int headerRows, List<Integer> columns, List<String> names) {
  int firstBodyRow() {
    return firstRow + headerRows;
  }
}
