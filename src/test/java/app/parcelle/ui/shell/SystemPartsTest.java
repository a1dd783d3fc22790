package app.parcelle.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.message.Texts;

class SystemPartsTest {
  @Test
  void missingLibrariesAreNamedByTheirDebianPackage() {
    SystemParts parts = without("libgtk-3.so.0", "libfreetype.so.6");
    assertEquals(List.of("libfreetype6"), parts.missingForPictures());
    assertEquals(List.of("libgtk-3-0"), parts.missingForWindows());
  }

  @Test
  void oneCommandInstallsAllThatIsMissing() {
    String said = new Texts(Locale.UK).text(
        Desktop.obstacles(without("libgtk-3.so.0", "libXtst.so.6", "libfreetype.so.6")).getFirst());
    assertTrue(said.contains("sudo apt install libfreetype6 libxtst6 libgtk-3-0"), said);
  }

  @Test
  void withoutX11ThereIsNoDisplay() {
    assertFalse(without("libX11.so.6").hasDisplay());
    assertEquals("shell.display.none", Desktop.obstacles(without("libX11.so.6")).getFirst().key());
  }

  @Test
  void otherSystemsBringEverything() {
    SystemParts parts = new SystemParts(false, _ -> false);
    assertEquals(List.of(), parts.missingForPictures());
    assertEquals(List.of(), Desktop.obstacles(parts));
  }

  private static SystemParts without(String... libraries) {
    return new SystemParts(true, library -> !Set.of(libraries).contains(library));
  }
}
