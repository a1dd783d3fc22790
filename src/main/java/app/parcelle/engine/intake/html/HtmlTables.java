package app.parcelle.engine.intake.html;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import app.parcelle.engine.intake.html.HtmlScanner.Event;

/** The tables of a page, in the order in which they begin, and how much text stands in each of them. */
final class HtmlTables {
  private static final double NEARLY_ALL = 0.8;
  private static final int MOST = 100_000;

  private static final class Seen {
    private long cells;
    private long letters;
    private boolean holdsTables;
  }

  private final List<Seen> tables = new ArrayList<>();
  private final Deque<Seen> open = new ArrayDeque<>();
  private long letters;

  private HtmlTables() {}

  static HtmlTables survey(HtmlScanner page) throws IOException {
    HtmlTables tables = new HtmlTables();
    for (Event event = page.next(); event != Event.END; event = page.next()) {
      switch (event) {
        case OPEN -> tables.open(page.name);
        case CLOSE -> tables.close(page.name);
        case TEXT -> tables.text(page.text);
        case END -> throw new IllegalStateException();
      }
    }
    return tables;
  }

  private void open(String tag) {
    Seen around = open.peek();
    if (tag.equals("table") && tables.size() < MOST) {
      if (around != null) {
        around.holdsTables = true;
      }
      Seen begun = new Seen();
      tables.add(begun);
      open.push(begun);
    } else if (around != null && (tag.equals("td") || tag.equals("th"))) {
      around.cells++;
    }
  }

  private void close(String tag) {
    if (tag.equals("table") && !open.isEmpty()) {
      open.pop();
    }
  }

  private void text(CharSequence text) {
    long filled = text.chars().filter(c -> !Character.isWhitespace(c) && c != '\u00A0').count();
    letters += filled;
    Seen around = open.peek();
    if (around != null) {
      around.letters += filled;
    }
  }

  /** The number, counted from 0, of the table with the most cells, if nearly all of the page's text is in it; else -1. */
  int exported() {
    int best = -1;
    for (int i = 0; i < tables.size(); i++) {
      Seen table = tables.get(i);
      if (!table.holdsTables && table.cells > 1 && table.letters > 0
          && (best < 0 || table.cells > tables.get(best).cells)) {
        best = i;
      }
    }
    return best >= 0 && tables.get(best).letters >= NEARLY_ALL * letters ? best : -1;
  }
}
