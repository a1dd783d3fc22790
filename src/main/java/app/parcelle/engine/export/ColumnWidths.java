package app.parcelle.engine.export;

import java.util.Arrays;
import java.util.BitSet;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.table.Dictionary;

/** Widths of the list's columns, from the headings and the first customers; measuring all would take fonts and time. */
final class ColumnWidths {
  private static final int SAMPLE = 200;
  private static final int NARROW = 8;
  private static final int WIDE = 48;
  private static final int UNIT = 256;
  /** Room for the button of the filter. */
  private static final int BUTTON = 4;

  private final WorkbookContent content;
  private final String segmentsHeading;
  private final int[] sample;

  ColumnWidths(WorkbookContent content, String segmentsHeading) {
    this.content = content;
    this.segmentsHeading = segmentsHeading;
    this.sample = BitSet.valueOf(content.list().members()).stream().limit(SAMPLE).toArray();
  }

  /** In 256ths of a character, as the file format counts. */
  int of(int index) {
    boolean named = index == content.columns().size();
    int characters = twoLines(named ? segmentsHeading : content.columns().get(index).heading());
    for (int customer : sample) {
      characters = Math.max(characters, named
          ? content.segmentsOf(customer).length()
          : length(content.columns().get(index).values(), customer));
    }
    return UNIT * (Math.clamp(characters, NARROW, WIDE) + 3);
  }

  /** Headings take two lines: room for the longest word, and for half of them. */
  private static int twoLines(String heading) {
    int longest = Arrays.stream(heading.split("\\s+")).mapToInt(String::length).max().orElse(0);
    return Math.max(longest, heading.length() * 6 / 10) + BUTTON;
  }

  private static int length(FieldColumn column, int customer) {
    long value = column.values()[customer];
    return switch (CellKind.of(column, customer)) {
      case BLANK -> 0;
      case TEXT -> {
        Dictionary dictionary = column.dictionary();
        yield dictionary == null ? 0 : dictionary.text(value).length();
      }
      case NUMBER, LONG_NUMBER -> {
        int digits = Long.toString(value).length();
        yield digits + digits / 3 + 1;
      }
      case YES_NO -> 6;
      case DATE -> 10;
      case DATE_TIME, UNKNOWN_DATE -> 16;
    };
  }
}
