package app.parcelle.engine.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How keys are compared between tables. */
class KeyTextTest {
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars(" \t\u00a0\u2003.0129@AZazéÉß").ofMaxLength(12);
  }

  @Property
  void bytesAreReadAsTextsAre(@ForAll @From("texts") String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    KeyText key = new KeyText();
    key.read(utf8, 0, utf8.length);
    assertEquals(KeyText.of(text), key.text());
    KeyText coded = new KeyText();
    coded.read(TextDictionary.of(List.of("before", text)), 1);
    assertEquals(key.text(), coded.text());
    assertEquals(key.hash(), coded.hash());
    assertEquals(key.text().contains("@"), key.isMail());
    assertEquals(key.text().isEmpty(), key.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"' Ana@Shop.FR ',ana@shop.fr", "17850.0,17850", "007,007", "A1,A1", "1.5,1.5", "v1.0,v1.0",
      ".0,.0",
      "ÉLODIE@x.fr,élodie@x.fr"})
  void aKeyIsTrimmedAndAddressesAreInSmallLetters(String text, String key) {
    assertEquals(key, KeyText.of(text));
  }

  @Test
  void numbersAndIdentifiersMeet() {
    KeyText whole = new KeyText();
    whole.read(null, 42);
    KeyText numbered = new KeyText();
    numbered.read(new NumberedDictionary("", 0), 42);
    assertEquals("42", whole.text());
    assertEquals(whole.hash(), numbered.hash());
    numbered.read(new NumberedDictionary("C", 5), 42);
    assertEquals("C00042", numbered.text());
    assertNotEquals(whole.hash(), numbered.hash());
  }
}
