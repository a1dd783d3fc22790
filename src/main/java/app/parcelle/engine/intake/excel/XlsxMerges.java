package app.parcelle.engine.intake.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.intake.excel.Workbook.Merge;

/** The merged cells of a sheet of an xlsx file; they stand behind all of its cells. */
final class XlsxMerges {
  private static final byte[] MERGE = XmlScanner.ascii("mergeCell");
  private static final byte[] MERGES = XmlScanner.ascii("mergeCells");
  private static final byte[] RANGE = XmlScanner.ascii("ref");
  private static final int MOST = 100_000;

  private XlsxMerges() {}

  static List<Merge> read(XmlScanner xml, int lastRow) throws IOException {
    List<Merge> merges = new ArrayList<>();
    int tag;
    while ((tag = xml.next()) != XmlScanner.END && merges.size() < MOST) {
      if (tag == XmlScanner.CLOSE && xml.is(MERGES)) {
        break;
      }
      if (tag == XmlScanner.OPEN && xml.is(MERGE)) {
        Merge merge = merge(xml);
        if (merge != null && merge.firstRow() <= lastRow) {
          merges.add(merge);
        }
      }
    }
    return merges;
  }

  private static @org.jspecify.annotations.Nullable Merge merge(XmlScanner xml) throws IOException {
    int range = xml.attribute(RANGE);
    if (range < 0) {
      return null;
    }
    byte[] b = xml.bytes();
    int from = xml.valueFrom(range);
    int to = xml.valueTo(range);
    int colon = from;
    while (colon < to && b[colon] != ':') {
      colon++;
    }
    if (colon == to) {
      return null;
    }
    return new Merge(CellPlace.row(b, from, colon), CellPlace.row(b, colon + 1, to),
        CellPlace.column(b, from, colon), CellPlace.column(b, colon + 1, to));
  }
}
