package app.parcelle.engine.intake.excel;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which format each style of an xls file gives to numbers. */
final class XlsStyles {
  private static final int FORMAT = 0x041E;
  private static final int OLD_FORMAT = 0x001E;
  private static final int STYLE = 0x00E0;
  private static final int STYLE_4 = 0x0443;
  private static final int STYLE_3 = 0x0243;

  private final int version;
  private final Map<Integer, CellFormat> formats = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();

  XlsStyles(int version) {
    this.version = version;
  }

  /** Takes a record where it defines a style or a format. */
  void take(BiffRecords records, Charset encoding) {
    int from = records.from();
    switch (records.sid()) {
      case STYLE -> styles.add(records.u16(from + 2));
      case STYLE_3, STYLE_4 -> styles.add(records.u8(from + 1));
      case FORMAT, OLD_FORMAT -> {
        // before Excel 5 formats have no number but their place
        int id = version >= 5 ? records.u16(from) : formats.size();
        formats.put(id, CellFormat.of(id, code(records, encoding)));
      }
      default -> {
        // of no interest
      }
    }
  }

  private String code(BiffRecords records, Charset encoding) {
    Bytes code = new Bytes();
    int from = records.from() + (records.sid() == FORMAT ? 2 : 0);
    if (version == 8) {
      new BiffText(records, from + 2).unicode(records.u16(from), code);
    } else {
      new BiffText(records, from + 1).old(records.u8(from), encoding, code);
    }
    return code.text(0);
  }

  /** The format of a style. */
  CellFormat format(int style) {
    return style < styles.size() ? byNumber(styles.get(style)) : CellFormat.NUMBER;
  }

  /** The format of a number, which cells of Excel 2 refer to. */
  CellFormat byNumber(int id) {
    CellFormat known = formats.get(id);
    return known == null ? CellFormat.of(id, null) : known;
  }
}
