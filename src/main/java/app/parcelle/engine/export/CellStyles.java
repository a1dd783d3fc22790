package app.parcelle.engine.export;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Role;

/** The looks of the workbook's cells. Number formats are in the code of the file format; each Excel shows its own signs. */
final class CellStyles {
  static final String MONEY = "#,##0.00";
  static final String COUNT = "#,##0";
  static final String SHARE = "0.0%";
  private static final long FIVE_DIGITS = 10_000;

  private static final byte[] INK = {0x1F, 0x23, 0x28};
  private static final byte[] MUTED = {0x59, 0x63, 0x6E};
  private static final byte[] SOFT = {(byte) 0xEA, (byte) 0xEE, (byte) 0xF2};
  private static final byte[] LINE = {(byte) 0xD1, (byte) 0xD9, (byte) 0xE0};

  private final XSSFWorkbook book;
  private final Locale locale;
  private final String yesNo;
  private final Map<String, XSSFCellStyle> formats = new HashMap<>();
  private final XSSFCellStyle header;
  private final XSSFCellStyle figureHeader;
  private final XSSFCellStyle title;
  private final XSSFCellStyle muted;
  private final XSSFCellStyle heading;
  private final XSSFCellStyle label;
  private final XSSFCellStyle wrapped;
  private final XSSFCellStyle code;
  private final XSSFCellStyle quoted;

  CellStyles(XSSFWorkbook book, Texts texts) {
    this.book = book;
    this.locale = texts.locale();
    // Excel has words of its own for yes and no; other programs show the number of it
    String yes = texts.text("export.list.yes");
    this.yesNo = "\"%s\";\"%s\";\"%s\"".formatted(yes, yes, texts.text("export.list.no"));
    header = header(HorizontalAlignment.LEFT);
    figureHeader = header(HorizontalAlignment.RIGHT);
    title = style(font(16, true, INK));
    muted = style(font(10, false, MUTED));
    heading = style(font(12, true, INK));
    heading.setBorderBottom(BorderStyle.THIN);
    heading.setBottomBorderColor(color(LINE));
    label = style(font(11, false, MUTED));
    label.setVerticalAlignment(VerticalAlignment.TOP);
    wrapped = style(font(11, false, INK));
    wrapped.setWrapText(true);
    wrapped.setVerticalAlignment(VerticalAlignment.TOP);
    XSSFFont typewriter = font(9, false, INK);
    typewriter.setFontName("Consolas");
    code = style(typewriter);
    code.setWrapText(true);
    code.setVerticalAlignment(VerticalAlignment.TOP);
    quoted = book.createCellStyle();
    quoted.setQuotePrefixed(true);
    align(quoted, "General");
  }

  XSSFCellStyle header() {
    return header;
  }

  /** A header over figures, which stand at the right. */
  XSSFCellStyle figureHeader() {
    return figureHeader;
  }

  XSSFCellStyle title() {
    return title;
  }

  XSSFCellStyle muted() {
    return muted;
  }

  XSSFCellStyle heading() {
    return heading;
  }

  XSSFCellStyle label() {
    return label;
  }

  XSSFCellStyle wrapped() {
    return wrapped;
  }

  XSSFCellStyle code() {
    return code;
  }

  /** A text that stays one when it is edited, whatever it begins with. */
  XSSFCellStyle quoted() {
    return quoted;
  }

  XSSFCellStyle format(String format) {
    return formats.computeIfAbsent(format, code -> {
      XSSFCellStyle style = book.createCellStyle();
      style.setDataFormat(book.createDataFormat().getFormat(code));
      align(style, format);
      return style;
    });
  }

  /** A format, in bold over a line, for totals. */
  XSSFCellStyle total(String format) {
    return formats.computeIfAbsent("total " + format, key -> {
      XSSFCellStyle style = style(font(11, true, INK));
      style.setDataFormat(book.createDataFormat().getFormat(format));
      style.setBorderTop(BorderStyle.THIN);
      style.setTopBorderColor(color(LINE));
      align(style, format);
      return style;
    });
  }

  String date() {
    return switch (locale.getLanguage() + locale.getCountry()) {
      // English alone does not say which of day and month comes first
      case "en" -> "yyyy-mm-dd";
      case "enUS" -> "mm/dd/yyyy";
      default -> "dd/mm/yyyy";
    };
  }

  String dateTime() {
    return date() + " hh:mm";
  }

  /** How the numbers, dates or texts of a column are shown. */
  String formatOf(FieldColumn column) {
    return switch (column.field().type()) {
      case TEXT -> "General";
      case YES_NO -> yesNo;
      case IDENTIFIER -> "@";
      case WHOLE -> needsThousands(column) ? COUNT : "0";
      case DECIMAL -> isMoney(column.field()) ? MONEY : decimals(column.field().scale());
      case DATE -> date();
      case DATE_TIME -> dateTime();
    };
  }

  private static boolean isMoney(Field field) {
    return switch (field) {
      case Field.OfTrait trait -> trait.trait() == Trait.MONETARY || trait.trait() == Trait.AVERAGE_BASKET
          || trait.trait() == Trait.MARGIN;
      case Field.OfCustomer column -> column.role() == Role.AMOUNT || column.role() == Role.UNIT_PRICE;
      case Field.Lifted lifted -> false;
      case Field.Key key -> false;
      case Field.Cluster cluster -> false;
      case Field.Score score -> false;
    };
  }

  /** Years, ages and scores read better without: thousands are parted where a number has five digits. */
  private static boolean needsThousands(FieldColumn column) {
    long[] values = column.values();
    for (int i = 0; i < values.length; i++) {
      if (Math.abs(values[i]) >= FIVE_DIGITS && !Bits.get(column.missing(), i)) {
        return true;
      }
    }
    return false;
  }

  private static String decimals(int scale) {
    return scale == 0 ? COUNT : COUNT + "." + "0".repeat(scale);
  }

  /** Figures stand at the right, all else at the left, and neither touches what stands beside it. */
  private static void align(XSSFCellStyle style, String format) {
    boolean figure = format.contains("0");
    style.setAlignment(figure ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
    style.setIndention((short) 1);
  }

  private XSSFCellStyle header(HorizontalAlignment alignment) {
    XSSFCellStyle style = style(font(11, true, INK));
    style.setFillForegroundColor(color(SOFT));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBottomBorderColor(color(LINE));
    style.setAlignment(alignment);
    style.setIndention((short) 1);
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private XSSFCellStyle style(XSSFFont font) {
    XSSFCellStyle style = book.createCellStyle();
    style.setFont(font);
    return style;
  }

  private XSSFFont font(int points, boolean bold, byte[] rgb) {
    XSSFFont font = book.createFont();
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    font.setColor(color(rgb));
    return font;
  }

  private static XSSFColor color(byte[] rgb) {
    return new XSSFColor(rgb, null);
  }
}
