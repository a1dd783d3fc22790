package app.parcelle.engine.intake.dialect;

import java.util.List;

/** A text written as a formula, so that a spreadsheet takes it for no number: {@code ="0012"} is 0012. */
final class TextFormula {
  /** Bytes before and behind the text. */
  static final int BEFORE = 2;
  static final int BEHIND = 1;

  private TextFormula() {}

  static boolean is(String cell) {
    return cell.length() >= BEFORE + BEHIND && cell.startsWith("=\"")
        && cell.indexOf('"', BEFORE) == cell.length() - BEHIND;
  }

  /** The cells with the texts that such formulas hold. */
  static List<String> texts(List<String> cells) {
    return cells.stream().map(c -> is(c) ? c.substring(BEFORE, c.length() - BEHIND) : c).toList();
  }

  static boolean is(CutRecord record, int cell) {
    return !record.isEmpty(cell) && record.bytes[record.start(cell)] == '=' && is(record.text(cell));
  }
}
