package app.parcelle.engine.intake.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.JobStream;
import app.parcelle.engine.intake.TextSource.Reading;
import app.parcelle.engine.intake.excel.SheetRow;
import app.parcelle.engine.intake.excel.Workbook;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * The tables of a web page, in the order in which their first rows end.
 *
 * @param counts how many cells each holds
 */
record HtmlWorkbook(Content page, Charset encoding, List<Sheet> sheets,
    List<Long> counts) implements Workbook {
  static HtmlWorkbook of(Content page, @Nullable Charset stated, JobContext job) throws IOException {
    Charset encoding = stated == null ? HtmlEncoding.of(page) : stated;
    Message looking = Message.of("intake.looking", page.name());
    List<String> names = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    Reading reading = page.open();
    InputStream text = new JobStream(reading, page.bytes(), looking, job);
    try (HtmlRows rows = new HtmlRows(text, encoding)) {
      SheetRow row = new SheetRow();
      while (rows.next(row)) {
        int table = rows.table();
        if (table == counts.size()) {
          counts.add(0L);
          names.add(rows.caption());
        }
        counts.set(table, counts.get(table) + row.size());
      }
    }
    if (counts.isEmpty()) {
      throw new Problem(Message.of("intake.html", page.name()));
    }
    return new HtmlWorkbook(page, encoding, sheets(names), List.copyOf(counts));
  }

  /** Tables by what is written above them where that tells them apart, else by their number. */
  private static List<Sheet> sheets(List<String> captions) {
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < captions.size(); i++) {
      String caption = captions.get(i);
      boolean alone = !caption.isEmpty() && captions.indexOf(caption) == captions.lastIndexOf(caption);
      sheets.add(new Sheet(alone ? caption : Integer.toString(i + 1), false));
    }
    return List.copyOf(sheets);
  }

  @Override
  public long cells(int sheet) {
    return counts.get(sheet);
  }

  @Override
  public SheetReader open(int sheet) throws IOException {
    Reading reading = page.open();
    HtmlRows rows = new HtmlRows(reading.text(), encoding);
    return new SheetReader() {
      @Override
      public boolean next(SheetRow row) throws IOException {
        while (rows.next(row)) {
          if (rows.table() == sheet) {
            return true;
          }
        }
        return false;
      }

      @Override
      public double done() {
        return Math.clamp((double) reading.taken() / Math.max(1, page.bytes()), 0, 1);
      }

      @Override
      public long uncalculated() {
        return 0;
      }

      @Override
      public void close() throws IOException {
        rows.close();
      }
    };
  }

  @Override
  public List<Merge> merges(int sheet, int lastRow) throws IOException {
    List<Merge> merges = new ArrayList<>();
    try (HtmlRows rows = new HtmlRows(page.open().text(), encoding)) {
      SheetRow row = new SheetRow();
      while (rows.next(row)) {
        if (rows.table() == sheet) {
          if (rows.number() > lastRow) {
            break;
          }
          merges.addAll(rows.merges());
        }
      }
    }
    return merges;
  }

  @Override
  public void close() {
    // nothing is open between two readings
  }
}
