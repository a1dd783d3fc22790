package app.parcelle.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextKeysTest {
  private static final Bundles OURS = new Bundles(Path.of("src/main/resources/app/parcelle/i18n"),
      List.of(Path.of("src/main/java"), Path.of("src/test/java/app/parcelle/ui/screens")));

  @TempDir
  Path folder;

  @Test
  void everyKeyIsInBothLanguages() {
    assertEquals(Set.of(), OURS.inOneLanguage());
  }

  @Test
  void everyKeyIsInTheFileOfItsFeature() {
    assertEquals(Set.of(), OURS.misplaced());
  }

  @Test
  void bothLanguagesTakeTheSameArguments() {
    assertEquals(Set.of(), OURS.differentPlaceholders());
  }

  @Test
  void everyTextIsWellFormed() {
    assertEquals(Set.of(), OURS.malformed());
  }

  @Test
  void frenchSignsNeverBeginALine() {
    assertEquals(Set.of(), OURS.breakable());
  }

  @Test
  void everyKeyIsUsed() {
    assertEquals(Set.of(), OURS.unused());
  }

  @Test
  void everyUsedKeyExists() {
    assertEquals(Set.of(), OURS.unknown());
  }

  @Test
  void eachMistakeIsSeen() throws IOException {
    Files.writeString(folder.resolve("shop.properties"), """
        shop.alone = Only here
        shop.args = {0} of {1}
        shop.broken = {0,choice
        shop.swallowed = it's gone
        shop.colour.red = red
        stall.name = In the wrong file
        """);
    Files.writeString(folder.resolve("shop_fr.properties"), """
        shop.args = {0} sur tout
        shop.broken = {0}
        shop.swallowed = c'est parti !
        shop.colour.red = rouge
        stall.name = Mal rangé
        """);
    Files.writeString(folder.resolve("Shop.java"), """
        text("shop.args"); text("shop.broken"); text("shop.missing"); read("shop.csv");
        text("shop.colour." + id); // keys: shop.colour.*
        text("shop.size." + id); // keys: shop.size.*
        """);
    Bundles wrong = new Bundles(folder, List.of(folder));
    assertEquals(Set.of("shop.alone"), wrong.inOneLanguage());
    assertEquals(Set.of("stall.name"), wrong.misplaced());
    assertEquals(Set.of("shop.args"), wrong.differentPlaceholders());
    assertEquals(Set.of("shop.broken", "shop.swallowed"), wrong.malformed());
    assertEquals(Set.of("shop.swallowed"), wrong.breakable());
    assertEquals(Set.of("shop.alone", "shop.swallowed", "stall.name"), wrong.unused());
    assertEquals(Set.of("shop.missing", "shop.size."), wrong.unknown());
  }
}
