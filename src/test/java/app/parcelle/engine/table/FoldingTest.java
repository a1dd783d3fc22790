package app.parcelle.engine.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldingTest {
  @Test
  void caseAccentsAndSpacesDoNotMatter() {
    assertEquals("elise de smet", Folding.fold("  Élise DE Smet\u00a0"));
    assertEquals("strasse", Folding.fold("Straße"));
    assertEquals("strasse", Folding.fold("STRAẞE"));
    assertEquals("oeuvre", Folding.fold("oeuvre"));
  }

  @Property
  void foldingTwiceIsFoldingOnce(@ForAll String text) {
    assertEquals(Folding.fold(text), Folding.fold(Folding.fold(text)));
  }
}
