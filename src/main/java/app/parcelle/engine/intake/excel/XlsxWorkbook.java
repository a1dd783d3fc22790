package app.parcelle.engine.intake.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.excel.Parts.Relation;

/** A workbook of Office Open XML (ECMA-376, also in its strict dialect): xlsx and xlsm. */
final class XlsxWorkbook implements Workbook {
  private static final byte[] WORKBOOK = XmlScanner.ascii("workbook");
  private static final byte[] PROPERTIES = XmlScanner.ascii("workbookPr");
  private static final byte[] DATE_1904 = XmlScanner.ascii("date1904");
  private static final byte[] SHEET = XmlScanner.ascii("sheet");
  private static final byte[] NAME = XmlScanner.ascii("name");
  private static final byte[] STATE = XmlScanner.ascii("state");
  private static final byte[] ID = XmlScanner.ascii("id");
  private static final int MOST_SHEETS = 10_000;

  private final Parts parts;
  private final Map<String, Relation> relations;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> sheetParts = new ArrayList<>();
  private final XlsxStyles styles;
  private boolean from1904;
  private boolean workbook;
  private @Nullable SharedTexts texts;

  /** @param main the part that lists the sheets */
  XlsxWorkbook(Parts parts, String main) throws IOException {
    this.parts = parts;
    this.relations = parts.relations(main);
    try (XmlScanner xml = parts.scan(main)) {
      read(xml);
    }
    String part = Parts.first(relations, "styles");
    if (part == null || !parts.has(part)) {
      styles = new XlsxStyles();
    } else {
      try (XmlScanner xml = parts.scan(part)) {
        styles = XlsxStyles.read(xml);
      }
    }
  }

  private void read(XmlScanner xml) throws IOException {
    int tag;
    while ((tag = xml.next()) != XmlScanner.END) {
      workbook |= xml.is(WORKBOOK);
      if (tag == XmlScanner.OPEN && xml.is(PROPERTIES)) {
        String said = xml.value(DATE_1904);
        from1904 = said != null && (said.equals("1") || said.equals("true") || said.equals("on"));
      } else if (tag == XmlScanner.OPEN && xml.is(SHEET)) {
        add(xml.value(NAME), xml.value(ID), xml.value(STATE));
      }
    }
  }

  /** Whether the part is what a workbook has, and not the text of another document. */
  boolean isWorkbook() {
    return workbook;
  }

  /** Adds a sheet of cells; sheets that are a chart or a dialogue have another relation. */
  private void add(@Nullable String name, @Nullable String id, @Nullable String state) throws IOException {
    Relation relation = id == null ? null : relations.get(id);
    if (name != null && relation != null && relation.type().equals("worksheet")
        && parts.has(relation.part())) {
      sheets.add(new Sheet(name, state != null && !state.equals("visible")));
      sheetParts.add(relation.part());
    }
    if (sheets.size() > MOST_SHEETS) {
      throw BadWorkbook.bomb();
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
    return new XlsxSheetReader(parts.open(part), parts.size(part), shared, styles, from1904);
  }

  private SharedTexts texts() throws IOException {
    SharedTexts known = texts;
    if (known == null) {
      String part = Parts.first(relations, "sharedStrings");
      if (part == null || !parts.has(part)) {
        known = new SharedTexts();
      } else {
        try (XmlScanner xml = parts.scan(part)) {
          known = SharedTexts.read(xml);
        }
      }
      texts = known;
    }
    return known;
  }

  @Override
  public List<Merge> merges(int sheet, int lastRow) throws IOException {
    try (XmlScanner xml = parts.scan(sheetParts.get(sheet))) {
      return XlsxMerges.read(xml, lastRow);
    }
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
