package app.parcelle.engine.export;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;

import app.parcelle.engine.message.Texts;

/** The chart of the summary: a bar a segment, as long as it has customers. It is Excel's own, and can be changed there. */
final class SummaryChart {
  private static final byte[] BLUE = {0x00, 0x72, (byte) 0xB2};
  private static final byte[] LINE = {(byte) 0xD1, (byte) 0xD9, (byte) 0xE0};
  /** Rows of the sheet that a title and an axis take, and that a bar takes. */
  private static final int AROUND = 8;
  private static final int EACH = 2;

  private final XSSFSheet sheet;
  private final Texts texts;

  SummaryChart(XSSFSheet sheet, Texts texts) {
    this.sheet = sheet;
    this.texts = texts;
  }

  /**
   * Draws bars for rows of the sheet whose names stand in column 0 and whose customers stand in column 1.
   *
   * @param first the first of them
   * @param at the row below which the chart stands
   * @param columns how many of them it is wide
   */
  void draw(int first, int bars, int at, int columns) {
    XSSFClientAnchor place = new XSSFClientAnchor(0, 0, 0, 0, 0, at, columns,
        at + AROUND + EACH * bars);
    XSSFChart chart = sheet.createDrawingPatriarch().createChart(place);
    chart.setTitleText(texts.text("export.summary.chart"));
    chart.setTitleOverlay(false);
    chart.getTitle().getBody().getParagraph(0).getTextRuns().forEach(run -> run.setFontSize(14.0));
    chart.getGraphicFrame().setName(texts.text("export.summary.chart"));
    XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.LEFT);
    // a sheet reads from the top, a bar chart's axis from the bottom
    names.setOrientation(AxisOrientation.MAX_MIN);
    XDDFValueAxis customers = chart.createValueAxis(AxisPosition.BOTTOM);
    customers.setTitle(texts.text("export.summary.customers"));
    customers.setCrosses(AxisCrosses.MAX);
    customers.setMinimum(0);
    customers.setNumberFormat(CellStyles.COUNT);
    customers.getOrAddMajorGridProperties().setLineProperties(line());
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, customers);
    data.setBarDirection(BarDirection.BAR);
    data.setVaryColors(false);
    data.setGapWidth(60);
    int last = first + bars - 1;
    XDDFChartData.Series series = data.addSeries(
        XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(first, last, 0, 0)),
        XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(first, last, 1, 1)));
    series.setTitle(texts.text("export.summary.customers"), null);
    series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(BLUE)));
    chart.plot(data);
    label(chart);
  }

  /** The figure at the end of each bar. */
  private static void label(XSSFChart chart) {
    CTDLbls labels = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0).addNewDLbls();
    labels.addNewShowLegendKey().setVal(false);
    labels.addNewShowVal().setVal(true);
    labels.addNewShowCatName().setVal(false);
    labels.addNewShowSerName().setVal(false);
    labels.addNewShowPercent().setVal(false);
    labels.addNewShowBubbleSize().setVal(false);
  }

  private static XDDFLineProperties line() {
    return new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(LINE)));
  }
}
