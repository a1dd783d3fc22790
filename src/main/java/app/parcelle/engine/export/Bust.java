package app.parcelle.engine.export;

import java.io.IOException;

/** A head and shoulders in a round frame; the number decides on hair and glasses. It shows nobody. */
final class Bust {
  private static final int WHITE = 0xFFFFFF;
  private static final int[] SKINS = {0xF1C9A5, 0xC68642, 0x8D5524, 0xE0AC69, 0xFFDBC4};
  private static final int[] HAIRS = {0x3B2F2F, 0x6B4423, 0x1F2328, 0xA0622D, 0x7F7F7F};
  private static final int LOOKS = 4;

  private final PdfPen pen;
  private final int number;
  private final int colour;

  Bust(PdfPen pen, int number, int colour) {
    this.pen = pen;
    this.number = number;
    this.colour = colour;
  }

  void draw(float x, float y, float radius) throws IOException {
    int hair = HAIRS[number % HAIRS.length];
    int skin = SKINS[number * 2 % SKINS.length];
    int look = number % LOOKS;
    pen.ink(WHITE);
    pen.ellipse(x, y, radius, radius);
    pen.keepIn(x - radius, y - radius, 2 * radius, radius * 1.72f);
    if (look == 1) {
      pen.ink(hair);
      pen.ellipse(x, y - 0.06f * radius, 0.44f * radius, 0.6f * radius);
    }
    pen.ink(colour);
    pen.ellipse(x, y + 0.78f * radius, 0.58f * radius, 0.42f * radius);
    pen.ink(skin);
    pen.rectangle(x - 0.12f * radius, y + 0.15f * radius, 0.24f * radius, 0.3f * radius);
    pen.ellipse(x, y - 0.15f * radius, 0.32f * radius, 0.4f * radius);
    if (look != 3) {
      crown(x, y, radius, hair);
    }
    if (look >= 2) {
      glasses(x, y, radius);
    }
    pen.release();
  }

  private void crown(float x, float y, float radius, int hair) throws IOException {
    pen.keepIn(x - radius, y - radius, 2 * radius, 0.68f * radius);
    pen.ink(hair);
    pen.ellipse(x, y - 0.17f * radius, 0.37f * radius, 0.45f * radius);
    pen.release();
  }

  private void glasses(float x, float y, float radius) throws IOException {
    for (int side : new int[]{-1, 1}) {
      pen.ink(0x1F2328);
      pen.ellipse(x + side * 0.14f * radius, y - 0.15f * radius, 0.12f * radius, 0.1f * radius);
      pen.ink(WHITE);
      pen.ellipse(x + side * 0.14f * radius, y - 0.15f * radius, 0.09f * radius, 0.07f * radius);
    }
    pen.ink(0x1F2328);
    pen.rectangle(x - 0.03f * radius, y - 0.17f * radius, 0.06f * radius, 0.025f * radius);
  }
}
