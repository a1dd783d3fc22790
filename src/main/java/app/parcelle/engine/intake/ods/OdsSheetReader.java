package app.parcelle.engine.intake.ods;

import java.io.IOException;

import app.parcelle.engine.intake.excel.BadWorkbook;
import app.parcelle.engine.intake.excel.SheetRow;
import app.parcelle.engine.intake.excel.Workbook;

/** The rows of one sheet, those that stand for several as often as they do, within bounds. */
final class OdsSheetReader implements Workbook.SheetReader {
  /** Bytes and cells that rows written once may come to by being repeated. */
  private static final long MOST_REPEATED = 1L << 28;

  private final OdsScanner scanner;
  private final OdsWorkbook.Place place;
  private int left;
  private int number;
  private long repeated;

  /** @param scanner at the beginning of the sheet */
  OdsSheetReader(OdsScanner scanner, OdsWorkbook.Place place) {
    this.scanner = scanner;
    this.place = place;
  }

  @Override
  public boolean next(SheetRow row) throws IOException {
    if (left > 0) {
      left--;
      row.again(++number);
      return true;
    }
    if (!scanner.nextRow(row)) {
      return false;
    }
    number = scanner.number();
    left = scanner.repeated() - 1;
    // all of them at once, so that nobody waits for a bomb to go off
    repeated += left * (row.length() + row.size());
    if (repeated > MOST_REPEATED) {
      throw BadWorkbook.bomb();
    }
    return true;
  }

  @Override
  public double done() {
    double all = Math.max(1, place.to() - place.from());
    return Math.clamp((scanner.taken() - place.from()) / all, 0, 1);
  }

  @Override
  public long uncalculated() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    scanner.close();
  }
}
