package app.parcelle.engine.intake.csv;

import app.parcelle.engine.table.NumberedCodes;
import app.parcelle.engine.table.NumberedDictionary;

/** Identifiers of a fixed prefix and a number. One that is written otherwise sends the whole column to a dictionary. */
final class NumberedReader extends ColumnReader {
  private final Format.Numbered numbered;
  private final NumberedCodes codes;

  NumberedReader(ColumnPlan plan, Format.Numbered numbered) {
    super(plan);
    this.numbered = numbered;
    this.codes = new NumberedCodes(new NumberedDictionary(numbered.prefix(), numbered.digits()));
  }

  @Override
  boolean plainly(byte[] b, int from, int to, int row) {
    long code = codes.code(b, from, to);
    values[row] = code;
    return code >= 0;
  }

  @Override
  boolean closely(byte[] b, int from, int to, int row) {
    if (!plainly(b, from, numbered.dropsPointZero() ? TextReader.beforePointZero(b, from, to) : to, row)) {
      tally.urgent = plan.as(new Format.Texts(true, numbered.dropsPointZero(), false), null);
    }
    return true;
  }
}
