package app.parcelle.engine.intake.html;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.excel.BadWorkbook;
import app.parcelle.engine.intake.excel.SheetRow;
import app.parcelle.engine.intake.excel.Workbook.Merge;

/**
 * The rows of the tables of a web page, in the order in which they end. What has been read of the page is forgotten row by
 * row; a row is refused when it alone takes too much memory. Rows that hold a table of their own only arrange the page, and
 * are left out.
 */
final class HtmlRows implements Closeable {
  private static final int DEEPEST = 256;
  private static final int MOST_TABLES = 10_000;
  private static final int LONGEST_CAPTION = 200;
  /** Marks a row that holds a table. */
  private static final String ARRANGES = "-arranges";

  private final RowReader reader;
  private final StreamParser parser;
  private final Iterator<Element> elements;
  private final IdentityHashMap<Element, HtmlTable> tables = new IdentityHashMap<>();
  private int begun;
  private int ended;
  private @Nullable HtmlTable table;

  HtmlRows(InputStream text, Charset encoding) throws IOException {
    this.reader = new RowReader(new InputStreamReader(text, encoding));
    this.parser = new StreamParser(Parser.htmlParser().setMaxDepth(DEEPEST));
    try {
      this.elements = parser.parse(reader, "").iterator();
    } catch (UncheckedIOException e) {
      reader.close();
      throw e.getCause();
    }
  }

  /** Takes the next row with a value of any table; false when there is none. */
  boolean next(SheetRow row) throws IOException {
    try {
      while (elements.hasNext()) {
        if (passed(elements.next(), row)) {
          return true;
        }
      }
      return false;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Looks at an element that has ended; true where it gave a row. */
  private boolean passed(Element element, SheetRow row) throws IOException {
    boolean isRow = element.normalName().equals("tr");
    boolean isTable = element.normalName().equals("table");
    Element around = element.closest("table");
    Element rowAround = around == null || around.parent() == null ? null : around.parent().closest("tr");
    if (isTable) {
      tables.remove(element);
      if (++ended > MOST_TABLES) {
        throw BadWorkbook.bomb();
      }
      if (rowAround != null) {
        rowAround.attr(ARRANGES, "");
      }
    }
    boolean taken = isRow && around != null && take(element, around, row);
    if (isRow || isTable || around == null) {
      forget(element);
      if (rowAround == null) {
        reader.begin();
      }
    }
    return taken;
  }

  private boolean take(Element element, Element around, SheetRow row) throws IOException {
    if (element.hasAttr(ARRANGES)) {
      return false;
    }
    HtmlTable known = tables.get(around);
    HtmlTable of = known == null ? new HtmlTable(begun, caption(around)) : known;
    of.read(element, row);
    if (row.size() == 0) {
      return false;
    }
    if (known == null) {
      tables.put(around, of);
      begun++;
    }
    table = of;
    return true;
  }

  private static String caption(Element table) {
    Element caption = table.selectFirst("> caption");
    String text = caption == null ? "" : caption.text().strip();
    return text.substring(0, Math.min(LONGEST_CAPTION, text.length()));
  }

  /** Takes an element that has ended, and what stands before it, out of the page. */
  private static void forget(Element ended) {
    String name = ended.normalName();
    if (name.equals("html") || name.equals("head") || name.equals("body") || ended.parent() == null) {
      return;
    }
    List<Node> before = new ArrayList<>();
    for (Node node = ended.previousSibling(); node != null; node = node.previousSibling()) {
      if (!node.nodeName().equals("head") && !node.nodeName().equals("caption")) {
        before.add(node);
      }
    }
    before.forEach(Node::remove);
    ended.remove();
  }

  private HtmlTable current() {
    if (table == null) {
      throw new IllegalStateException("no row has been taken");
    }
    return table;
  }

  /** Which table the row is of, from 0. */
  int table() {
    return current().number();
  }

  /** What is written above the table; empty where nothing is. */
  String caption() {
    return current().caption();
  }

  /** The number of the row in its table, from 1. */
  int number() {
    return current().rows();
  }

  /** The cells of the row that reach over others. */
  List<Merge> merges() {
    return current().merges();
  }

  @Override
  public void close() throws IOException {
    parser.close();
    reader.close();
  }
}
