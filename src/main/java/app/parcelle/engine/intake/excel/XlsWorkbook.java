package app.parcelle.engine.intake.excel;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.util.CodePageUtil;

/**
 * A workbook of binary records: xls of Excel 97 to 2003 ([MS-XLS], BIFF8), and the versions 2 to 95 before. Its bytes are held
 * as a whole; such a sheet has at most 65,536 rows and 256 columns.
 */
final class XlsWorkbook implements Workbook {
  private static final int BOUND_SHEET = 0x0085;
  private static final int SHARED_TEXTS = 0x00FC;
  private static final int CODE_PAGE = 0x0042;
  private static final int DATE_1904 = 0x0022;
  private static final int MERGED_CELLS = 0x00E5;
  private static final int GLOBALS = 0x0005;
  private static final int CELLS = 0x0010;
  private static final int MOST_MERGES = 100_000;

  private final byte[] bytes;
  private final int version;
  private final List<Sheet> sheets = new ArrayList<>();
  /** Where the records of each sheet begin. */
  private final List<Integer> begins = new ArrayList<>();
  private final SharedTexts texts = new SharedTexts();
  private final XlsStyles styles;
  private Charset encoding = Charset.forName("windows-1252");
  private boolean from1904;

  XlsWorkbook(byte[] bytes) throws IOException {
    this.bytes = bytes;
    BiffRecords records = new BiffRecords(bytes, 0);
    if (!records.next() || !isBegin(records.sid()) || !records.has(4)) {
      throw BadWorkbook.damaged();
    }
    version = version(records);
    styles = new XlsStyles(version);
    boolean many = version >= 5 && records.u16(records.from() + 2) == GLOBALS;
    try {
      globals(records, many ? begins(bytes) : List.of());
      if (!many) {
        sheets.add(new Sheet("1", false));
        begins.add(0);
      }
    } catch (IndexOutOfBoundsException e) {
      // a record whose content is shorter than what it says to hold
      throw (IOException) BadWorkbook.damaged().initCause(e);
    }
  }

  /** Whether a file begins as records do that are not wrapped: those of the first versions, and of simple programs. */
  static boolean isBare(byte[] magic) {
    int sid = magic.length < 4 ? -1 : (magic[0] & 0xFF) | (magic[1] & 0xFF) << 8;
    return isBegin(sid) && magic[2] >= 4 && magic[2] <= 16 && magic[3] == 0;
  }

  static XlsWorkbook bare(Path file) throws IOException {
    if (Files.size(file) > Workbook.mostBytes()) {
      throw BadWorkbook.tooLarge();
    }
    return new XlsWorkbook(Files.readAllBytes(file));
  }

  private static boolean isBegin(int sid) {
    return sid == 0x0809 || sid == 0x0409 || sid == 0x0209 || sid == 0x0009;
  }

  /** 2, 3, 4, 5 (Excel 5 and 95) or 8. */
  private static int version(BiffRecords begin) {
    return switch (begin.sid()) {
      case 0x0009 -> 2;
      case 0x0209 -> 3;
      case 0x0409 -> 4;
      default -> begin.u16(begin.from()) == 0x0600 ? 8 : 5;
    };
  }

  /** Where the parts of the file begin, that of the workbook itself first, charts inside sheets left out. */
  private static List<Integer> begins(byte[] bytes) {
    List<Integer> begins = new ArrayList<>();
    BiffRecords records = new BiffRecords(bytes, 0);
    int depth = 0;
    while (records.next()) {
      if (isBegin(records.sid())) {
        if (depth++ == 0) {
          begins.add(records.at());
        }
      } else if (records.sid() == BiffRecords.EOF) {
        depth = Math.max(0, depth - 1);
      }
    }
    return begins;
  }

  private void globals(BiffRecords records, List<Integer> parts) throws IOException {
    int listed = 0;
    while (records.next() && records.sid() != BiffRecords.EOF) {
      int from = records.from();
      switch (records.sid()) {
        case CODE_PAGE -> encoding = encoding(records.u16(from));
        case DATE_1904 -> from1904 = records.u16(from) == 1;
        case BOUND_SHEET -> {
          listed++;
          int usual = listed < parts.size() ? parts.get(listed) : -1;
          if (!parts.isEmpty()) {
            addSheet(records, usual, parts);
          }
        }
        case SHARED_TEXTS -> readTexts(records);
        default -> styles.take(records, encoding);
      }
    }
  }

  private static Charset encoding(int codePage) {
    try {
      return switch (codePage) {
        case 0x8000 -> Charset.forName("x-MacRoman");
        case 0x8001 -> Charset.forName("windows-1252");
        default -> Charset.forName(CodePageUtil.codepageToEncoding(codePage, true));
      };
    } catch (IOException | IllegalArgumentException unknown) {
      return Charset.forName("windows-1252");
    }
  }

  /** @param usual where the sheet begins when the record does not say so */
  private void addSheet(BiffRecords records, int usual, List<Integer> parts) {
    int from = records.from();
    int said = records.i32(from);
    int begin = parts.contains(said) ? said : usual;
    boolean hidden = (records.u8(from + 4) & 3) != 0;
    Bytes name = new Bytes();
    int length = records.u8(from + 6);
    BiffText text = new BiffText(records, from + 7);
    if (version == 8) {
      text.unicode(length, name);
    } else {
      text.old(length, encoding, name);
    }
    if (begin >= 0 && records.u8(from + 5) == 0 && holdsCells(begin)) {
      sheets.add(new Sheet(name.text(0), hidden));
      begins.add(begin);
    }
  }

  private boolean holdsCells(int begin) {
    BiffRecords records = new BiffRecords(bytes, begin);
    return records.next() && records.has(4) && records.u16(records.from() + 2) == CELLS;
  }

  private void readTexts(BiffRecords records) throws IOException {
    BiffText table = new BiffText(records, records.from());
    table.i32();
    int count = table.i32();
    Bytes text = new Bytes();
    for (int i = 0; i < count && !table.ended(); i++) {
      text.clear();
      table.unicode(table.u16(), text);
      texts.add(text.bytes, 0, text.length);
    }
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public SheetReader open(int sheet) throws IOException {
    return new XlsSheetReader(new BiffRecords(bytes, begins.get(sheet)), version, encoding, from1904, texts,
        styles);
  }

  @Override
  public List<Merge> merges(int sheet, int lastRow) {
    List<Merge> merges = new ArrayList<>();
    BiffRecords records = new BiffRecords(bytes, begins.get(sheet));
    int depth = 0;
    while (records.next() && merges.size() < MOST_MERGES) {
      depth += isBegin(records.sid()) ? 1 : records.sid() == BiffRecords.EOF ? -1 : 0;
      if (depth == 0) {
        break;
      }
      int count = records.sid() == MERGED_CELLS && records.has(2) ? records.u16(records.from()) : 0;
      for (int i = 0; i < count && records.has(2 + 8 * (i + 1)); i++) {
        int at = records.from() + 2 + 8 * i;
        Merge merge = new Merge(records.u16(at) + 1, records.u16(at + 2) + 1, records.u16(at + 4),
            records.u16(at + 6));
        if (merge.firstRow() <= lastRow) {
          merges.add(merge);
        }
      }
    }
    return merges;
  }

  @Override
  public void close() {
    // nothing is open
  }
}
