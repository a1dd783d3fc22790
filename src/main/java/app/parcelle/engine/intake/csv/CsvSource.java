package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

import app.parcelle.engine.intake.ColumnValues;
import app.parcelle.engine.intake.DraftSink;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.IntakeResult;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** Reads a table of text: CSV, TSV and their kin, in any encoding, and the records of any other source. */
public final class CsvSource {
  /** After so many restarts a pass goes on to the end of the file, to learn of all columns that need another plan. */
  private static final int HASTY_RESTARTS = 3;

  private CsvSource() {}

  /**
   * Looks at a source; reads no more than a few megabytes.
   *
   * @throws Problem when it is missing, empty, no text, or what the options say does not fit it
   */
  public static ImportPreview preview(TextSource source, ImportOptions options, ZoneId zone, JobContext job) {
    job.throwIfCancelled();
    try {
      return Preview.of(Inspection.of(source, options), zone);
    } catch (IOException e) {
      throw IntakeProblems.of(source.name(), e);
    }
  }

  /**
   * The different values of each column in the sample that {@link #preview} looks at.
   *
   * @throws Problem as {@link #preview}
   */
  public static List<ColumnValues> values(TextSource source, ImportOptions options, JobContext job) {
    job.throwIfCancelled();
    try {
      return SampleValues.of(Inspection.of(source, options));
    } catch (IOException e) {
      throw IntakeProblems.of(source.name(), e);
    }
  }

  /**
   * Reads all rows of a source.
   *
   * @param zone where local times of the source are
   * @param threads that work at once, the caller's among them; at least 1
   * @param draftBudgetBytes a draft is handed over when its chunks hold more
   * @throws Problem as {@link #preview}, when there is no row, and when more records are no rows than the options allow
   */
  public static IntakeResult read(TextSource source, ImportOptions options, ZoneId zone, int threads,
      long draftBudgetBytes,
      DraftSink sink, JobContext job) {
    return read(source, options, zone, threads, draftBudgetBytes, sink, job, Tuning.USUAL);
  }

  static IntakeResult read(TextSource source, ImportOptions options, ZoneId zone, int threads,
      long draftBudgetBytes,
      DraftSink sink, JobContext job, Tuning tuning) {
    job.throwIfCancelled();
    try {
      Inspection inspection = Inspection.of(source, options);
      Layout layout = inspection.layout();
      for (int restarts = 0;; restarts++) {
        try (Feed feed = new Feed(source, layout.dialect())) {
          Pass pass = new Pass(layout, feed, source.bytes(), source.name(), zone, tuning,
              restarts < HASTY_RESTARTS, options.mostRejected(), draftBudgetBytes, sink, job);
          List<ColumnPlan> revised = pass.run(threads);
          Layout next = revised.isEmpty() ? pass.otherEncoding(layout) : layout.with(revised);
          next = options.text().allText() ? widened(next, feed.widest(), source.name()) : next;
          if (next.equals(layout)) {
            return result(source, options, pass).with(inspection.said(), inspection.preset());
          }
          layout = next;
          sink.restart();
        }
      }
    } catch (IOException e) {
      throw IntakeProblems.of(source.name(), e);
    }
  }

  /** With room for the longest record, where no record is rejected for being long. */
  private static Layout widened(Layout layout, int widest, String name) {
    if (widest > Columns.MOST) {
      throw new Problem(Message.of("intake.too-many-columns", name, Columns.MOST));
    }
    return widest > layout.columns().size() ? layout.widened(widest) : layout;
  }

  private static IntakeResult result(TextSource source, ImportOptions options, Pass pass) {
    IntakeResult result = pass.finish();
    if (result.rowsRead() == 0 && !options.text().allText()) {
      throw new Problem(Message.of("intake.no-rows", source.name()));
    }
    if (options.text().encoding() != null && pass.undecodable() * 20 > result.rowsRead()) {
      throw new Problem(
          Message.of("intake.cannot-decode", source.name(), options.text().encoding().displayName()));
    }
    return result;
  }
}
