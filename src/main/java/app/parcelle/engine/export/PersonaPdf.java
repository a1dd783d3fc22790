package app.parcelle.engine.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;

/** Writes personas as cards on pages of A4, to be printed and pinned to a wall. */
public final class PersonaPdf {
  private static final float MARGIN = 24;
  private static final float GAP = 13;
  private static final int FOOT = 0x59636E;

  /** How many cards a page has. */
  public enum Layout {
    ONE(1), FOUR(2);

    private final int across;

    Layout(int across) {
      this.across = across;
    }

    int cards() {
      return across * across;
    }
  }

  private PersonaPdf() {}

  /**
   * Writes the document, whole or not at all. Returns its size in bytes.
   *
   * @param title of the document, such as the name of the clustering
   * @throws Problem when there is no persona, or the file cannot be written; what was there before is still there then
   */
  public static long write(Path out, String title, List<PersonaPage> personas, Layout layout, Texts texts,
      JobContext job) {
    if (personas.isEmpty()) {
      throw new Problem(Message.of("export.problem.noPersona"));
    }
    return AtomicFile.write(out, stream -> {
      try (PDDocument document = new PDDocument()) {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("Parcelle");
        document.getDocumentCatalog().setLanguage(texts.french() ? "fr" : Locale.ENGLISH.getLanguage());
        PdfType type = new PdfType(document);
        int pages = Math.ceilDiv(personas.size(), layout.cards());
        for (int page = 0; page < pages; page++) {
          job.throwIfCancelled();
          job.progress(page, pages, Message.of("export.job.personas"));
          List<PersonaPage> cards = personas.subList(page * layout.cards(),
              Math.min(personas.size(), (page + 1) * layout.cards()));
          page(document, type, cards, layout, texts,
              texts.text("export.personas.made", page + 1, pages));
        }
        document.save(stream);
      }
    });
  }

  private static void page(PDDocument document, PdfType type, List<PersonaPage> cards, Layout layout,
      Texts texts, String foot) throws IOException {
    PDPage sheet = new PDPage(PDRectangle.A4);
    document.addPage(sheet);
    float width = sheet.getMediaBox().getWidth();
    float height = sheet.getMediaBox().getHeight();
    float scale = (width - 2 * MARGIN - GAP * (layout.across - 1)) / layout.across / PersonaCard.WIDTH;
    try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
      for (int i = 0; i < cards.size(); i++) {
        float x = MARGIN + i % layout.across * (PersonaCard.WIDTH * scale + GAP);
        float top = MARGIN + Math.floorDiv(i, layout.across) * (PersonaCard.HEIGHT * scale + GAP);
        content.saveGraphicsState();
        content.transform(new Matrix(scale, 0, 0, scale, x, height - top - PersonaCard.HEIGHT * scale));
        new PersonaCard(new PdfPen(content, type, PersonaCard.HEIGHT), cards.get(i), texts).draw();
        content.restoreGraphicsState();
      }
      PdfPen pen = new PdfPen(content, type, height);
      pen.ink(FOOT);
      pen.text(type.drawable(foot), MARGIN, height - 12, 7, false);
    }
  }
}
