package app.parcelle.engine.intake.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which format each style of an xlsx file gives to numbers (ECMA-376 part 1, 18.8). */
final class XlsxStyles {
  private static final byte[] FORMAT = XmlScanner.ascii("numFmt");
  private static final byte[] FORMATS = XmlScanner.ascii("numFmts");
  private static final byte[] ID = XmlScanner.ascii("numFmtId");
  private static final byte[] CODE = XmlScanner.ascii("formatCode");
  private static final byte[] STYLES = XmlScanner.ascii("cellXfs");
  private static final byte[] STYLE = XmlScanner.ascii("xf");
  private static final int MOST = 1 << 20;

  private final List<CellFormat> formats = new ArrayList<>();

  /** The format of a style; that of plain numbers where there is no such style. */
  CellFormat format(int style) {
    return style >= 0 && style < formats.size() ? formats.get(style) : CellFormat.NUMBER;
  }

  static XlsxStyles read(XmlScanner xml) throws IOException {
    XlsxStyles styles = new XlsxStyles();
    Map<Integer, CellFormat> custom = new HashMap<>();
    List<Integer> ids = new ArrayList<>();
    boolean inFormats = false;
    boolean inStyles = false;
    int tag;
    while ((tag = xml.next()) != XmlScanner.END) {
      boolean open = tag == XmlScanner.OPEN;
      if (xml.is(STYLES)) {
        inStyles = open;
      } else if (xml.is(FORMATS)) {
        inFormats = open;
      } else if (open && inStyles && xml.is(STYLE)) {
        ids.add(number(xml.value(ID)));
      } else if (open && inFormats && xml.is(FORMAT)) {
        custom.put(number(xml.value(ID)), CellFormat.of(number(xml.value(ID)), xml.value(CODE)));
      }
      if (ids.size() + custom.size() > MOST) {
        throw BadWorkbook.bomb();
      }
    }
    ids.forEach(id -> styles.formats.add(custom.getOrDefault(id, CellFormat.of(id, null))));
    return styles;
  }

  private static int number(@org.jspecify.annotations.Nullable String text) {
    try {
      return text == null ? 0 : Integer.parseInt(text.strip());
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
