package app.parcelle.engine.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.message.Texts;

/** The card of one persona, drawn in a frame of {@value #WIDTH} by {@value #HEIGHT} points. */
final class PersonaCard {
  static final float WIDTH = 267;
  static final float HEIGHT = 385;

  private static final int INK = 0x1F2328;
  private static final int MUTED = 0x59636E;
  private static final int SOFT = 0xF6F8FA;
  private static final int LINE = 0xD1D9E0;
  private static final int WHITE = 0xFFFFFF;
  /** Safe for colour-blind people; the same as the groups have on the screen. */
  private static final int[] GROUPS = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00};
  private static final float BAND = 78;
  private static final float EDGE = 14;
  private static final float INNER = WIDTH - 2 * EDGE;
  private static final float ADVICE = 84;
  /** Standard deviations of the longest bar. */
  private static final double FULL = 1.5;

  private final PdfPen pen;
  private final PersonaPage persona;
  private final Texts texts;
  private final int colour;

  PersonaCard(PdfPen pen, PersonaPage persona, Texts texts) {
    this.pen = pen;
    this.persona = persona;
    this.texts = texts;
    this.colour = GROUPS[(persona.number() - 1) % GROUPS.length];
  }

  void draw() throws IOException {
    pen.ink(WHITE);
    pen.rounded(0, 0, WIDTH, HEIGHT, 8, true);
    band();
    float y = sentence(BAND + 18);
    y = figures(y + 6);
    bars(y + 14);
    advice();
    pen.ink(LINE);
    pen.rounded(0, 0, WIDTH, HEIGHT, 8, false);
  }

  private void band() throws IOException {
    pen.ink(colour);
    pen.keepIn(0, 0, WIDTH, BAND);
    pen.rounded(0, 0, WIDTH, BAND + 10, 8, true);
    pen.release();
    new Bust(pen, persona.number(), colour).draw(EDGE + 26, BAND / 2, 26);
    float x = EDGE + 64;
    float width = WIDTH - EDGE - x;
    List<String> name = pen.type().lines(persona.name(), 14, width, 2);
    pen.ink(readableOn(colour));
    float y = pen.lines(name, x, name.size() == 1 ? 36 : 27, 14, true);
    pen.text(
        pen.type().fitting(texts.text("export.personas.who", persona.customers(), persona.share()), 9, width),
        x, y + 1, 9, false);
  }

  /** White or ink, whichever stands out more: contrast as WCAG 2 has it. */
  private static int readableOn(int rgb) {
    double light = 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
    return 1.05 / (light + 0.05) >= 4 ? WHITE : INK;
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private float sentence(float y) throws IOException {
    pen.ink(INK);
    return pen.lines(pen.type().lines(persona.sentence(), 9.5f, INNER, 6), EDGE, y, 9.5f, false);
  }

  private record Figure(String value, String label) {}

  private float figures(float y) throws IOException {
    List<Figure> figures = figuresOf();
    if (figures.isEmpty()) {
      return y - 12;
    }
    float each = INNER / figures.size();
    for (int i = 0; i < figures.size(); i++) {
      float x = EDGE + i * each;
      pen.ink(INK);
      pen.text(pen.type().fitting(figures.get(i).value(), 13, each - 6), x, y + 10, 13, true);
      pen.ink(MUTED);
      pen.text(pen.type().fitting(figures.get(i).label(), 7.5f, each - 6), x, y + 21, 7.5f, false);
    }
    return y + 24;
  }

  private List<Figure> figuresOf() {
    List<Figure> figures = new ArrayList<>();
    PersonaPage.Money money = persona.money();
    if (money == null) {
      return figures;
    }
    figures.add(new Figure(texts.text("export.personas.money", money.revenue()),
        texts.text("export.personas.revenue")));
    if (!Double.isNaN(money.share())) {
      figures.add(new Figure(texts.text("export.personas.percent", money.share()),
          texts.text("export.personas.revenueShare")));
    }
    if (!Double.isNaN(money.basket())) {
      figures.add(new Figure(texts.text("export.personas.money", money.basket()),
          texts.text("export.personas.basket")));
    }
    return figures;
  }

  /** As many as there is room for: a label and its values over a bar that begins in the middle, to the right for more. */
  private void bars(float y) throws IOException {
    if (persona.bars().isEmpty()) {
      return;
    }
    pen.ink(MUTED);
    pen.text(pen.type().fitting(texts.text("export.personas.apart"), 8, INNER), EDGE, y, 8, true);
    float at = y + 13;
    for (PersonaPage.Bar bar : persona.bars()) {
      if (at + 12 > HEIGHT - ADVICE - EDGE) {
        return;
      }
      bar(bar, at);
      at += 23;
    }
  }

  private void bar(PersonaPage.Bar bar, float y) throws IOException {
    String values = pen.type()
        .fitting(texts.text("export.personas.against", bar.own(), bar.overall()), 8,
            INNER * 0.6f);
    float width = pen.type().width(values, 8);
    pen.ink(INK);
    pen.text(pen.type().fitting(bar.what(), 8, INNER - width - 8), EDGE, y, 8, false);
    pen.text(values, EDGE + INNER - width, y, 8, false);
    float middle = EDGE + INNER / 2;
    float length = (float) (Math.min(1, Math.abs(bar.strength()) / FULL) * INNER / 2);
    pen.ink(SOFT);
    pen.rectangle(EDGE, y + 4, INNER, 6);
    pen.ink(colour);
    pen.rectangle(bar.strength() > 0 ? middle : middle - length, y + 4, length, 6);
    pen.ink(MUTED);
    pen.rectangle(middle - 0.4f, y + 2.5f, 0.8f, 9);
  }

  private void advice() throws IOException {
    float top = HEIGHT - ADVICE - 8;
    pen.ink(SOFT);
    pen.rounded(8, top, WIDTH - 16, ADVICE, 6, true);
    pen.ink(colour);
    pen.rectangle(8, top + 8, 3, ADVICE - 16);
    pen.ink(INK);
    pen.text(pen.type().fitting(texts.text("export.personas.advice"), 9, INNER - 10), EDGE + 6, top + 16, 9,
        true);
    pen.lines(pen.type().lines(persona.advice(), 9, INNER - 10, 5), EDGE + 6, top + 29, 9, false);
  }
}
