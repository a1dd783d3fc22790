package app.parcelle.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRst;

class CellTextTest {
  @Property
  void whatIsWrittenReadsAsTheText(@ForAll("texts") String text) {
    String written = CellText.written(text);
    assertEquals(text, read(written));
    assertTrue(written.chars().allMatch(c -> c == '\n' || c == '\t' || (c >= ' ' && c < 0xFFFE)), written);
  }

  @Property(tries = 50)
  void piecesMakeTheText(@ForAll("texts") String text) {
    String longText = (text + "\u0001_x0041_🎄").repeat(4_000);
    assertEquals(longText, String.join("", CellText.pieces(longText)));
    CellText.pieces(longText).forEach(piece -> assertFalse(CellText.isTooLong(piece)));
  }

  @Property(tries = 50)
  void nothingIsLongerThanACell(@ForAll("texts") String text) {
    String longText = (text + "\u0001_x0041_🎄").repeat(4_000);
    String written = CellText.written(longText);
    assertTrue(CellText.isTooLong(longText));
    assertTrue(written.length() <= CellText.LIMIT);
    assertTrue(longText.startsWith(read(written.substring(0, written.length() - 1))));
  }

  @Example
  void theLastCharacterThatFitsIsKept() {
    assertEquals("x".repeat(32_767), CellText.written("x".repeat(32_767)));
    assertEquals("x".repeat(32_766) + "…", CellText.written("x".repeat(32_768)));
    assertEquals("x".repeat(32_765) + "…", CellText.written("x".repeat(32_765) + "🎄🎄"));
  }

  @Example
  void anEmptyTextIsNoFormula() {
    assertFalse(CellText.looksLikeFormula(""));
    assertTrue(CellText.looksLikeFormula("=A1"));
  }

  /** Texts in which marks that look like escapes, and characters that need them, are frequent. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> parts = Arbitraries.of("_", "x", "_x", "0041", "_x0041_", "_x005F_", "\u0000", "\r",
        "\n", "é",
        "🎄", "\ud83c", "\ufffe", "=");
    return Arbitraries.oneOf(parts.list().ofMaxSize(12).map(list -> String.join("", list)),
        Arbitraries.strings().all().ofMaxLength(20));
  }

  private static String read(String written) {
    CTRst cell = CTRst.Factory.newInstance();
    cell.setT(written);
    return new XSSFRichTextString(cell).getString();
  }
}
