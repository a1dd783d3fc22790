package app.parcelle.engine.intake.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts of a workbook that cells refer to by number, as UTF-8. They may take a quarter of the heap; no sheet can be read
 * without them.
 */
final class SharedTexts {
  private static final byte[] ITEM = XmlScanner.ascii("si");
  private static final int PAGE = 1 << 20;
  private static final int START = 21;
  private static final int PAGE_NUMBER = 42;
  private static final long LENGTHS = (1L << START) - 1;

  private final List<byte[]> pages = new ArrayList<>();
  /** Page, position in it, and length of each text. */
  private long[] places = new long[64];
  private int count;
  private byte[] page = new byte[0];
  private int used;
  private long bytes;

  void add(byte[] text, int from, int to) throws IOException {
    int length = to - from;
    if (used + length > page.length) {
      page = new byte[Math.max(PAGE, length)];
      pages.add(page);
      used = 0;
      bytes += page.length;
    }
    if (count == places.length) {
      places = Arrays.copyOf(places, 2 * count);
    }
    if (bytes + 8L * places.length > Workbook.mostBytes()) {
      throw BadWorkbook.tooLarge();
    }
    System.arraycopy(text, from, page, used, length);
    places[count++] = (long) Math.max(0, pages.size() - 1) << PAGE_NUMBER | (long) used << START
        | length;
    used += length;
  }

  int count() {
    return count;
  }

  /** Adds a cell with the text of a number. */
  void put(int number, int column, SheetRow row) throws IOException {
    if (number < 0 || number >= count) {
      throw BadWorkbook.damaged();
    }
    int length = (int) (places[number] & LENGTHS);
    int from = (int) (places[number] >>> START & LENGTHS);
    if (length > 0) {
      byte[] source = pages.get((int) (places[number] >>> PAGE_NUMBER));
      row.add(column, SheetRow.Kind.TEXT, source, from, from + length);
    }
  }

  /** Reads the table of an xlsx file. */
  static SharedTexts read(XmlScanner xml) throws IOException {
    SharedTexts texts = new SharedTexts();
    Bytes text = new Bytes();
    int tag;
    while ((tag = xml.next()) != XmlScanner.END) {
      if (tag == XmlScanner.OPEN && xml.is(ITEM)) {
        text.clear();
        text.limit(SheetRow.LONGEST_TEXT);
        RichText.read(xml, ITEM, text);
        texts.add(text.bytes, 0, text.length);
      }
    }
    return texts;
  }
}
