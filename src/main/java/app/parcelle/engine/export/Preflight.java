package app.parcelle.engine.export;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Dictionary;

/**
 * What can be said of a workbook before it is written. The last six count cells.
 *
 * @param rows customers in the list, each once
 * @param duplicates how often a customer was met again in a further segment
 * @param columns of the list
 * @param sheets that the list needs
 * @param bytes the size to expect, within a factor of two
 * @param formulas texts that begin like a formula, and are written as the texts they are
 * @param cut texts longer than a cell, of which the end is lost
 * @param dates outside of the calendar of spreadsheets, written as text
 * @param numbers of more digits than a spreadsheet keeps, written as text
 * @param invalid values that could not be understood, left empty
 */
public record Preflight(int rows, int duplicates, int columns, int sheets, long bytes, long formulas,
    long cut,
    long dates, long numbers, long invalid) {

  /** Looks at every cell of the list: rows x columns. */
  public static Preflight of(WorkbookContent content, JobContext job) {
    return of(content, ListSheets.ROWS, job);
  }

  static Preflight of(WorkbookContent content, int rowsPerSheet, JobContext job) {
    Tally tally = new Tally();
    for (WorkbookContent.ListColumn column : content.columns()) {
      job.throwIfCancelled();
      tally.look(column.values(), content.list().members(), job);
    }
    int rows = content.list().count();
    int columns = content.columns().size() + (content.namesSegments() ? 1 : 0);
    return new Preflight(rows, content.duplicates(), columns, ListSheets.count(rows, rowsPerSheet),
        tally.bytes(rows, content.namesSegments()), tally.formulas, tally.cut, tally.dates, tally.numbers,
        tally.invalid);
  }

  /** What the person should know of the values, in the order of importance; empty when all is as expected. */
  public List<Message> notes() {
    List<Message> notes = new ArrayList<>();
    if (cut > 0) {
      notes.add(Message.of("export.note.cut", cut));
    }
    if (dates > 0) {
      notes.add(Message.of("export.note.dates", dates));
    }
    if (numbers > 0) {
      notes.add(Message.of("export.note.numbers", numbers));
    }
    if (invalid > 0) {
      notes.add(Message.of("export.note.invalid", invalid));
    }
    if (formulas > 0) {
      notes.add(Message.of("export.note.formulas", formulas));
    }
    if (sheets > 1) {
      notes.add(Message.of("export.note.sheets", sheets));
    }
    return notes;
  }

  private static final class Tally {
    private static final int EVERY = 1 << 14;

    private long formulas;
    private long cut;
    private long dates;
    private long numbers;
    private long invalid;
    private long characters;
    private long figures;

    void look(FieldColumn column, long[] members, JobContext job) {
      Dictionary dictionary = column.dictionary();
      int seen = 0;
      BitSet customers = BitSet.valueOf(members);
      for (int customer = customers.nextSetBit(0); customer >= 0; customer = customers
          .nextSetBit(customer + 1)) {
        if (++seen % EVERY == 0) {
          job.throwIfCancelled();
        }
        switch (CellKind.of(column, customer)) {
          case BLANK -> invalid += Bits.get(column.invalid(), customer) ? 1 : 0;
          case TEXT -> {
            if (dictionary != null) {
              look(dictionary.text(column.values()[customer]));
            }
          }
          case LONG_NUMBER -> numbers++;
          case UNKNOWN_DATE -> dates++;
          case NUMBER, YES_NO, DATE, DATE_TIME -> figures++;
        }
      }
    }

    private void look(String text) {
      characters += text.length();
      formulas += CellText.looksLikeFormula(text) ? 1 : 0;
      cut += CellText.isTooLong(text) ? 1 : 0;
    }

    long bytes(int rows, boolean named) {
      return 16_000 + 6L * rows + 5 * figures + characters * 6 / 10 + (named ? 3L * rows : 0);
    }
  }
}
