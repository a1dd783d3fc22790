package app.parcelle.engine.intake.ods;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.JobStream;
import app.parcelle.engine.intake.TextSource.Reading;
import app.parcelle.engine.intake.excel.BadWorkbook;
import app.parcelle.engine.intake.excel.SheetRow;
import app.parcelle.engine.intake.excel.Workbook;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * The sheets of an OpenDocument spreadsheet. They stand one behind the other in one text, which is read once to learn their
 * names, and again up to the sheet that is asked for.
 *
 * @param content the text
 * @param sheets in its order
 * @param places of the sheets
 */
record OdsWorkbook(Content content, List<Sheet> sheets, List<Place> places) implements Workbook {
  private static final int MOST_SHEETS = 10_000;

  /**
   * Where a sheet stands, and what it holds.
   *
   * @param from byte of the text at which it begins, about
   * @param to byte behind it, about
   */
  record Place(long from, long to, long cells) {}

  static OdsWorkbook of(Content content, JobContext job) throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    Reading reading = content.open();
    Message looking = Message.of("intake.looking", content.name());
    try (OdsScanner scanner = new OdsScanner(new JobStream(reading, content.bytes(), looking, job))) {
      SheetRow row = new SheetRow();
      while (scanner.nextSheet()) {
        if (sheets.size() == MOST_SHEETS) {
          throw BadWorkbook.bomb();
        }
        long from = scanner.taken();
        long cells = 0;
        while (scanner.nextRow(row)) {
          cells += (long) row.size() * scanner.repeated();
        }
        sheets.add(new Sheet(scanner.name(sheets.size()), scanner.isHidden()));
        places.add(new Place(from, scanner.taken(), cells));
      }
    }
    return new OdsWorkbook(content, List.copyOf(sheets), List.copyOf(places));
  }

  @Override
  public long cells(int sheet) {
    return places.get(sheet).cells;
  }

  @Override
  public SheetReader open(int sheet) throws IOException {
    OdsScanner scanner = scanner(sheet);
    return new OdsSheetReader(scanner, places.get(sheet));
  }

  @Override
  public List<Merge> merges(int sheet, int lastRow) throws IOException {
    try (OdsScanner scanner = scanner(sheet)) {
      return scanner.merges(lastRow);
    }
  }

  /** A scanner that stands at the beginning of a sheet. */
  private OdsScanner scanner(int sheet) throws IOException {
    OdsScanner scanner = new OdsScanner(content.open().text());
    try {
      for (int i = 0; i <= sheet; i++) {
        if (!scanner.nextSheet()) {
          throw BadWorkbook.damaged();
        }
      }
      return scanner;
    } catch (IOException | RuntimeException e) {
      scanner.close();
      throw e;
    }
  }

  @Override
  public void close() {
    // nothing is open between two readings
  }
}
