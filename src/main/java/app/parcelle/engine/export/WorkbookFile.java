package app.parcelle.engine.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Texts;

/** Puts a workbook together: the list streamed from its start, summary and definition held whole. */
final class WorkbookFile {
  /** Rows held in memory at once. */
  private static final int WINDOW = 2;

  private final WorkbookContent content;
  private final Preflight preflight;
  private final Texts texts;
  private final int rowsPerSheet;

  WorkbookFile(WorkbookContent content, Preflight preflight, Texts texts, int rowsPerSheet) {
    this.content = content;
    this.preflight = preflight;
    this.texts = texts;
    this.rowsPerSheet = rowsPerSheet;
  }

  /** Names of the sheets, in order. */
  List<String> sheets() {
    List<String> names = new ArrayList<>();
    names.add(texts.text("export.sheet.list"));
    for (int part = 2; part <= preflight.sheets(); part++) {
      names.add(texts.text("export.sheet.listPart", part));
    }
    names.add(texts.text("export.sheet.summary"));
    if (!content.personas().isEmpty()) {
      names.add(texts.text("export.sheet.personas"));
    }
    names.add(texts.text("export.sheet.definition"));
    return names;
  }

  void write(OutputStream out, JobContext job) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      CellStyles styles = new CellStyles(book, texts);
      ListSheets list = new ListSheets(content, texts.text("export.list.segments"), styles, rowsPerSheet);
      List<XSSFSheet> sheets = sheets().stream().map(book::createSheet).toList();
      for (int i = 0; i < preflight.sheets(); i++) {
        list.prepare(sheets.get(i), i);
      }
      new SummarySheet(sheets.get(preflight.sheets()), SummaryTable.of(content), styles, texts)
          .write(content.title(), subtitle());
      if (!content.personas().isEmpty()) {
        new PersonasSheet(sheets.get(preflight.sheets() + 1), styles, texts).write(content.personas(),
            content.project());
      }
      DefinitionSheet.write(sheets.getLast(), texts.text("export.definition.title"),
          DefinitionLines.of(content, preflight.notes(), texts), styles);
      book.getProperties().getCoreProperties().setTitle(content.title());
      book.getProperties().getCoreProperties().setCreator("Parcelle " + content.version());
      stream(book, list, out, job);
    }
  }

  private void stream(XSSFWorkbook book, ListSheets list, OutputStream out, JobContext job)
      throws IOException {
    try (SXSSFWorkbook streamed = new SXSSFWorkbook(book, WINDOW, false)) {
      List<SXSSFSheet> sheets = new ArrayList<>();
      for (int i = 0; i < preflight.sheets(); i++) {
        sheets.add(streamed.getSheetAt(i));
      }
      try {
        list.write(sheets, job);
      } finally {
        // rows still held when the work is stopped would be complained of at closing
        for (SXSSFSheet sheet : sheets) {
          sheet.flushRows();
        }
      }
      streamed.write(out);
    }
  }

  private String subtitle() {
    return texts.text("export.summary.subtitle", content.project(), content.columnsAsOf());
  }
}
