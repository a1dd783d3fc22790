package app.parcelle.ui.export;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

import app.parcelle.engine.export.DefinitionLines;
import app.parcelle.engine.export.Preflight;
import app.parcelle.engine.export.SummaryTable;
import app.parcelle.engine.export.WorkbookContent;
import app.parcelle.engine.message.Texts;

/**
 * What is shown of a workbook before it is written. It keeps the texts of the first rows and none of the columns, which may be
 * large.
 *
 * @param columns of the list, that of the segments included
 * @param rows the first customers: rows x columns
 * @param reachable how many in the list have granted consent; empty where the project has no consent field
 */
record Preview(String title, List<Column> columns, List<List<String>> rows, SummaryTable summary,
    List<DefinitionLines.Line> definition, Preflight checks, OptionalInt reachable) {
  static final int ROWS = 50;

  /** A heading, and whether figures stand below it. */
  record Column(String heading, boolean figures) {}

  static Preview of(WorkbookContent content, Preflight checks, Texts texts) {
    List<Column> columns = new ArrayList<>();
    content.columns()
        .forEach(column -> columns.add(
            new Column(column.heading(), column.values().field().type().isNumber())));
    if (content.namesSegments()) {
      columns.add(new Column(texts.text("export.list.segments"), false));
    }
    List<List<String>> rows = BitSet.valueOf(content.list().members())
        .stream()
        .limit(ROWS)
        .mapToObj(customer -> row(content, customer, texts))
        .toList();
    return new Preview(content.title(), columns, rows, SummaryTable.of(content),
        DefinitionLines.of(content, checks.notes(), texts), checks, content.list().reachable());
  }

  private static List<String> row(WorkbookContent content, int customer, Texts texts) {
    CellWords words = new CellWords(texts, content.zone());
    List<String> row = new ArrayList<>();
    content.columns().forEach(column -> row.add(words.of(column.values(), customer)));
    if (content.namesSegments()) {
      row.add(content.segmentsOf(customer));
    }
    return row;
  }
}
