package app.parcelle.engine.intake.ods;

import java.io.IOException;

import app.parcelle.engine.intake.excel.BadWorkbook;
import app.parcelle.engine.intake.excel.XmlScanner;

/**
 * The text of a cell, a line a paragraph, without notes. White space that is written as such is one blank; others are written
 * as elements (ODF 1.3 part 3, 6.1.2).
 */
final class OdsText {
  private static final byte[] BLANKS = XmlScanner.ascii("s");
  private static final byte[] COUNT = XmlScanner.ascii("c");
  private static final byte[] TAB = XmlScanner.ascii("tab");
  private static final byte[] LINE_BREAK = XmlScanner.ascii("line-break");
  private static final byte[] ANNOTATION = XmlScanner.ascii("annotation");
  private static final byte[] NOTE = XmlScanner.ascii("note");

  private final XmlScanner xml;
  private final int most;
  private final StringBuilder text = new StringBuilder();
  private int paragraphs;
  private boolean blankBefore;

  /** @param most characters that are kept, about */
  OdsText(XmlScanner xml, int most) {
    this.xml = xml;
    this.most = most;
  }

  void clear() {
    text.setLength(0);
    paragraphs = 0;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Adds the paragraph just opened, and goes behind it. */
  void paragraph() throws IOException {
    if (paragraphs++ > 0) {
      add('\n', 1);
    }
    blankBefore = true;
    plain();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XmlScanner.OPEN -> {
          if (xml.is(ANNOTATION) || xml.is(NOTE)) {
            xml.skip();
          } else {
            element();
            depth++;
          }
          plain();
        }
        case XmlScanner.CLOSE -> {
          depth--;
          if (depth > 0) {
            plain();
          }
        }
        default -> throw BadWorkbook.damaged();
      }
    }
  }

  private void element() throws IOException {
    if (xml.is(BLANKS)) {
      String count = xml.value(COUNT);
      add(' ', count == null || !count.matches("\\d{1,9}") ? 1 : Integer.parseInt(count));
    } else if (xml.is(TAB)) {
      add('\t', 1);
    } else if (xml.is(LINE_BREAK)) {
      add('\n', 1);
    }
  }

  /** Adds the text up to the next tag. */
  private void plain() throws IOException {
    String more = xml.text(Math.max(0, most - text.length()));
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      boolean blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!blank || !blankBefore) {
        text.append(blank ? ' ' : c);
      }
      blankBefore = blank;
    }
  }

  private void add(char c, int times) {
    text.repeat(c, Math.clamp(most - (long) text.length(), 0, times));
    blankBefore = false;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
