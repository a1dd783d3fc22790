package app.parcelle.engine.intake.html;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.excel.WorkbookSource;
import app.parcelle.engine.job.JobContext;

/** Opens web pages by the tables in them. */
public final class HtmlSource {
  private HtmlSource() {}

  /**
   * One table, read as the sheet of a workbook is.
   *
   * @throws app.parcelle.engine.message.Problem when the page has none
   */
  public static TextSource of(Content page, TextOptions said, JobContext job) {
    return WorkbookSource.of(page.name(), page.bytes(), said,
        () -> HtmlWorkbook.of(page, said.encoding(), job));
  }
}
