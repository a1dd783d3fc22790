package app.parcelle.engine.export;

import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Draws on a page, from a corner at the top left, down and to the right, in points. */
final class PdfPen {
  /** How far the handles of a quarter of a circle stand out, in radii. */
  private static final float ROUND = 0.5523f;

  private final PDPageContentStream page;
  private final PdfType type;
  private final float height;

  /** @param height of what is drawn: down from the top */
  PdfPen(PDPageContentStream page, PdfType type, float height) {
    this.page = page;
    this.type = type;
    this.height = height;
  }

  PdfType type() {
    return type;
  }

  /** @param rgb such as 0x0072B2 */
  void ink(int rgb) throws IOException {
    float red = (rgb >> 16 & 0xFF) / 255f;
    float green = (rgb >> 8 & 0xFF) / 255f;
    float blue = (rgb & 0xFF) / 255f;
    page.setNonStrokingColor(red, green, blue);
    page.setStrokingColor(red, green, blue);
  }

  void rectangle(float x, float y, float width, float tall) throws IOException {
    page.addRect(x, height - y - tall, width, tall);
    page.fill();
  }

  void rounded(float x, float y, float width, float tall, float radius, boolean filled) throws IOException {
    float left = x;
    float right = x + width;
    float top = height - y;
    float bottom = top - tall;
    float handle = radius * (1 - ROUND);
    page.moveTo(left + radius, top);
    page.lineTo(right - radius, top);
    page.curveTo(right - handle, top, right, top - handle, right, top - radius);
    page.lineTo(right, bottom + radius);
    page.curveTo(right, bottom + handle, right - handle, bottom, right - radius, bottom);
    page.lineTo(left + radius, bottom);
    page.curveTo(left + handle, bottom, left, bottom + handle, left, bottom + radius);
    page.lineTo(left, top - radius);
    page.curveTo(left, top - handle, left + handle, top, left + radius, top);
    page.closePath();
    finish(filled);
  }

  void ellipse(float x, float y, float wide, float tall) throws IOException {
    float middle = height - y;
    page.moveTo(x - wide, middle);
    page.curveTo(x - wide, middle + ROUND * tall, x - ROUND * wide, middle + tall, x, middle + tall);
    page.curveTo(x + ROUND * wide, middle + tall, x + wide, middle + ROUND * tall, x + wide, middle);
    page.curveTo(x + wide, middle - ROUND * tall, x + ROUND * wide, middle - tall, x, middle - tall);
    page.curveTo(x - ROUND * wide, middle - tall, x - wide, middle - ROUND * tall, x - wide, middle);
    page.closePath();
    page.fill();
  }

  private void finish(boolean filled) throws IOException {
    if (filled) {
      page.fill();
    } else {
      page.setLineWidth(0.75f);
      page.stroke();
    }
  }

  /** @param y of the line on which the letters stand */
  void text(String drawable, float x, float y, float size, boolean bold) throws IOException {
    page.beginText();
    page.setFont(type.font(), size);
    // the typeface comes in one weight: its outlines make another
    page.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    page.setLineWidth(size * 0.035f);
    page.newLineAtOffset(x, height - y);
    page.showText(drawable);
    page.endText();
  }

  /** Lines one under the other; returns where the next would stand. */
  float lines(List<String> lines, float x, float y, float size, boolean bold) throws IOException {
    float at = y;
    for (String line : lines) {
      text(line, x, at, size, bold);
      at += size * 1.3f;
    }
    return at;
  }

  void keepIn(float x, float y, float width, float tall) throws IOException {
    page.saveGraphicsState();
    page.addRect(x, height - y - tall, width, tall);
    page.clip();
  }

  void release() throws IOException {
    page.restoreGraphicsState();
  }
}
