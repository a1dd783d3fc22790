package app.parcelle.engine.intake.ods;

import app.parcelle.engine.intake.source.Zips;

/** OpenDocument spreadsheets of a test, and what they are made of. Texts are XML. */
public final class OdsFiles {
  static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
  private static final String SPACES = "xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s' xmlns:calcext='c'";

  private OdsFiles() {}

  public static byte[] ods(String sheets) {
    return new Zips().with("mimetype", TYPE)
        .with("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest='m'/>")
        .with("content.xml", content(sheets))
        .bytes();
  }

  static String content(String sheets) {
    return "<?xml version='1.0' encoding='UTF-8'?><office:document-content " + SPACES
        + "><office:automatic-styles><style:style style:name='ta2' style:family='table'>"
        + "<style:table-properties table:display='false'/></style:style></office:automatic-styles>"
        + "<office:body><office:spreadsheet>" + sheets
        + "</office:spreadsheet></office:body></office:document-content>";
  }

  public static String sheet(String name, String rows) {
    return "<table:table table:name='" + name + "'><table:table-column/>" + rows + "</table:table>";
  }

  public static String row(String... cells) {
    return "<table:table-row>" + String.join("", cells) + "</table:table-row>";
  }

  public static String text(String text) {
    return "<table:table-cell office:value-type='string'><text:p>" + text + "</text:p></table:table-cell>";
  }

  public static String cell(String type, String attribute, String value, String shown) {
    return "<table:table-cell office:value-type='" + type + "' office:" + attribute + "='" + value
        + "'><text:p>"
        + shown + "</text:p></table:table-cell>";
  }

  public static String number(String value) {
    return cell("float", "value", value, value);
  }
}
