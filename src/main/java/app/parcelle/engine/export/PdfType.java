package app.parcelle.engine.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The typeface of a document: Liberation Sans, which PDFBox carries; embedded, so that every reader shows the same. It has Latin,
 * Greek, Cyrillic and Hebrew letters; of other scripts each character is drawn as a box.
 */
final class PdfType {
  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String BOX = "\u25A1";
  private static final String CUT = "\u2026";
  private static final float UNITS = 1_000;

  private final PDFont font;
  private final CmapLookup glyphs;

  PdfType(PDDocument document) throws IOException {
    try (InputStream in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE))) {
      TrueTypeFont type = new TTFParser().parse(new RandomAccessReadBuffer(in));
      this.font = PDType0Font.load(document, type, true);
      this.glyphs = type.getUnicodeCmapLookup();
    }
  }

  PDFont font() {
    return font;
  }

  /** The text on one line, every character that the typeface lacks as a box. */
  String drawable(String text) {
    StringBuilder drawable = new StringBuilder();
    text.strip().codePoints().forEach(point -> {
      if (Character.isWhitespace(point)) {
        drawable.append(' ');
      } else if (Character.getType(point) != Character.FORMAT) {
        drawable.append(glyphs.getGlyphId(point) > 0 ? Character.toString(point) : BOX);
      }
    });
    return drawable.toString();
  }

  /** In points. */
  float width(String drawable, float size) throws IOException {
    return font.getStringWidth(drawable) / UNITS * size;
  }

  /** The text cut with an ellipsis where it is wider. */
  String fitting(String text, float size, float width) throws IOException {
    String whole = drawable(text);
    if (width(whole, size) <= width) {
      return whole;
    }
    int[] points = whole.codePoints().toArray();
    int count = points.length;
    while (count > 0 && width(new String(points, 0, count) + CUT, size) > width) {
      count--;
    }
    return new String(points, 0, count).stripTrailing() + CUT;
  }

  /** The text in lines no wider than that, the last one cut where there would be more. */
  List<String> lines(String text, float size, float width, int most) throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> words = List.of(drawable(text).split(" +"));
    String line = "";
    for (int i = 0; i < words.size(); i++) {
      String longer = line.isEmpty() ? words.get(i) : line + " " + words.get(i);
      if (line.isEmpty() || width(longer, size) <= width) {
        line = longer;
      } else if (lines.size() == most - 1) {
        line = line + " " + String.join(" ", words.subList(i, words.size()));
        break;
      } else {
        lines.add(fitting(line, size, width));
        line = words.get(i);
      }
    }
    lines.add(fitting(line, size, width));
    return lines;
  }
}
