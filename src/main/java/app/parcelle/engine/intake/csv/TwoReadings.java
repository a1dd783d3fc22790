package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportPreview.Question;
import app.parcelle.engine.intake.ImportPreview.Reading;

/** Asks which of two readings of a column is right, by a cell that they understand differently. */
final class TwoReadings {
  private TwoReadings() {}

  /** The question that a sample leaves open; null where no cell shows a difference. */
  static @Nullable Question question(Format taken, Format other, List<FieldBatch> batches, int column) {
    for (FieldBatch batch : batches) {
      for (int r = 0; r < batch.rows(); r++) {
        int start = batch.start(r, column);
        byte[] b = batch.bytes();
        int from = Cells.trimStart(b, start, batch.end(r, column));
        int to = Cells.trimEnd(b, from, batch.end(r, column));
        String here = value(taken, b, from, to);
        String there = value(other, b, from, to);
        if (here != null && there != null && !here.equals(there)) {
          return new Question(new String(b, from, to - from, UTF_8), reading(taken, here),
              reading(other, there));
        }
      }
    }
    return null;
  }

  private static Reading reading(Format format, String value) {
    return new Reading(String.valueOf(format.said()), value);
  }

  /** What a format makes of trimmed bytes; null where they do not fit it. */
  private static @Nullable String value(Format format, byte[] b, int from, int to) {
    if (format instanceof Format.Numbers numbers) {
      NumberText text = new NumberText(numbers.point(), numbers.mostScale());
      return text.read(b, from, to)
          ? BigDecimal.valueOf(text.unscaled, text.scale).stripTrailingZeros().toPlainString()
          : null;
    }
    if (format instanceof Format.Dates dates) {
      DateText text = new DateText(dates);
      return text.read(b, from, to) ? LocalDate.ofEpochDay(text.day).toString() : null;
    }
    return null;
  }
}
