package app.parcelle.engine.intake.excel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a cell in its pieces, without how they look and how they are pronounced (ECMA-376 part 1, 18.4). */
final class RichText {
  private static final byte[] TEXT = XmlScanner.ascii("t");
  private static final byte[] PHONETIC = XmlScanner.ascii("rPh");
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private RichText() {}

  /** Adds the text of the element just opened, and goes behind it. */
  static void read(XmlScanner xml, byte[] element, Bytes into) throws IOException {
    int from = into.length;
    boolean spoken = false;
    while (true) {
      switch (xml.next()) {
        case XmlScanner.OPEN -> {
          spoken |= xml.is(PHONETIC);
          if (!spoken && xml.is(TEXT)) {
            xml.text(into);
          }
        }
        case XmlScanner.CLOSE -> {
          spoken &= !xml.is(PHONETIC);
          if (xml.is(element)) {
            unescape(into, from);
            return;
          }
        }
        default -> throw BadWorkbook.damaged();
      }
    }
  }

  /** Undoes {@code _x0041_}, which stands for characters that XML has no place for (ECMA-376 part 1, 22.9.2.19). */
  static void unescape(Bytes text, int from) {
    int p = from;
    while (p + 1 < text.length && (text.bytes[p] != '_' || text.bytes[p + 1] != 'x')) {
      p++;
    }
    if (p + 1 < text.length) {
      byte[] plain = ESCAPE.matcher(text.text(from)).replaceAll(RichText::character).getBytes(UTF_8);
      text.length = from;
      text.add(plain, 0, plain.length);
    }
  }

  private static String character(java.util.regex.MatchResult escape) {
    return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
  }
}
