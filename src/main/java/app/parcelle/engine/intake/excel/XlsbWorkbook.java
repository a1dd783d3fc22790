package app.parcelle.engine.intake.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.excel.Parts.Relation;

/** A workbook of Office Open XML whose parts are binary ([MS-XLSB]). */
final class XlsbWorkbook implements Workbook {
  private static final int PROPERTIES = 153;
  private static final int SHEET = 156;
  private static final int FORMAT = 44;
  private static final int STYLE = 47;
  private static final int BEGIN_STYLES = 617;
  private static final int END_STYLES = 618;
  private static final int SHARED_TEXT = 19;
  private static final int MERGE = 176;
  private static final int MOST = 100_000;

  private final Parts parts;
  private final Map<String, Relation> relations;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> sheetParts = new ArrayList<>();
  private final List<CellFormat> styles = new ArrayList<>();
  private boolean from1904;
  private @Nullable SharedTexts texts;

  /** @param main the part that lists the sheets */
  XlsbWorkbook(Parts parts, String main) throws IOException {
    this.parts = parts;
    this.relations = parts.relations(main);
    try (XlsbRecords records = new XlsbRecords(parts.open(main))) {
      while (records.next() && sheets.size() < MOST) {
        if (records.type() == PROPERTIES) {
          from1904 = (records.i32(0) & 1) != 0;
        } else if (records.type() == SHEET) {
          addSheet(records);
        }
      }
    }
    String part = Parts.first(relations, "styles");
    if (part != null && parts.has(part)) {
      try (XlsbRecords records = new XlsbRecords(parts.open(part))) {
        readStyles(records);
      }
    }
  }

  private void addSheet(XlsbRecords records) throws IOException {
    Bytes id = new Bytes();
    Bytes name = new Bytes();
    records.text(records.text(8, id), name);
    Relation relation = relations.get(id.text(0));
    if (relation != null && relation.type().equals("worksheet") && parts.has(relation.part())) {
      sheets.add(new Sheet(name.text(0), records.i32(0) != 0));
      sheetParts.add(relation.part());
    }
  }

  private void readStyles(XlsbRecords records) throws IOException {
    Map<Integer, CellFormat> custom = new HashMap<>();
    boolean inStyles = false;
    while (records.next() && styles.size() + custom.size() < MOST) {
      switch (records.type()) {
        case BEGIN_STYLES -> inStyles = true;
        case END_STYLES -> inStyles = false;
        case FORMAT -> {
          Bytes code = new Bytes();
          records.text(2, code);
          custom.put(records.u16(0), CellFormat.of(records.u16(0), code.text(0)));
        }
        case STYLE -> {
          if (inStyles) {
            int id = records.u16(2);
            styles.add(custom.getOrDefault(id, CellFormat.of(id, null)));
          }
        }
        default -> {
          // of no interest
        }
      }
    }
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public SheetReader open(int sheet) throws IOException {
    SharedTexts shared = texts();
    String part = sheetParts.get(sheet);
    return new XlsbSheetReader(parts.open(part), parts.size(part), shared, styles, from1904);
  }

  private SharedTexts texts() throws IOException {
    SharedTexts known = texts;
    if (known == null) {
      known = new SharedTexts();
      String part = Parts.first(relations, "sharedStrings");
      if (part != null && parts.has(part)) {
        try (XlsbRecords records = new XlsbRecords(parts.open(part))) {
          Bytes text = new Bytes();
          while (records.next()) {
            if (records.type() == SHARED_TEXT) {
              text.clear();
              text.limit(SheetRow.LONGEST_TEXT);
              records.text(1, text);
              known.add(text.bytes, 0, text.length);
            }
          }
        }
      }
      texts = known;
    }
    return known;
  }

  @Override
  public List<Merge> merges(int sheet, int lastRow) throws IOException {
    List<Merge> merges = new ArrayList<>();
    try (XlsbRecords records = new XlsbRecords(parts.open(sheetParts.get(sheet)))) {
      while (records.next() && merges.size() < MOST) {
        if (records.type() == MERGE && records.i32(0) < lastRow) {
          merges.add(new Merge(records.i32(0) + 1, records.i32(4) + 1, records.i32(8), records.i32(12)));
        }
      }
    }
    return merges;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
