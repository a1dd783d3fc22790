package app.parcelle.engine.intake.excel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.csv.Utf8Stream;

/**
 * Tags and texts of an XML document, one after the other. It builds nothing, follows no reference, and refuses a document
 * type definition, so that no document becomes larger than it is. Elements and attributes are known by their local names; whether
 * tags are closed in order is left to those who read them.
 *
 * <p>Memory: the longest tag, at most 1 MiB.
 */
final class XmlScanner implements Closeable {
  static final int END = 0;
  static final int OPEN = 1;
  static final int CLOSE = 2;

  private static final int LONGEST_TAG = 1 << 20;
  private static final int MOST_ATTRIBUTES = 1 << 10;
  private static final int LONGEST_ENTITY = 12;
  private static final byte[] CDATA = ascii("<![CDATA[");
  private static final byte[] CDATA_END = ascii("]]>");
  private static final byte[] COMMENT = ascii("<!--");
  private static final byte[] COMMENT_END = ascii("-->");
  private static final byte[] INSTRUCTION_END = ascii("?>");

  private final InputStream in;
  private byte[] b = new byte[1 << 16];
  private int p;
  private int limit;

  private int nameFrom;
  private int nameTo;
  /** Of each attribute where its local name and its value begin and end. */
  private int[] places = new int[4 * 8];
  private int attributes;
  /** Whether the element just opened has no content, so that its end comes next. */
  private boolean empty;

  XmlScanner(InputStream source) throws IOException {
    PushbackInputStream begin = new PushbackInputStream(source, 256);
    byte[] first = begin.readNBytes(256);
    begin.unread(first);
    Charset encoding = encoding(first);
    in = encoding.equals(UTF_8) ? begin : new Utf8Stream(begin, encoding);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Charset encoding(byte[] first) throws IOException {
    int lead = first.length < 2 ? 0 : (first[0] & 0xFF) << 8 | (first[1] & 0xFF);
    if (lead == 0xFEFF || lead == 0xFFFE) {
      return StandardCharsets.UTF_16;
    }
    if (lead == '<' << 8 || lead == '<') {
      return lead == '<' ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    String begin = new String(first, ISO_8859_1);
    int end = begin.indexOf("?>");
    int said = end < 0 ? -1 : begin.substring(0, end).indexOf("encoding=");
    if (said < 0) {
      return UTF_8;
    }
    String quoted = begin.substring(said + "encoding=".length(), end);
    int close = quoted.isEmpty() ? -1 : quoted.indexOf(quoted.charAt(0), 1);
    try {
      Charset named = close < 0 ? UTF_8 : Charset.forName(quoted.substring(1, close));
      return named.equals(StandardCharsets.US_ASCII) ? UTF_8 : named;
    } catch (IllegalArgumentException unknown) {
      throw BadWorkbook.damaged();
    }
  }

  /**
   * Goes to the next tag; text before it is left out.
   *
   * @return {@link #OPEN}, {@link #CLOSE}, or {@link #END} when there is none left
   */
  int next() throws IOException {
    if (empty) {
      empty = false;
      return CLOSE;
    }
    while (true) {
      while (p < limit && b[p] != '<') {
        p++;
      }
      if (p == limit) {
        if (!more()) {
          return END;
        }
        continue;
      }
      if (!has(2)) {
        throw BadWorkbook.damaged();
      }
      switch (b[p + 1]) {
        case '/' -> {
          closeTag();
          return CLOSE;
        }
        case '?' -> skipPast(INSTRUCTION_END);
        case '!' -> {
          if (at(COMMENT)) {
            skipPast(COMMENT_END);
          } else if (at(CDATA)) {
            skipPast(CDATA_END);
          } else {
            throw BadWorkbook.bomb();
          }
        }
        default -> {
          openTag();
          return OPEN;
        }
      }
    }
  }

  /** Whether the tag has this local name. */
  boolean is(byte[] name) {
    return equal(nameFrom, nameTo, name);
  }

  /** Adds the text that follows an opening tag, up to the next tag. */
  void text(Bytes into) throws IOException {
    if (empty) {
      return;
    }
    while (true) {
      int from = p;
      while (p < limit && b[p] != '<' && b[p] != '&' && b[p] != '\r') {
        p++;
      }
      into.add(b, from, p);
      if (p == limit) {
        if (!more()) {
          return;
        }
      } else if (b[p] == '&') {
        reference(into);
      } else if (b[p] == '\r') {
        // a line ends with a line feed, however it was written
        p += has(2) && b[p + 1] == '\n' ? 1 : 0;
        b[p] = '\n';
      } else if (at(CDATA)) {
        p += CDATA.length;
        copyTo(CDATA_END, into);
      } else if (at(COMMENT)) {
        skipPast(COMMENT_END);
      } else if (has(2) && b[p + 1] == '?') {
        skipPast(INSTRUCTION_END);
      } else {
        return;
      }
    }
  }

  /** The number of the attribute with this local name; -1 where the tag has none. */
  int attribute(byte[] name) {
    for (int i = 0; i < attributes; i++) {
      if (equal(places[4 * i], places[4 * i + 1], name)) {
        return i;
      }
    }
    return -1;
  }

  /** Where values of attributes stand, until the next tag is asked for; references in them are not undone. */
  byte[] bytes() {
    return b;
  }

  int valueFrom(int attribute) {
    return places[4 * attribute + 2];
  }

  int valueTo(int attribute) {
    return places[4 * attribute + 3];
  }

  /** The value of an attribute; null where the tag has none. */
  @Nullable
  String value(byte[] name) throws IOException {
    int i = attribute(name);
    if (i < 0) {
      return null;
    }
    Bytes value = new Bytes();
    int q = valueFrom(i);
    while (q < valueTo(i)) {
      if (b[q] == '&') {
        q = reference(q, valueTo(i), value);
      } else {
        value.add(b[q++]);
      }
    }
    return value.text(0);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean equal(int from, int to, byte[] name) {
    return to - from == name.length && Arrays.equals(b, from, to, name, 0, name.length);
  }

  // tags

  private void closeTag() throws IOException {
    int q = p + 2;
    while (true) {
      while (q < limit && b[q] != '>') {
        q++;
      }
      if (q < limit) {
        break;
      }
      q -= p;
      requireMore();
      q += p;
    }
    attributes = 0;
    name(p + 2, q);
    p = q + 1;
  }

  private void openTag() throws IOException {
    int end = parse();
    while (end < 0) {
      requireMore();
      end = parse();
    }
    p = end;
  }

  /** Reads the tag at p; returns what stands behind it, or -1 when its bytes are not all there. */
  private int parse() throws IOException {
    int q = p + 1;
    while (q < limit && !isNameEnd(b[q])) {
      q++;
    }
    int nameEnd = q;
    attributes = 0;
    while (true) {
      while (q < limit && isWhite(b[q])) {
        q++;
      }
      if (q >= limit) {
        return -1;
      }
      if (b[q] == '>') {
        break;
      }
      if (b[q] == '/') {
        if (q + 1 >= limit) {
          return -1;
        }
        if (b[q + 1] != '>') {
          throw BadWorkbook.damaged();
        }
        empty = true;
        q++;
        break;
      }
      q = attributeAt(q);
      if (q < 0) {
        return -1;
      }
    }
    name(p + 1, nameEnd);
    return q + 1;
  }

  private int attributeAt(int from) throws IOException {
    int q = from;
    int local = from;
    while (q < limit && !isNameEnd(b[q]) && b[q] != '=') {
      local = b[q++] == ':' ? q : local;
    }
    int nameEnd = q;
    while (q < limit && (isWhite(b[q]) || b[q] == '=')) {
      q++;
    }
    if (q >= limit) {
      return -1;
    }
    byte quote = b[q];
    if (quote != '"' && quote != '\'') {
      throw BadWorkbook.damaged();
    }
    int value = ++q;
    while (q < limit && b[q] != quote) {
      q++;
    }
    if (q >= limit) {
      return -1;
    }
    int i = 4 * attributes++;
    if (i == places.length) {
      if (attributes > MOST_ATTRIBUTES) {
        throw BadWorkbook.bomb();
      }
      places = Arrays.copyOf(places, 2 * i);
    }
    places[i] = local;
    places[i + 1] = nameEnd;
    places[i + 2] = value;
    places[i + 3] = q;
    return q + 1;
  }

  /** Takes the local part of a name that stands somewhere before {@code to}. */
  private void name(int from, int to) {
    int local = from;
    int q = from;
    while (q < to && !isWhite(b[q])) {
      local = b[q++] == ':' ? q : local;
    }
    nameFrom = local;
    nameTo = q;
  }

  private static boolean isNameEnd(byte c) {
    return c == '>' || c == '/' || isWhite(c);
  }

  private static boolean isWhite(byte c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  // references, and stretches that are no tags

  private void reference(Bytes into) throws IOException {
    has(LONGEST_ENTITY);
    p = reference(p, limit, into);
  }

  /** Adds the character that a reference stands for; returns what stands behind it. */
  private int reference(int from, int to, Bytes into) throws IOException {
    int end = from + 1;
    while (end < to && end - from < LONGEST_ENTITY && b[end] != ';') {
      end++;
    }
    if (end >= to || b[end] != ';') {
      throw BadWorkbook.damaged();
    }
    into.addCharacter(character(new String(b, from + 1, end - from - 1, ISO_8859_1)));
    return end + 1;
  }

  private static int character(String name) throws IOException {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> {
        boolean hex = name.startsWith("#x");
        try {
          int code = name.startsWith("#") ? Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10) : -1;
          if (Character.isValidCodePoint(code)) {
            yield code;
          }
        } catch (NumberFormatException noNumber) {
          throw BadWorkbook.damaged();
        }
        throw BadWorkbook.damaged();
      }
    };
  }

  private boolean at(byte[] text) throws IOException {
    return has(text.length) && Arrays.equals(b, p, p + text.length, text, 0, text.length);
  }

  private void skipPast(byte[] ending) throws IOException {
    Bytes nowhere = new Bytes();
    nowhere.limit(0);
    copyTo(ending, nowhere);
  }

  /** Adds everything up to an ending, and goes behind it. */
  private void copyTo(byte[] ending, Bytes into) throws IOException {
    while (!at(ending)) {
      if (p == limit) {
        throw BadWorkbook.damaged();
      }
      into.add(b[p++]);
    }
    p += ending.length;
  }

  // bytes

  /** Whether so many bytes stand from p on. */
  private boolean has(int count) throws IOException {
    while (limit - p < count) {
      if (!more()) {
        return false;
      }
    }
    return true;
  }

  private void requireMore() throws IOException {
    if (limit - p > LONGEST_TAG) {
      throw BadWorkbook.bomb();
    }
    if (!more()) {
      throw BadWorkbook.damaged();
    }
  }

  /** Reads more bytes behind those from p on; false at the end. */
  private boolean more() throws IOException {
    if (p > 0) {
      System.arraycopy(b, p, b, 0, limit - p);
      limit -= p;
      p = 0;
    } else if (limit == b.length) {
      b = Arrays.copyOf(b, 2 * b.length);
    }
    int n = in.read(b, limit, b.length - limit);
    limit += Math.max(n, 0);
    return n > 0;
  }
}
